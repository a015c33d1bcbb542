/** Every paragraph of a Word file as it looks, in the order and with the numbers that an import tells them by. */
import { bodyOf, type WordPackage } from '../word/read/open-package.js';
import { lengthPt, type Formatting, type Properties } from '../word/read/formatting.js';
import { chosen, noBlocks } from '../word/read/word-xml.js';
import { child, childValue, elements, innerText, isOn, type XmlElement } from '../word/read/xml-tree.js';
import { lineGrid, type LineGrid } from './grid.js';

/** Words of one look. */
export interface SeenRun {
  readonly text: string;
  readonly look: Properties;
}

export interface SeenParagraph {
  /** From 1: 第N段. */
  readonly number: number;
  readonly text: string;
  readonly runs: readonly SeenRun[];
  readonly look: Properties;
  /** How the mark that ends it looks: what an empty paragraph goes by. */
  readonly markLook: Properties;
  readonly styleName: string;
  /** In running text, in a cell of a table, or in a text box. */
  readonly within: 'text' | 'cell' | 'box';
  readonly table?: XmlElement;
  readonly cell?: XmlElement;
  readonly row?: XmlElement;
  /** A page or a section is broken right before it. */
  readonly opensPage: boolean;
  readonly section: number;
  /** The grid of its section. */
  readonly grid: LineGrid;
  /** It holds a field that is counted, such as PAGE or PAGEREF. */
  readonly fields: string;
  readonly element: XmlElement;
}

/** Properties of each section, in order. */
export function sectionsOf(word: WordPackage): readonly XmlElement[] {
  const body = bodyOf(word.document);
  const inner = elements(body).flatMap((element) =>
    element.name === 'p' ? (child(child(element, 'pPr'), 'sectPr') ?? []) : element.name === 'sectPr' ? element : [],
  );
  return inner.length === 0 ? [{ name: 'sectPr', attributes: new Map(), children: [] }] : inner;
}

type Within = Pick<SeenParagraph, 'within' | 'table' | 'row' | 'cell'>;

interface Walk {
  readonly formatting: Formatting;
  readonly sections: readonly XmlElement[];
  readonly seen: SeenParagraph[];
  section: number;
  breaksPage: boolean;
}

/** The paragraphs of the main part. */
export function seeParagraphs(word: WordPackage, formatting: Formatting): readonly SeenParagraph[] {
  const walk: Walk = { formatting, sections: sectionsOf(word), seen: [], section: 0, breaksPage: false };
  walkBlocks(bodyOf(word.document), walk, { within: 'text' });
  return walk.seen;
}

/** The paragraphs of a header or footer. */
export function seePart(part: XmlElement, formatting: Formatting): readonly SeenParagraph[] {
  const walk: Walk = { formatting, sections: [], seen: [], section: 0, breaksPage: false };
  walkBlocks(part, walk, { within: 'text' });
  return walk.seen;
}

function walkBlocks(parent: XmlElement | undefined, walk: Walk, within: Within): void {
  for (const element of elements(parent)) {
    if (element.name === 'p') walkParagraph(element, walk, within);
    else if (element.name === 'tbl') walkBlocks(element, walk, { within: 'cell', table: element });
    else if (element.name === 'tr') walkBlocks(element, walk, { ...within, row: element });
    else if (element.name === 'tc') walkBlocks(element, walk, { ...within, cell: element });
    else if (element.name === 'AlternateContent') walkBlocks(child(element, 'Choice') ?? child(element, 'Fallback'), walk, within);
    else if (!noBlocks.has(element.name)) walkBlocks(element, walk, within);
  }
}

interface Words {
  readonly runs: SeenRun[];
  readonly boxes: XmlElement[];
  fields: string;
  /** A page break stands before the words, or behind them. */
  breaksBefore: boolean;
  breaksAfter: boolean;
}

function walkParagraph(element: XmlElement, walk: Walk, within: Within): void {
  const { formatting, sections } = walk;
  const properties = child(element, 'pPr');
  const look = formatting.paragraph(properties);
  const words: Words = { runs: [], boxes: [], fields: '', breaksBefore: false, breaksAfter: false };
  walkWords(element, properties, words, formatting);
  const pageBreak = look.get('pageBreakBefore');
  const section = sections[walk.section];
  walk.seen.push({
    ...within,
    number: walk.seen.length + 1,
    text: words.runs.map(({ text }) => text).join(''),
    runs: words.runs,
    look,
    markLook: formatting.run(properties, child(properties, 'rPr')),
    styleName: formatting.styleName(properties),
    opensPage: walk.breaksPage || words.breaksBefore || (pageBreak !== undefined && isOn({ ...element, attributes: pageBreak.attributes })),
    section: walk.section,
    grid: lineGrid(section),
    fields: words.fields,
    element,
  });
  walk.breaksPage = words.breaksAfter;
  for (const box of words.boxes) walkBlocks(box, walk, { within: 'box' });
  if (within.within !== 'text' || !child(properties, 'sectPr')) return;
  walk.section = Math.min(walk.section + 1, sections.length - 1);
  walk.breaksPage = childValue(sections[walk.section], 'type') !== 'continuous';
}

/** What was deleted or moved away is not printed; what says something of words is none. */
const wordless: ReadonlySet<string> = new Set(['pPr', 'rPr', 'del', 'moveFrom', 'delText', 'rt', 'sectPr', 'fldData', 'sdtPr']);

function walkWords(parent: XmlElement, paragraph: XmlElement | undefined, words: Words, formatting: Formatting): void {
  for (const element of elements(parent)) {
    if (wordless.has(element.name)) continue;
    if (element.name === 'r') walkRun(element, paragraph, words, formatting);
    else if (element.name === 'fldSimple') words.fields += ` ${element.attributes.get('instr') ?? ''}`;
    if (element.name === 'txbxContent') words.boxes.push(element);
    else if (element.name !== 'r') walkWords(taken(element), paragraph, words, formatting);
  }
}

/** An element itself; of alternatives the one that an import takes. */
function taken(element: XmlElement): XmlElement {
  return element.name === 'AlternateContent' ? chosen(element) : element;
}

function walkRun(run: XmlElement, paragraph: XmlElement | undefined, words: Words, formatting: Formatting): void {
  const properties = child(run, 'rPr');
  const hidden = child(properties, 'vanish');
  if (hidden && isOn(hidden)) return;
  let text = '';
  for (const element of elements(run)) {
    if (element.name === 't') text += innerText(element);
    else if (element.name === 'tab' || element.name === 'ptab') text += '\t';
    else if (element.name === 'instrText') words.fields += ` ${innerText(element)}`;
    else if (element.name === 'br' && element.attributes.get('type') === 'page') noteBreak(words, text);
    else if (element.name === 'br' || element.name === 'cr') text += '\n';
    else if (element.name === 'noBreakHyphen') text += '-';
    else if (!wordless.has(element.name)) walkWords(taken(element), paragraph, words, formatting);
  }
  if (text !== '') words.runs.push({ text, look: formatting.run(paragraph, properties) });
}

function noteBreak(words: Words, text: string): void {
  const isFirst = text.trim() === '' && words.runs.every((run) => run.text.trim() === '');
  if (isFirst) words.breaksBefore = true;
  else words.breaksAfter = true;
}

/** An attribute of a property. */
export function said(look: Properties, property: string, attribute = 'val'): string | undefined {
  return look.get(property)?.attributes.get(attribute);
}

/** A length of a property in points; twentieths where it names no unit. */
export function saidPt(look: Properties, property: string, attribute = 'val'): number | undefined {
  return lengthPt(said(look, property, attribute));
}

/** Whether an on/off property is said, and how. */
export function saidOn(look: Properties, property: string): boolean | undefined {
  const found = look.get(property);
  return found && isOn({ name: property, attributes: found.attributes, children: [] });
}
