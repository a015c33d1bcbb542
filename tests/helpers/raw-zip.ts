import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of a ZIP, with everything about it that can be a lie. */
export interface RawEntry {
  readonly name: string | Uint8Array;
  readonly data?: Uint8Array | string;
  /** Name in the local header, when it is not that of the directory. */
  readonly localName?: string;
  readonly deflate?: boolean;
  readonly method?: number;
  readonly flags?: number;
  readonly externalAttributes?: number;
  /** Size told in both headers, when it is not the true one. */
  readonly declaredBytes?: number;
  /** Entry whose place in the file this one claims too. */
  readonly sharesPlaceOf?: number;
}

/** A ZIP of just these entries, byte by byte: no library would write what the tests need. */
export function rawZip(entries: readonly RawEntry[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const entry of entries) {
    const local = localPart(entry);
    const place = entry.sharesPlaceOf === undefined ? offset : (offsets[entry.sharesPlaceOf] ?? 0);
    offsets.push(place);
    directory.push(directoryPart(entry, place));
    if (entry.sharesPlaceOf !== undefined) continue;
    locals.push(local);
    offset += local.length;
  }
  const directoryBytes = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directoryBytes.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directoryBytes, end]);
}

function facts(entry: RawEntry) {
  const data = Buffer.from(entry.data ?? '');
  const packed = entry.deflate ? deflateRawSync(data) : data;
  return {
    name: Buffer.from(entry.name),
    data,
    packed,
    method: entry.method ?? (entry.deflate ? 8 : 0),
    flags: entry.flags ?? 0x800,
    bytes: entry.declaredBytes ?? data.length,
  };
}

function localPart(entry: RawEntry): Buffer {
  const { data, packed, method, flags, bytes } = facts(entry);
  const name = Buffer.from(entry.localName ?? entry.name);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(method, 8);
  header.writeUInt32LE(crc32(data), 14);
  header.writeUInt32LE(packed.length, 18);
  header.writeUInt32LE(bytes, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name, packed]);
}

function directoryPart(entry: RawEntry, offset: number): Buffer {
  const { name, data, packed, method, flags, bytes } = facts(entry);
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE((3 << 8) | 20, 4);
  header.writeUInt16LE(20, 6);
  header.writeUInt16LE(flags, 8);
  header.writeUInt16LE(method, 10);
  header.writeUInt32LE(crc32(data), 16);
  header.writeUInt32LE(packed.length, 20);
  header.writeUInt32LE(bytes, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt32LE(entry.externalAttributes ?? 0, 38);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, name]);
}
