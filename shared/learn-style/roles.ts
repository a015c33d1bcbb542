/** Which printed part each paragraph of a Word file is, told by what recognition made of that same file. */
import { printedImprint } from '../document/imprint-fields.js';
import { issueNumberText } from '../document/issue-number-text.js';
import { briefLead, type Article, type Issue, type Item } from '../document/issue.js';
import { cellLines, isTable, tableGrid, type TableParagraph } from '../document/table.js';
import { composeIssue, dateText, editorNoteLabel } from '../layout/compose-issue.js';
import type { TextRole } from '../layout/page-style.js';
import { toLoose } from '../recognize/line.js';
import type { SeenParagraph } from './seen-paragraph.js';

/** A paragraph with its part; `leadLength` characters of its words are a run-in lead. */
export interface RoledParagraph extends SeenParagraph {
  readonly role: TextRole;
  readonly leadLength: number;
}

/** Parts that follow each other down the pages: running text and its headings. */
export const runningRoles: ReadonlySet<TextRole> = new Set(['body', 'level1', 'level2', 'level3', 'level4', 'editorNote']);

/** What recognition took a file for: a whole issue, or manuscripts. */
export type Recognised =
  | { readonly kind: 'issue'; readonly issue: Issue }
  | { readonly kind: 'article'; readonly articles: readonly Article[] };

interface Loose {
  readonly paragraph: SeenParagraph;
  readonly loose: string;
}

/** A paragraph of an item as recognised. */
interface Wanted {
  readonly role: TextRole;
  /** Its words and how many of them are the lead, both loose. */
  readonly words: string;
  readonly leadLength: number;
}

/** Paragraphs looked through for the next one of an item: the rest of a long table or list may stand between. */
const lookAhead = 400;
/** Loose characters that tell one paragraph from another. */
const keyLength = 16;
/** The shortest piece of a title that is taken for one. */
const shortestPiece = 2;

/** The paragraphs that have a part, in order. What recognition left aside has none. */
export function roledParagraphs(seen: readonly SeenParagraph[], recognised: Recognised): readonly RoledParagraph[] {
  const loose = seen.map((paragraph) => ({ paragraph, loose: toLoose(paragraph.text) }));
  const roles = new Map<number, { readonly role: TextRole; readonly leadLength: number }>();
  const give = (at: number, role: TextRole, leadLength = 0): void => {
    if (!roles.has(at)) roles.set(at, { role, leadLength });
  };
  const items = itemsOf(recognised);
  const ends = { first: seen.length, last: -1 };
  let from = 0;
  for (const { item, column } of items) {
    const placed = placeItem(item, from, loose);
    if (placed.length === 0) continue;
    for (const { at, wanted } of placed) give(at, wanted.role, wanted.leadLength);
    const start = placeHeads(item, column, { from, before: placed[0]?.at ?? from }, loose, give);
    ends.first = Math.min(ends.first, start);
    from = (placed.at(-1)?.at ?? from) + 1;
    ends.last = Math.max(ends.last, from - 1);
  }
  if (recognised.kind === 'issue') {
    placeCover(recognised.issue, loose.slice(0, ends.first), give);
    placeTail(recognised.issue, ends.last + 1, loose, give);
  }
  return seen.flatMap((paragraph, at) => {
    const found = roles.get(at);
    return found ? [{ ...paragraph, ...found }] : [];
  });
}

function itemsOf(recognised: Recognised): readonly { readonly item: Item; readonly column: string | undefined }[] {
  if (recognised.kind === 'article') return recognised.articles.map((item) => ({ item, column: undefined }));
  return recognised.issue.columns.flatMap(({ name, items }) => items.map((item, at) => ({ item, column: at === 0 ? name : undefined })));
}

const levelRoles = { 1: 'level1', 2: 'level2', 3: 'level3', 4: 'level4' } as const;

function wantedOf(item: Item): readonly Wanted[] {
  const notes = item.type === 'article' ? (item.editorNote ?? []) : [];
  const title = item.type === 'brief' ? briefLead(item) : '';
  return [
    ...notes.map((text, at) => wanted('editorNote', at === 0 ? editorNoteLabel : '', text)),
    ...item.paragraphs.flatMap((paragraph, at) => {
      const { lead = '', text, level } = paragraph;
      if (isTable(paragraph)) return [...(at === 0 && title !== '' ? [wanted('body', title, '')] : []), ...wantedOfTable(paragraph)];
      return [
        wanted(level ? levelRoles[level] : 'body', at === 0 && title !== '' ? title : lead, at === 0 && title !== '' ? lead + text : text),
      ];
    }),
  ];
}

/** The caption of a table and the lines of its cells. */
function wantedOfTable(paragraph: TableParagraph): readonly Wanted[] {
  const { caption, rows } = tableGrid(paragraph);
  const lines = (role: TextRole, text: string) => cellLines(text).map((line) => wanted(role, '', line));
  const roleOf = (row: number): TextRole => (row < paragraph.table.headerRows ? 'tableHead' : 'tableCell');
  return [...lines('tableCaption', caption.text), ...rows.flatMap((cells, row) => cells.flatMap(({ text }) => lines(roleOf(row), text)))];
}

function wanted(role: TextRole, lead: string, text: string): Wanted {
  return { role, words: toLoose(lead + text), leadLength: toLoose(lead).length };
}

/** The running text of an item and its source, each at the nearest place behind the one before. */
function placeItem(item: Item, from: number, loose: readonly Loose[]): readonly { readonly at: number; readonly wanted: Wanted }[] {
  const placed: { at: number; wanted: Wanted }[] = [];
  let next = from;
  const place = (sought: Wanted, matches: (loose: string) => boolean): void => {
    const end = Math.min(loose.length, next + lookAhead);
    for (let at = next; at < end; at += 1) {
      if (!matches(loose[at]?.loose ?? '')) continue;
      placed.push({ at, wanted: sought });
      next = at + 1;
      return;
    }
  };
  for (const sought of wantedOf(item)) if (sought.words !== '') place(sought, opensWith(sought.words));
  if (item.sources.length > 0) {
    const units = item.sources.map(toLoose);
    place({ role: 'source', words: '', leadLength: 0 }, (text) => text.length < 120 && units.every((unit) => text.includes(unit)));
  }
  return placed;
}

/** Numbers that Word may have counted by itself: they are not among the words of the paragraph. */
const counted =
  /^(?:[〇一二三四五六七八九十百]+[、.]|\([〇一二三四五六七八九十百]+\)|\d+[.、)]|\(\d+\)|第[〇一二三四五六七八九十百]+[章节条])/u;

function opensWith(words: string): (loose: string) => boolean {
  const keys = [words, words.replace(counted, '')].map((key) => key.slice(0, keyLength)).filter((key) => key !== '');
  return (text) =>
    text !== '' && keys.some((key) => text.startsWith(key) || (text.length >= 4 && key.startsWith(text) && key.length < keyLength));
}

interface Stretch {
  readonly from: number;
  readonly before: number;
}

type Give = (at: number, role: TextRole, leadLength?: number) => void;

/** Column, title and subtitle stand right before the text, the nearest first. Gives back where the item begins. */
function placeHeads(item: Item, column: string | undefined, { from, before }: Stretch, loose: readonly Loose[], give: Give): number {
  let start = before;
  const title = toLoose(item.title);
  const subtitle = item.type === 'article' ? toLoose(item.subtitle ?? '') : '';
  let left = item.type === 'article' ? title : '';
  for (let at = before - 1; at >= from && (left !== '' || column !== undefined); at -= 1) {
    const text = loose[at]?.loose ?? '';
    if (text === '') continue;
    if (subtitle !== '' && left === title && isPieceOf(text, subtitle)) give(at, 'subtitle');
    else if (left !== '' && left.endsWith(text) && (text.length >= shortestPiece || text === left)) {
      give(at, 'title');
      left = left.slice(0, left.length - text.length);
    } else if (column !== undefined && isColumn(text, column)) {
      give(at, 'columnHeading');
      return at;
    } else if (left !== title || left === '') break;
    else continue;
    start = at;
  }
  return start;
}

function isPieceOf(text: string, whole: string): boolean {
  return text.length >= shortestPiece && (whole === text || whole.startsWith(text) || whole.endsWith(text));
}

/** The name of a column, whatever brackets it is printed in. */
function isColumn(text: string, name: string): boolean {
  return text.replace(/^[〔[【(〖『「《<●◆■★※]+|[〕\]】)〗』」》>●◆■★※]+$/gu, '') === toLoose(name);
}

function placeCover(issue: Issue, cover: readonly Loose[], give: Give): void {
  const { name, organ, date, copyNumber, serial, secrecy } = issue.masthead;
  const [number, day] = [toLoose(issueNumberText(issue.masthead)), toLoose(dateText(date))];
  const [looseName, looseOrgan] = [toLoose(name), toLoose(organ)];
  const titles = issue.columns.flatMap(({ items }) => items.map((item) => toLoose(item.coverTitle ?? item.title)));
  const columns = issue.columns.map((column) => column.name);
  const instruction = toLoose(issue.instruction);
  let isBehindName = false;
  cover.forEach(({ loose }, at) => {
    if (loose === '') return;
    if (!isBehindName && looseName.includes(loose) && loose.length * 2 >= looseName.length) {
      isBehindName = looseName.endsWith(loose);
      give(at, 'mastheadName');
    } else if ((organ !== '' && loose.includes(looseOrgan)) || loose.includes(day)) give(at, 'mastheadOrgan');
    else if (loose.includes(number) && loose.length <= number.length + 16) give(at, 'mastheadNumber');
    else if (secrecy && loose.includes(toLoose(secrecy))) give(at, 'mastheadMark');
    else if ([copyNumber, serial].some((mark) => mark && loose.includes(toLoose(mark)))) give(at, 'mastheadCopy');
    else if (/^领导批示:?$/u.test(loose)) give(at, 'instructionLabel');
    else if (instruction !== '' && (loose.includes(instruction) || (loose.length > 3 && instruction.includes(loose))))
      give(at, 'instructionText');
    else if (columns.some((column) => isColumn(loose, column))) give(at, 'contentsHeading');
    else if (titles.some((title) => isEntryOf(loose, title))) give(at, 'contentsEntry');
  });
}

/** A title of the contents or a line of it, with or without its page. */
function isEntryOf(text: string, title: string): boolean {
  const plain = text.replace(/[.…•]*\(?\d{0,3}\)?$/u, '');
  return [text, plain].some((words) => words.length >= 4 && title.includes(words));
}

function placeTail(issue: Issue, from: number, loose: readonly Loose[], give: Give): void {
  const lines = composeIssue(issue).flatMap((block) => (block.kind === 'tail' ? block.lines : []));
  const labels = lines.map(({ label }) => toLoose(label));
  const people = printedImprint(issue.imprint)
    .map(({ text }) => toLoose(text))
    .filter((value) => value.length > 1);
  for (let at = from; at < loose.length; at += 1) {
    const text = loose[at]?.loose ?? '';
    if (text === '') continue;
    if (labels.some((label) => text.startsWith(`${label}:`)) || lines.some((line) => text === toLoose(line.text))) give(at, 'distribution');
    else if (text.length < 120 && (people.some((value) => text.includes(value)) || /印\d+份/u.test(text))) give(at, 'imprint');
  }
}
