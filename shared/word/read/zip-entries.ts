/** The entries of a ZIP held in memory, checked before the first is unpacked (APPNOTE 4.3). */
import { Inflate } from 'fflate';
import { crc32 } from '../../crc32.js';
import { packageLimits } from '../../import-limits.js';

export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated; others cannot be unpacked. */
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc: number;
  /** Bytes it says it unpacks to, which may be a lie. */
  readonly declared: number;
  /** Where its local header begins, where its bytes begin and end. */
  readonly header: number;
  readonly start: number;
  readonly end: number;
}

/** Why a ZIP is not read; `ZipFault.message` is one of the reasons an editor is told. */
export class ZipFault extends Error {
  constructor(readonly kind: 'broken' | 'hostile' | 'large' | 'encrypted') {
    super(kind);
  }
}

/**
 * Every entry by its name without an opening slash.
 * @throws ZipFault `broken` when the directory cannot be read, `hostile` for entries that overlap or repeat, `large` for too many
 */
export function zipEntries(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) throw new ZipFault('broken');
  const count = view.getUint16(end + 10, true);
  if (count > packageLimits.entries) throw new ZipFault('large');
  const found: ZipEntry[] = [];
  let offset = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    const { entry, next } = readEntry(view, bytes, offset, end);
    found.push(entry);
    offset = next;
  }
  return checked(found);
}

function readEntry(view: DataView, bytes: Uint8Array, offset: number, end: number): { readonly entry: ZipEntry; readonly next: number } {
  if (offset + 46 > end || view.getUint32(offset, true) !== 0x02014b50) throw new ZipFault('broken');
  const nameLength = view.getUint16(offset + 28, true);
  const name = latin(bytes.subarray(offset + 46, offset + 46 + nameLength));
  const header = view.getUint32(offset + 42, true);
  if (header + 30 > end || view.getUint32(header, true) !== 0x04034b50) throw new ZipFault('broken');
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  const entry: ZipEntry = {
    name: name.replace(/^\/+/u, ''),
    method: view.getUint16(offset + 10, true),
    isEncrypted: (view.getUint16(offset + 8, true) & 1) === 1,
    crc: view.getUint32(offset + 16, true),
    declared: view.getUint32(offset + 24, true),
    header,
    start,
    end: start + view.getUint32(offset + 20, true),
  };
  if (entry.end > end) throw new ZipFault('broken');
  return { entry, next: offset + 46 + nameLength + view.getUint16(offset + 30, true) + view.getUint16(offset + 32, true) };
}

function checked(entries: readonly ZipEntry[]): ReadonlyMap<string, ZipEntry> {
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  if (names.size < entries.length) throw new ZipFault('hostile');
  const placed = [...entries].sort((left, right) => left.header - right.header);
  // Bytes of one entry may not serve another: that is how a small file unpacks into a huge one.
  placed.forEach(({ header }, index) => {
    const before = placed[index - 1];
    if (before && before.end > header) throw new ZipFault('hostile');
  });
  return new Map(entries.map((entry) => [entry.name, entry]));
}

/** How much of a deflated entry is unpacked at a time: deflate makes at most 1,032 bytes of one. */
const stepBytes = 4096;

/**
 * The bytes of an entry, as many as there really are.
 * @throws ZipFault `large` at the first byte beyond `limit`; `broken` when it cannot be unpacked or fails its checksum
 */
export function unpack(bytes: Uint8Array, entry: ZipEntry, limit: number): Uint8Array {
  if (entry.isEncrypted) throw new ZipFault('encrypted');
  const packed = bytes.subarray(entry.start, entry.end);
  const content = entry.method === 0 ? stored(packed, limit) : inflated(packed, entry.method, limit);
  if (crc32(content) !== entry.crc) throw new ZipFault('broken');
  return content;
}

function stored(packed: Uint8Array, limit: number): Uint8Array {
  if (packed.length > limit) throw new ZipFault('large');
  return packed;
}

function inflated(packed: Uint8Array, method: number, limit: number): Uint8Array {
  if (method !== 8) throw new ZipFault('broken');
  const pieces: Uint8Array[] = [];
  let length = 0;
  const stream = new Inflate((piece) => {
    length += piece.length;
    if (length > limit) throw new ZipFault('large');
    pieces.push(piece);
  });
  try {
    for (let at = 0; at < packed.length; at += stepBytes) stream.push(packed.subarray(at, at + stepBytes), at + stepBytes >= packed.length);
  } catch (error) {
    throw error instanceof ZipFault ? error : new ZipFault('broken');
  }
  return joined(pieces, length);
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Offset of the end record, searched from the back past a comment of at most 64 KiB. */
function findEnd(view: DataView): number | undefined {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let offset = view.byteLength - 22; offset >= lowest; offset -= 1) {
    if (view.getUint32(offset, true) === 0x06054b50) return offset;
  }
  return undefined;
}

/** Part names are ASCII in every package that Word or WPS writes. */
function latin(bytes: Uint8Array): string {
  return [...bytes].map((byte) => String.fromCharCode(byte)).join('');
}
