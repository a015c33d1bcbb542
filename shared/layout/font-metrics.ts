import { faceWidths } from './font-metrics-data.js';
import type { DrawnFace } from './page-style.js';
import type { PageRun } from './page.js';

const wideEm = 1;

/** Combining marks, variation selectors and joiners stand on the character before them. */
function isZeroWidth(code: number): boolean {
  return (
    (code >= 0x300 && code <= 0x36f) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    (code >= 0xe0100 && code <= 0xe01ef) ||
    (code >= 0x200b && code <= 0x200d) ||
    code === 0xfeff
  );
}

/** Width of a run as it is laid out, its last letter spacing included. */
export function runWidthPt({ text, face, bold, sizePt, scaleX, letterSpacingPt }: PageRun): number {
  let widthPt = 0;
  for (const character of text) widthPt += advanceEm(character.codePointAt(0) ?? 0, face, bold) * sizePt * scaleX + letterSpacingPt;
  return widthPt;
}

/** Advance width of one code point in em of its face; East Asian characters and anything unknown are one em. */
export function advanceEm(code: number, face: DrawnFace, bold: boolean): number {
  if (code >= 0x4e00 && code <= 0x9fff) return wideEm;
  const widths = faceWidths[face];
  if (code >= 0x20 && code <= 0x7e) return (bold ? (widths.boldAscii ?? widths.ascii) : widths.ascii)[code - 0x20] ?? wideEm;
  if (isZeroWidth(code)) return 0;
  return widths.others[String.fromCodePoint(code)] ?? wideEm;
}
