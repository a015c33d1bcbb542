import { faceChain, faces, isOwnLatin, type BundledFile } from '../layout/faces.js';
import { isHan } from '../layout/mark-classes.js';
import type { PageRun } from '../layout/page.js';
import type { DrawnFace } from '../layout/page-style.js';
import type { TrueTypeFont } from './true-type.js';

/** The fonts that can be drawn with: those of the program, and the machine's own where it has them and may embed them. */
export interface FontShelf {
  /** @param file name under assets/fonts */
  bundled(file: string): TrueTypeFont;
  installed(face: DrawnFace): TrueTypeFont | undefined;
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
  const [regular, bold] = [new Map<DrawnFace, FaceGlyphs>(), new Map<DrawnFace, FaceGlyphs>()];
  return (code, run) => {
    const known = run.bold ? bold : regular;
    let face = known.get(run.face);
    if (face === undefined) known.set(run.face, (face = { candidates: candidatesOf(shelf, run.face, run.bold), glyphs: new Map() }));
    let glyph = face.glyphs.get(code);
    if (glyph === undefined) face.glyphs.set(code, (glyph = drawn(face.candidates, code) ?? 'nothing'));
    return glyph === 'nothing' ? undefined : glyph;
  };
}

/** What draws the text of one face, and the glyphs of the characters asked for so far. */
interface FaceGlyphs {
  readonly candidates: readonly Candidate[];
  readonly glyphs: Map<number, Glyph | 'nothing'>;
}

/** A font that is asked in its turn for the characters it may draw; its file is read when it is asked first. */
interface Candidate {
  mayDraw(code: number): boolean;
  font(): TrueTypeFont | undefined;
}

function drawn(candidates: readonly Candidate[], code: number): Glyph | undefined {
  const own = isHan(code) ? undefined : String.fromCodePoint(code);
  if (own !== undefined && /[\p{Default_Ignorable_Code_Point}\p{Cc}]/u.test(own)) return undefined;
  const found = first(candidates, code);
  if (found || (own !== undefined && /\s/u.test(own))) return found;
  return first(candidates, substituteCode);
}

function first(candidates: readonly Candidate[], code: number): Glyph | undefined {
  for (const { mayDraw, font: read } of candidates) {
    const font = mayDraw(code) ? read() : undefined;
    const glyph = font?.glyphOf(code) ?? 0;
    if (font && glyph !== 0) return { font, glyph };
  }
  return undefined;
}

function candidatesOf(shelf: FontShelf, face: DrawnFace, bold: boolean): readonly Candidate[] {
  return faceChain(face).flatMap((name) => {
    const { regular, bold: drawnBold, latin } = faces[name];
    const bundled = ({ file }: BundledFile, mayDraw: Candidate['mayDraw'] = () => true): Candidate => ({
      mayDraw,
      font: () => shelf.bundled(file),
    });
    return [
      ...(latin ? [bundled(bold ? latin.bold : latin.regular, (code) => code >= 0x20 && code <= 0x7e)] : []),
      bold && drawnBold ? bundled(drawnBold) : { mayDraw: (code: number) => !isOwnLatin(code), font: () => shelf.installed(name) },
      bundled(regular),
    ];
  });
}
