/** Facts of a TrueType font, read from its tables (OpenType 1.9: cmap format 12 and 4, hmtx, head). */
export interface FontFacts {
  readonly tables: readonly string[];
  readonly unitsPerEm: number;
  /** Advance width in font units by code point. */
  readonly advances: ReadonlyMap<number, number>;
}

export function readFont(bytes: Uint8Array): FontFacts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const offsets = tableOffsets(view);
  const at = (tag: string): number => {
    const offset = offsets.get(tag);
    if (offset === undefined) throw new Error(`no table ${tag}`);
    return offset;
  };
  const glyphs = readGlyphs(view, at('cmap'));
  const metricCount = view.getUint16(at('hhea') + 34);
  const advance = (glyph: number): number => view.getUint16(at('hmtx') + 4 * Math.min(glyph, metricCount - 1));
  return {
    tables: [...offsets.keys()],
    unitsPerEm: view.getUint16(at('head') + 18),
    advances: new Map([...glyphs].map(([code, glyph]) => [code, advance(glyph)])),
  };
}

function tableOffsets(view: DataView): ReadonlyMap<string, number> {
  const count = view.getUint16(4);
  return new Map(
    Array.from({ length: count }, (_none, index) => {
      const entry = 12 + index * 16;
      const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(entry + byte)));
      return [tag, view.getUint32(entry + 8)];
    }),
  );
}

/** Code point → glyph: from the full map (format 12) where there is one, else from the map of the basic plane (format 4). */
function readGlyphs(view: DataView, cmap: number): ReadonlyMap<number, number> {
  const count = view.getUint16(cmap + 2);
  const maps = Array.from({ length: count }, (_none, index) => cmap + view.getUint32(cmap + 8 + index * 8));
  const full = maps.find((map) => view.getUint16(map) === 12);
  if (full !== undefined) return readFormat12(view, full);
  const basic = maps.find((map) => view.getUint16(map) === 4);
  if (basic === undefined) throw new Error('no character map of format 4 or 12');
  return readFormat4(view, basic);
}

function readFormat12(view: DataView, map: number): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>();
  for (let group = 0; group < view.getUint32(map + 12); group += 1) {
    const entry = map + 16 + group * 12;
    const [first, last, glyph] = [view.getUint32(entry), view.getUint32(entry + 4), view.getUint32(entry + 8)];
    for (let code = first; code <= last; code += 1) glyphs.set(code, glyph + code - first);
  }
  return glyphs;
}

function readFormat4(view: DataView, map: number): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>();
  const doubled = view.getUint16(map + 6);
  for (let segment = 0; segment < doubled; segment += 2) {
    const last = view.getUint16(map + 14 + segment);
    const first = view.getUint16(map + 16 + doubled + segment);
    const delta = view.getUint16(map + 16 + doubled * 2 + segment);
    const rangeAt = map + 16 + doubled * 3 + segment;
    const range = view.getUint16(rangeAt);
    for (let code = first; code <= last && code !== 0xffff; code += 1) {
      const listed = range === 0 ? code : view.getUint16(rangeAt + range + (code - first) * 2);
      glyphs.set(code, listed === 0 ? 0 : (listed + delta) & 0xffff);
    }
  }
  return glyphs;
}
