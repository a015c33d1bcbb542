import { subsetFont } from '../../fonts/subset-font.js';
import type { Glyph } from '../../fonts/drawing-font.js';
import type { TrueTypeFont } from '../../fonts/true-type.js';
import { array, dictionary, hex4, latin1, name, number, text, type PdfFile, type Ref } from './pdf-file.js';

/**
 * The fonts of a document, each with the characters it draws. Every character has a glyph of its own in the subset, though
 * two may look alike, so that each is read back as what it is.
 */
export interface EmbeddedFonts {
  /** Name of the font among the pages' resources, and the number of the character's glyph in it. */
  use(glyph: Glyph, code: number): { readonly fontName: string; readonly number: number };
  /** Writes the fonts once all pages are made; the resource dictionary that names them. */
  finish(): string;
}

interface UsedFont {
  readonly fontName: string;
  readonly ref: Ref;
  /** Code points in the order of their glyphs, from 1. */
  readonly codes: number[];
  readonly glyphs: number[];
  readonly numbers: Map<number, number>;
}

export function embedFonts(file: PdfFile): EmbeddedFonts {
  const fonts = new Map<TrueTypeFont, UsedFont>();
  const fontOf = (font: TrueTypeFont): UsedFont => {
    const known = fonts.get(font);
    if (known) return known;
    const used = { fontName: `F${String(fonts.size + 1)}`, ref: file.reserve(), codes: [], glyphs: [], numbers: new Map<number, number>() };
    fonts.set(font, used);
    return used;
  };
  return {
    use: ({ font, glyph }, code) => {
      const used = fontOf(font);
      const known = used.numbers.get(code);
      if (known !== undefined) return { fontName: used.fontName, number: known };
      const number = used.codes.push(code);
      used.glyphs.push(glyph);
      used.numbers.set(code, number);
      return { fontName: used.fontName, number };
    },
    finish: () => {
      for (const [font, used] of fonts) writeFont(file, font, used);
      return dictionary(Object.fromEntries([...fonts.values()].map(({ fontName, ref }) => [fontName, ref])));
    },
  };
}

/** A composite font (9.7) of a TrueType subset whose character identifiers are its glyphs. */
function writeFont(file: PdfFile, font: TrueTypeFont, { fontName, ref, codes, glyphs }: UsedFont): void {
  const subset = subsetFont(font, glyphs);
  const baseFont = name(`${subsetTag(fontName)}+${font.postScriptName.replace(/[^\w-]/gu, '')}`);
  const scaled = (units: number): string => number((units * 1000) / font.unitsPerEm);
  const descriptor = file.add(
    dictionary({
      Type: '/FontDescriptor',
      FontName: baseFont,
      Flags: 4,
      FontBBox: array(font.box.map(scaled)),
      ItalicAngle: number(font.italicAngle),
      Ascent: scaled(font.ascent),
      Descent: scaled(font.descent),
      CapHeight: scaled(font.ascent),
      StemV: 80,
      FontFile2: file.addStream({ Length1: subset.length }, subset),
    }),
  );
  const descendant = file.add(
    dictionary({
      Type: '/Font',
      Subtype: '/CIDFontType2',
      BaseFont: baseFont,
      CIDSystemInfo: '<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>',
      FontDescriptor: descriptor,
      DW: 1000,
      W: array([0, array([0, ...glyphs].map((glyph) => scaled(font.advanceOf(glyph))))]),
      CIDToGIDMap: '/Identity',
    }),
  );
  file.set(
    ref,
    dictionary({
      Type: '/Font',
      Subtype: '/Type0',
      BaseFont: baseFont,
      Encoding: '/Identity-H',
      DescendantFonts: array([descendant]),
      ToUnicode: file.addStream({}, latin1(unicodeMap(codes))),
    }),
  );
}

/** Six letters that tell this subset from others of its font. */
function subsetTag(fontName: string): string {
  const letters = [...fontName.slice(1).padStart(5, '0')].map((digit) => String.fromCharCode(65 + Number(digit)));
  return `Z${letters.join('')}`;
}

/** Glyph → code point, for readers that search and copy (9.10.3). */
function unicodeMap(codes: readonly number[]): string {
  const rows = codes.map((code, index) => `<${hex4(index + 1)}> ${text(String.fromCodePoint(code)).replace('FEFF', '')}`);
  const blocks: string[] = [];
  for (let from = 0; from < rows.length; from += 100) {
    const some = rows.slice(from, from + 100);
    blocks.push(`${String(some.length)} beginbfchar\n${some.join('\n')}\nendbfchar`);
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000> <FFFF>',
    'endcodespacerange',
    ...blocks,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n');
}
