import { runInHead } from '../../recognize/run-in-head.js';
import type { SourceLine, SourceNote, SourceRange } from '../../recognize/source-line.js';
import type { AsideReason } from './asides.js';
import type { RunTraits } from './word-document.js';

/** One line while its runs are being added. */
export interface OpenParagraph {
  text: string;
  readonly bold: SourceRange[];
  readonly kai: SourceRange[];
  /** Words in 黑体. */
  readonly hei: SourceRange[];
  readonly footnotes: SourceNote[];
  /** Its lead was guessed by us before. */
  isGuess?: true;
  readonly asides: { readonly text: string; readonly reason: AsideReason }[];
}

export function openParagraph(): OpenParagraph {
  return { text: '', bold: [], kai: [], hei: [], footnotes: [], asides: [] };
}

/** Adds text to a paragraph, or to what is left aside of it, for a reason or because it is hidden: then false. */
export function addText(paragraph: OpenParagraph, text: string, traits: RunTraits, aside: AsideReason | undefined): boolean {
  if (text === '') return true;
  const reason = aside ?? (traits.isHidden ? '隐藏文字' : undefined);
  if (reason !== undefined) {
    addAside(paragraph, text, reason);
    return false;
  }
  const start = paragraph.text.length;
  paragraph.text += text;
  const range = { start, end: paragraph.text.length };
  if (traits.isBold) addRange(paragraph.bold, range);
  if (traits.isGuess) paragraph.isGuess = true;
  if (isKai(traits)) addRange(paragraph.kai, range);
  if (isHei(traits) || text.trim() === '') addRange(paragraph.hei, range);
  return true;
}

export function addAside(paragraph: OpenParagraph, text: string, reason: AsideReason): void {
  const last = paragraph.asides.at(-1);
  if (last?.reason === reason) paragraph.asides[paragraph.asides.length - 1] = { text: last.text + text, reason };
  else paragraph.asides.push({ text, reason });
}

/** Whether a face is one of the 楷体 that machines have. */
function isKai({ face = '' }: RunTraits): boolean {
  return /楷|kai/iu.test(face);
}

/** Whether a face is one of the 黑体; 雅黑 is a face of running text. */
function isHei({ face = '' }: RunTraits): boolean {
  return /黑体|SimHei|Heiti/iu.test(face);
}

function addRange(ranges: SourceRange[], range: SourceRange): void {
  const last = ranges.at(-1);
  if (last?.end === range.start) ranges[ranges.length - 1] = { start: last.start, end: range.end };
  else ranges.push(range);
}

/** Adds a second paragraph to the end of the first, as when a paragraph mark was deleted. */
export function joinParagraphs(first: OpenParagraph, second: OpenParagraph): OpenParagraph {
  const shift = first.text.length;
  first.text += second.text;
  for (const aside of second.asides) first.asides.push(aside);
  for (const { start, end } of second.bold) addRange(first.bold, { start: start + shift, end: end + shift });
  for (const note of second.footnotes) first.footnotes.push({ ...note, at: note.at + shift });
  for (const { start, end } of second.kai) addRange(first.kai, { start: start + shift, end: end + shift });
  for (const { start, end } of second.hei) addRange(first.hei, { start: start + shift, end: end + shift });
  return first;
}

/** What a paragraph's properties say, apart from its words. */
export type ParagraphTraits = Pick<SourceLine, 'heading' | 'role' | 'mastheadPart' | 'bodyLevel' | 'isContinued' | 'align' | 'startsPage'>;

/** The finished line: trailing blanks cut, bold ranges within the text. */
export function toSourceLine(paragraph: OpenParagraph, line: number, traits: ParagraphTraits): SourceLine {
  const text = paragraph.text.trimEnd();
  const kai = within(paragraph.kai, text.length);
  const [hei] = within(paragraph.hei, text.length);
  return {
    line,
    text,
    bold: within(paragraph.bold.length === 0 ? runInHead(hei, text) : paragraph.bold, text.length),
    ...(kai.length === 0 ? {} : { kai }),
    ...(hei && hei.end - hei.start === text.length ? { isHei: true as const } : {}),
    ...(paragraph.footnotes.length === 0 ? {} : { footnotes: paragraph.footnotes.map((note) => behindWords(note, text)) }),
    marks: [],
    isParagraph: true,
    ...(paragraph.isGuess ? { isGuess: true as const } : {}),
    ...traits,
  };
}

/** The note behind the last character before it that is no blank. */
function behindWords(note: SourceNote, text: string): SourceNote {
  return { ...note, at: text.slice(0, note.at).trimEnd().length };
}

function within(ranges: readonly SourceRange[], length: number): readonly SourceRange[] {
  return ranges.map(({ start, end }) => ({ start, end: Math.min(end, length) })).filter(({ start, end }) => start < end);
}
