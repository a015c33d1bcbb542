import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';

/** One entry to be written; its bytes are asked for when its turn comes and let go of when they are written. */
export interface ZipSource {
  readonly name: string;
  /** False for what is packed already: Word files, PDF, pictures. */
  readonly isCompressible: boolean;
  /** Unpacked bytes, where they are known before it is loaded. */
  readonly bytes?: number;
  load(): Promise<Uint8Array>;
}

/**
 * Writes a new ZIP, entry after entry: no more than one entry is in memory. The file must not be there yet; it is
 * flushed to the disk when the promise resolves.
 * @throws Node's own errors, and whatever `load` throws; a file that was begun is left for the caller to remove
 */
export async function writeZip(path: string, sources: readonly ZipSource[], writtenAt: Date, signal?: AbortSignal): Promise<void> {
  const zip = new yazl.ZipFile();
  const failed = new AbortController();
  let failure: unknown;
  zip.on('error', (error: unknown) => {
    failure = error;
    failed.abort();
  });
  for (const { name, isCompressible, load } of sources) {
    zip.addReadStreamLazy(name, { mtime: writtenAt, compress: isCompressible }, (give) => {
      load().then(
        (bytes) => give(null, Readable.from(bytes.length === 0 ? [] : [bytes])),
        (error: unknown) => give(error, Readable.from([])),
      );
    });
  }
  zip.end();
  const signals = signal === undefined ? [failed.signal] : [failed.signal, signal];
  try {
    await pipeline(zip.outputStream, createWriteStream(path, { flags: 'wx', flush: true }), { signal: AbortSignal.any(signals) });
  } catch (error) {
    throw failure ?? error;
  }
}
