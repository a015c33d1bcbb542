import type { TrueTypeFont } from './true-type.js';

/**
 * A font file of a few glyphs: glyph 0 of the font, then those of the list in its order (one may stand there twice), then
 * the parts composed ones are made of. It holds the tables a document needs to draw it. Where the document's readers take it
 * for a font file like any other, it has all that one must have (OpenType 1.9): `codes` are the code points of the listed glyphs.
 */
export function subsetFont(font: TrueTypeFont, glyphs: readonly number[], codes?: readonly number[]): Uint8Array {
  const { kept, outlines } = gather(font, [0, ...glyphs]);
  const tables = new Map<string, Uint8Array>();
  for (const tag of ['cvt ', 'fpgm', 'prep', ...(codes ? ['name', 'OS/2'] : [])]) {
    const table = font.table(tag);
    if (table) tables.set(tag, table);
  }
  const offsets: number[] = [0];
  for (const outline of outlines) offsets.push((offsets.at(-1) ?? 0) + padded(outline.length));
  tables.set('glyf', joined(outlines, offsets));
  tables.set('loca', words(offsets, 4));
  tables.set(
    'hmtx',
    words(
      kept.flatMap((glyph) => [font.advanceOf(glyph), font.leftBearingOf(glyph) & 0xffff]),
      2,
    ),
  );
  tables.set('head', patched(font, 'head', [[50, 1]], [8, 12]));
  tables.set('hhea', patched(font, 'hhea', [[34, kept.length]]));
  tables.set('maxp', patched(font, 'maxp', [[4, kept.length]]));
  if (codes) {
    tables.set('cmap', characterMap(codes));
    tables.set('post', namelessPost(font));
  }
  return writeFont(tables);
}

/** The glyphs with the parts of composed ones after them, and their outlines with those parts' new numbers. */
function gather(
  font: TrueTypeFont,
  wanted: readonly number[],
): { readonly kept: readonly number[]; readonly outlines: readonly Uint8Array[] } {
  const kept = [...wanted];
  const places = new Map<number, number>();
  wanted.forEach((glyph, index) => {
    if (!places.has(glyph)) places.set(glyph, index);
  });
  const outlines: Uint8Array[] = [];
  const numberOf = (part: number): number => {
    const known = places.get(part);
    if (known !== undefined) return known;
    places.set(part, kept.length);
    return kept.push(part) - 1;
  };
  // Parts found on the way are read in the next round.
  while (outlines.length < kept.length)
    for (const outline of font.outlinesOf(kept.slice(outlines.length))) outlines.push(renumbered(outline, numberOf));
  return { kept, outlines };
}

const partFlag = { areWords: 0x0001, hasScale: 0x0008, hasMore: 0x0020, hasTwoScales: 0x0040, hasMatrix: 0x0080 } as const;

/** An outline whose parts, if it is composed, have the numbers `numberOf` gives. */
function renumbered(outline: Uint8Array, numberOf: (glyph: number) => number): Uint8Array {
  if (outline.length < 10 || new DataView(outline.buffer, outline.byteOffset).getInt16(0) >= 0) return outline;
  const copy = new Uint8Array(outline);
  const view = new DataView(copy.buffer);
  let at = 10;
  for (let flags: number = partFlag.hasMore; flags & partFlag.hasMore; ) {
    flags = view.getUint16(at);
    view.setUint16(at + 2, numberOf(view.getUint16(at + 2)));
    at += flags & partFlag.areWords ? 8 : 6;
    if (flags & partFlag.hasScale) at += 2;
    else if (flags & partFlag.hasTwoScales) at += 4;
    else if (flags & partFlag.hasMatrix) at += 8;
  }
  return copy;
}

function padded(length: number): number {
  return (length + 3) & ~3;
}

function joined(parts: readonly Uint8Array[], offsets: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(offsets.at(-1) ?? 0);
  parts.forEach((part, index) => bytes.set(part, offsets[index]));
  return bytes;
}

function words(values: readonly number[], size: 2 | 4): Uint8Array {
  const bytes = new Uint8Array(values.length * size);
  const view = new DataView(bytes.buffer);
  values.forEach((value, index) => (size === 2 ? view.setUint16(index * 2, value) : view.setUint32(index * 4, value)));
  return bytes;
}

/** A character map (format 12) in which the code point at each place has the glyph of that place, from 1. */
function characterMap(codes: readonly number[]): Uint8Array {
  const sorted = codes.map((code, index) => [code, index + 1] as const).sort(([left], [right]) => left - right);
  const header = words([0, 1, 3, 10, 0, 12], 2);
  const groups = words([16 + sorted.length * 12, 0, sorted.length, ...sorted.flatMap(([code, glyph]) => [code, code, glyph])], 4);
  return joined([header, words([12, 0], 2), groups], [0, 12, 16, 16 + groups.length]);
}

/** The `post` table without the names of glyphs, whose numbers are others now (version 3). */
function namelessPost(font: TrueTypeFont): Uint8Array {
  const bytes = new Uint8Array(32);
  bytes.set((font.table('post') ?? bytes).subarray(0, 32));
  new DataView(bytes.buffer).setUint32(0, 0x00030000);
  return bytes;
}

/** A table with some of its 16-bit values replaced and some bytes zeroed. */
function patched(
  font: TrueTypeFont,
  tag: string,
  values: readonly (readonly [number, number])[],
  zeroed: readonly [number, number] = [0, 0],
): Uint8Array {
  const bytes = new Uint8Array(font.table(tag) ?? []);
  const view = new DataView(bytes.buffer);
  for (const [at, value] of values) view.setUint16(at, value);
  return bytes.fill(0, ...zeroed);
}

function writeFont(tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const tags = [...tables.keys()].sort();
  const power = 2 ** Math.floor(Math.log2(tags.length));
  const offsets: number[] = [12 + tags.length * 16];
  for (const tag of tags) offsets.push((offsets.at(-1) ?? 0) + padded(tables.get(tag)?.length ?? 0));
  const bytes = new Uint8Array(offsets.at(-1) ?? 0);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x00010000);
  [tags.length, power * 16, Math.log2(power), (tags.length - power) * 16].forEach((value, index) => view.setUint16(4 + index * 2, value));
  tags.forEach((tag, index) => {
    const table = tables.get(tag) ?? new Uint8Array();
    const [entry, offset] = [12 + index * 16, offsets[index] ?? 0];
    bytes.set(table, offset);
    for (let letter = 0; letter < 4; letter += 1) bytes[entry + letter] = tag.charCodeAt(letter);
    view.setUint32(entry + 4, checksum(view, offset, padded(table.length)));
    view.setUint32(entry + 8, offset);
    view.setUint32(entry + 12, table.length);
  });
  const head = offsets[tags.indexOf('head')] ?? 0;
  view.setUint32(head + 8, (0xb1b0afba - checksum(view, 0, bytes.length)) >>> 0);
  return bytes;
}

function checksum(view: DataView, from: number, length: number): number {
  let sum = 0;
  for (let at = from; at < from + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
