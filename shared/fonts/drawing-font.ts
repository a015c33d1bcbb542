import { faceChain, faces, isOwnLatin } from '../layout/faces.js';
import type { PageRun } from '../layout/page.js';
import type { FaceName } from '../layout/page-style.js';
import type { TrueTypeFont } from './true-type.js';

/** The fonts that can be drawn with: those of the program, and the machine's own where it has them and may embed them. */
export interface FontShelf {
  /** @param file name under assets/fonts */
  bundled(file: string): TrueTypeFont;
  installed(face: FaceName): TrueTypeFont | undefined;
}

/** A glyph of a font. */
export interface Glyph {
  readonly font: TrueTypeFont;
  readonly glyph: number;
}

/** What draws a character of a run; undefined for what prints nothing. */
export type DrawingFonts = (code: number, run: Pick<PageRun, 'face' | 'bold'>) => Glyph | undefined;

/** Stands for a character no font here draws, as in letterpress. */
const substituteCode = 0x3013;

/**
 * Chooses for every character the same font as the style sheet of the preview does: the machine's own face or the bundled
 * one, ASCII and bold always from the bundle, then the other faces in the stated order.
 */
export function drawingFonts(shelf: FontShelf): DrawingFonts {
  const known = new Map<string, Glyph | undefined>();
  return (code, { face, bold }) => {
    const key = `${face}${bold ? '!' : ' '}${String(code)}`;
    if (known.has(key)) return known.get(key);
    const found = drawn(shelf, code, face, bold);
    known.set(key, found);
    return found;
  };
}

function drawn(shelf: FontShelf, code: number, face: FaceName, bold: boolean): Glyph | undefined {
  if (/[\p{Default_Ignorable_Code_Point}\p{Cc}]/u.test(String.fromCodePoint(code))) return undefined;
  const own = first(candidates(shelf, code, face, bold), code);
  if (own || /\s/u.test(String.fromCodePoint(code))) return own;
  return first(candidates(shelf, substituteCode, face, bold), substituteCode);
}

function first(fonts: Iterable<TrueTypeFont | undefined>, code: number): Glyph | undefined {
  for (const font of fonts) {
    const glyph = font?.glyphOf(code) ?? 0;
    if (font && glyph !== 0) return { font, glyph };
  }
  return undefined;
}

function* candidates(shelf: FontShelf, code: number, face: FaceName, bold: boolean): Generator<TrueTypeFont | undefined> {
  for (const name of faceChain(face)) {
    const { regular, bold: drawnBold, latin } = faces[name];
    if (latin && code >= 0x20 && code <= 0x7e) yield shelf.bundled((bold ? latin.bold : latin.regular).file);
    if (bold && drawnBold) yield shelf.bundled(drawnBold.file);
    else if (!isOwnLatin(code)) yield shelf.installed(name);
    yield shelf.bundled(regular.file);
  }
}
