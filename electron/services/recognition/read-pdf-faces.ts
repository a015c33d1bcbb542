/** What the names of a PDF's fonts tell of them. */
import type { PdfFace } from '../../../shared/recognize/pdf-piece.js';

const plain: PdfFace = { isBold: false, isKai: false, isHei: false };

/** Fonts by the name the library gives them; the names offices know stand in the file in one of several encodings. */
export class FaceNames {
  private readonly known = new Map<string, PdfFace>();

  /** @param fonts what the library knows of fonts once it has looked at what a page draws */
  faceOf(fontName: string, fonts: { has(name: string): boolean; get(name: string): unknown }): PdfFace {
    const known = this.known.get(fontName);
    if (known) return known;
    if (!fonts.has(fontName)) return plain;
    const font = fonts.get(fontName);
    const name = typeof font === 'object' && font !== null && 'name' in font ? String(font.name) : '';
    const face = faceNamed(readable(name.slice(0, 200)));
    this.known.set(fontName, face);
    return face;
  }
}

/** What a font's name says, without the six letters that mark a part of a font. */
export function faceNamed(full: string): PdfFace {
  const name = full.replace(/^[A-Z]{6}\+/u, '');
  return {
    isBold: /bold|heavy|black|demi|粗/iu.test(name),
    isKai: /kai|楷/iu.test(name),
    isHei: /黑体|SimHei|Heiti|[a-z]Hei-/u.test(name),
  };
}

/** Names of Chinese fonts come as the bytes that stand in the file. */
function readable(name: string): string {
  if (!/[\u0080-\u00ff]/u.test(name) || /[^\u0000-\u00ff]/u.test(name)) return name;
  const bytes = Uint8Array.from(name, (each) => each.charCodeAt(0));
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next one.
    }
  }
  return name;
}
