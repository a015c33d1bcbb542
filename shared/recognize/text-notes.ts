/** Footnotes in a text whose pages end with a form feed, as words taken out of a PDF are: ① ② … at a page's foot. */
import type { SourceLine, SourceNote } from './source-line.js';

/** The first sign of a page's notes; the next ones follow it in Unicode. */
const firstSign = 0x2460;
const folio = /^[—–-]\s*\d{1,4}\s*[—–-]$/u;
/** What stands below the notes of a last page. */
const tail = /^(?:报|送|发|抄报|抄送|主送|本期增发|承办|印发)[^，。]{0,4}[：:]/u;

/**
 * The lines without those of notes, which hang on the words instead that have their sign. A note that flows over to the next
 * page stays there among its lines: nothing tells them apart.
 */
export function hangTextNotes(lines: readonly SourceLine[]): readonly SourceLine[] {
  if (!lines.some(isPageStart)) return lines;
  const pages: SourceLine[][] = [[]];
  for (const line of lines) {
    if (isPageStart(line)) pages.push([]);
    pages.at(-1)?.push(line);
  }
  return pages.flatMap(hangOnPage);
}

function isPageStart({ marks }: SourceLine): boolean {
  return marks.some((mark) => mark.includes('\f'));
}

function hangOnPage(page: readonly SourceLine[]): readonly SourceLine[] {
  const start = page.findIndex(({ text }, at) => at > 0 && signOf(text) === 0 && indexOfSign(page.slice(0, at), 0) >= 0);
  if (start < 0) return page;
  const end = page.findIndex(({ text }, at) => at > start && (folio.test(text) || tail.test(text)));
  const notes: string[] = [];
  for (const { text } of page.slice(start, end < 0 ? page.length : end)) {
    if (signOf(text) === notes.length) notes.push(text.slice(1).trim());
    else notes[notes.length - 1] += text;
  }
  const words = page.slice(0, start);
  if (notes.some((_note, at) => indexOfSign(words, at) < 0)) return page;
  const noted = notes.reduce<readonly SourceLine[]>((all, text, at) => hang(all, at, text), words);
  return end < 0 ? noted : [...noted, ...page.slice(end)];
}

/** Which sign a text opens with, from 0; −1 for none. */
function signOf(text: string): number {
  const code = (text.codePointAt(0) ?? 0) - firstSign;
  return code >= 0 && code < 20 ? code : -1;
}

function indexOfSign(lines: readonly SourceLine[], sign: number): number {
  const mark = String.fromCodePoint(firstSign + sign);
  return lines.findIndex(({ text, bold }) => bold.length === 0 && text.indexOf(mark) > 0);
}

function hang(lines: readonly SourceLine[], sign: number, text: string): readonly SourceLine[] {
  const index = indexOfSign(lines, sign);
  const line = lines[index];
  if (!line) return lines;
  const at = line.text.indexOf(String.fromCodePoint(firstSign + sign));
  const note: SourceNote = { at, text, reason: '脚注，没有收入正文' };
  return lines.with(index, {
    ...line,
    text: line.text.slice(0, at) + line.text.slice(at + 1),
    footnotes: [...(line.footnotes ?? []), note],
  });
}
