import { markNames, pictureName } from './places.js';
import type { Styles } from './styles.js';
import { toggle } from './styles.js';
import { addAside, addText, type OpenParagraph, type RunContext } from './reading.js';
import { child, childValue, elements, innerText, isOn, type XmlElement } from './xml-tree.js';

/** What reading the runs of a paragraph needs besides the runs. */
export interface RunReader {
  readonly styles: Styles;
  /** Called with the content of each text box, to be read as paragraphs of their own. */
  readonly onTextBox: (content: XmlElement) => void;
  /** Called for each mark of a place: comment, note, picture. */
  readonly onMark: (element: XmlElement) => void;
  /** Called for each tracked insertion, deletion or move met. */
  readonly onRevision: (element: XmlElement) => void;
  /** Nesting of complex fields: true while inside a field's instructions, whose text is not printed. */
  readonly fields: boolean[];
}

/** Elements that carry no words of the running text. */
const wordless = new Set([
  'pPr',
  'rPr',
  'sectPr',
  'tblPr',
  'trPr',
  'tcPr',
  'sdtPr',
  'sdtEndPr',
  'instrText',
  'delInstrText',
  'fldData',
  'smartTagPr',
  'customXmlPr',
  'ctrlPr',
  'footnoteRef',
  'endnoteRef',
  'annotationRef',
  'lastRenderedPageBreak',
  'proofErr',
  'object',
]);

/** Reads everything below a paragraph (or a wrapper inside it) into the paragraph. */
export function readInline(parent: XmlElement, paragraph: OpenParagraph, context: RunContext, reader: RunReader): void {
  for (const element of elements(parent)) readElement(element, paragraph, context, reader);
}

function readElement(element: XmlElement, paragraph: OpenParagraph, context: RunContext, reader: RunReader): void {
  if (wordless.has(element.name)) {
    if (element.name === 'object') readDrawing(element, context, reader);
    return;
  }
  if (markNames.has(element.name)) {
    if (context.aside === undefined) reader.onMark(element);
    return;
  }
  switch (element.name) {
    case 'r':
      if (isLayoutBreak(element, reader.styles)) {
        addText(paragraph, elements(element, 't').map(innerText).join(''), context);
        return;
      }
      noteFormatChange(element, reader);
      readInline(element, paragraph, runContext(element, context, reader.styles), reader);
      return;
    case 'ins':
    case 'moveTo':
      reader.onRevision(element);
      readInline(element, paragraph, context, reader);
      return;
    case 'del':
    case 'moveFrom':
      reader.onRevision(element);
      readInline(element, paragraph, { ...context, aside: element.name === 'del' ? '修订中删除的文字' : '修订中移走的文字' }, reader);
      return;
    case 'AlternateContent':
      readAlternative(element, paragraph, context, reader);
      return;
    case 'drawing':
    case 'pict':
      readDrawing(element, context, reader);
      return;
    case 'txbxContent':
      reader.onTextBox(element);
      return;
    case 'ruby':
      readRuby(element, paragraph, context, reader);
      return;
    case 'fldChar':
      trackField(element, reader.fields);
      return;
    default:
      readLeaf(element, paragraph, context, reader);
  }
}

/** A line break our own writer made where the layout breaks a title; it is not the editor's and carries no words. */
function isLayoutBreak(run: XmlElement, styles: Styles): boolean {
  return (
    styles.character(childValue(child(run, 'rPr'), 'rStyle')).name === '版式换行' &&
    /^\s*$/u.test(elements(run, 't').map(innerText).join(''))
  );
}

function noteFormatChange(run: XmlElement, reader: RunReader): void {
  const change = child(child(run, 'rPr'), 'rPrChange');
  if (change) reader.onRevision(change);
}

function readLeaf(element: XmlElement, paragraph: OpenParagraph, context: RunContext, reader: RunReader): void {
  if (reader.fields.includes(true) && element.name !== 'delText') return;
  switch (element.name) {
    case 't':
    case 'delText':
      addText(paragraph, innerText(element), context);
      return;
    case 'tab':
    case 'ptab':
      addText(paragraph, '\t', context);
      return;
    case 'br':
    case 'cr':
      addText(paragraph, element.attributes.get('type') === 'page' ? '' : '\n', context);
      return;
    case 'noBreakHyphen':
      addText(paragraph, '‑', context);
      return;
    case 'sym':
      addText(paragraph, symbolText(element), context);
      return;
    default:
      readInline(element, paragraph, context, reader);
  }
}

/** Symbol fonts keep their signs at U+F0xx; the sign itself cannot be told, a box stands for it. */
function symbolText(element: XmlElement): string {
  const code = Number.parseInt(element.attributes.get('char') ?? '', 16);
  if (!Number.isInteger(code) || code === 0 || code > 0x10ffff) return '';
  return code >= 0xe000 && code <= 0xf8ff ? '□' : String.fromCodePoint(code);
}

function runContext(run: XmlElement, context: RunContext, styles: Styles): RunContext {
  const properties = child(run, 'rPr');
  const style = styles.character(childValue(properties, 'rStyle'));
  return {
    ...context,
    isBold: toggle(properties, 'b') ?? context.isBold !== style.isBold,
    isHidden: toggle(properties, 'vanish') ?? (context.isHidden || style.isHidden),
  };
}

/** WPS wraps its 公文 fields, and Word its shapes, in alternatives: the first choice that says anything, else the fallback. */
function readAlternative(element: XmlElement, paragraph: OpenParagraph, context: RunContext, reader: RunReader): void {
  const choices = elements(element, 'Choice');
  const chosen = choices.find((choice) => innerText(choice).trim() !== '') ?? child(element, 'Fallback') ?? choices[0];
  if (chosen) readInline(chosen, paragraph, context, reader);
}

function readDrawing(element: XmlElement, context: RunContext, reader: RunReader): void {
  if (context.aside === undefined && pictureName(element) !== undefined) reader.onMark(element);
  readShapes(element, reader);
}

/** Text boxes inside a drawing, wherever they are nested. */
function readShapes(element: XmlElement, reader: RunReader): void {
  for (const inner of elements(element)) {
    if (inner.name === 'txbxContent') reader.onTextBox(inner);
    else if (inner.name === 'AlternateContent') {
      const chosen = elements(inner).find((choice) => innerText(choice).trim() !== '') ?? elements(inner)[0];
      if (chosen) readShapes(chosen, reader);
    } else readShapes(inner, reader);
  }
}

function readRuby(element: XmlElement, paragraph: OpenParagraph, context: RunContext, reader: RunReader): void {
  const base = child(element, 'rubyBase');
  const guide = child(element, 'rt');
  if (base) readInline(base, paragraph, context, reader);
  if (guide) addAside(paragraph, innerText(guide), '注音');
}

function trackField(element: XmlElement, fields: boolean[]): void {
  switch (element.attributes.get('fldCharType')) {
    case 'begin':
      fields.push(true);
      return;
    case 'separate':
      if (fields.length > 0) fields[fields.length - 1] = false;
      return;
    case 'end':
      fields.pop();
      return;
  }
}

/** Whether a paragraph's mark was deleted, so that the next paragraph runs on. */
export function hasDeletedMark(paragraph: XmlElement): boolean {
  const mark = child(child(paragraph, 'pPr'), 'rPr');
  const deleted = child(mark, 'del') ?? child(mark, 'moveFrom');
  return deleted !== undefined && isOn(deleted);
}
