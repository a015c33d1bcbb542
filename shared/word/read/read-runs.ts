import { markNames } from './ranges.js';
import { traitsIn, traitsUnder } from './run-traits.js';
import type { Styles } from './styles.js';
import { isLoss, type RunTraits, type WordChange, type WordInline, type WordPicture } from './word-document.js';
import { chosen } from './word-xml.js';
import { child, childValue, elements, innerText, isOn, type XmlElement } from './xml-tree.js';

/** What reading the runs of a paragraph needs besides the runs, and what it fills. */
export interface RunReader {
  readonly styles: Styles;
  readonly inlines: WordInline[];
  /** Characters of the runs among them. */
  length: number;
  /** What a drawing shows, where it holds a picture. */
  readonly onPicture: (drawing: XmlElement) => Omit<WordPicture, 'kind' | 'changes'> | undefined;
  /** Called with the content of each text box, to be read as paragraphs of their own. */
  readonly onTextBox: (content: XmlElement) => void;
  /** Called for each page break set by hand. */
  readonly onPageBreak: () => void;
  /** Called for each mark of a place: comment, note, bookmark, move. */
  readonly onMark: (element: XmlElement, offset: number, isDeleted: boolean) => void;
  /** Books a tracked change. */
  readonly onChange: (element: XmlElement) => WordChange;
  /** Nesting of complex fields: true while inside a field's instructions, whose text is not printed. */
  readonly fields: boolean[];
}

/** How the runs being walked look, and what was changed about them. */
export interface RunContext {
  readonly traits: RunTraits;
  readonly changes: readonly WordChange[];
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
export function readInline(parent: XmlElement, context: RunContext, reader: RunReader): void {
  for (const element of elements(parent)) readElement(element, context, reader);
}

function readElement(element: XmlElement, context: RunContext, reader: RunReader): void {
  if (wordless.has(element.name)) {
    if (element.name === 'object') readDrawing(element, context, reader);
    return;
  }
  if (markNames.has(element.name)) {
    reader.onMark(element, reader.length, context.changes.some(isLoss));
    return;
  }
  switch (element.name) {
    case 'r':
      if (isLayoutBreak(element, reader.styles)) {
        addText(elements(element, 't').map(innerText).join(''), context, reader);
        return;
      }
      readInline(element, runContext(element, context, reader), reader);
      return;
    case 'sdt':
      readControl(element, context, reader);
      return;
    case 'ins':
    case 'del':
    case 'moveFrom':
    case 'moveTo':
      readInline(element, { ...context, changes: [...context.changes, reader.onChange(element)] }, reader);
      return;
    case 'AlternateContent':
      readInline(chosen(element), context, reader);
      return;
    case 'drawing':
    case 'pict':
      readDrawing(element, context, reader);
      return;
    case 'txbxContent':
      reader.onTextBox(element);
      return;
    case 'ruby':
      readRuby(element, context, reader);
      return;
    case 'fldChar':
      trackField(element, reader.fields);
      return;
    default:
      readLeaf(element, context, reader);
  }
}

/** Whether a content control is empty, so that its words only say what to fill in: some programs fill one in and leave it marked as empty. */
export function isPrompt(element: XmlElement, styles: Styles): boolean {
  const showing = element.name === 'sdt' ? child(child(element, 'sdtPr'), 'showingPlcHdr') : undefined;
  if (showing === undefined || !isOn(showing)) return false;
  const content = child(element, 'sdtContent');
  return content !== undefined && (prompting.test(innerText(content).trim()) || hasPromptStyle(content, styles));
}

const prompting = /^(?:单击|点击|轻触|选择|请(?:输入|选择|填写)|在此|click|tap|choose|enter)/iu;

function hasPromptStyle(element: XmlElement, styles: Styles): boolean {
  if (element.name === 'rStyle') return /placeholder|占位/iu.test(styles.character(element.attributes.get('val')).name);
  return elements(element).some((inner) => hasPromptStyle(inner, styles));
}

function readControl(element: XmlElement, context: RunContext, reader: RunReader): void {
  const { inlines } = reader;
  const first = inlines.length;
  const isEmpty = isPrompt(element, reader.styles);
  // Changes of its own keep its words apart from those before it.
  readInline(element, isEmpty ? { ...context, changes: [...context.changes] } : context, reader);
  if (!isEmpty) return;
  inlines.slice(first).forEach((inline, at) => {
    if (inline.kind === 'text') inlines[first + at] = { ...inline, isPrompt: true };
  });
}

/** A line break our own writer made where the layout breaks a title; it is not the editor's and carries no words. */
function isLayoutBreak(run: XmlElement, styles: Styles): boolean {
  return (
    styles.character(childValue(child(run, 'rPr'), 'rStyle')).name === '版式换行' &&
    /^\s*$/u.test(elements(run, 't').map(innerText).join(''))
  );
}

function readLeaf(element: XmlElement, context: RunContext, reader: RunReader): void {
  if (reader.fields.includes(true) && element.name !== 'delText') return;
  switch (element.name) {
    case 't':
    case 'delText':
      addText(innerText(element), context, reader);
      return;
    case 'tab':
    case 'ptab':
      addText('\t', context, reader);
      return;
    case 'br':
    case 'cr':
      if (element.attributes.get('type') === 'page') reader.onPageBreak();
      else addText('\n', context, reader);
      return;
    case 'noBreakHyphen':
      addText('‑', context, reader);
      return;
    case 'sym':
      addText(symbolText(element), context, reader);
      return;
    default:
      readInline(element, context, reader);
  }
}

/** Symbol fonts keep their signs at U+F0xx; the sign itself cannot be told, a box stands for it. */
function symbolText(element: XmlElement): string {
  const code = Number.parseInt(element.attributes.get('char') ?? '', 16);
  if (!Number.isInteger(code) || code === 0 || code > 0x10ffff) return '';
  return code >= 0xe000 && code <= 0xf8ff ? '□' : String.fromCodePoint(code);
}

/** Our own style of a lead that was guessed. */
const guessedLeadName = '段首句（待确认）';

function runContext(run: XmlElement, context: RunContext, { styles, onChange }: RunReader): RunContext {
  const properties = child(run, 'rPr');
  if (!properties) return context;
  const style = styles.character(childValue(properties, 'rStyle'));
  const own = traitsIn(properties, traitsUnder(context.traits, style.traits));
  const traits: RunTraits = style.name === guessedLeadName ? { ...own, isGuess: true } : own;
  const change = child(properties, 'rPrChange');
  return { traits, changes: change ? [...context.changes, onChange(change)] : context.changes };
}

function addText(text: string, { traits, changes }: RunContext, reader: RunReader): void {
  if (text === '') return;
  const { inlines } = reader;
  reader.length += text.length;
  const last = inlines.at(-1);
  if (last?.kind === 'text' && !last.isPrompt && last.traits === traits && last.changes === changes) {
    inlines[inlines.length - 1] = { ...last, text: last.text + text };
  } else inlines.push({ kind: 'text', text, traits, changes });
}

function readDrawing(element: XmlElement, context: RunContext, reader: RunReader): void {
  const picture = reader.onPicture(element);
  if (picture) reader.inlines.push({ kind: 'picture', ...picture, changes: context.changes });
  readShapes(element, reader);
}

/** Text boxes inside a drawing, wherever they are nested. */
function readShapes(element: XmlElement, reader: RunReader): void {
  for (const inner of elements(element)) {
    if (inner.name === 'txbxContent') reader.onTextBox(inner);
    else readShapes(inner.name === 'AlternateContent' ? chosen(inner) : inner, reader);
  }
}

function readRuby(element: XmlElement, context: RunContext, reader: RunReader): void {
  const base = child(element, 'rubyBase');
  const guide = child(element, 'rt');
  if (base) readInline(base, context, reader);
  if (guide) reader.inlines.push({ kind: 'guide', text: innerText(guide) });
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
