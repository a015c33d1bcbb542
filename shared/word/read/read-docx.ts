import { readFormatting } from './formatting.js';
import { createNumberCounter, type NumberCounter } from './numbering.js';
import { bodyOf, openPackage, packageBudget, type PackageBudget } from './open-package.js';
import { markNames, noteMark, openRanges } from './ranges.js';
import { formatChanges, noteChange, paragraphChanges } from './read-changes.js';
import { embeddedReader } from './embedded.js';
import { measureOf, mediaReader, picturesIn, wordsReader, type Drawn } from './pictures.js';
import { readComments, readNotes } from './read-notes.js';
import { isPrompt, readInline } from './read-runs.js';
import { readTable, rowOf } from './read-table.js';
import type { Reading } from './reading.js';
import { readNumbering, readStyles, type Style } from './styles.js';
import type { WordBlock, WordChange, WordDocument, WordInline, WordParagraph } from './word-document.js';
import { alignments, noBlocks } from './word-xml.js';
import { child, childValue, elements, isOn, type XmlElement } from './xml-tree.js';

/**
 * Reads a Word or WPS file (.docx, .dotx, zip-based .wps) as a value, tracked changes and comments kept as such.
 * `foldLines` makes of it what recognition reads.
 * @param budget what may still be read, where the file stands in another one
 * @throws AppError `file-broken` or `file-too-large` naming the file and the remedy
 */
export function readDocx(bytes: Uint8Array, file: string, budget: PackageBudget = packageBudget()): WordDocument {
  const word = openPackage(bytes, file, budget);
  const reading: Reading = {
    styles: readStyles(word.part('styles')),
    formatting: readFormatting(word),
    counter: createNumberCounter(word.part('numbering')),
    changes: [],
    fields: [],
    ranges: openRanges(),
    mediaOf: mediaReader((relation, limit) => word.media(relation, limit)),
    embeddedIn: embeddedReader((relation, limit) => word.media(relation, limit)),
    wordsOf: wordsReader((relation) => word.related(relation)),
    measureEmu: measureOf(bodyOf(word.document)),
    isPageDue: false,
    paragraphs: 0,
  };
  const body = readBlocks(bodyOf(word.document), reading);
  // Relations are of one part: those of the body say nothing of pictures elsewhere.
  const elsewhere: Reading = { ...reading, mediaOf: () => undefined, wordsOf: () => '', embeddedIn: () => ({ kind: 'embedded' }) };
  const furniture = word.headersAndFooters.map((part) => readBlocks(part, elsewhere));
  const notes = (['footnotes', 'endnotes'] as const).flatMap((kind) => readNotes(word.part(kind), kind, elsewhere, readBlock));
  return {
    body,
    furniture,
    notes,
    comments: readComments(word.part('comments'), word.part('commentsExtended'), reading.ranges),
    bookmarks: [...reading.ranges.bookmarks.values()],
    changes: reading.changes,
    isOwnFile: reading.styles.isOwnFile,
  };
}

/** The paragraphs and tables below an element, wrappers taken off. */
function readBlocks(parent: XmlElement | undefined, reading: Reading): readonly WordBlock[] {
  return elements(parent).flatMap((element) => readBlock(element, reading));
}

/** Whether a section ends with a paragraph and the next one is set on a new page, as sections are that say nothing. */
function opensNextPage(properties: XmlElement | undefined): boolean {
  const section = child(properties, 'sectPr');
  return section !== undefined && (childValue(section, 'type') ?? 'nextPage') !== 'continuous';
}

/** The paragraphs of an empty content control, whose words only say what to fill in. */
function asPrompts(blocks: readonly WordBlock[]): readonly WordBlock[] {
  return blocks.map((block) =>
    block.kind === 'paragraph'
      ? { ...block, inlines: block.inlines.map((inline) => (inline.kind === 'text' ? { ...inline, isPrompt: true as const } : inline)) }
      : block,
  );
}

/** The same for one element. */
function readBlock(element: XmlElement, reading: Reading): readonly WordBlock[] {
  if (element.name === 'p') return [readParagraph(element, reading)];
  if (element.name === 'tbl') return [readTable(element, reading, readBlock)];
  if (element.name === 'tr') return [{ kind: 'table', widths: [], rows: [rowOf(element, reading, readBlock)] }];
  if (element.name === 'AlternateContent') return readBlocks(child(element, 'Choice') ?? child(element, 'Fallback'), reading);
  if (isPrompt(element, reading.styles)) return asPrompts(readBlocks(element, reading));
  if (element.name === 'altChunk') return [reading.embeddedIn(element)];
  if (markNames.has(element.name)) {
    noteMark(element, { paragraph: reading.paragraphs, offset: 0 }, false, reading.ranges);
    return [];
  }
  if (!noBlocks.has(element.name)) return readBlocks(element, reading);
  for (const change of formatChanges(element)) noteChange(change, reading.changes, reading.ranges.moves);
  return [];
}

function readParagraph(element: XmlElement, reading: Reading): WordParagraph {
  const index = reading.paragraphs;
  reading.paragraphs += 1;
  const { changes, fields, ranges, styles, mediaOf, measureEmu, wordsOf } = reading;
  const properties = child(element, 'pPr');
  const onChange = (change: XmlElement): WordChange => noteChange(change, changes, ranges.moves);
  const markChanges = paragraphChanges(properties).map(onChange);
  const style = styles.paragraph(childValue(properties, 'pStyle'));
  const number = automaticNumber(properties, style, reading.counter);
  const inlines: WordInline[] = [];
  const pageBreak = child(properties, 'pageBreakBefore');
  let startsPage = reading.isPageDue || (pageBreak !== undefined && isOn(pageBreak));
  reading.isPageDue = false;
  const onPageBreak = (): void => {
    if (inlines.length === 0 && startsPage) return;
    if (inlines.length === 0) startsPage = true;
    else reading.isPageDue = true;
  };
  const boxes: XmlElement[] = [];
  const onMark = (mark: XmlElement, offset: number, isDeleted: boolean): void =>
    noteMark(mark, { paragraph: index, offset }, isDeleted, ranges);
  const onPictures = (drawn: Drawn) => picturesIn(drawn, mediaOf, measureEmu);
  const reader = {
    styles,
    fields,
    inlines,
    length: 0,
    onPictures,
    onPart: wordsOf,
    onChange,
    onMark,
    onPageBreak,
    onTextBox: (content: XmlElement) => boxes.push(content),
  };
  readInline(element, { traits: style.traits, changes: [] }, reader);
  // A break alone in its paragraph puts the next one on a new page.
  if (startsPage && inlines.length === 0 && boxes.length === 0) reading.isPageDue = true;
  if (opensNextPage(properties)) reading.isPageDue = true;
  const level = childValue(properties, 'outlineLvl');
  const outlineLevel = level === undefined ? style.outlineLevel : Number(level);
  const align = alignments[childValue(properties, 'jc') ?? style.align ?? ''];
  return {
    kind: 'paragraph',
    index,
    styleName: style.name,
    ...(outlineLevel === undefined ? {} : { outlineLevel }),
    ...(align === undefined ? {} : { align }),
    number,
    traits: style.traits,
    inlines,
    markChanges,
    ...(startsPage ? { startsPage } : {}),
    boxes: boxes.map((box) => readBlocks(box, reading)),
  };
}

function automaticNumber(properties: XmlElement | undefined, style: Style, counter: NumberCounter): string {
  const own = readNumbering(properties);
  const numId = own?.numId ?? style.numbering?.numId;
  if (numId === undefined || numId === '0') return '';
  return counter.next(numId, own?.level ?? style.numbering?.level ?? 0);
}
