import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import type { EntryFacts } from '../../../shared/bundle/entry-names.js';
import { limits } from '../../../shared/bundle/format.js';

/** An entry of an opened ZIP: its description, and what the library needs to read it. */
export interface ZipEntry extends EntryFacts {
  readonly raw: yauzl.Entry;
}

/** A ZIP whose directory has been read and nothing else. */
export interface OpenZip {
  readonly entries: readonly ZipEntry[];
  /** The bytes of an entry, never more than it declares. @throws ZipFault */
  read(entry: ZipEntry): Promise<Buffer>;
  close(): void;
}

/** Why a ZIP or one of its entries cannot be read. */
export class ZipFault extends Error {
  override readonly name = 'ZipFault';

  constructor(
    readonly kind: 'no-zip' | 'broken' | 'too-many' | 'headers-disagree',
    options?: ErrorOptions,
  ) {
    super(kind, options);
  }
}

/** Opens a ZIP and reads its directory. @throws ZipFault, and Node's own errors when the file cannot be opened */
export async function openZip(path: string): Promise<OpenZip> {
  const file = await openFile(path);
  try {
    if (file.entryCount > limits.entries) throw new ZipFault('too-many');
    const entries = await readDirectory(file);
    return { entries, read: (entry) => readEntry(file, entry), close: () => file.close() };
  } catch (error) {
    file.close();
    throw error;
  }
}

async function openFile(path: string): Promise<yauzl.ZipFile> {
  try {
    // Names are decoded here: the library would take GBK for the code page of old American PCs.
    return await yauzl.openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw error;
    throw new ZipFault('no-zip', { cause: error });
  }
}

async function readDirectory(file: yauzl.ZipFile): Promise<readonly ZipEntry[]> {
  const entries: ZipEntry[] = [];
  try {
    for await (const raw of file.eachEntry()) entries.push(describe(raw));
  } catch (error) {
    throw new ZipFault('broken', { cause: error });
  }
  return entries;
}

function describe(raw: yauzl.Entry): ZipEntry {
  const { name, isGbk } = decodeName(raw);
  const unixKind = (raw.externalFileAttributes >>> 16) & 0xf000;
  return {
    raw,
    name,
    isGbk,
    isSpecial: unixKind !== 0 && unixKind !== 0x8000,
    isEncrypted: raw.isEncrypted(),
    hasKnownMethod: raw.compressionMethod === 0 || raw.compressionMethod === 8,
    bytes: raw.uncompressedSize,
    packedBytes: raw.compressedSize,
    offset: raw.relativeOffsetOfLocalHeader,
  };
}

/** UTF-8 where it is UTF-8, flagged or not; else GBK, as Chinese Windows writes names. */
function decodeName({ fileNameRaw }: yauzl.Entry): { readonly name: string; readonly isGbk: boolean } {
  try {
    return { name: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(fileNameRaw), isGbk: false };
  } catch {
    return { name: new TextDecoder('gb18030').decode(fileNameRaw), isGbk: true };
  }
}

async function readEntry(file: yauzl.ZipFile, { raw }: ZipEntry): Promise<Buffer> {
  try {
    const local = await file.readLocalFileHeaderPromise(raw);
    if (!local.fileName.equals(raw.fileNameRaw) || local.compressionMethod !== raw.compressionMethod)
      throw new ZipFault('headers-disagree');
    const chunks: Buffer[] = [];
    for await (const chunk of await file.openReadStreamPromise(raw)) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    if (crc32(bytes) !== raw.crc32) throw new ZipFault('broken');
    return bytes;
  } catch (error) {
    if (error instanceof ZipFault) throw error;
    throw new ZipFault('broken', { cause: error });
  }
}
