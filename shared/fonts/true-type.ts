/** A TrueType font read from its file: what is needed to choose, measure and embed its glyphs (OpenType 1.9). */
export interface TrueTypeFont {
  readonly postScriptName: string;
  readonly unitsPerEm: number;
  /** In font units. */
  readonly ascent: number;
  readonly descent: number;
  readonly box: readonly [number, number, number, number];
  readonly italicAngle: number;
  /** Glyph of a code point; 0 when the font does not draw it. */
  glyphOf(code: number): number;
  /** Advance width of a glyph in font units. */
  advanceOf(glyph: number): number;
  leftBearingOf(glyph: number): number;
  /** The outlines of glyphs as the `glyf` table has them; empty for blanks. */
  outlinesOf(glyphs: readonly number[]): readonly Uint8Array[];
  table(tag: string): Uint8Array | undefined;
}

/** A stretch of a file. */
export interface Extent {
  readonly offset: number;
  readonly length: number;
}

/** Reads stretches of a font's file: fonts of Chinese are long, and a document needs little of one. */
export type FontReader = (extents: readonly Extent[]) => readonly Uint8Array[];

/** A reader of a file that is in memory. */
export function readerOf(bytes: Uint8Array): FontReader {
  return (extents) => extents.map(({ offset, length }) => bytes.subarray(offset, offset + length));
}

/** What a font file says of itself without its outlines. */
export interface FontFacts {
  /** Full and PostScript names in every language, and the family's where the font is its regular one. */
  readonly names: readonly string[];
  /** Quadratic outlines, which a subset may be made of. */
  readonly hasOutlines: boolean;
  /** Whether its licence bits let it be embedded as a subset (OS/2 `fsType`). */
  readonly isEmbeddable: boolean;
}

/** How many fonts a file holds: one, or those of a collection; 0 when it is no TrueType file. */
export function fontCount(read: FontReader): number {
  const view = viewOf(readOne(read, { offset: 0, length: 12 }));
  const kind = view.getUint32(0);
  if (kind === collectionTag) return view.getUint32(8);
  return kind === 0x00010000 || kind === 0x74727565 ? 1 : 0;
}

const collectionTag = 0x74746366;

/** Tables kept of a font. */
const keptTables = ['head', 'hhea', 'hmtx', 'maxp', 'loca', 'cmap', 'name', 'OS/2', 'post', 'cvt ', 'fpgm', 'prep'] as const;

/** @param index of the font within a collection */
export function readTrueType(read: FontReader, index = 0): TrueTypeFont {
  const places = directoryOf(read, index);
  const tables = new Map<string, Uint8Array>(readTables(read, places, keptTables));
  const table = (tag: string): Uint8Array | undefined => tables.get(tag);
  const need = (tag: string): DataView => {
    const found = table(tag);
    if (found === undefined) throw new RangeError(`no table ${tag}`);
    return viewOf(found);
  };
  const [head, hhea, hmtx, loca] = [need('head'), need('hhea'), need('hmtx'), need('loca')];
  const glyf = places.get('glyf');
  if (glyf === undefined) throw new RangeError('no table glyf');
  const metrics = hhea.getUint16(34);
  const isLong = head.getInt16(50) === 1;
  const count = need('maxp').getUint16(4);
  const offset = (glyph: number): number => (isLong ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2);
  const post = table('post');
  return {
    postScriptName: namesOf(table('name')).find(({ id }) => id === 6)?.text ?? 'Font',
    unitsPerEm: head.getUint16(18),
    ascent: hhea.getInt16(4),
    descent: hhea.getInt16(6),
    box: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
    italicAngle: post ? viewOf(post).getInt32(4) / 65536 : 0,
    glyphOf: characterMap(need('cmap')),
    advanceOf: (glyph) => hmtx.getUint16(4 * Math.min(glyph, metrics - 1)),
    leftBearingOf: (glyph) => hmtx.getInt16(glyph < metrics ? 4 * glyph + 2 : 4 * metrics + 2 * (glyph - metrics)),
    outlinesOf: (glyphs) =>
      read(
        glyphs.map((glyph) =>
          glyph < count ? { offset: glyf.offset + offset(glyph), length: offset(glyph + 1) - offset(glyph) } : { offset: 0, length: 0 },
        ),
      ),
    table,
  };
}

/** Facts without reading a font whole. */
export function readFontFacts(read: FontReader, index: number): FontFacts {
  const places = directoryOf(read, index);
  const tables = new Map(readTables(read, places, ['name', 'OS/2']));
  const names = namesOf(tables.get('name'));
  const isRegular = names.some(({ id, text }) => id === 2 && /^(regular|常规|標準|标准|normal)$/iu.test(text));
  const os2 = tables.get('OS/2');
  return {
    names: [...new Set(names.filter(({ id }) => id === 4 || id === 6 || (id === 1 && isRegular)).map(({ text }) => text))],
    hasOutlines: places.has('glyf'),
    isEmbeddable: isEmbeddable(os2 && os2.length >= 10 ? viewOf(os2).getUint16(8) : 0),
  };
}

/** Restricted fonts, those not to be subset, and those of bitmaps only stay out; of the first four bits the least strict counts. */
function isEmbeddable(bits: number): boolean {
  const isRestricted = (bits & 0x000f) === 0x0002;
  return !isRestricted && (bits & 0x0300) === 0;
}

/** Where each table of a font lies in its file. */
function directoryOf(read: FontReader, index: number): ReadonlyMap<string, Extent> {
  const start = viewOf(readOne(read, { offset: 0, length: 16 + 4 * index }));
  const at = start.getUint32(0) === collectionTag ? start.getUint32(12 + 4 * index) : 0;
  const count = viewOf(readOne(read, { offset: at, length: 12 })).getUint16(4);
  const bytes = readOne(read, { offset: at + 12, length: count * 16 });
  const view = viewOf(bytes);
  const places = new Map<string, Extent>();
  for (let entry = 0; entry < count * 16; entry += 16) {
    const tag = String.fromCharCode(...bytes.subarray(entry, entry + 4));
    places.set(tag, { offset: view.getUint32(entry + 8), length: view.getUint32(entry + 12) });
  }
  return places;
}

function readTables(
  read: FontReader,
  places: ReadonlyMap<string, Extent>,
  tags: readonly string[],
): readonly (readonly [string, Uint8Array])[] {
  const found = tags.flatMap((tag) => {
    const place = places.get(tag);
    return place ? [{ tag, place }] : [];
  });
  const tables = read(found.map(({ place }) => place));
  return found.map(({ tag }, index) => [tag, tables[index] ?? new Uint8Array()]);
}

function readOne(read: FontReader, extent: Extent): Uint8Array {
  const [bytes] = read([extent]);
  if (bytes?.length !== extent.length) throw new RangeError('the font ends too early');
  return bytes;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

interface NameRecord {
  readonly id: number;
  readonly text: string;
}

/** Names of family, style, font and PostScript in the encodings of Windows and Unicode (UTF-16), and the Macintosh ones in ASCII. */
function namesOf(table: Uint8Array | undefined): readonly NameRecord[] {
  if (table === undefined || table.length < 6) return [];
  const view = viewOf(table);
  const [count, strings] = [view.getUint16(2), view.getUint16(4)];
  const names: NameRecord[] = [];
  for (let at = 6; at < 6 + count * 12; at += 12) {
    const id = view.getUint16(at + 6);
    if (![1, 2, 4, 6].includes(id)) continue;
    const start = strings + view.getUint16(at + 10);
    const bytes = table.subarray(start, start + view.getUint16(at + 8));
    names.push({ id, text: view.getUint16(at) === 1 ? String.fromCharCode(...bytes) : utf16(bytes) });
  }
  return names;
}

function utf16(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2) text += String.fromCharCode((bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0));
  return text;
}

/** Code point → glyph: by the full map (format 12) where there is one, else by that of the basic plane (format 4). */
function characterMap(cmap: DataView): (code: number) => number {
  const maps = Array.from({ length: cmap.getUint16(2) }, (_none, index) => cmap.getUint32(8 + index * 8));
  const full = maps.find((map) => cmap.getUint16(map) === 12);
  if (full !== undefined) return (code) => glyphOf12(cmap, full, code);
  const basic = maps.find((map) => cmap.getUint16(map) === 4);
  if (basic === undefined) throw new RangeError('no character map of format 4 or 12');
  return (code) => glyphOf4(cmap, basic, code);
}

function glyphOf12(view: DataView, map: number, code: number): number {
  let [low, high] = [0, view.getUint32(map + 12)];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const entry = map + 16 + middle * 12;
    if (code > view.getUint32(entry + 4)) low = middle + 1;
    else if (code < view.getUint32(entry)) high = middle;
    else return view.getUint32(entry + 8) + code - view.getUint32(entry);
  }
  return 0;
}

function glyphOf4(view: DataView, map: number, code: number): number {
  if (code > 0xffff) return 0;
  const doubled = view.getUint16(map + 6);
  let [low, high] = [0, doubled / 2 - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (view.getUint16(map + 14 + 2 * middle) < code) low = middle + 1;
    else high = middle;
  }
  const first = view.getUint16(map + 16 + doubled + 2 * low);
  if (code < first) return 0;
  const delta = view.getUint16(map + 16 + doubled * 2 + 2 * low);
  const rangeAt = map + 16 + doubled * 3 + 2 * low;
  const range = view.getUint16(rangeAt);
  const listed = range === 0 ? code : view.getUint16(rangeAt + range + (code - first) * 2);
  return listed === 0 ? 0 : (listed + delta) & 0xffff;
}
