/** A Word file folded into the lines that recognition reads, and what is told of the rest. */
import type { Picture } from '../../document/picture.js';
import type { LeftAsideText, SourceLine } from '../../recognize/source-line.js';
import { notKept, quoteOf, reasonOf, type AsideReason } from './asides.js';
import { captionAbove, captionRow, isTableNext, takeCaption } from './fold-captions.js';
import { takePicture, tellRemark, tellStruck, type KeepPicture } from './fold-drawings.js';
import { isForm, isUnfilled, leaveUnfilled, nameLine, nameOfNext } from './form-cells.js';
import { hangNotes, leaveNote, notesByParagraph, type FoldedNotes } from './fold-notes.js';
import { readNotices } from './notices.js';
import {
  addAside,
  addText,
  joinParagraphs,
  openParagraph,
  toSourceLine,
  type OpenParagraph,
  type ParagraphTraits,
} from './open-paragraph.js';
import { raisedDigits } from '../../recognize/raised-digits.js';
import type { PackageBudget } from './open-package.js';
import { readDocx } from './read-docx.js';
import { roleOfStyle } from './style-roles.js';
import { isOwnTable, isTextTable, tableLine } from './table-line.js';
import {
  isLoss,
  runsOn,
  type WordBlock,
  type WordCell,
  type WordDocument,
  type WordEmbedded,
  type WordInline,
  type WordParagraph,
  type WordRun,
  type WordTable,
} from './word-document.js';

export interface WordText {
  readonly lines: readonly SourceLine[];
  /** Tracked changes and comments met, and what stands otherwise than it did: one Chinese sentence each. */
  readonly warnings: readonly string[];
  /** Deleted text, comments, hidden text and the like, with the paragraph they stood in. */
  readonly leftAside: readonly LeftAsideText[];
}

/** Who takes over what is no words of the file itself, and what reading it may cost. */
export interface WordTakers {
  readonly keepPicture?: KeepPicture | undefined;
  /** Reads a file that stands in this one; undefined where it cannot. */
  readonly readEmbedded?: ((bytes: Uint8Array) => WordText | undefined) | undefined;
  readonly budget?: PackageBudget | undefined;
}

/** What grows while a file is folded. */
interface Fold extends FoldedNotes {
  readonly isOwnFile: boolean;
  readonly keepPicture: KeepPicture | undefined;
  readonly readEmbedded: WordTakers['readEmbedded'];
  readonly warnings: string[];
  /** A paragraph whose mark was deleted: the next one joins it. */
  pending?: { readonly paragraph: OpenParagraph; readonly traits: ParagraphTraits };
}

/** How the blocks of a part or a cell are taken. */
interface Within {
  readonly isFurniture?: true;
  /** In a cell of a table of the text: its line. */
  readonly table?: number;
  /** Set inside a deleted row or cell. */
  readonly aside?: AsideReason;
}

/**
 * Reads a Word or WPS file into lines.
 * @throws AppError as `readDocx`
 */
export function readDocxLines(bytes: Uint8Array, file: string, { budget, ...takers }: WordTakers = {}): WordText {
  return foldLines(readDocx(bytes, file, budget), takers);
}

/**
 * One line a paragraph, one a table; tables that only lay out what is in them cell by cell, text boxes after the paragraph they hang on, headers and footers last. Notes hang on their words; those in tables,
 * comments and pictures are listed at their places. Tracked changes are taken as accepted and announced; what they delete
 * is listed as left aside.
 */
export function foldLines(document: WordDocument, { keepPicture, readEmbedded }: Omit<WordTakers, 'budget'> = {}): WordText {
  const fold: Fold = {
    isOwnFile: document.isOwnFile,
    keepPicture,
    readEmbedded,
    lines: [],
    leftAside: [],
    warnings: [],
    seen: [],
    notes: new Set(document.notes),
    notesOf: notesByParagraph(document.notes),
  };
  foldBlocks(document.body, fold, {});
  flushPending(fold);
  const lastLine = Math.max(1, fold.lines.length);
  fold.leftAside.push(...[...fold.notes].flatMap((note) => leaveNote(note, fold, lastLine)));
  for (const part of document.furniture) {
    foldBlocks(part, fold, { isFurniture: true });
    flushPending(fold);
  }
  for (const { paragraphs, author, range, answers, isResolved } of document.comments) {
    if (paragraphs.length === 0) continue;
    const quote = range ? quoteOf(range, fold.seen) : '';
    const answer = answers === undefined ? '' : `，回复${answers || '未署名'}`;
    const about = `${answer}${quote === '' ? '' : `，针对“${quote}”`}${isResolved ? '，已解决' : ''}`;
    const line = range ? (fold.seen[range.from.paragraph]?.line ?? lastLine) : lastLine;
    fold.leftAside.push({ line, text: paragraphs.join(' '), reason: `批注（${author || '未署名'}${about}）` });
  }
  return { lines: fold.lines, warnings: [...readNotices(document), ...fold.warnings], leftAside: fold.leftAside };
}

function foldBlocks(blocks: readonly WordBlock[], fold: Fold, within: Within): void {
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'paragraph') {
      foldParagraph(block, fold, within);
      if (blocks[at - 1]?.kind === 'table' && !isTableNext(blocks, at + 1)) captionAbove(fold);
    } else if (block.kind === 'table') foldTable(block, fold, within);
    else foldEmbedded(block, fold, within);
  }
}

function foldTable(table: WordTable, fold: Fold, within: Within): void {
  if (!within.isFurniture && within.table === undefined && within.aside === undefined && isTextTable(table))
    foldTextTable(table, fold, within);
  else foldCells(table, fold, within);
}

/** A table of the text: one line, with the caption that stands above it. */
function foldTextTable(table: WordTable, fold: Fold, within: Within): void {
  flushPending(fold);
  const above = takeCaption(fold, isOwnTable(table));
  const number = fold.lines.length + 1;
  const [asides, seen] = [fold.leftAside.length, fold.seen.length];
  const inTable: Within = { ...within, table: number };
  const lost: Within = { ...inTable, aside: '修订中删除的文字' };
  const kept = table.rows.filter(({ changes }) => !changes.some(isLoss));
  for (const row of table.rows) if (row.changes.some(isLoss)) for (const cell of row.cells) foldCell(cell, fold, lost);
  const inside = above || isOwnTable(table) ? undefined : captionRow(kept);
  const rows = inside ? kept.slice(1) : kept;
  const caption = above ?? (inside && foldCell(inside, fold, inTable)[0]);
  const cells = rows.map((row) =>
    row.cells.map((cell) => ({ lines: foldCell(cell, fold, cell.changes.some(isLoss) ? lost : inTable), span: cell.span })),
  );
  const toNumber = <Value extends { readonly line: number }>(value: Value): Value => ({ ...value, line: number });
  fold.leftAside.push(...fold.leftAside.splice(asides).map(toNumber));
  fold.seen.slice(seen).forEach((value, index) => (fold.seen[seen + index] = toNumber(value)));
  fold.lines.push(tableLine({ ...table, rows }, cells, { number, caption }));
  const pictures = cells.flat().flatMap(({ lines }) => lines.filter(({ picture }) => picture));
  for (const picture of pictures) fold.lines.push({ ...picture, line: fold.lines.length + 1 });
  if (pictures.length > 0) fold.warnings.push(`第${number}段的表格里有图片，已移到表格之后，请核对。`);
  const merged = rows.flatMap((row) => row.cells).filter(({ span, isMerged }) => span > 1 || isMerged).length;
  const nested = rows.flatMap((row) => row.cells).filter(({ blocks }) => blocks.some(({ kind }) => kind === 'table')).length;
  if (merged > 0) fold.warnings.push(`第${number}段的表格有合并的单元格，已拆开，文字在其中第一格，请核对。`);
  if (nested > 0) fold.warnings.push(`第${number}段的表格里还有表格，其中的文字已逐格收在所在的格里，请核对。`);
}

/** The lines of one cell, taken out of those of the file again. */
function foldCell({ blocks }: WordCell, fold: Fold, within: Within): readonly SourceLine[] {
  const first = fold.lines.length;
  foldBlocks(blocks, fold, within);
  flushPending(fold);
  return fold.lines.splice(first);
}

/** A table that only lays out what is in it, cell by cell. */
function foldCells({ rows }: WordTable, fold: Fold, within: Within): void {
  const first = fold.lines.length;
  const isNamed = isForm(rows);
  for (const row of rows) {
    let name: string | undefined;
    row.cells.forEach((cell, at) => {
      const isDeleted = [...row.changes, ...cell.changes].some(isLoss);
      const own = isDeleted ? { ...within, aside: '修订中删除的文字' as const } : within;
      const start = fold.lines.length;
      foldBlocks(cell.blocks, fold, own);
      flushPending(fold);
      if (name !== undefined) nameLine(name, start, fold);
      name = isNamed && own.aside === undefined ? nameOfNext(row.cells, at) : undefined;
      if (name !== undefined) fold.lines.splice(start);
      else if (isNamed && own.aside === undefined && isUnfilled(row.cells, at)) leaveUnfilled(start, fold);
    });
  }
  const only = rows.length === 1 && rows[0]?.cells.length === 1 && fold.lines.length - first === 1 ? fold.lines.at(-1) : undefined;
  if (only) fold.lines[first] = { ...only, isFramed: true };
  const columns = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const isSet = fold.lines.slice(first).some(({ role, text }) => role !== undefined && text !== '');
  if (rows.length < 2 || columns < 2 || isSet || within.aside !== undefined || within.table !== undefined) return;
  fold.warnings.push(`第${first + 1}段起的表格（${rows.length}行${columns}列）已逐格收为段落，表格线没有保留，请核对。`);
}

/** Reads a file that stands in this one at its place; one that cannot be read is told there. */
function foldEmbedded({ bytes }: WordEmbedded, fold: Fold, within: Within): void {
  flushPending(fold);
  const line = fold.lines.length + 1;
  const isInText = !within.isFurniture && within.aside === undefined && within.table === undefined;
  const own = bytes !== undefined && isInText ? fold.readEmbedded?.(bytes) : undefined;
  if (own) {
    for (const each of own.lines) fold.lines.push({ ...each, line: fold.lines.length + 1 });
    for (const each of own.leftAside) fold.leftAside.push({ ...each, line: each.line + line - 1 });
    fold.warnings.push(`第${line}段起嵌有另一份文件，已在这里读入（${own.lines.length}段），请核对。`);
    for (const each of own.warnings) fold.warnings.push(each);
    return;
  }
  fold.leftAside.push({ line, text: '嵌入的文件', reason: '嵌在文稿里的另一份文件，没有读入' });
  fold.warnings.push(`第${line}段处嵌有另一份文件，没有读入。请在 Word 里打开，另存为 .docx 后再导入。`);
}

function foldParagraph(paragraph: WordParagraph, fold: Fold, within: Within): void {
  const { aside, isFurniture, table } = within;
  const line = table ?? fold.lines.length + 1;
  const open = openParagraph();
  const pictures: Picture[] = [];
  let [words, struck] = ['', ''];
  addText(open, paragraph.number, paragraph.traits, aside);
  const start = open.text.length;
  for (const inline of paragraph.inlines) {
    const reason = whyAside(inline, aside);
    if (inline.kind === 'text') {
      const text = withRaisedDigits(inline, open.text);
      const isKept = addText(open, text, inline.traits, reason);
      words += isKept ? text : notKept.repeat(text.length);
      if (isKept && inline.traits.isStruck) struck += text;
    } else if (inline.kind === 'guide') addAside(open, inline.text, '注音');
    else if (isFurniture || reason !== undefined) continue;
    else if (inline.kind === 'picture') takePicture(inline, pictures, line, fold);
    else tellRemark(inline, line, fold);
  }
  if (!isFurniture) tellStruck(struck, line, fold);
  fold.seen[paragraph.index] = { words, line };
  if (!isFurniture && table === undefined && aside === undefined) hangNotes(paragraph, open, start, fold);
  const isPictureAlone = pictures.length > 0 && open.text.trim() === '' && open.asides.length === 0;
  if (!isPictureAlone || fold.pending || runsOn(paragraph))
    finishParagraph(open, traitsOf(paragraph, fold, within), runsOn(paragraph), fold);
  for (const picture of pictures)
    fold.lines.push({ line: fold.lines.length + 1, text: '', bold: [], marks: [], isParagraph: true, picture });
  for (const box of paragraph.boxes) foldBox(box, line, fold, within);
}

function whyAside(inline: WordInline, aside: AsideReason | undefined): AsideReason | undefined {
  if (inline.kind === 'guide') return '注音';
  return reasonOf(inline.changes) ?? (inline.kind === 'text' && inline.isPrompt ? '控件里的提示语' : aside);
}

/** m² and CO₂ whose figures are raised or lowered by their looks alone. */
function withRaisedDigits({ text, traits: { raised } }: WordRun, before: string): string {
  return (raised !== undefined && /[A-Za-z\d\p{Script=Greek}米)]/u.test(before.slice(-1)) ? raisedDigits(text, raised) : undefined) ?? text;
}

function foldBox(box: readonly WordBlock[], line: number, fold: Fold, within: Within): void {
  const first = fold.lines.length;
  foldBlocks(box, fold, within);
  flushPending(fold);
  const words = fold.lines
    .slice(first)
    .map(({ text }) => text)
    .join('')
    .trim();
  if (words === '' || within.isFurniture) return;
  fold.warnings.push(`第${line}段的文本框“${words.length > 20 ? `${words.slice(0, 20)}…` : words}”接在该段之后，请核对位置。`);
}

function finishParagraph(paragraph: OpenParagraph, traits: ParagraphTraits, isOpenEnded: boolean, fold: Fold): void {
  const joined = fold.pending ? joinParagraphs(fold.pending.paragraph, paragraph) : paragraph;
  const kept = fold.pending && fold.pending.paragraph.text !== '' ? fold.pending.traits : traits;
  delete fold.pending;
  if (isOpenEnded) fold.pending = { paragraph: joined, traits: kept };
  else addLine(joined, kept, fold);
}

function flushPending(fold: Fold): void {
  if (!fold.pending) return;
  const { paragraph, traits } = fold.pending;
  delete fold.pending;
  addLine(paragraph, traits, fold);
}

function addLine(paragraph: OpenParagraph, traits: ParagraphTraits, fold: Fold): void {
  const line = fold.lines.length + 1;
  fold.lines.push(toSourceLine(paragraph, line, traits));
  for (const { text, reason } of paragraph.asides) if (text.trim() !== '') fold.leftAside.push({ line, text, reason });
}

function traitsOf(
  { styleName, outlineLevel: level, align, startsPage }: WordParagraph,
  { isOwnFile }: Fold,
  { isFurniture }: Within,
): ParagraphTraits {
  const role = roleOfStyle(styleName, isOwnFile);
  // A brief has an outline level for its title's sake; its words are running text.
  const isHeading = level !== undefined && level <= 8 && role.bodyLevel !== 0;
  return {
    ...(isHeading ? { heading: level + 1 } : {}),
    ...(align === undefined ? {} : { align }),
    ...(startsPage ? { startsPage } : {}),
    ...role,
    ...(isFurniture ? { role: 'furniture' } : {}),
  };
}
