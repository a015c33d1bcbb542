import { without, slice, trim } from './rich-text.js';
import type { Rich } from './rich-text.js';

const openers = '（(';
const closers = '）)';
const unitEnding =
  /(?:部|局|委|办|处|室|科|组|团|联|会|院|厅|署|司|社|台|站|馆|所|校|中心|集团|公司|学院|大学|政府|法院|检察院|支队|大队|工会|协会|研究会|开发区|功能区|新区|高新区|街道|镇|乡|区|市|县|省|旗)$/u;
const label = /^(?:供稿单位|供稿|报送单位|来稿单位|来稿|信息来源|来源|摘自|作者单位)\s*[：:]\s*/u;
const suffix = /\s*(?:供稿|报送|提供)$/u;
/** Longest source line in characters, brackets included. */
const longestSource = 60;

/** The units named by a line that is wholly in brackets, （甲区委宣传部、乙局）; undefined when it is no such line. */
export function sourceUnits(rich: Rich): readonly Rich[] | undefined {
  const { text } = rich;
  if (text.length < 4 || text.length > longestSource || !isBracketed(text)) return undefined;
  const inner = trim(slice(rich, 1, text.length - 1));
  if (/[。；！？]/u.test(inner.text) || /^[一二三四五六七八九十\d]{1,3}$/u.test(inner.text)) return undefined;
  const units = splitUnits(inner);
  return units.length > 0 ? units : undefined;
}

/** Whether every unit ends like the name of one (部, 局, 中心 …). */
export function looksLikeUnits(units: readonly Rich[]): boolean {
  return units.length > 0 && units.every(({ text }) => text.length >= 2 && text.length <= 30 && unitEnding.test(text));
}

/** Where a source in brackets begins that closes a running paragraph; undefined when there is none. */
export function trailingSourceStart(text: string): number | undefined {
  const match = /(?<=[。！？…”])[ \u3000]*[（(][^（）()。，；：“”《》]{3,40}[）)]$/u.exec(text);
  return match?.index;
}

function isBracketed(text: string): boolean {
  if (!openers.includes(text.charAt(0)) || !closers.includes(text.at(-1) ?? '')) return false;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (openers.includes(character)) depth += 1;
    if (closers.includes(character)) depth -= 1;
    if (depth === 0 && at < text.length - 1) return false;
  }
  return depth === 0;
}

function splitUnits(inner: Rich): readonly Rich[] {
  const named = label.exec(inner.text);
  let rest = named ? slice(inner, named[0].length) : inner;
  const ending = suffix.exec(rest.text);
  if (ending) rest = slice(rest, 0, ending.index);
  const units: Rich[] = [];
  let from = 0;
  for (const part of rest.text.split(/[、，,；;／/]/u)) {
    const unit = trim(slice(rest, from, from + part.length));
    if (unit.text !== '') units.push(spaced(unit));
    from += part.length + 1;
  }
  return units;
}

/** A name spaced out over the line, 市 文 联, closed up. */
function spaced(unit: Rich): Rich {
  return /^\p{Script=Han}(?:\s+\p{Script=Han})+$/u.test(unit.text) ? without(unit, /\s+/gu) : unit;
}
