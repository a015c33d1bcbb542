import type { ColumnForm } from '../document/issue.js';
import { readItems } from './body-items.js';
import { noteLabelLength } from './editor-notes.js';
import type { RawItem } from './body-items.js';
import { bulletLength, withoutBullets } from './bullets.js';
import { columnName } from './column-names.js';
import { columnOfRun, findCoverOpening, openEntries, claim, looseOf } from './cover.js';
import type { Cover } from './cover.js';
import type { Ledger } from './ledger.js';
import { numberLevel } from '../document/heading-level.js';
import { toLoose } from './line.js';
import type { Line } from './line.js';
import { withItemHeadings } from './item-headings.js';
import { withoutTitleMarks } from './title-marks.js';
import { leaveRepeatedMasthead } from './masthead-like.js';
import type { MastheadFields } from './masthead-fields.js';
import { areBeforeColons, areNamed, opensWithBracketedTitle, partRunInTitles } from './run-in-titles.js';
import { paragraphText } from './paragraphs.js';
import { added, boldOpeningLength, slice } from './rich-text.js';
import type { Rich } from './rich-text.js';
import { sourceUnits, trailingSourceStart } from './sources.js';
import { isTitleLike } from './titles.js';

export interface RawColumn {
  readonly name: Rich;
  readonly key: string;
  readonly form: ColumnForm;
  readonly items: readonly RawItem[];
}

interface Section {
  readonly name?: Rich;
  readonly key: string;
  readonly lines: Line[];
}

export interface ReadColumnsOptions {
  readonly cover: Cover;
  readonly ledger: Ledger;
  readonly fields: Readonly<MastheadFields>;
  readonly warnings: string[];
}

/** Name and key of the column for articles that stand under none. */
const fallbackColumn = '经验交流';
/** Least likeness of two titles, 0 to 1, that are taken for wordings of one. */
const leastLikeness = 0.6;

/** Reads the columns of the body with their items, in order; books column headings and repetitions. */
export function readColumns(body: readonly Line[], options: ReadColumnsOptions): readonly RawColumn[] {
  const sections = splitSections(withoutTitleMarks(body, options.cover, options.ledger), options);
  const keys = new Set(sections.map(({ key }) => key));
  const columns = sections.flatMap((section) => {
    const areBriefs = opensWithBrief(section, options.cover);
    const lines = areBriefs ? partRunInTitles(section.key, withoutBullets(section.lines, options.ledger), options.ledger) : section.lines;
    const items = readItems(lines, { areBriefs, cover: options.cover, ledger: options.ledger, warnings: options.warnings });
    const headed = areBriefs ? items : items.map((item) => withItemHeadings(item, options.warnings));
    return regroup(section, headed, areBriefs, keys, options);
  });
  matchSimilar(columns, options.cover);
  return columns;
}

/** A column name with its brackets, which are printed again when they are 〔〕. */
export function keepColumnHeading(line: Line, name: Rich, ledger: Ledger): void {
  ledger.leave(line.rich, '栏目名的括号，印出时统一');
  ledger.keep(name);
  if (line.text.startsWith('〔')) ledger.keep(slice(line.rich, 0, 1));
  if (line.text.endsWith('〕')) ledger.keep(slice(line.rich, line.text.length - 1));
}

function splitSections(body: readonly Line[], { ledger, fields }: ReadColumnsOptions): readonly Section[] {
  const sections: Section[] = [];
  for (const line of body) {
    const name = columnName(line);
    const current = sections.at(-1);
    if (name) {
      const key = name.text.replace(/\s/gu, '');
      if (current?.key === key) ledger.leave(line.rich, '重复的栏目名');
      else {
        keepColumnHeading(line, name, ledger);
        sections.push({ name, key, lines: [] });
      }
    } else if (!leaveRepeatedMasthead(line, fields, ledger)) {
      if (current) current.lines.push(line);
      else sections.push({ key: '', lines: [line] });
    }
  }
  return sections;
}

/** Names that say briefs: 简讯, 工作短讯. */
function isOfBriefs(key: string): boolean {
  return /[简短快要]讯$/u.test(key);
}

/** 1.甲社区……。: a sentence with its number. */
function isCounted(line: Line | undefined, value: number): boolean {
  return line !== undefined && line.text.startsWith(String(value)) && numberLevel(line.text) === 3;
}

/** Whether a column's items open with their text: 简讯 by name, others by the look of the first item. */
function opensWithBrief(section: Section, cover: Cover): boolean {
  if (isOfBriefs(section.key)) return true;
  const first = section.lines.find(({ text }) => noteLabelLength(text) === 0);
  if (!first || isTitleLike(first) || sourceUnits(first.rich)) return false;
  const marked = section.lines.filter(({ text }) => bulletLength(text) > 0 && /[。！？]/u.test(text)).length;
  if (marked > 1 || (section.name && marked === section.lines.length)) return true;
  if (
    section.lines.filter(opensWithBracketedTitle).length > 1 ||
    (section.name && areNamed(section.lines)) ||
    areBeforeColons(section.key, section.lines)
  )
    return true;
  const isOnly = section.name !== undefined && section.lines.length === 1 && trailingSourceStart(first.text) !== undefined;
  if (isCounted(section.lines[0], 1) && (isOnly || section.lines.slice(1).some((line) => isCounted(line, 2)))) return true;
  const bold = boldOpeningLength(first.rich);
  return (bold > 0 && bold < first.text.length) || findCoverOpening(cover, first.loose) !== undefined;
}

/** Parts items whose cover title stands under another column, one whose heading the body has lost. */
function regroup(
  section: Section,
  items: readonly RawItem[],
  areBriefs: boolean,
  keys: ReadonlySet<string>,
  options: ReadColumnsOptions,
): readonly RawColumn[] {
  const groups: { key: string; name?: Rich; items: RawItem[] }[] = [{ ...section, items: [] }];
  for (const item of items) {
    const covered = item.coverRun && columnOfRun(options.cover, item.coverRun);
    const current = groups.at(-1);
    if (covered && current && covered.key !== current.key && (!keys.has(covered.key) || current.key === '')) {
      options.warnings.push(`第${item.firstLine}行前没有栏目名，按目录归入〔${covered.name.text}〕。`);
      if (current.items.length === 0 && current.key === '') Object.assign(current, { key: covered.key, name: covered.name, items: [item] });
      else groups.push({ key: covered.key, name: covered.name, items: [item] });
    } else current?.items.push(item);
  }
  return groups
    .filter(({ key, items: members }) => key === section.key || members.length > 0)
    .filter(({ key, items: members }) => key !== '' || members.length > 0)
    .map(({ key, name, items: members }) => toColumn(key, name, members, areBriefs && key === section.key, options));
}

function toColumn(
  key: string,
  name: Rich | undefined,
  items: readonly RawItem[],
  areBriefs: boolean,
  { ledger, warnings }: ReadColumnsOptions,
): RawColumn {
  if (name === undefined) warnings.push(`没有找到栏目名，稿件暂放在〔${fallbackColumn}〕。`);
  const isBrief = areBriefs || isOfBriefs(key);
  if (name) ledger.keep(name);
  return { name: name ?? added(fallbackColumn), key: name ? key : fallbackColumn, form: isBrief ? 'brief' : 'article', items };
}

/** Gives items without a cover title the entry of their column that is worded most like theirs. */
function matchSimilar(columns: readonly RawColumn[], cover: Cover): void {
  for (const column of columns) {
    for (const item of column.items) {
      if (item.coverRun) continue;
      const title = titleGuess(item);
      const entries = openEntries(cover).filter(
        (run) => columnOfRun(cover, run)?.key === column.key || columnOfRun(cover, run) === undefined,
      );
      const ranked = entries
        .map((run) => ({ run, likeness: likeness(looseOf(cover, run), title) }))
        .sort((left, right) => right.likeness - left.likeness);
      const best = ranked[0];
      if (!best || best.likeness < leastLikeness) continue;
      claim(cover, best.run);
      item.coverRun = best.run;
    }
  }
}

function titleGuess(item: RawItem): string {
  if (item.titleLines.length > 0) return item.titleLines.map(({ loose }) => loose).join('');
  const first = item.paragraphs[0];
  return first ? toLoose(paragraphText(first).text).slice(0, 60).replace(/。.*$/u, '') : '';
}

/** Share of character pairs two texts have in common (Dice), 0 to 1. */
function likeness(left: string, right: string): number {
  const pairs = (text: string) => new Set([...text].slice(0, -1).map((character, at) => character + ([...text][at + 1] ?? '')));
  const [first, second] = [pairs(left), pairs(right)];
  let shared = 0;
  for (const pair of first) if (second.has(pair)) shared += 1;
  return first.size + second.size === 0 ? 0 : (2 * shared) / (first.size + second.size);
}
