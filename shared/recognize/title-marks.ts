/** Marks and numbers that an issue sets before the titles of its articles: □ 甲县…, 一、乙县…; the 专报 prints none. */
import { bulletLength } from './bullets.js';
import { isRunningText } from './column-groups.js';
import { notColumn } from './column-marks.js';
import { columnName } from './column-names.js';
import { findCoverRun, type Cover } from './cover.js';
import { numberOf } from './dates.js';
import { numberLevel } from '../document/heading-level.js';
import type { Ledger } from './ledger.js';
import { lineBehind, toLoose, withRich } from './line.js';
import type { Line } from './line.js';
import { slice, trim } from './rich-text.js';
import { looksLikeUnits, plainUnits, sourceUnits, trailingSourceStart, unitBefore } from './sources.js';
import { isTitleLike } from './titles.js';

/** （一）甲县：…, which numbers headings as a rule. */
const headingNumber = /^[（(]([一二三四五六七八九十]{1,3})[）)]\s*(?=\S)/u;
const number = /^(?:([一二三四五六七八九十]{1,3})、|[（(]?([\d０-９]{1,2})[.．、）)])\s*(?=\S)/u;

/**
 * The lines of a body whose titles have no mark and no number. A title stands first, under the name of a column, or behind a
 * source, or in the contents; numbers go only where there are several that count up: else they are headings of the one article.
 */
export function withoutTitleMarks(lines: readonly Line[], cover: Cover, ledger: Ledger): readonly Line[] {
  const heads = lines.flatMap((line, at) => (isTitleLike(line) && (isHead(lines, at) || isAnnounced(line, cover)) ? [at] : []));
  const counted = new Set([...countedHeads(lines, heads), ...countedNews(lines), ...countedUnits(lines)]);
  const isTitle = new Set([...heads, ...counted]);
  return lines.map((line, at) => {
    const length = !isTitle.has(at)
      ? 0
      : counted.has(at)
        ? ((number.exec(line.text) ?? headingNumber.exec(line.text))?.[0].length ?? 0)
        : bulletLength(line.text);
    if (length === 0) return line;
    ledger.leave(slice(line.rich, 0, length), '标题前的记号、序号，专报不印');
    const bare = lineBehind(line, length);
    return counted.has(at) && line.role === undefined ? { ...bare, role: 'title' as const } : bare;
  });
}

/** Whether the contents have the line without its mark. */
function isAnnounced({ text }: Line, cover: Cover): boolean {
  const length = bulletLength(text);
  return length > 0 && findCoverRun(cover, toLoose(text.slice(length))) !== undefined;
}

/** The lines with titles apart from the units behind them and the columns before them, which stand in one row with them. */
export function partTitles(lines: readonly Line[]): readonly Line[] {
  return partColumnTitles(partTitleSources(lines));
}

const titleWithSource = /^(.{6,}?)\s*([（(][^（）()]{2,20}[）)])$/u;
/** Longest title with its source, in characters: longer lines are not looked through. */
const longestWithSource = 90;
/** Fewest titles of a file with a source behind them; one alone may have a remark in brackets. */
const fewestWithSource = 2;

/** The lines with titles apart from the units that stand in brackets behind them, over a text: 甲区办起夜校（甲区文旅局）. */
function partTitleSources(lines: readonly Line[]): readonly Line[] {
  const cuts = lines.map((line, at): number | undefined => {
    const mayBe = line.role === undefined && !line.table && line.text.length <= longestWithSource;
    const head = mayBe ? titleWithSource.exec(line.text)?.[1] : undefined;
    const text = lines[at + 1];
    if (head === undefined || !text || !isTitleLike(line) || isTitleLike(text) || !/[。！？]$/u.test(text.text)) return undefined;
    return looksLikeUnits(sourceUnits(trim(slice(line.rich, head.length))) ?? []) ? head.length : undefined;
  });
  if (cuts.filter((cut) => cut !== undefined).length < fewestWithSource) return lines;
  return lines.flatMap((line, at) => {
    const cut = cuts[at];
    if (cut === undefined) return [line];
    return [{ ...withRich(line, trim(slice(line.rich, 0, cut))), role: 'title' as const }, lineBehind(line, cut)];
  });
}

const columnBefore = /^[【〔［[](\p{Script=Han}{2,8})[】〕］\]]\s*(?=\S)/u;
/** Fewest titles of a file with the name of their column before them. */
const fewestWithColumn = 2;

/** The lines with names of columns apart from the titles they stand before in one row, over a text: 【校园安全】甲镇小学办起安全课堂. */
function partColumnTitles(lines: readonly Line[]): readonly Line[] {
  const cuts = lines.map((line): number | undefined => {
    const match = line.role === undefined && !line.table && line.text.length <= longestWithSource ? columnBefore.exec(line.text) : null;
    const isTitle = match && !notColumn.test(match[1] ?? '') && isTitleLike(lineBehind(line, match[0].length));
    return isTitle ? match[0].length : undefined;
  });
  const words = new Map<string, number>();
  lines.forEach(({ loose }, at) => cuts[at] !== undefined && words.set(loose, at));
  const heads = cuts.map((cut, at) => {
    const last = cut === undefined ? undefined : words.get(lines[at]?.loose ?? '');
    return last !== undefined && lines.slice(last + 1, last + 2).some(isRunningText);
  });
  if (heads.filter(Boolean).length < fewestWithColumn) return lines;
  return lines.flatMap((line, at) => {
    const cut = heads[at] ? (cuts[at] ?? 0) : 0;
    if (cut === 0) return [line];
    return [
      { ...withRich(line, trim(slice(line.rich, 0, cut))), role: 'column' as const },
      { ...lineBehind(line, cut), role: 'title' as const },
    ];
  });
}

function isHead(lines: readonly Line[], at: number): boolean {
  const before = lines[at - 1];
  return (
    !before ||
    columnName(before) !== undefined ||
    sourceUnits(before.rich) !== undefined ||
    plainUnits(before) !== undefined ||
    trailingSourceStart(before.text) !== undefined
  );
}

/** Whether a text stands below, or below a second line of the title. */
function isOverText(lines: readonly Line[], at: number): boolean {
  const [next, text] = [lines[at + 1], lines[at + 2]];
  if (!next || isRunningText(next)) return next !== undefined;
  return text !== undefined && isTitleLike(next) && numberLevel(next.text) === undefined && isRunningText(text);
}

/** Titles 1., 2. … that count up right from the name of their column on, or from one column to the next, each over a text. */
function countedNews(lines: readonly Line[]): readonly number[] {
  const found: number[] = [];
  let due = 0;
  let last = 0;
  lines.forEach((line, at) => {
    const isFirst = columnName(lines[at - 1] ?? line) !== undefined;
    if (columnName(line)) due = 1;
    else if (!isFirst && due === 1) due = 0;
    const match = due > 0 ? number.exec(line.text) : null;
    const value = match?.[2] === undefined ? 0 : numberOf(match[2]);
    const isNext = value > 0 && (value === due || (isFirst && value === last + 1));
    if (!isNext || !isTitleLike(line) || !isOverText(lines, at)) return;
    found.push(at);
    last = value;
    due = value + 1;
  });
  return found;
}

/**
 * Titles （一）, （二） … of articles, where no title stands over the first: each opens with another unit and stands over a text, as
 * the headings of one article do not.
 */
function countedUnits(lines: readonly Line[]): readonly number[] {
  const found = lines.flatMap((line, at) => {
    const match = isTitleLike(line) ? headingNumber.exec(line.text) : null;
    return match ? [{ at, value: numberOf(match[1] ?? ''), unit: unitBefore(line.text.slice(match[0].length)) }] : [];
  });
  const first = found[0]?.at ?? 0;
  const isOpening = !lines.slice(0, first).some((line) => isTitleLike(line) || columnName(line));
  const areTitles = found.every(({ at, value }, place) => value === place + 1 && lines.slice(at + 1, at + 2).some(isRunningText));
  const units = new Set(found.map(({ unit }) => unit));
  return isOpening && areTitles && found.length > 1 && units.size === found.length && !units.has(undefined)
    ? found.map(({ at }) => at)
    : [];
}

/** The heads that are numbered, where each number follows the last, or begins anew under the next column. */
function countedHeads(lines: readonly Line[], heads: readonly number[]): readonly number[] {
  const found = heads.flatMap((at) => {
    const match = number.exec(lines[at]?.text ?? '');
    return match ? [{ at, value: numberOf(match[1] ?? match[2] ?? '') }] : [];
  });
  const countsUp = found.every(({ value }, at) => value === 1 || value === (found[at - 1]?.value ?? 0) + 1);
  return countsUp && found.length > 1 ? found.map(({ at }) => at) : [];
}
