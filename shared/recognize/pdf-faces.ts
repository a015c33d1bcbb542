/** Bold, 楷体 and 黑体 in the lines of a PDF: a letter for each character, so that they go with the words wherever those are cut. */
import type { PdfFace } from './pdf-piece.js';
import { runInHead } from './run-in-head.js';
import type { SourceLine, SourceRange } from './source-line.js';

const [bold, kai, hei] = [1, 2, 4];

/** A letter for a font. */
export function faceLetter(face: PdfFace | undefined): string {
  return String((face?.isBold ? bold : 0) + (face?.isKai ? kai : 0) + (face?.isHei ? hei : 0));
}

/** The letters of a line that is set apart as bold type is. */
export function boldFaces(faces: string | undefined, text: string): string {
  return (faces ?? '0'.repeat(text.length)).replace(/[0246]/gu, (letter) => String(Number(letter) + bold));
}

/** What the letters say of a line's words. */
export function facesPart(faces: string | undefined, text: string): Pick<SourceLine, 'bold' | 'kai' | 'isHei'> {
  if (faces?.length !== text.length) return { bold: [] };
  const kaiRanges = rangesOf(faces, kai);
  const heiRanges = rangesOf(faces, hei);
  const isHei = heiRanges.some(({ start, end }) => end - start === text.length);
  const boldRanges = rangesOf(faces, bold);
  return {
    bold: boldRanges.length > 0 ? boldRanges : runInHead(heiRanges[0], text),
    ...(kaiRanges.length > 0 ? { kai: kaiRanges } : {}),
    ...(isHei ? { isHei: true as const } : {}),
  };
}

function rangesOf(faces: string, bit: number): readonly SourceRange[] {
  const ranges: SourceRange[] = [];
  [...faces].forEach((letter, at) => {
    if ((Number(letter) & bit) === 0) return;
    const last = ranges.at(-1);
    if (last?.end === at) ranges[ranges.length - 1] = { start: last.start, end: at + 1 };
    else ranges.push({ start: at, end: at + 1 });
  });
  return ranges;
}

/** Words with a letter for each character's font. */
interface Faced {
  readonly text: string;
  readonly faces?: string;
}

/** The letters of a line and of the one that goes on with it behind `link`. */
export function joinedFaces(before: Faced, link: string, next: Faced): string | undefined {
  if (before.faces === undefined && next.faces === undefined) return undefined;
  const lettersOf = ({ text, faces }: Faced): string => faces ?? '0'.repeat(text.length);
  const first = lettersOf(before);
  return first + (first.at(-1) ?? '0').repeat(link.length) + lettersOf(next);
}
