import type { Picture } from '../document/picture.js';
import { rowEnd, type TableForm } from '../document/table.js';
import { unfitCharacter } from '../document/plain-characters.js';
import { isCaption, isNumberedCaption, isSetBelow, longestCaption } from './captions.js';
import { added, concat, emptyRich, slice } from './rich-text.js';
import type { Rich, Span } from './rich-text.js';
import type { SourceLine, SourceRange } from './source-line.js';

/** A picture where it stands, with the words under it that say what it shows. */
export interface LinePicture {
  readonly picture: Picture;
  readonly caption: Rich;
}

/** A line as recognition works on it: no blanks at its ends, no control characters inside. */
export interface Line {
  /** Printed number of the line in the file, for messages. */
  readonly number: number;
  readonly rich: Rich;
  /** Same as `rich.text`, but of a table. */
  readonly text: string;
  /** `text` for comparison: see `toLoose`. */
  readonly loose: string;
  readonly heading?: number;
  /** The file sets all of it in 黑体. */
  readonly isHei?: true;
  readonly isFramed?: true;
  readonly role?: NonNullable<SourceLine['role']>;
  readonly mastheadPart?: NonNullable<SourceLine['mastheadPart']>;
  readonly bodyLevel?: NonNullable<SourceLine['bodyLevel']>;
  /** The words of a column heading, without its marks; see `markColumns`. */
  readonly column?: Rich;
  /** Where the file sets it; in a text, `right` when a wide blank stands before it. */
  readonly align?: SourceLine['align'];
  /** The file's own paragraph (Word), which no rule joins with the one before. */
  readonly isParagraph: boolean;
  /** It opens a new page, or a line that parts texts (-----) stands before it. */
  readonly opensPart: boolean;
  /** Columns of blanks the file sets before it. */
  readonly indent: number;
  /** A page number, or the end of a page, stands before it. */
  readonly followsPage: boolean;
  readonly isContinued: boolean;
  /** Nothing, not even an empty line, stands between this line and the one before. */
  readonly isAdjacent: boolean;
  /** It follows a line break set by hand within one paragraph (Word). */
  readonly isSoft: boolean;
  /** A blank stood at its end, before such a break. */
  readonly hasBlankAfter: boolean;
  /** The file indents its first line as Chinese paragraphs are. */
  readonly isIndented: boolean;
  /** Pictures that stand right behind it. */
  readonly pictures: readonly LinePicture[];
  /** The file sets it off with `>`, as our own text does a 编者按. */
  readonly isQuoted: boolean;
  /** A paragraph opens here: the line before shows so by its width in a text of hard-wrapped lines, or all lines stay as they stand. */
  readonly opens?: true;
  /** A mark that opens one of several short items (▲) stood before its words. */
  readonly isListed?: true;
  /** Its lead was a guess when our own file was written, and still is one. */
  readonly isGuess: boolean;
  /** It is a table: `rich` is its caption and cells, `text` and `loose` are words that stand for them. */
  readonly table?: TableForm;
}

const unprintable = new RegExp(`${unfitCharacter.source}|[\u200B\u200E\u200F\u2060\uFEFF]`, 'gu');

/** The lines that hold text; a manual break parts a source line into several. */
export function toLines(source: readonly SourceLine[]): readonly Line[] {
  const lines: Line[] = [];
  let lastNumber = -1;
  let isParted = false;
  let waiting: LinePicture[] = [];
  /** The last of them has the caption that stands above it. */
  let hasCaptionAbove = false;
  source.forEach((sourceLine, index) => {
    if (sourceLine.table) {
      waiting = placePictures(lines, waiting);
      const caption = sourceLine.text.startsWith(rowEnd) ? takeTableCaption(lines) : undefined;
      lines.push(tableLine(sourceLine, concat([caption ?? emptyRich, toRich(sourceLine, index)]), sourceLine.table));
      lastNumber = sourceLine.line;
      isParted = false;
      return;
    }
    if (sourceLine.picture) {
      const above = waiting.length === 0 || hasCaptionAbove ? takeCaptionAbove(lines) : undefined;
      hasCaptionAbove = above !== undefined;
      waiting.push({ picture: sourceLine.picture, caption: above ?? emptyRich });
      return;
    }
    const isNamed = isCaption(sourceLine) || (lines.length > 1 && isSetBelow(sourceLine, source[index + 1]));
    const caption = waiting.length > 0 && !hasCaptionAbove && isNamed ? trimmed(toRich(sourceLine, index)) : undefined;
    if (caption) {
      waiting = withCaption(waiting, caption, captionsFrom(source, index));
      return;
    }
    if (sourceLine.text.trim() !== '') waiting = placePictures(lines, waiting);
    let isSoft = false;
    for (const piece of piecesOf(sourceLine, index)) {
      const rich = trimmed(piece.rich);
      if (rich.text === '') continue;
      const isAdjacent = isSoft || sourceLine.line - lastNumber === 1;
      const opensPart = !isSoft && (isParted || sourceLine.startsPage === true);
      lines.push(toLine(sourceLine, rich, { isAdjacent, isSoft, opensPart, hasBlankAfter: piece.hasBlankAfter }));
      isSoft = true;
    }
    isParted = isSoft ? false : isParted || isRule(sourceLine);
    if (sourceLine.text.trim() !== '') lastNumber = sourceLine.line;
  });
  placePictures(lines, waiting);
  return lines;
}

/** No rule goes by the words of a table: to them it is a sentence of running text. */
function tableLine(source: SourceLine, rich: Rich, table: TableForm): Line {
  const text = `这里有一个表格，文字在第${String(source.line)}行，不作别的识别。`;
  const setting = { isAdjacent: false, isSoft: false, opensPart: false, hasBlankAfter: false };
  const line = toLine({ ...source, role: 'body', bodyLevel: 0, isParagraph: true }, rich, setting);
  return { ...line, text, loose: toLoose(text), table };
}

/** Takes the words right above a table that say what it shows: 表1 各镇进度, or, set in the middle, 各科室得分表. */
function takeTableCaption(lines: Line[]): Rich | undefined {
  const last = lines.at(-1);
  if (!last || last.pictures.length > 0 || last.table || last.heading !== undefined || last.text.length > longestCaption) return undefined;
  const isNamed = /^[（(【]?\s*表\s*(?:[\d一二三四五六七八九十-]{1,4}(?:[\s：:.、]|$)|[：:])/u.test(last.text);
  const isTitled = last.align === 'center' && lines.length > 1 && /(?:表|情况|统计|名单|排名|进度)(?:[（(].{0,20}[）)])?$/u.test(last.text);
  return (isNamed || isTitled) && !/[。；]$/u.test(last.text) ? lines.pop()?.rich : undefined;
}

/** Takes the words right above a picture that say what it shows. */
function takeCaptionAbove(lines: Line[]): Rich | undefined {
  const last = lines.at(-1);
  return last && last.pictures.length === 0 && !last.table && isCaption(last) ? lines.pop()?.rich : undefined;
}

/** Captions that stand one behind the other. */
function captionsFrom(source: readonly SourceLine[], start: number): number {
  let end = start;
  while (end < source.length && isCaption(source[end] as SourceLine)) end += 1;
  return end - start;
}

/** The pictures with this caption: with as many captions as pictures, in a table that lays them out, each its own; else the last. */
function withCaption(pictures: readonly LinePicture[], caption: Rich, captions: number): LinePicture[] {
  const bare = pictures.findIndex(({ caption: own }) => own.text === '');
  const place = bare >= 0 && captions >= pictures.length - bare ? bare : pictures.length - 1;
  return pictures.map((each, at) => (at === place ? { ...each, caption: concat([each.caption, caption]) } : each));
}

/** Puts pictures behind the last line; they wait on where no line stands before them. */
function placePictures(lines: Line[], pictures: LinePicture[]): LinePicture[] {
  const last = lines.at(-1);
  if (!last || pictures.length === 0) return pictures;
  lines[lines.length - 1] = { ...last, pictures: [...last.pictures, ...pictures] };
  return [];
}

type LineSetting = Pick<Line, 'isAdjacent' | 'isSoft' | 'hasBlankAfter' | 'opensPart'>;

/** Blanks before a line, in columns, from which on it is set at the right. */
const rightIndent = 14;

/** A line of nothing but marks, which parts what stands before it from what follows. */
function isRule({ text, marks }: SourceLine): boolean {
  return text === '' && /^\s*(?:[-*_]\s*){3,}$/u.test(marks[0] ?? '');
}

function indentOf({ marks }: SourceLine): number {
  const blanks = /^[ \u3000\t\f]+$/u.exec(marks[0] ?? '')?.[0] ?? '';
  return [...blanks].reduce((sum, blank) => sum + (blank === ' ' ? 1 : blank === '\t' ? 4 : blank === '\f' ? 0 : 2), 0);
}

function toLine(source: SourceLine, rich: Rich, setting: LineSetting): Line {
  const indent = indentOf(source);
  const align = source.align ?? (indent >= rightIndent ? 'right' : undefined);
  const role = isNumberedCaption({ ...source, text: rich.text }) ? 'caption' : source.role;
  return {
    number: source.line,
    rich,
    text: rich.text,
    loose: toLoose(rich.text),
    ...(source.heading === undefined ? {} : { heading: source.heading }),
    ...(source.isHei ? { isHei: true as const } : {}),
    ...(source.isFramed ? { isFramed: true as const } : {}),
    ...(role === undefined ? {} : { role }),
    ...(source.mastheadPart === undefined ? {} : { mastheadPart: source.mastheadPart }),
    ...(source.bodyLevel === undefined ? {} : { bodyLevel: source.bodyLevel }),
    ...(align === undefined ? {} : { align }),
    indent,
    followsPage: source.marks.some((mark) => mark.includes('\f')),
    pictures: [],
    isParagraph: source.isParagraph === true,
    isGuess: source.isGuess === true,
    isContinued: source.isContinued === true,
    isQuoted: source.marks.some((mark) => mark.startsWith('>')),
    isIndented: /^\f*(?:[\u3000 ]{2,}$|\u3000|\t)/u.test(source.marks[0] ?? ''),
    ...setting,
  };
}

function piecesOf(source: SourceLine, index: number): readonly { readonly rich: Rich; readonly hasBlankAfter: boolean }[] {
  const whole = toRich(source, index);
  const pieces: { rich: Rich; hasBlankAfter: boolean }[] = [];
  let from = 0;
  for (const part of source.text.split(/[\n\v\u2028\u2029]/u)) {
    pieces.push({ rich: slice(whole, from, from + part.length), hasBlankAfter: /\p{Zs}$/u.test(part) });
    from += part.length + 1;
  }
  return pieces;
}

function toRich(source: SourceLine, index: number): Rich {
  const length = source.text.length;
  const kai = source.kai ?? [];
  const seams = [...source.bold, ...kai].flatMap(({ start, end }) => [start, end]).filter((seam) => seam > 0 && seam < length);
  const starts = [...new Set([0, ...seams])].sort((left, right) => left - right);
  const [isBold, isKai] = [insideOf(source.bold), insideOf(kai)];
  const spans = starts.map((start, place): Span => {
    const span = { line: index, start, length: (starts[place + 1] ?? length) - start, isBold: isBold(start) };
    return isKai(start) ? { ...span, isKai: true } : span;
  });
  return { text: source.text, spans: length === 0 ? [] : spans };
}

/** Whether a place lies within one of the ranges, asked from the first place to the last. */
function insideOf(ranges: readonly SourceRange[]): (at: number) => boolean {
  let next = 0;
  return (at) => {
    while ((ranges[next]?.end ?? Infinity) <= at) next += 1;
    return (ranges[next]?.start ?? Infinity) <= at;
  };
}

/** A tab becomes a blank that stands in no source; other control characters are left out. */
function trimmed(rich: Rich): Rich {
  const parts: Rich[] = [];
  let from = 0;
  for (const match of rich.text.matchAll(unprintable)) {
    parts.push(slice(rich, from, match.index));
    if (match[0] === '\t') parts.push(added(' '));
    from = match.index + match[0].length;
  }
  const clean = parts.length === 0 ? rich : concat([...parts, slice(rich, from)]);
  const start = clean.text.length - clean.text.trimStart().length;
  return slice(clean, start, Math.max(start, clean.text.trimEnd().length));
}

/** The line without its first `start` characters and the blanks behind them. */
export function lineBehind(line: Line, start: number): Line {
  return withRich(line, trimmed(slice(line.rich, start)));
}

/** The line with other words. */
export function withRich(line: Line, rich: Rich): Line {
  return { ...line, rich, text: rich.text, loose: toLoose(rich.text) };
}

const halfForms: ReadonlyMap<string, string> = new Map([
  ['"', '”'],
  ['“', '”'],
  ['＂', '”'],
  ["'", '’'],
  ['‘', '’'],
  ['–', '—'],
  ['―', '—'],
  ['─', '—'],
  ['－', '-'],
  ['·', '•'],
  ['・', '•'],
]);

/** A text for comparison: no blanks, half-width forms, one kind of quotation mark and dash. */
export function toLoose(text: string): string {
  return text
    .replace(/[\s\u200B\uFEFF]/gu, '')
    .replace(/[\uff01-\uff5e]/gu, (form) => String.fromCharCode(form.charCodeAt(0) - 0xfee0))
    .replace(/["“＂'‘–―─－·・]/gu, (form) => halfForms.get(form) ?? form);
}
