import type { Glyph } from '../../fonts/drawing-font.js';
import { subsetFont } from '../../fonts/subset-font.js';
import type { TrueTypeFont } from '../../fonts/true-type.js';
import { element } from './ofd-xml.js';

/** The fonts of a document, each with the characters it draws. */
export interface OfdFonts {
  /** Id of the font among the document's resources, and the number of the character's glyph in its subset. */
  use(glyph: Glyph, code: number): { readonly id: number; readonly number: number };
  /** What the resources say of them (7.9), and their files. */
  finish(): { readonly entries: string; readonly files: Readonly<Record<string, Uint8Array>> };
}

interface UsedFont {
  readonly id: number;
  readonly codes: number[];
  readonly glyphs: number[];
  readonly numbers: Map<number, number>;
}

export function ofdFonts(nextId: () => number): OfdFonts {
  const fonts = new Map<TrueTypeFont, UsedFont>();
  const usedOf = (font: TrueTypeFont): UsedFont => {
    const used = fonts.get(font) ?? { id: nextId(), codes: [], glyphs: [], numbers: new Map<number, number>() };
    fonts.set(font, used);
    return used;
  };
  return {
    use: ({ font, glyph }, code) => {
      const { id, codes, glyphs, numbers } = usedOf(font);
      const known = numbers.get(code);
      if (known !== undefined) return { id, number: known };
      const number = codes.push(code);
      glyphs.push(glyph);
      numbers.set(code, number);
      return { id, number };
    },
    finish: () => {
      const rows = [...fonts].map(([font, used]) => ({ font, used, file: `font_${String(used.id)}.ttf` }));
      const entries = rows.map(({ font, used, file }) =>
        element('Font', { ID: used.id, FontName: font.postScriptName, FamilyName: font.postScriptName }, element('FontFile', {}, file)),
      );
      return {
        entries: entries.length === 0 ? '' : element('Fonts', {}, ...entries),
        files: Object.fromEntries(rows.map(({ font, used, file }) => [file, subsetFont(font, used.glyphs, used.codes)])),
      };
    },
  };
}
