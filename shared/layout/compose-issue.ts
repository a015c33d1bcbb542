import { headingLevel } from '../document/heading-level.js';
import type { Article, Brief, Column, Issue, Item, Masthead, Paragraph } from '../document/issue.js';
import { briefLead, plainTitle } from '../document/issue.js';
import { footnotesPart, shiftFootnotes } from '../document/footnotes.js';
import { isPicture } from '../document/picture.js';
import { isTable, tableGrid } from '../document/table.js';
import { marksPart, shiftMarks } from '../document/text-marks.js';
import { issueNumberText } from '../document/issue-number-text.js';
import { printedImprint } from '../document/imprint-fields.js';
import type { Block, BlockPlace, TailBlock } from './block.js';

/** Label that opens the first paragraph of an editor's note. */
export const editorNoteLabel = '编者按：';

/** An issue as its printed parts in reading order: the only home of editorial order. Columns without items are left out. */
export function composeIssue(issue: Issue): readonly Block[] {
  const columns = issue.columns.filter((column) => column.items.length > 0);
  return [...composeCover(issue, columns), ...columns.flatMap(composeColumn), composeTail(issue)];
}

/** `2022-07-28` as 2022年7月28日: Arabic digits, no leading zeros (GB/T 9704-2012, 7.3.5.4). */
export function dateText(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${String(year)}年${String(month)}月${String(day)}日`;
}

/** （甲、乙）: the units of one item in full-width brackets. */
export function sourceText(sources: readonly string[]): string {
  return `（${sources.join('、')}）`;
}

function composeCover(issue: Issue, columns: readonly Column[]): readonly Block[] {
  return [
    composeMasthead(issue.masthead),
    { kind: 'instruction', place: { part: 'instruction' }, label: '领导批示', text: issue.instruction },
    ...(columns.length === 0 ? [] : [composeContents(columns)]),
  ];
}

function composeMasthead(masthead: Masthead): Block {
  return {
    kind: 'masthead',
    place: { part: 'masthead' },
    name: masthead.name,
    numberText: issueNumberText(masthead),
    organ: masthead.organ,
    dateText: dateText(masthead.date),
    ...(masthead.secrecy ? { secrecy: masthead.secrecy } : {}),
    ...(masthead.copyNumber ? { copyNumber: copyNumberText(masthead.copyNumber) } : {}),
    ...(masthead.serial ? { serial: serialText(masthead.serial) } : {}),
  };
}

/** 000001 as it stands (GB/T 9704-2012, 7.2.1: six digits); anything else is named, so that it is not taken for a page number. */
function copyNumberText(copyNumber: string): string {
  return /^(?:\d{6}$|份\s*号)/u.test(copyNumber) ? copyNumber : `份号：${copyNumber}`;
}

/** 编号：XX-06, unless it is named already. */
function serialText(serial: string): string {
  return /^(?:编\s*号|№|No\b)/iu.test(serial) ? serial : `编号：${serial}`;
}

function composeContents(columns: readonly Column[]): Block {
  return {
    kind: 'contents',
    place: { part: 'contents' },
    groups: columns.map((column) => ({
      heading: columnHeadingText(column),
      columnId: column.id,
      entries: column.items.map((item) => ({ title: coverTitle(item), itemId: item.id })),
    })),
  };
}

/** Breaks set for the body's title do not fit the cover's measure, so only the cover's own are kept. */
function coverTitle(item: Item): string {
  return item.coverTitle ?? plainTitle(item.title);
}

function columnHeadingText(column: Column): string {
  return `〔${column.name}〕`;
}

function composeColumn(column: Column): readonly Block[] {
  return [
    { kind: 'columnHeading', place: { part: 'column', columnId: column.id }, text: columnHeadingText(column) },
    ...column.items.flatMap((item) => composeItem(item, column.id)),
  ];
}

/** Blocks of items composed before: an item is a value, so an edit elsewhere leaves its blocks the same objects. */
const composed = new WeakMap<Item, { readonly columnId: string | undefined; readonly blocks: readonly Block[] }>();

function composeItem(item: Item, columnId: string): readonly Block[] {
  const known = composed.get(item);
  if (known !== undefined && known.columnId === columnId) return known.blocks;
  const base = { columnId, itemId: item.id };
  const body = item.type === 'article' ? composeArticleBody(item, base) : composeBriefBody(item, base);
  const source = { kind: 'source' as const, place: { ...base, part: 'source' as const }, text: sourceText(item.sources) };
  const blocks = item.sources.length === 0 ? body : [...body, source];
  composed.set(item, { columnId, blocks });
  return blocks;
}

function composeArticleBody(article: Article, base: Omit<BlockPlace, 'part'>): readonly Block[] {
  return [
    { kind: 'title', place: { ...base, part: 'title' }, text: article.title },
    ...(article.subtitle ? [{ kind: 'subtitle' as const, place: { ...base, part: 'subtitle' as const }, text: article.subtitle }] : []),
    ...(article.editorNote ?? []).map((text, index) => ({
      kind: 'editorNote' as const,
      place: { ...base, part: 'editorNote' as const },
      lead: index === 0 ? editorNoteLabel : '',
      text,
    })),
    ...article.paragraphs.map((paragraph) => {
      const block = composeParagraph(paragraph, base);
      const isUnnumbered = block.kind === 'paragraph' && block.level !== undefined && headingLevel(block.text) === undefined;
      return isUnnumbered && article.title !== '' ? { ...block, isUnnumbered: true as const } : block;
    }),
  ];
}

function composeParagraph(paragraph: Paragraph, base: Omit<BlockPlace, 'part'>): Block {
  const place = { ...base, part: 'paragraph' as const, paragraphId: paragraph.id };
  if (isTable(paragraph)) return { kind: 'table', place, ...tableGrid(paragraph), ...paragraph.table };
  if (isPicture(paragraph)) return { kind: 'picture', place, picture: paragraph.picture, caption: paragraph.text };
  return {
    kind: 'paragraph',
    place,
    lead: paragraph.lead ?? '',
    ...(paragraph.leadInferred ? { isGuess: true as const } : {}),
    text: paragraph.text,
    ...marksPart(paragraph.marks ?? []),
    ...footnotesPart(paragraph.footnotes ?? []),
    ...(paragraph.level ? { level: paragraph.level } : {}),
    ...(paragraph.fit ? { fit: paragraph.fit } : {}),
  };
}

/** The paragraph a brief's title runs in before; one that opens with a table or a picture has its title alone before it. */
export function runInParagraph({ paragraphs: [opening] }: Pick<Item, 'paragraphs'>): Paragraph | undefined {
  return opening && !isTable(opening) && !isPicture(opening) ? opening : undefined;
}

function composeBriefBody(brief: Brief, base: Omit<BlockPlace, 'part'>): readonly Block[] {
  const first = runInParagraph(brief);
  const rest = first ? brief.paragraphs.slice(1) : brief.paragraphs;
  return [
    {
      kind: 'brief',
      place: { ...base, part: 'paragraph', ...(first ? { paragraphId: first.id } : {}) },
      lead: briefLead(brief),
      ...(brief.leadInferred ? { isGuess: true as const } : {}),
      text: first ? `${first.lead ?? ''}${first.text}` : '',
      ...marksPart(shiftMarks(first?.marks, first?.lead?.length ?? 0)),
      ...footnotesPart(shiftFootnotes(first?.footnotes, briefLead(brief).length)),
      ...(first?.fit ? { fit: first.fit } : {}),
    },
    ...rest.map((paragraph) => composeParagraph(paragraph, base)),
  ];
}

function composeTail(issue: Issue): TailBlock {
  return {
    kind: 'tail',
    place: { part: 'distribution' },
    lines: [...issue.distribution, ...(issue.extraDistribution ? [{ label: '本期增发', text: issue.extraDistribution }] : [])],
    imprint: printedImprint(issue.imprint).map(({ label, text }) => ({ label, text })),
    ...(issue.masthead.printRun === undefined ? {} : { printRunText: `印${String(issue.masthead.printRun)}份` }),
  };
}
