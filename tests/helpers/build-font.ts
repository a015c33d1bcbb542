/** Small TrueType fonts for tests: what a machine may have installed. */

export interface FontPlan {
  readonly name: string;
  /** OS/2 `fsType`. */
  readonly licenceBits?: number;
  /** Without them it is a font of another kind. */
  readonly hasOutlines?: boolean;
  readonly codes?: readonly number[];
}

const unitsPerEm = 1000;

/** A font of squares. */
export function buildFont({ name, licenceBits = 0, hasOutlines = true, codes = [0x56fd] }: FontPlan): Uint8Array {
  const outlines = [new Uint8Array(), ...codes.map(() => square())];
  return writeFont(
    name,
    licenceBits,
    hasOutlines ? outlines : undefined,
    codes.map((code, index) => [code, index + 1] as const),
  );
}

/** A font whose “B” is composed of its “A”. */
export function composedFont(): Uint8Array {
  const composed = int16(-1, 0, 0, 500, 500, 0x0002, 1, 0x0000);
  return writeFont(
    'Composed',
    0,
    [new Uint8Array(), square(), composed],
    [
      [0x41, 1],
      [0x42, 2],
    ],
  );
}

/** Several fonts in one file. */
export function buildCollection(fonts: readonly Uint8Array[]): Uint8Array {
  const head = 12 + 4 * fonts.length;
  const starts: number[] = [];
  let length = head;
  for (const font of fonts) {
    starts.push(length);
    length += font.length;
  }
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  [0x74746366, 0x00010000, fonts.length, ...starts].forEach((value, index) => view.setUint32(index * 4, value));
  fonts.forEach((font, index) => {
    const start = starts[index] ?? 0;
    bytes.set(font, start);
    for (let table = 0; table < view.getUint16(start + 4); table += 1) {
      const at = start + 12 + table * 16 + 8;
      view.setUint32(at, view.getUint32(at) + start);
    }
  });
  return bytes;
}

function square(): Uint8Array {
  const flags = [1, 1, 1, 1];
  return concat(int16(1, 0, 0, 500, 500, 3, 0), Uint8Array.from(flags), int16(0, 500, 0, -500, 0, 0, 500, 0), new Uint8Array(2));
}

function writeFont(
  name: string,
  licenceBits: number,
  outlines: readonly Uint8Array[] | undefined,
  map: readonly (readonly [number, number])[],
): Uint8Array {
  const count = outlines?.length ?? map.length + 1;
  const offsets = [0];
  for (const outline of outlines ?? []) offsets.push((offsets.at(-1) ?? 0) + outline.length);
  const head = new Uint8Array(54);
  const view = new DataView(head.buffer);
  view.setUint32(0, 0x00010000);
  view.setUint32(12, 0x5f0f3cf5);
  view.setUint16(18, unitsPerEm);
  view.setInt16(50, 1);
  const hhea = new Uint8Array(36);
  new DataView(hhea.buffer).setInt16(4, 880);
  new DataView(hhea.buffer).setInt16(6, -120);
  new DataView(hhea.buffer).setUint16(34, count);
  const os2 = new Uint8Array(78);
  new DataView(os2.buffer).setUint16(8, licenceBits);
  return assemble(
    new Map<string, Uint8Array>([
      ['head', head],
      ['hhea', hhea],
      ['maxp', concat(int32(0x00010000), int16(count), new Uint8Array(26))],
      ['hmtx', int16(...Array.from({ length: count }, () => [unitsPerEm, 0]).flat())],
      ['OS/2', os2],
      ['name', nameTable(name)],
      ['cmap', characterMap(map)],
      ...(outlines
        ? ([
            ['loca', int32(...offsets)],
            ['glyf', concat(...outlines)],
          ] as const)
        : ([['CFF ', new Uint8Array(4)]] as const)),
    ]),
  );
}

function nameTable(name: string): Uint8Array {
  const text = Uint8Array.from([...name].flatMap((letter) => [letter.charCodeAt(0) >> 8, letter.charCodeAt(0) & 0xff]));
  const record = (id: number): Uint8Array => int16(3, 1, 0x804, id, text.length, 0);
  return concat(int16(0, 2, 6 + 24), record(4), record(6), text);
}

function characterMap(map: readonly (readonly [number, number])[]): Uint8Array {
  const groups = map.map(([code, glyph]) => int32(code, code, glyph));
  return concat(int16(0, 1, 3, 10), int32(12), int16(12, 0), int32(16 + 12 * map.length, 0, map.length), ...groups);
}

function assemble(tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const head = 12 + 16 * tables.size;
  const parts: Uint8Array[] = [];
  const records: Uint8Array[] = [];
  let offset = head;
  for (const [tag, table] of [...tables].sort(([left], [right]) => (left < right ? -1 : 1))) {
    const padded = concat(table, new Uint8Array(-table.length & 3));
    records.push(
      concat(
        Uint8Array.from(tag, (letter) => letter.charCodeAt(0)),
        int32(0, offset, table.length),
      ),
    );
    parts.push(padded);
    offset += padded.length;
  }
  return concat(int32(0x00010000), int16(tables.size, 0, 0, 0), ...records, ...parts);
}

function int16(...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 2);
  values.forEach((value, index) => new DataView(bytes.buffer).setUint16(index * 2, value & 0xffff));
  return bytes;
}

function int32(...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 4);
  values.forEach((value, index) => new DataView(bytes.buffer).setUint32(index * 4, value));
  return bytes;
}

function concat(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
