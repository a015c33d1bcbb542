import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../../../shared/library/canonical-json.js';
import { kindNames, recordKinds, type KindName } from '../../../shared/library/records/records.js';

/** Version of the envelope and of the library's layout; a file with a higher one was saved by newer software. */
export const envelopeVersion = 1;

/** What a file says it is: a paper of the library, or a record of a kind. */
export type FileFormat =
  | `zhuanbao-${KindName}`
  | 'zhuanbao-library'
  | 'zhuanbao-version-names'
  | 'zhuanbao-settings'
  | 'zhuanbao-exchange'
  | 'zhuanbao-index'
  | 'zhuanbao-move'
  | 'zhuanbao-undo'
  | 'zhuanbao-audit'
  | 'zhuanbao-backup-record'
  | 'zhuanbao-backup-folder'
  | 'zhuanbao-backup';

const envelopeSchema = z.object({
  format: z.string(),
  version: z.int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  savedAt: z.iso.datetime({ offset: true }),
  data: z.unknown().refine((data) => data !== undefined),
});

export function formatOf(kind: KindName): FileFormat {
  return `zhuanbao-${kind}`;
}

/** Whether a file of `found` may be read as `format`: it is that, or what an earlier program called it. */
function isFormat(found: string, format: FileFormat): boolean {
  return (
    found === format ||
    kindNames.some((kind) => formatOf(kind) === format && found === `zhuanbao-${recordKinds[kind].former?.format ?? kind}`)
  );
}

/** What a file's bytes hold. */
export type Content =
  | { readonly kind: 'good'; readonly data: unknown; readonly revision: string; readonly savedAt: string }
  | { readonly kind: 'newer' }
  | { readonly kind: 'damaged' };

export type GoodContent = Extract<Content, { kind: 'good' }>;

/** Checksum of a value: SHA-256, lower-case hex, of its canonical JSON. This is the revision of an issue. */
export function revisionOf(data: unknown): string {
  return createHash('sha256').update(canonicalJson(data), 'utf8').digest('hex');
}

/** A value as the bytes of its file: readable JSON in UTF-8 with its checksum. `savedAt` is an ISO instant. */
export function encodeEnvelope(
  format: FileFormat,
  data: unknown,
  savedAt: string,
  revision: string = revisionOf(data),
): { readonly bytes: Uint8Array; readonly revision: string } {
  const text = JSON.stringify({ format, version: envelopeVersion, sha256: revision, savedAt, data }, null, 1);
  return { bytes: Buffer.from(`${text}\n`, 'utf8'), revision };
}

/** Reads a file's bytes; anything cut, flipped or foreign is `damaged`. */
export function decodeEnvelope(format: FileFormat, bytes: Uint8Array): Content {
  const parsed = envelopeSchema.safeParse(parseJson(bytes));
  if (!parsed.success || !isFormat(parsed.data.format, format)) return { kind: 'damaged' };
  const { sha256, data, savedAt, version } = parsed.data;
  if (version > envelopeVersion) return { kind: 'newer' };
  return revisionOf(data) === sha256 ? { kind: 'good', data, revision: sha256, savedAt } : { kind: 'damaged' };
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
