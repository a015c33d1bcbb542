import { isClosing } from './column-groups.js';
import { columnName } from './column-names.js';
import { claim, columnOfRun, findCoverOpening } from './cover.js';
import type { Cover, CoverRun } from './cover.js';
import { isDateLine } from './draft-fields.js';
import { isNote, isSummary, readNote } from './editor-notes.js';
import type { Ledger } from './ledger.js';
import { numberLevel } from '../document/heading-level.js';
import { toLoose, withRich } from './line.js';
import type { Line } from './line.js';
import { isBracketedDate } from './masthead-like.js';
import { addLine, paragraphText, pictureParagraphs } from './paragraphs.js';
import type { RawParagraph } from './paragraphs.js';
import { boldOpeningLength, slice, trim } from './rich-text.js';
import type { Rich } from './rich-text.js';
import { isNamesAlone, isWriterWithPosts, sourceWithPost } from './signed-posts.js';
import { isLabelledSource, isSignatureLine, looksLikeUnits, plainUnits, sourceParts, sourceUnits, trailingSourceStart } from './sources.js';
import type { SourceParts } from './sources.js';
import { opensUnsourced } from './unsourced-titles.js';
import { findCoverTitle, findTitle, isMarkedTitle, isSubtitle, isTitleLike, opensHalf } from './titles.js';

/** An article or brief as found in the body, still in terms of lines. */
export interface RawItem {
  readonly titleLines: Line[];
  coverRun?: CoverRun;
  subtitle?: Line;
  /** Paragraphs of the 编者按; the first line still has its label. */
  note?: readonly RawParagraph[];
  readonly paragraphs: RawParagraph[];
  readonly sources: Rich[];
  readonly firstLine: number;
  isClosed: boolean;
}

export interface ReadItemsOptions {
  /** Items open with their text, not with a title line. */
  readonly areBriefs: boolean;
  readonly cover: Cover;
  readonly ledger: Ledger;
  readonly warnings: string[];
}

/** Shortest lead of a brief, in characters, that tells a new brief by its bold type alone. */
const shortestBriefLead = 8;

/** Reads the items of one column's lines in order; every line goes into an item or is left aside with a reason. */
export function readItems(found: readonly Line[], options: ReadItemsOptions): readonly RawItem[] {
  const lines = withSummariesBelow(found, options.cover);
  const items: RawItem[] = [];
  const hasSources = lines.some(({ rich }) => sourceUnits(rich) !== undefined);
  let pendingNote: readonly RawParagraph[] | undefined;
  let at = 0;
  while (at < lines.length) {
    const line = lines[at];
    if (!line) break;
    const item = items.at(-1);
    const isOpen = item?.isClosed === false;
    const title = titleDue(lines, at, item, { hasNote: pendingNote !== undefined, hasSources }, options);
    if (isFurniture(line, item, options.ledger)) at += 1;
    else if (readSource(lines, at, item, options)) at += 1;
    else if (isNote(line) && !(isOpen && item.paragraphs.length > 0)) {
      const note = readNote(lines, at, options.cover, isOpen ? 'within' : 'overTitle');
      if (isOpen && item.note === undefined) item.note = note.paragraphs;
      else pendingNote = note.paragraphs;
      at = note.end;
    } else if (title) {
      const opened = openItem(line.number, lines.slice(at, at + title.count), pendingNote);
      if (title.run) takeRun(opened, title.run, options.cover);
      items.push(opened);
      pendingNote = undefined;
      at += title.count;
    } else if (isOpen && isSecondTitle(line, item)) {
      item.subtitle = line;
      at += 1;
    } else {
      const target = isOpen && !opensBrief(line, item, options) ? item : openItem(line.number, [], pendingNote);
      if (target !== item) {
        items.push(target);
        pendingNote = undefined;
      }
      addText(target, line, lines[at + 1], options);
      at += 1;
    }
  }
  if (pendingNote) items.push(openItem(lines.at(-1)?.number ?? 0, [], pendingNote));
  return items;
}

/** The lines with 【核心提示】, which says over a title what the article is about, below that title: it is the first paragraph. */
function withSummariesBelow(lines: readonly Line[], cover: Cover): readonly Line[] {
  const moved = [...lines];
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    if (!isSummary(line) || (before && !isClosing(before))) return;
    const count = findTitle(lines, at + 1, cover)?.count ?? 0;
    moved.splice(at, count + 1, ...lines.slice(at + 1, at + 1 + count), line);
  });
  return moved;
}

/** Whether a line stands right under a title as its second: —— …, or the day of a speech in brackets. */
function isSecondTitle(line: Line, { titleLines, paragraphs, subtitle }: RawItem): boolean {
  return titleLines.length > 0 && paragraphs.length === 0 && !subtitle && (isSubtitle(line) || isBracketedDate(line));
}

function openItem(firstLine: number, titleLines: readonly Line[], note: readonly RawParagraph[] | undefined): RawItem {
  return { titleLines: [...titleLines], paragraphs: [], sources: [], firstLine, isClosed: false, ...(note ? { note } : {}) };
}

function takeRun(item: RawItem, run: CoverRun, cover: Cover): void {
  claim(cover, run);
  item.coverRun = run;
}

/** What stands around a line, as far as it says whether a title is due. */
interface Around {
  readonly hasNote: boolean;
  /** Some article of the column names its source. */
  readonly hasSources: boolean;
}

/** The title that begins here; undefined when the line is not one. */
function titleDue(
  lines: readonly Line[],
  at: number,
  item: RawItem | undefined,
  { hasNote, hasSources }: Around,
  options: ReadItemsOptions,
) {
  const line = lines[at];
  if (!line) return undefined;
  const covered = findCoverTitle(lines, at, options.cover);
  if (covered || !(isTitleLike(line) || opensHalf(lines, at))) return covered;
  const isDue = item === undefined || item.isClosed;
  if (isDue) {
    if (!isMarkedTitle(line) && opensHeadings(lines, at)) return undefined;
    if (numberLevel(line.text) !== undefined && item && !isMarkedTitle(line)) return undefined;
    if (!options.areBriefs || isMarkedTitle(line) || hasNote) return findTitle(lines, at, options.cover);
    return undefined;
  }
  return titleInside(lines, at, item, hasSources, options);
}

/** A title behind an article that nothing has closed. */
function titleInside(
  lines: readonly Line[],
  at: number,
  item: RawItem,
  hasSources: boolean,
  { areBriefs, cover, warnings }: ReadItemsOptions,
) {
  const line = lines[at];
  if (!line || item.paragraphs.length === 0) return undefined;
  if (item.sources.length > 0 && headsSource(lines, at)) return findTitle(lines, at, cover);
  const depth = item.titleLines[0]?.heading;
  const isDeeper = depth !== undefined && line.heading !== undefined && line.heading > depth;
  if (!isDeeper && isMarkedTitle(line)) return findTitle(lines, at, cover);
  if (!areBriefs && opensUnsourced(lines, at, item.titleLines[0]?.text ?? '', hasSources)) {
    warnings.push(`第${line.number}行：“${line.text}”前面的稿件没有来源单位，按下文认作另一篇的标题，请核对。`);
    return findTitle(lines, at, cover);
  }
  return undefined;
}

/** Whether 一、 opens the headings of an article that has no title: 二、 follows before any source closes it. */
function opensHeadings(lines: readonly Line[], at: number): boolean {
  if (!/^一、/u.test(lines[at]?.text ?? '')) return false;
  const behind = lines.slice(at + 1);
  const second = behind.findIndex(({ text }) => /^二、/u.test(text));
  return second >= 0 && !behind.slice(0, second).some((line) => sourceUnits(line.rich) !== undefined || isMarkedTitle(line));
}

/** Whether a line stands over a source and a text, as titles do where sources stand under them. */
function headsSource(lines: readonly Line[], at: number): boolean {
  const [next, text] = [lines[at + 1], lines[at + 2]];
  if (!next || !text || isTitleLike(text)) return false;
  return sourceUnits(next.rich) !== undefined || plainUnits(next) !== undefined;
}

/** Title lines printed twice. */
function isFurniture(line: Line, item: RawItem | undefined, ledger: Ledger): boolean {
  const isOpenHead = item !== undefined && !item.isClosed && item.paragraphs.length === 0;
  if (!isOpenHead || line.loose.length < 4) return false;
  const title = toLoose(item.titleLines.map(({ text }) => text).join(''));
  const isDoubled =
    title === line.loose || item.titleLines.some(({ loose }) => loose === line.loose) || item.subtitle?.loose === line.loose;
  if (isDoubled) ledger.leave(line.rich, '重复的标题');
  return isDoubled;
}

/** Who wrote the whole of an article, as 摄影 and 图 did not. */
const wroteIt = /执\s*笔|撰\s*稿|作\s*者|记\s*者|通讯员/u;

/** Whether a line like a title stands over text that is none. */
function isOverText(lines: readonly Line[], at: number): boolean {
  const [line, next] = [lines[at], lines[at + 1]];
  return line !== undefined && next !== undefined && isTitleLike(line) && !isTitleLike(next);
}

/** Whether names alone stand right under a title: its writers, which is told. */
function isBylineOf({ titleLines, paragraphs }: RawItem, line: Line, next: Line | undefined, warnings: string[]): boolean {
  const is = titleLines.length > 0 && paragraphs.length === 0 && next !== undefined && isNamesAlone(line);
  if (is) warnings.push(`第${line.number}行：标题下的“${line.text}”认作作者姓名，没有收入，请核对。`);
  return is;
}

function readSource(lines: readonly Line[], at: number, item: RawItem | undefined, { cover, ledger, warnings }: ReadItemsOptions): boolean {
  const line = lines[at];
  if (!line || !item || line.role === 'body' || line.role === 'editorNote') return false;
  if (isDateLine(line) && item.isClosed && item.sources.length > 0) {
    ledger.leave(line.rich, '来源单位下署的日期，专报不印');
    return true;
  }
  const isWriter =
    isBylineOf(item, line, lines[at + 1], warnings) || isSignatureLine(line) || isWriterWithPosts(line, item.titleLines[0]?.text ?? '');
  if (isWriter && item.titleLines.length + item.paragraphs.length > 0) {
    ledger.leave(line.rich, '供稿人姓名，专报不印');
    if (item.paragraphs.length > 0 && wroteIt.test(line.text) && isOverText(lines, at + 1)) item.isClosed = true;
    return true;
  }
  const parts = sourceAt(lines, at, item, cover);
  if (!parts) return false;
  const known = new Set(item.sources.map(({ text }) => text));
  const isHead = item.paragraphs.length === 0;
  if (parts.units.every(({ text }) => known.has(text))) ledger.leave(line.rich, '重复的来源单位');
  else {
    bookFurniture(line.rich, parts.units, item.sources.length === 0, ledger);
    for (const person of parts.persons) ledger.leave(person, '供稿人姓名，专报不印');
    item.sources.push(...parts.units);
  }
  item.paragraphs.push(...pictureParagraphs([line]));
  item.isClosed = isHead ? isEndOfItem(lines[at + 1]) : true;
  return true;
}

/** The units a line names, where it stands as a source does: in brackets, labelled, or bare at an article's end or under its title. */
function sourceAt(lines: readonly Line[], at: number, item: RawItem, cover: Cover): SourceParts | undefined {
  const [line, next] = [lines[at], lines[at + 1]];
  if (!line) return undefined;
  const signed = sourceWithPost(line, item.titleLines[0]?.text ?? '');
  const parts = signed ? undefined : sourceParts(line.rich);
  if (parts) return isSureSource(line, parts, item) || isBoundary(next) ? parts : undefined;
  const plain = line.heading === undefined ? (signed ?? plainUnits(line)) : undefined;
  if (!plain || item.isClosed || findCoverTitle(lines, at, cover)) return undefined;
  const isSet = line.role === 'source' || line.align === 'right';
  const isHead = item.titleLines.length > 0 && item.paragraphs.length === 0 && next !== undefined && !isEndOfItem(next);
  const isEnd = item.paragraphs.length > 0 && (isEndOfItem(next) || isDateLine(next as Line) || isTitleLike(next as Line));
  return isSet || isHead || isEnd ? plain : undefined;
}

/** Whether a line that names a source is one wherever it stands: by its style, its units, or its label right under a title. */
function isSureSource(line: Line, { units }: SourceParts, { paragraphs }: RawItem): boolean {
  return line.role === 'source' || looksLikeUnits(units) || (paragraphs.length === 0 && isLabelledSource(line));
}

function isEndOfItem(line: Line | undefined): boolean {
  return !line || columnName(line) !== undefined || (isTitleLike(line) && numberLevel(line.text) === undefined);
}

/** Brackets, 、 and labels of a source line are printed again from the units. */
function bookFurniture(rich: Rich, units: readonly Rich[], isFirst: boolean, ledger: Ledger): void {
  const separators = units.length - 1;
  if ((rich.text.match(/、/gu) ?? []).length === separators) {
    for (const match of rich.text.matchAll(/、/gu)) ledger.keep(slice(rich, match.index, match.index + 1));
  }
  ledger.leave(rich, '来源行的括号或标签，印出时统一');
  if (!isFirst) return;
  if (rich.text.startsWith('（')) ledger.keep(slice(rich, 0, 1));
  if (rich.text.endsWith('）')) ledger.keep(slice(rich, rich.text.length - 1));
}

/** Whether an item ends before this line: the end, a column, a title or the bold opening of a brief. */
function isBoundary(line: Line | undefined): boolean {
  return !line || columnName(line) !== undefined || isTitleLike(line) || boldOpeningLength(line.rich) > 0;
}

/** Whether a line begins the next brief although the last one was not closed by a source line. */
function opensBrief(line: Line, item: RawItem, { areBriefs, cover }: ReadItemsOptions): boolean {
  if (item.paragraphs.length === 0) return false;
  if (areBriefs && line.isListed) return true;
  const run = findCoverOpening(cover, line.loose);
  if (run) return areBriefs || columnOfRun(cover, run)?.key === '简讯';
  const bold = boldOpeningLength(line.rich);
  return areBriefs && bold >= shortestBriefLead && bold < line.text.length && /[。！？]/u.test(line.text.slice(bold - 1, bold + 1));
}

function addText(item: RawItem, line: Line, next: Line | undefined, options: ReadItemsOptions): void {
  const text = withTrailingSource(item, line, next, options);
  addLine(item.paragraphs, text);
  const [only] = item.paragraphs;
  if (item.titleLines.length > 0 || item.coverRun || item.paragraphs.length > 1 || !only) return;
  // A brief cut by the page end may show its whole title only once its lines are joined.
  const run = findCoverOpening(options.cover, toLoose(paragraphText(only).text));
  if (run) takeRun(item, run, options.cover);
}

/** A source that stands at the end of the text instead of on its own line closes the item. */
function withTrailingSource(item: RawItem, line: Line, next: Line | undefined, { ledger, areBriefs }: ReadItemsOptions): Line {
  const start = trailingSourceStart(line.text);
  if (start === undefined || (next && sourceUnits(next.rich)) || !(areBriefs || isBoundary(next))) return line;
  const source = trim(slice(line.rich, start));
  const units = sourceUnits(source);
  if (!units || !looksLikeUnits(units)) return line;
  bookFurniture(source, units, item.sources.length === 0, ledger);
  item.sources.push(...units);
  item.isClosed = true;
  const rich = trim(slice(line.rich, 0, start));
  return withRich(line, rich);
}
