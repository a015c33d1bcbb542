import { AppError } from '../../../shared/app-error.js';
import { attachmentEntry, readableFolder, recordEntry } from '../../../shared/bundle/format.js';
import type { CarriedRecord, Manifest } from '../../../shared/bundle/manifest.js';
import { recordTypes, type CarriedValues, type RecordType } from '../../../shared/bundle/record-types.js';
import type { Origin } from '../../../shared/document/issue.js';
import { canonicalJson } from '../../../shared/library/canonical-json.js';
import { safeFileName } from '../export-issue.js';
import type { Library } from '../library/library.js';
import { sha256Of } from './digests.js';
import type { ZipSource } from './zip-writer.js';

/** One record of a bundle with its originals and readable copies. */
export interface Part {
  readonly record: Omit<CarriedRecord, 'lineage'>;
  /** The state it builds on, for a receiver that has it. */
  readonly basis?: Manifest['basis'][number];
  readonly sources: readonly ZipSource[];
}

/** A record as it leaves the house, first of its sources. @param publication of an issue: the name of its publication */
export function recordPart<Type extends RecordType>(
  type: Type,
  title: string,
  value: CarriedValues[Type],
  others: readonly ZipSource[],
  publication?: string,
): Part {
  const row = recordTypes[type];
  const json = Buffer.from(canonicalJson(row.send(value)), 'utf8');
  const key = row.keyOf(value);
  const of = publication === undefined ? {} : { publication };
  const record = { type, key, title, ...of, entry: recordEntry(type, key), revision: sha256Of(json) };
  return {
    record,
    sources: [{ name: record.entry, isCompressible: true, bytes: json.length, load: () => Promise.resolve(json) }, ...others],
  };
}

/** A copy for people without the program. */
export function readableText(name: string, text: string): ZipSource {
  const bytes = Buffer.from(text.replaceAll('\n', '\r\n'), 'utf8');
  return { name: `${readableFolder}/${name}.txt`, isCompressible: true, bytes: bytes.length, load: () => Promise.resolve(bytes) };
}

/** A title as a name of a file: short, and of no meaning to a path. */
export function readableName(title: string): string {
  return safeFileName([...title].slice(0, 60).join('')).replace(/[. ]+$/u, '') || '无题';
}

/** The originals that the library still has, each once. */
export async function originalSources(library: Library, origins: readonly Origin[]): Promise<readonly ZipSource[]> {
  const sources: ZipSource[] = [];
  for (const origin of new Map(origins.map((one) => [one.sha256, one])).values()) {
    const kept = await library.getAttachment(origin.sha256);
    if (kept !== undefined) sources.push(originalSource(library, origin, kept.length));
  }
  return sources;
}

function originalSource(library: Library, { file, sha256 }: Origin, bytes: number): ZipSource {
  return {
    name: attachmentEntry(sha256),
    bytes,
    isCompressible: !/\.(?:docx|wps|et|pdf|jpe?g|png|zip|rar|7z)$/iu.test(file),
    load: async () => {
      const content = await library.getAttachment(sha256);
      if (content === undefined) throw new AppError('disk-failed', `原件“${file}”读不出来，没有导出。请检查资料库的“附件”文件夹。`);
      return content;
    },
  };
}
