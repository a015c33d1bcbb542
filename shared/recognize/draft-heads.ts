/** What stands over the title of a manuscript: the name of its kind or column, its number in the file, what the file calls all of them. */
import { bulletLength, withoutBullet } from './bullets.js';
import { isKnownColumnLabel } from './column-names.js';
import { isEntry, isNumberOver, isPartLabel, isUnitEntry } from './draft-parts.js';
import { isDateLine, isUnitLine, readFieldLine } from './draft-fields.js';
import type { DraftFields } from './draft-values.js';
import { isSigned, isWritten } from './instruction.js';
import { sentenceEnd } from './leads.js';
import type { Ledger } from './ledger.js';
import { lineBehind, toLoose, withRich } from './line.js';
import type { Line } from './line.js';
import { instruction } from './masthead-fields.js';
import { numberLevel } from '../document/heading-level.js';
import { slice, trim, without } from './rich-text.js';
import { closesWithUnit, looksLikeUnits, unitBefore } from './sources.js';
import { isTitleLike } from './titles.js';

/** What a manuscript is in its file: the whole of it, or one of several. */
export type Place = 'whole' | 'first' | 'later';

/** What a bulletin calls itself: 宣传思想工作简报. */
const bulletinName = /^[\p{Script=Han}\s]{2,20}(?:简报|专报|快报|动态|简讯|快讯|信息|参考|要情|摘报)$/u;
/** Whether a unit makes it or has it printed. */
const maker = /\s*(?:主办|编印?|编发|印发?|办)(?=\s|$)/u;

/** Without the name of a bulletin and who makes it, and when, over the title of a manuscript taken out of it; both are told. */
export function withoutBulletin(lines: readonly Line[], fields: DraftFields, ledger: Ledger): readonly Line[] {
  const [name, line, title] = lines;
  if (!name || !line || !title || !bulletinName.test(name.text) || !isTitleLike(title)) return lines;
  const made = line.text.length <= longestMaker ? maker.exec(line.text) : null;
  const unit = made ? withRich(line, without(line.rich, new RegExp(maker, 'gu'))) : line;
  if (!made || !isUnitLine(unit) || !readFieldLine(unit, fields, ledger)) return lines;
  ledger.leave(line.rich, '来源行的括号或标签，印出时统一');
  ledger.leave(name.rich, '刊物的名称，不是稿件的标题');
  fields.notes.push(`“${name.text}”认作刊物的名称，不是标题，请核对。`);
  return lines.slice(2);
}

const longestMaker = 60;

/** Without what a leader wrote on a manuscript, which stands over its title: 县委书记张示例批示：…. */
export function withoutInstruction(lines: readonly Line[], { notes }: DraftFields, ledger: Ledger): readonly Line[] {
  const [first] = lines;
  if (!first || !(instruction.test(first.text) || opensInstruction.test(first.text.slice(0, longestOpening)))) return lines;
  let end = 1;
  while (end <= mostWritten && lines[end] && belongsToInstruction(lines[end] as Line)) end += 1;
  const [title, text] = lines.slice(end);
  const isWhole = end > 1 || isWritten(first);
  if (!isWhole || !title || !text || !isTitleLike(title)) return lines;
  for (const { rich } of lines.slice(0, end)) ledger.leave(rich, '领导批示，不是稿件的文字');
  notes.push(`“${first.text.slice(0, longestOpening)}”等${String(end)}行认作领导批示，没有收入正文，请核对。`);
  return lines.slice(end);
}

const opensInstruction = /^[^。；！？]{0,28}批示(?:指出|要求|如下)?[：:]/u;
const longestOpening = 34;
const mostWritten = 6;

/** Sentences, and who wrote them on which day. */
function belongsToInstruction(line: Line): boolean {
  return isWritten(line) || isSigned(line) || isDateLine(line) || /^[（(]?\d{1,2}\s*月\s*\d{1,2}\s*日[）)]?$/u.test(line.text);
}

/** What a kind of text is called, which stands over its title: 经验材料, 卷首语. */
const kindName =
  /^[【〔[（(]?(?:(?:人物|事件|新闻|现场|深度|专题|综合|工作|风貌|记者)?\s*(?:短评|时评|评论|社论|言论|述评|综述|特写|侧记|速写|专访|纪实|观察|消息|通讯|报道)|(?:考察|调研|调查)报告|卷首语?|刊首语|开卷语|(?:典型|优秀|先进|创新|工作)?案例|(?:经验|典型|交流|汇报|发言|先进|事迹|宣传){1,2}\s*材料|(?:工作|宣传|宣传信息|信息|调研|经验|政务|党建|网信|(?:网络|涉\p{Script=Han})?舆情)\s*(?:信息|简讯|专报|简报|快报|参考|报告)|\p{Script=Han}{2,24}会(?:议|上)?的?(?:交流|经验|典型|书面|汇报|发言){1,2}\s*材料之?[（(]?[一二三四五六七八九十\d]{1,3}[）)]?|发言(?:提纲|稿)|讲话稿|交流发言|信息稿|(?:新闻)?通稿|新闻稿|通讯稿|宣传稿|送审稿|讨论稿|征求意见稿|情况反映|(?:信息|稿件)(?:报送|上报|来稿|投稿))[】〕\]）)]?$/u;
/** Any other name in brackets that stands over a title longer than it, behind which the text opens: 【乡村故事】. */
const namedAbove = /^[【〔［[][^】〕］\]，。]{2,14}[】〕］\]]$/u;

/** Without the number of the manuscript in its file and the name of the column it is meant for, which stand over its title. */
export function withoutHeads(lines: readonly Line[], { notes }: DraftFields, ledger: Ledger, place: Place): readonly Line[] {
  let rest = lines;
  for (let count = 0; count < mostHeads; count += 1) {
    const without = withoutHead(rest, notes, ledger);
    if (without === rest) break;
    rest = without;
  }
  return place === 'whole' ? rest : withoutNumber(rest, ledger);
}

/** One of several manuscripts without the number before its title, 二、甲镇……, which no heading of its own follows. */
function withoutNumber(lines: readonly Line[], ledger: Ledger): readonly Line[] {
  const [title, ...text] = lines;
  const level = title && isTitleLike(title) ? numberLevel(title.text) : undefined;
  if (!title || level === undefined || text.some((line) => numberLevel(line.text) === level)) return lines;
  const number = /^.{1,6}?[、.．）)]\s*/u.exec(title.text)?.[0] ?? '';
  ledger.leave(slice(title.rich, 0, number.length), '稿件的序号');
  return [lineBehind(title, number.length), ...text];
}

const mostHeads = 4;

function withoutHead(lines: readonly Line[], notes: string[], ledger: Ledger): readonly Line[] {
  const first = lines[0];
  if (!first || lines.length === 1) return lines;
  const prefix = columnPrefix.exec(first.text)?.[0] ?? '';
  if (prefix !== '' && first.text.length - prefix.length >= shortestTitle && isKnownColumnLabel(partOf(first, prefix.trim().length))) {
    ledger.leave(slice(first.rich, 0, prefix.length), '标题前的栏目名，不是标题的文字');
    return [lineBehind(first, prefix.length), ...lines.slice(1)];
  }
  const isLabel = isPartLabel(first) || isNumberOver(first, lines[1]);
  const title = lines[1] && isTitleLike(lines[1]) ? lines[1].text : '';
  const isNamed = namedAbove.test(first.text) && title.length > first.text.length && !namedAbove.test(title);
  const isOfUnit = title !== '' && numberLevel(title) === undefined && isKindOfUnit(first);
  const isKind = title !== '' && (kindName.test(first.text) || isOfUnit);
  if (isOfUnit) notes.push(`“${first.text}”认作文种的名称，不是标题，请核对。`);
  if (!isLabel && !isKind && !isNamed && !isKnownColumnLabel(first)) return lines;
  ledger.leave(first.rich, isLabel ? '稿件的序号' : isKind ? '文种的名称，不是稿件的标题' : '栏目名，不是稿件的标题');
  return lines.slice(1);
}

/** 甲县融媒体中心新闻通稿: a kind of text behind the unit that wrote it. */
function isKindOfUnit({ text, rich }: Line): boolean {
  const kind = text.length <= longestMaker ? kindOfUnit.exec(text) : null;
  return kind !== null && kind.index > 0 && looksLikeUnits([trim(slice(rich, 0, kind.index))]);
}

const kindOfUnit = /(?:新闻|宣传)?(?:通稿|信息稿|新闻稿|宣传稿|通讯稿|送审稿)$|(?:经验|典型|交流|汇报|发言){1,2}材料$/u;

const columnPrefix = /^[【〔［[][^】〕］\]]{2,8}[】〕］\]]\s*/u;
const shortestTitle = 6;

function partOf(line: Line, length: number): Line {
  return withRich(line, slice(line.rich, 0, length));
}

/** Without what the file calls its manuscripts together (示例区5月份信息), which stands apart over the first title. */
export function withoutCollectionName(lines: readonly Line[], ledger: Ledger): readonly Line[] {
  const isSole = lines.filter(({ text }) => numberLevel(text) !== undefined).length === 1;
  const opens = (line: Line) =>
    isPartLabel(line) ||
    isEntry(line) ||
    isUnitEntry(line) ||
    bulletLength(line.text) > 0 ||
    namedAbove.test(line.text) ||
    isNumberOver(line, lines[lines.indexOf(line) + 1]) ||
    (isSole && numberLevel(line.text) !== undefined);
  const at = lines.slice(0, mostHeads).findIndex(opens);
  const heads = lines.slice(0, Math.max(0, at));
  if (heads.length > 0 && heads.every(isTitleLike) && lines.filter(isEntry).length < 2) {
    for (const line of heads)
      ledger.leave(line.rich, isKnownColumnLabel(line) ? '栏目名，不是稿件的标题' : '几篇稿件的总名，不是稿件的标题');
    return lines.slice(at);
  }
  const [name, title, text] = lines;
  if (!name || !title || !text || !isTitleLike(name) || !isTitleLike(title) || isTitleLike(text)) return lines;
  const isCounted =
    /[二两三四五六七八九十\d]\s*[则篇条][）)]?$/u.test(name.text) ||
    (unitBefore(title.text) !== undefined && unitBefore(name.text) === undefined);
  if (!isCounted && (title.isAdjacent || !/(?:信息|稿件|来稿|材料|简报|汇总|合集)$/u.test(name.text))) return lines;
  ledger.leave(name.rich, '几篇稿件的总名，不是稿件的标题');
  return lines.slice(1);
}

/** Longest first sentence of a brief that is its title, with its stop. */
const longestCutTitle = 40;

/** A brief that opens with its text behind a mark (▲), or as one of several behind its number: the first sentence, a short one, is its title. */
export function withTitleCut(lines: readonly Line[], ledger: Ledger, place: Place): readonly Line[] {
  const [opening, ...others] = lines;
  const first = opening && withoutBullet(opening, ledger, place !== 'whole' && isEntry(opening));
  if (!first?.isListed) return lines;
  const end = sentenceEnd(first.text, 0);
  if (end > longestCutTitle || end === first.text.length || !first.text.slice(0, end).endsWith('。')) return [first, ...others];
  ledger.leave(slice(first.rich, end - 1, end), '简讯标题后的句号');
  const title = slice(first.rich, 0, end - 1);
  return [{ ...first, rich: title, text: title.text, loose: toLoose(title.text), role: 'title' }, lineBehind(first, end), ...others];
}

/** A title of one line without the unit in brackets that closes it: 甲县书香进巷（甲县文旅局）. */
export function withoutTitleSource(lines: readonly Line[], fields: DraftFields, ledger: Ledger): readonly Line[] {
  const [title, ...others] = lines;
  if (!title || others.length > 0 || !closesWithUnit(title)) return lines;
  const start = Math.max(title.text.lastIndexOf('（'), title.text.lastIndexOf('('));
  const unit = slice(title.rich, start);
  readFieldLine(withRich(title, unit), fields, ledger);
  fields.notes.push(`标题末尾的“${unit.text}”认作来源单位，请核对。`);
  return [withRich(title, trim(slice(title.rich, 0, start)))];
}
