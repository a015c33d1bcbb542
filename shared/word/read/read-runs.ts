import { equationWords } from './equation-words.js';
import { fieldWords, isEquation, longestCode } from './field-words.js';
import { drawnIn, type Drawn } from './pictures.js';
import { markNames } from './ranges.js';
import { traitsIn, traitsUnder } from './run-traits.js';
import type { Styles } from './styles.js';
import { signOf, symbolFontOf, unknownSign } from './symbol-fonts.js';
import { isLoss, type RunTraits, type WordChange, type WordInline, type WordPicture } from './word-document.js';
import { chosen } from './word-xml.js';
import { child, childValue, elements, innerText, isOn, type XmlElement } from './xml-tree.js';

/** What reading the runs of a paragraph needs besides the runs, and what it fills. */
export interface RunReader {
  readonly styles: Styles;
  readonly inlines: WordInline[];
  /** Characters of the runs among them. */
  length: number;
  /** The pictures of a drawing. */
  readonly onPictures: (drawn: Drawn) => readonly Omit<WordPicture, 'kind' | 'changes'>[];
  /** The words of another part, such as a chart. */
  readonly onPart: (relation: string) => string;
  /** Called with the content of each text box, to be read as paragraphs of their own. */
  readonly onTextBox: (content: XmlElement) => void;
  /** Called for each page break set by hand. */
  readonly onPageBreak: () => void;
  /** Called for each mark of a place: comment, note, bookmark, move. */
  readonly onMark: (element: XmlElement, offset: number, isDeleted: boolean) => void;
  /** Books a tracked change. */
  readonly onChange: (element: XmlElement) => WordChange;
  /** Complex fields that are open, the innermost last. */
  readonly fields: OpenField[];
}

/** A complex field while it is read. */
export interface OpenField {
  /** Inside its instructions, whose words are not printed. */
  isCode: boolean;
  code: string;
  /** Characters of the paragraph before what it shows. */
  start: number;
  /** A box to tick, and whether it is. */
  readonly isTicked?: boolean;
}

/** How the runs being walked look, and what was changed about them. */
export interface RunContext {
  readonly traits: RunTraits;
  readonly changes: readonly WordChange[];
  /** The symbol font they are in. */
  readonly symbolFont?: string;
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
      trackField(element, context, reader);
      return;
    case 'instrText':
      addCode(element, reader.fields.at(-1));
      return;
    case 'oMath':
    case 'oMathPara':
      readEquation(element, context, reader);
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
  if (reader.fields.some(({ isCode }) => isCode) && element.name !== 'delText') return;
  switch (element.name) {
    case 't':
    case 'delText':
      addText(inSymbols(innerText(element), context, reader), context, reader);
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
      addText(symbolText(element, context, reader), context, reader);
      return;
    default:
      readInline(element, context, reader);
  }
}

/** A sign put in from a table of signs; a box stands for one that cannot be told. */
function symbolText(element: XmlElement, context: RunContext, reader: RunReader): string {
  const code = Number.parseInt(element.attributes.get('char') ?? '', 16);
  if (!Number.isInteger(code) || code === 0 || code > 0x10ffff) return '';
  return signOf(element.attributes.get('font'), code) ?? unknown(context, reader);
}

/** Words in a symbol font are signs: R in Wingdings 2 is a ticked box. */
function inSymbols(text: string, context: RunContext, reader: RunReader): string {
  const { symbolFont } = context;
  if (symbolFont === undefined && !/[\uF020-\uF0FF]/u.test(text)) return text;
  return [...text]
    .map((each) => (inFont(each, symbolFont) ? (signOf(symbolFont, each.charCodeAt(0)) ?? unknown(context, reader)) : each))
    .join('');
}

function inFont(sign: string, symbolFont: string | undefined): boolean {
  return /[\uF020-\uF0FF]/u.test(sign) || (symbolFont !== undefined && sign <= '\u00FF');
}

function unknown(context: RunContext, reader: RunReader): string {
  remark({ text: unknownSign, why: '是符号字体里的符号，认不出是哪一个，以□代替', isKept: true }, context, reader);
  return unknownSign;
}

function remark({ text, why, isKept }: { text: string; why: string; isKept: boolean }, { changes }: RunContext, reader: RunReader): void {
  reader.inlines.push({ kind: 'remark', text, why, isKept, changes });
}

function readEquation(element: XmlElement, context: RunContext, reader: RunReader): void {
  const text = equationWords(element).trim();
  if (text === '') return;
  addText(text, context, reader);
  remark({ text, why: '原为公式，已写成一行文字', isKept: true }, context, reader);
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
  const fonts = child(properties, 'rFonts')?.attributes;
  const symbolFont = ['ascii', 'hAnsi'].map((name) => fonts?.get(name)).find((name) => symbolFontOf(name) !== undefined);
  return {
    traits,
    changes: change ? [...context.changes, onChange(change)] : context.changes,
    ...(symbolFont === undefined ? {} : { symbolFont }),
  };
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
  const drawn = drawnIn(element);
  for (const picture of reader.onPictures(drawn)) reader.inlines.push({ kind: 'picture', ...picture, changes: context.changes });
  for (const { name, relation } of drawn.others) {
    const words = relation === undefined ? '' : reader.onPart(relation);
    remark({ text: words === '' ? name : `${name}：${words}`, why: `${name}没有收入，请对照原件`, isKept: false }, context, reader);
  }
  for (const box of drawn.boxes) reader.onTextBox(box);
}

function readRuby(element: XmlElement, context: RunContext, reader: RunReader): void {
  const base = child(element, 'rubyBase');
  const guide = child(element, 'rt');
  if (base) readInline(base, context, reader);
  if (guide) reader.inlines.push({ kind: 'guide', text: innerText(guide) });
}

function trackField(element: XmlElement, context: RunContext, reader: RunReader): void {
  const { fields } = reader;
  const field = fields.at(-1);
  switch (element.attributes.get('fldCharType')) {
    case 'begin': {
      const box = child(child(element, 'ffData'), 'checkBox');
      const tick = child(box, 'checked') ?? child(box, 'default');
      fields.push({ isCode: true, code: '', start: reader.length, ...(box ? { isTicked: tick !== undefined && isOn(tick) } : {}) });
      return;
    }
    case 'separate':
      if (field) Object.assign(field, { isCode: false, start: reader.length });
      return;
    case 'end':
      fields.pop();
      if (field && !fields.some(({ isCode }) => isCode)) showField(field, context, reader);
  }
}

/** Adds what a field shows that has no words of its own. */
function showField({ code, start, isCode, isTicked }: OpenField, context: RunContext, reader: RunReader): void {
  if (!isCode && reader.length > start) return;
  if (isTicked !== undefined) {
    addText(isTicked ? '☑' : '☐', context, reader);
    return;
  }
  const words = fieldWords(code);
  if (words) addText(words.text, context, reader);
  else if (isEquation(code)) remark({ text: code.trim(), why: '公式域没有收入，请对照原件', isKept: false }, context, reader);
  if (words?.guide !== undefined) reader.inlines.push({ kind: 'guide', text: words.guide });
}

function addCode(element: XmlElement, field: OpenField | undefined): void {
  if (field?.isCode && field.code.length < longestCode) field.code = (field.code + innerText(element)).slice(0, longestCode);
}
