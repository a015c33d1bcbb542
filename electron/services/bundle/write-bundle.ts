import { rm } from 'node:fs/promises';
import { bundleFormat, bundleVersion, manifestEntry, readMeEntry, signatureEntry } from '../../../shared/bundle/format.js';
import type { BundleKindId } from '../../../shared/bundle/bundle-kinds.js';
import { attachmentsFolder } from '../../../shared/bundle/format.js';
import type { CarriedRecord, ListedEntry, Manifest } from '../../../shared/bundle/manifest.js';
import { composeReadMe } from '../../../shared/bundle/read-me.js';
import { canonicalJson } from '../../../shared/library/canonical-json.js';
import { digestsOf, sha256Of } from './digests.js';
import type { Identity } from './identity.js';
import { writeZip, type ZipSource } from './zip-writer.js';

/** What goes into a bundle, before it has a number and digests. */
export interface BundleContents {
  readonly kind: BundleKindId;
  /** Whom it is for; empty: anybody. */
  readonly to: string;
  /** The sender in words; empty where nobody wrote one: the installation's number stands for it then. */
  readonly unit: string;
  readonly program: string;
  readonly records: readonly CarriedRecord[];
  readonly basis: Manifest['basis'];
  /** Records, originals and readable copies, without the read-me. */
  readonly sources: readonly ZipSource[];
}

export interface WriteOptions {
  readonly writtenAt: Date;
  readonly signal?: AbortSignal;
  /** Told after each entry: entries written, entries in all. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** A bundle that was written: its manifest and the digest that names it. */
export interface WrittenBundle {
  readonly manifest: Manifest;
  readonly digest: string;
}

/**
 * Writes a bundle to a path where nothing is, flushed; on failure nothing is left. The manifest comes last, when the
 * digests of all entries are known. The number is not used up yet: see `Identity.remember`.
 */
export async function writeBundle(
  path: string,
  contents: BundleContents,
  identity: Identity,
  options: WriteOptions,
): Promise<WrittenBundle> {
  const head = composeHead(contents, identity, options.writtenAt);
  const readMe = Buffer.from(`\ufeff${composeReadMe(head)}`, 'utf8');
  const sources = [{ name: readMeEntry, isCompressible: true, load: () => Promise.resolve(readMe) }, ...contents.sources];
  const listed: ListedEntry[] = [];
  const whole = { manifest: undefined as WrittenBundle | undefined, bytes: Buffer.alloc(0) };
  const recorded = sources.map((source) => ({ ...source, load: () => loadAndList(source, listed, sources.length, options) }));
  const manifest: ZipSource = {
    name: manifestEntry,
    isCompressible: true,
    load: async () => {
      const value: Manifest = { ...head, counts: countsOf(listed, head.records.length), entries: listed };
      whole.bytes = Buffer.from(canonicalJson(value), 'utf8');
      whole.manifest = { manifest: value, digest: sha256Of(whole.bytes) };
      return whole.bytes;
    },
  };
  const signature: ZipSource = {
    name: signatureEntry,
    isCompressible: true,
    load: async () => Buffer.from(canonicalJson(identity.sign(whole.bytes)), 'utf8'),
  };
  try {
    await writeZip(path, [...recorded, manifest, signature], options.writtenAt, options.signal);
  } catch (error) {
    if (!isTaken(error)) await rm(path, { force: true }).catch(() => undefined);
    throw error;
  }
  if (whole.manifest === undefined) throw new TypeError('no manifest was written');
  return whole.manifest;
}

/** What a sender is called that has not written its name; another for every installation. */
function namelessSender(device: string): string {
  return `没有写单位的电脑（${device}）`;
}

function composeHead({ kind, to, unit, program, records, basis }: BundleContents, identity: Identity, writtenAt: Date) {
  return {
    format: bundleFormat,
    version: bundleVersion,
    leastReader: bundleVersion,
    kind,
    createdAt: writtenAt.toISOString(),
    origin: { unit: unit === '' ? namelessSender(identity.device) : unit, device: identity.device, program },
    to,
    ...identity.next(to),
    basis,
    records,
  } as const;
}

async function loadAndList(source: ZipSource, listed: ListedEntry[], total: number, options: WriteOptions): Promise<Uint8Array> {
  const bytes = await source.load();
  listed.push({ name: source.name, bytes: bytes.length, ...digestsOf(bytes) });
  options.onProgress?.(listed.length, total);
  return bytes;
}

function countsOf(entries: readonly ListedEntry[], records: number): Manifest['counts'] {
  return {
    entries: entries.length,
    bytes: entries.reduce((sum, { bytes }) => sum + bytes, 0),
    records,
    attachments: entries.filter(({ name }) => name.startsWith(`${attachmentsFolder}/`)).length,
  };
}

/** Somebody else's file stands there: it is not ours to remove. */
function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}
