/** The outermost form of a PDF (ISO 32000-1, 7.3 and 7.5): objects, streams, cross references. Values are PDF syntax as text. */
import { strToU8, zlibSync } from 'fflate';

/** A reference to an indirect object. */
export type Ref = string;

export interface PdfFile {
  /** A reference to an object that is given its value later. */
  reserve(): Ref;
  set(ref: Ref, value: string): void;
  add(value: string): Ref;
  /** A stream; packed unless it is to stay readable. */
  addStream(entries: PdfEntries, bytes: Uint8Array, isPacked?: boolean): Ref;
  /** The file's bytes. `identifier` is 32 hex digits. */
  finish(catalog: Ref, info: Ref, identifier: string): Uint8Array;
}

export type PdfEntries = Readonly<Record<string, string | number | boolean | undefined>>;

export const name = (text: string): string => `/${text}`;

/** `<< … >>`; entries without a value are left out. */
export function dictionary(entries: PdfEntries): string {
  const parts = Object.entries(entries).flatMap(([key, value]) => (value === undefined ? [] : [`/${key} ${String(value)}`]));
  return `<<${parts.join(' ')}>>`;
}

export function array(values: readonly (string | number)[]): string {
  return `[${values.join(' ')}]`;
}

/** A text string in UTF-16, as hex digits. */
export function text(words: string): string {
  return `<FEFF${Array.from({ length: words.length }, (_none, index) => hex4(words.charCodeAt(index))).join('')}>`;
}

export function hex4(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, '0');
}

/** At most four decimals, no exponent, no minus zero. */
export function number(value: number): string {
  return String(Number(value.toFixed(4)) + 0);
}

export function latin1(words: string): Uint8Array {
  return strToU8(words, true);
}

/** Packs bytes as zlib does (RFC 1950). */
export type Pack = (bytes: Uint8Array) => Uint8Array;

/** For whoever has no faster way. */
export const packPlainly: Pack = (bytes) => zlibSync(bytes, { level: 6 });

/** Objects of one object stream; readers unpack it whole. */
const packedTogether = 200;

export function createPdfFile(pack: Pack): PdfFile {
  const values = new Map<number, string>();
  const streams = new Map<number, { readonly head: string; readonly bytes: Uint8Array }>();
  let count = 0;
  const reserve = (): Ref => `${String((count += 1))} 0 R`;
  const add = (value: string): Ref => {
    const ref = reserve();
    values.set(numberOf(ref), value);
    return ref;
  };
  const addStream: PdfFile['addStream'] = (entries, bytes, isPacked = true) => {
    const ref = reserve();
    const data = isPacked ? pack(bytes) : bytes;
    const head = dictionary({ ...entries, ...(isPacked ? { Filter: '/FlateDecode' } : {}), Length: data.length });
    streams.set(numberOf(ref), { head, bytes: data });
    return ref;
  };
  return {
    reserve,
    set: (ref, value) => void values.set(numberOf(ref), value),
    add,
    addStream,
    finish: (catalog, info, identifier) => {
      const packed = packObjects(values, addStream);
      return writeFile(streams, packed, reserve(), pack, { Root: catalog, Info: info, ID: `[<${identifier}> <${identifier}>]` });
    },
  };
}

function numberOf(ref: Ref): number {
  return Number.parseInt(ref, 10);
}

/** Where an object lies that is packed with others: the number of their stream and its place in it. */
interface PackedPlace {
  readonly stream: number;
  readonly index: number;
}

function packObjects(values: ReadonlyMap<number, string>, addStream: PdfFile['addStream']): ReadonlyMap<number, PackedPlace> {
  const all = [...values].sort(([left], [right]) => left - right);
  const places = new Map<number, PackedPlace>();
  for (let from = 0; from < all.length; from += packedTogether) {
    const some = all.slice(from, from + packedTogether);
    const heads: string[] = [];
    let offset = 0;
    for (const [object, value] of some) {
      heads.push(`${String(object)} ${String(offset)}`);
      offset += value.length + 1;
    }
    const head = `${heads.join(' ')}\n`;
    const bytes = latin1(`${head}${some.map(([, value]) => value).join('\n')}\n`);
    const stream = numberOf(addStream({ Type: '/ObjStm', N: some.length, First: head.length }, bytes));
    some.forEach(([object], index) => places.set(object, { stream, index }));
  }
  return places;
}

function writeFile(
  streams: ReadonlyMap<number, { readonly head: string; readonly bytes: Uint8Array }>,
  packed: ReadonlyMap<number, PackedPlace>,
  ownRef: Ref,
  pack: Pack,
  trailer: PdfEntries,
): Uint8Array {
  const parts: Uint8Array[] = [latin1('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n')];
  let length = parts[0]?.length ?? 0;
  const offsets = new Map<number, number>();
  const put = (bytes: Uint8Array): void => {
    parts.push(bytes);
    length += bytes.length;
  };
  const putStream = (object: number, head: string, bytes: Uint8Array): void => {
    offsets.set(object, length);
    put(latin1(`${String(object)} 0 obj\n${head}\nstream\n`));
    put(bytes);
    put(latin1('\nendstream\nendobj\n'));
  };
  for (const [object, { head, bytes }] of streams) putStream(object, head, bytes);
  const own = numberOf(ownRef);
  const start = length;
  offsets.set(own, start);
  const table = pack(crossReferences(own, offsets, packed));
  const head = { Type: '/XRef', Size: own + 1, W: '[1 4 2]', ...trailer, Filter: '/FlateDecode', Length: table.length };
  putStream(own, dictionary(head), table);
  put(latin1(`startxref\n${String(start)}\n%%EOF\n`));
  const file = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    file.set(part, at);
    at += part.length;
  }
  return file;
}

/** Rows of kind (1 byte), place (4 bytes), index or generation (2 bytes) for objects 0 to `last`. */
function crossReferences(last: number, offsets: ReadonlyMap<number, number>, packed: ReadonlyMap<number, PackedPlace>): Uint8Array {
  const bytes = new Uint8Array((last + 1) * 7);
  const view = new DataView(bytes.buffer);
  view.setUint16(5, 0xffff);
  for (let object = 1; object <= last; object += 1) {
    const row = object * 7;
    const offset = offsets.get(object),
      place = packed.get(object);
    if (offset === undefined && place === undefined) throw new RangeError(`object ${String(object)} has no value`);
    view.setUint8(row, place ? 2 : 1);
    view.setUint32(row + 1, place ? place.stream : (offset ?? 0));
    view.setUint16(row + 5, place ? place.index : 0);
  }
  return bytes;
}
