import { createHash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import type { NamedFile, Recognition, RecognizeWatch } from '../ports.js';
import { mayBeOldFormat, sniffFile, type OldFormat } from '../sniff-file.js';
import { withTemporaryFile } from '../temporary-file.js';
import { convertToDocx } from './convert-to-docx.js';

/** Recognition of old formats too: a file of one is converted first, and what it holds is told of the file as it came. */
export function createConvertingRecognition(inner: Recognition, convert: typeof convertToDocx = convertToDocx): Recognition {
  return {
    async recognize(file, watch = {}) {
      const old = await readOld(file);
      return old === undefined ? inner.recognize(file, watch) : recognizeOld(file, old, { inner, convert, watch });
    },
    async learnStyle(file, watch = {}) {
      const old = await readOld(file);
      if (old === undefined) return inner.learnStyle(file, watch);
      return asDocx(file, old, { inner, convert, watch }, (converted) => inner.learnStyle(converted, watch));
    },
  };
}

interface OldFile {
  readonly bytes: Uint8Array;
  readonly format: OldFormat;
}

interface Means {
  readonly inner: Recognition;
  readonly convert: typeof convertToDocx;
  readonly watch: RecognizeWatch;
}

async function asDocx<Value>(
  file: NamedFile,
  { bytes, format }: OldFile,
  { convert, watch }: Means,
  take: (converted: NamedFile) => Promise<Value>,
): Promise<Value> {
  const { signal } = watch;
  watch.onStep?.('正在用 LibreOffice 转换');
  const docx = await convert(bytes, format, file.name, signal === undefined ? {} : { signal });
  return withTemporaryFile(file.name, docx, ({ path }) => take({ ...file, path }));
}

async function recognizeOld(file: NamedFile, old: OldFile, means: Means) {
  const { bytes, format } = old;
  const recognized = await asDocx(file, old, means, (converted) => means.inner.recognize(converted, means.watch));
  return {
    ...recognized,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    warnings: [`由 LibreOffice 从 .${format} 格式转换后读入，请对照原件。`, ...recognized.warnings],
  };
}

/** The file where it is of an old format; whatever else is wrong with it is told by recognition. */
async function readOld({ path, name }: NamedFile): Promise<OldFile | undefined> {
  try {
    if (!mayBeOldFormat(await headOf(path))) return undefined;
    const bytes = await readFile(path);
    const format = sniffFile(name, bytes);
    return format === 'text' || format === 'docx-zip' || format === 'pdf' ? undefined : { bytes, format };
  } catch {
    return undefined;
  }
}

const headBytes = 128;

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
