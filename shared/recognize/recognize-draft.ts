import type { Article } from '../document/issue.js';
import { noteLabelLength } from './body-items.js';
import { buildArticle } from './build-item.js';
import type { RawItem } from './body-items.js';
import { readCover } from './cover.js';
import { setFurnitureAside } from './furniture.js';
import { findDate } from './dates.js';
import { openLedger } from './ledger.js';
import type { Ledger } from './ledger.js';
import { toLines, toLoose } from './line.js';
import type { Line } from './line.js';
import { addLine } from './paragraphs.js';
import type { RecognizedDraft, RecognizeOptions } from './recognized.js';
import { slice, trim } from './rich-text.js';
import type { SourceLine } from './source-line.js';
import { looksLikeUnits, sourceUnits, trailingSourceStart } from './sources.js';
import { isMarkedTitle, isSubtitle, isTitleLike } from './titles.js';

const mostTitleLines = 3;
/** Lines that may stand before the title: 份号, 密级, 编号, date. */
const mostPreamble = 8;
const preamble = /^\d+$|^(?:绝密|机密|秘密|特急|加急|平急)|^(?:编号|份号|密级|文号)\s*[：:]|^[^\p{L}]+$/u;

/**
 * A manuscript made of lines that are no issue: title, subtitle, 编者按, paragraphs with their levels, source units.
 *
 * @param missing what an issue has and the lines lack, in Chinese
 */
export function recognizeDraft(source: readonly SourceLine[], options: RecognizeOptions, missing: readonly string[] = []): RecognizedDraft {
  const ledger = openLedger(source);
  const warnings: string[] = [];
  const lines = setFurnitureAside(toLines(source), ledger);
  const item = readItem(lines, ledger);
  const cover = readCover([], ledger);
  const context = { ledger, cover, warnings: [], nextId: () => options.nextId(), mayGuessLeads: false };
  const article = buildArticle(item, { ...context, warnings });
  const notes = composeNotes(article, missing);
  for (const { text, number } of lines) {
    if (text.includes('\uFFFD')) warnings.push(`第${number}行有无法读出的字（�），请对照原件。`);
  }
  const isTitled = (warning: string) => !(article.title === '' && warning.endsWith('没有找到标题。'));
  return { kind: 'article', article, notes, warnings: warnings.filter(isTitled), leftAside: ledger.leftAside(), inferredLeads: 0 };
}

function readItem(lines: readonly Line[], ledger: Ledger): RawItem {
  const titleAt = Math.max(
    0,
    lines.slice(0, mostPreamble).findIndex((line) => !isPreamble(line)),
  );
  const titleCount = countTitleLines(lines.slice(titleAt));
  const item: RawItem = {
    titleLines: lines.slice(titleAt, titleAt + titleCount),
    paragraphs: [],
    sources: [],
    firstLine: lines[0]?.number ?? 1,
    isClosed: false,
  };
  for (const line of lines.slice(0, titleAt)) addLine(item.paragraphs, line);
  let at = titleAt + titleCount;
  const subtitle = lines[at];
  if (titleCount > 0 && subtitle && isSubtitle(subtitle)) {
    item.subtitle = subtitle;
    at += 1;
  }
  const note = lines[at];
  if (note && noteLabelLength(note.text) > 0 && noteLabelLength(note.text) < note.text.length) {
    item.note = [{ lines: [note] }];
    at += 1;
  }
  const start = at;
  for (; at < lines.length; at += 1) {
    const line = lines[at];
    if (line && !readSource(line, at === start || at === lines.length - 1, item, ledger))
      addLine(item.paragraphs, closing(line, at === lines.length - 1, item, ledger));
  }
  return item;
}

function isPreamble(line: Line): boolean {
  const date = findDate(line.text);
  return preamble.test(line.text) || (date !== undefined && date.start === 0 && date.end === line.text.length);
}

function countTitleLines(lines: readonly Line[]): number {
  const first = lines[0];
  if (!first || !isTitleLike(first)) return 0;
  const belongs = (line: Line | undefined) =>
    line !== undefined &&
    isTitleLike(line) &&
    (line.isSoft || (isMarkedTitle(first) && isMarkedTitle(line) && line.heading === first.heading));
  let count = 1;
  while (count < mostTitleLines && belongs(lines[count])) count += 1;
  return count;
}

function readSource(line: Line, isAtEdge: boolean, item: RawItem, ledger: Ledger): boolean {
  const units = sourceUnits(line.rich);
  if (!units || !(line.role === 'source' || (isAtEdge && looksLikeUnits(units)))) return false;
  ledger.leave(line.rich, '来源行的括号或标签，印出时统一');
  item.sources.push(...units);
  return true;
}

/** The last line without the source in brackets that closes it. */
function closing(line: Line, isLast: boolean, item: RawItem, ledger: Ledger): Line {
  const start = isLast ? trailingSourceStart(line.text) : undefined;
  const source = start === undefined ? undefined : trim(slice(line.rich, start));
  const units = source && sourceUnits(source);
  if (start === undefined || !source || !units || !looksLikeUnits(units)) return line;
  ledger.leave(source, '来源行的括号或标签，印出时统一');
  item.sources.push(...units);
  const rich = trim(slice(line.rich, 0, start));
  return { ...line, rich, text: rich.text, loose: toLoose(rich.text) };
}

function composeNotes(article: Article, missing: readonly string[]): readonly string[] {
  const levels = new Set(article.paragraphs.flatMap(({ level }) => (level === undefined ? [] : [level])));
  const names = ['一、', '（一）', '1.', '（1）'].filter((_name, at) => [...levels].some((level) => level === at + 1));
  const lacking = missing.filter((part) => part !== '来源单位' || article.sources.length === 0);
  return [
    ...(lacking.length > 0 ? [`没有找到${lacking.join('、')}，不是一期专报，已作为来稿收下。`] : ['不是一期专报，已作为来稿收下。']),
    ...(article.title === '' ? ['没有找到标题。'] : []),
    ...(names.length > 0 ? [`标题层次${names.map((name) => `“${name}”`).join('')}已保留。`] : []),
  ];
}
