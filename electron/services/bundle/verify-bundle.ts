import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { findBundleKind } from '../../../shared/bundle/bundle-kinds.js';
import { checkComplete } from '../../../shared/bundle/check-complete.js';
import { checkContainer } from '../../../shared/bundle/check-container.js';
import { bundleVersion, limits, manifestEntry, signatureEntry } from '../../../shared/bundle/format.js';
import {
  manifestHeadSchema,
  manifestSchema,
  signatureSchema,
  type BundleSignature,
  type Manifest,
} from '../../../shared/bundle/manifest.js';
import type { KeyJudgement } from '../../../shared/bundle/judge-key.js';
import { isError, problem, type Problem } from '../../../shared/bundle/problems.js';
import { isRecordType } from '../../../shared/bundle/record-types.js';
import type { SignatureState, Verdict } from '../../../shared/bundle/verdict.js';
import { describeMismatch } from '../../../shared/document/migrate-record.js';
import { errorCode } from '../library/disk-error.js';
import { digestsOf, sha256Of } from './digests.js';
import { checkRecord } from './read-record.js';
import { isSignedBy } from './identity.js';
import { examineSeal } from './seal-head.js';
import { openZip, ZipFault, type OpenZip, type ZipEntry } from './zip-reader.js';

/** What the library knows of a key: asked for every signature that is good. */
export type JudgeKey = (publicKey: string, origin: Manifest['origin']) => KeyJudgement;

export interface VerifyOptions {
  readonly judgeKey: JudgeKey;
  /** Where the bundle stands among those received; absent where nobody keeps count. */
  readonly checkOrder?: (manifest: Manifest, digest: string, publicKey: string) => readonly Problem[];
  /** Told after each entry: bytes looked at, bytes in all. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** A bundle that was looked at: what came of it, and the means to read it when it is valid. */
export interface VerifiedBundle {
  readonly verdict: Verdict;
  readonly manifest?: Manifest;
  /** SHA-256 of the manifest: names this bundle among all. */
  readonly digest?: string;
  readonly signature?: BundleSignature;
}

const unread: VerifiedBundle = { verdict: { complete: false, valid: false, signature: 'none', problems: [] } };

/** A bundle of which nothing can be told but why it could not be opened. */
export function unopened(found: Problem): VerifiedBundle {
  return withProblems(unread, [found]);
}

/** Looks at a bundle, step by step, and writes nothing anywhere. Never throws for what the file holds. */
export async function verifyBundle(path: string, options: VerifyOptions): Promise<VerifiedBundle> {
  let zip: OpenZip;
  const sealed = await problemOfSeal(path);
  if (sealed !== undefined) return unopened(sealed);
  try {
    zip = await openZip(path);
  } catch (error) {
    return unopened(await explainUnopened(path, error));
  }
  try {
    return await verifyOpened(zip, options);
  } finally {
    zip.close();
  }
}

/** A sealed bundle is opened before it is verified; whether it is whole can be told without its passphrase. */
async function problemOfSeal(path: string): Promise<Problem | undefined> {
  const examined = await examineSeal(path).catch(() => ({ kind: 'plain' }) as const);
  if (examined.kind === 'plain') return undefined;
  return examined.kind === 'broken' ? examined.problem : problem('passphrase-needed');
}

async function verifyOpened(zip: OpenZip, options: VerifyOptions): Promise<VerifiedBundle> {
  const container = checkContainer(zip.entries);
  if (container.some(isError)) return withProblems(unread, container);
  const entries = new Map(zip.entries.map((entry) => [entry.name, entry]));
  const read = await readManifest(zip, entries);
  if (read.kind === 'unreadable') return withProblems(unread, [...container, ...read.problems]);
  const { manifest, bytes } = read;
  const bundle: VerifiedBundle = { ...unread, manifest, digest: sha256Of(bytes) };
  const complete = checkComplete(manifest, entries);
  const digests = complete.some(isError) ? [] : await checkContents(zip, entries, manifest, options);
  const signed = await checkSignature(zip, entries, manifest, bytes, options.judgeKey);
  const version = checkKind(manifest);
  const order = options.checkOrder?.(manifest, sha256Of(bytes), signed.signature?.publicKey ?? '') ?? [];
  return withProblems(
    {
      ...bundle,
      ...(signed.signature === undefined ? {} : { signature: signed.signature }),
      verdict: { ...bundle.verdict, complete: !complete.some(isError), signature: signed.state },
    },
    [...container, ...complete, ...digests, ...signed.problems, ...version, ...order],
  );
}

/** A sender of manuscripts has no say in our settings: a bundle holds what its kind carries, or what is of later kinds. */
function checkKind({ kind, records }: Manifest): readonly Problem[] {
  const row = findBundleKind(kind);
  if (row === undefined) return [problem('kind-unknown', '', kind)];
  const strangers = records.filter(({ type }) => isRecordType(type) && !row.carries.includes(type));
  return strangers.map(({ title }) => problem('record-unexpected', title));
}

function withProblems(bundle: VerifiedBundle, problems: readonly Problem[]): VerifiedBundle {
  return { ...bundle, verdict: { ...bundle.verdict, problems, valid: !problems.some(isError) } };
}

type ReadManifest =
  | { readonly kind: 'read'; readonly manifest: Manifest; readonly bytes: Uint8Array }
  | { readonly kind: 'unreadable'; readonly problems: readonly Problem[] };

async function readManifest(zip: OpenZip, entries: ReadonlyMap<string, ZipEntry>): Promise<ReadManifest> {
  const entry = entries.get(manifestEntry);
  if (entry === undefined) return unreadable(problem('manifest-missing', manifestEntry));
  if (entry.bytes > limits.manifestBytes) return unreadable(problem('manifest-broken', manifestEntry, '（过大）'));
  const bytes = await readOr(zip, entry);
  if (!(bytes instanceof Uint8Array)) return unreadable(bytes);
  return parseManifest(bytes);
}

/** The head is looked at first: what newer software wrote is too new, not broken. */
function parseManifest(bytes: Uint8Array): ReadManifest {
  const json = parseJson(bytes);
  const head = manifestHeadSchema.safeParse(json);
  if (!head.success) return unreadable(problem('manifest-broken', manifestEntry, `（${describeMismatch(head.error)}）`));
  const { leastReader, version } = head.data;
  if (leastReader > bundleVersion) {
    const detail = `（格式 ${version}，至少要能读格式 ${leastReader} 的软件；本软件能读到格式 ${bundleVersion}）`;
    return unreadable(problem('too-new', '', detail));
  }
  const parsed = manifestSchema.safeParse(json);
  if (!parsed.success) return unreadable(problem('manifest-broken', manifestEntry, `（${describeMismatch(parsed.error)}）`));
  return { kind: 'read', manifest: parsed.data, bytes };
}

function unreadable(found: Problem): ReadManifest {
  return { kind: 'unreadable', problems: [found] };
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** Digests of every entry, and whether the records among them can be read. */
async function checkContents(
  zip: OpenZip,
  entries: ReadonlyMap<string, ZipEntry>,
  { entries: listed, counts, records }: Manifest,
  { onProgress, signal }: VerifyOptions,
): Promise<readonly Problem[]> {
  const found: Problem[] = [];
  const recordByEntry = new Map(records.map((record) => [record.entry, record]));
  let done = 0;
  for (const { name, sha256, sm3, bytes } of listed) {
    signal?.throwIfAborted();
    const entry = entries.get(name);
    if (entry === undefined) continue;
    const content = await readOr(zip, entry);
    const record = recordByEntry.get(name);
    const wrong = content instanceof Uint8Array ? compareDigests(name, digestsOf(content), { sha256, sm3 }) : [content];
    found.push(...wrong);
    if (content instanceof Uint8Array && wrong.length === 0 && record) found.push(...checkRecord(record, content));
    onProgress?.((done += bytes), counts.bytes);
  }
  return found;
}

type DigestPair = ReturnType<typeof digestsOf>;

function compareDigests(name: string, actual: DigestPair, expected: DigestPair): readonly Problem[] {
  const agreeing = [actual.sha256 === expected.sha256, actual.sm3 === expected.sm3].filter(Boolean).length;
  if (agreeing === 2) return [];
  return [problem(agreeing === 1 ? 'digests-disagree' : 'entry-changed', name)];
}

interface SignatureFound {
  readonly state: SignatureState;
  readonly problems: readonly Problem[];
  readonly signature?: BundleSignature;
}

async function checkSignature(
  zip: OpenZip,
  entries: ReadonlyMap<string, ZipEntry>,
  manifest: Manifest,
  manifestBytes: Uint8Array,
  judgeKey: JudgeKey,
): Promise<SignatureFound> {
  const entry = entries.get(signatureEntry);
  if (entry === undefined) return { state: 'none', problems: [problem('unsigned')] };
  const bytes = await readOr(zip, entry);
  const parsed = signatureSchema.safeParse(bytes instanceof Uint8Array ? parseJson(bytes) : undefined);
  const broken: SignatureFound = { state: 'broken', problems: [problem('signature-broken', signatureEntry)] };
  if (!parsed.success || !isSignedBy(parsed.data, manifestBytes)) return broken;
  return { ...judgeKey(parsed.data.publicKey, manifest.origin), signature: parsed.data };
}

/** The bytes of an entry, or why they cannot be had. */
async function readOr(zip: OpenZip, entry: ZipEntry): Promise<Uint8Array | Problem> {
  try {
    return await zip.read(entry);
  } catch (error) {
    const disagree = error instanceof ZipFault && error.kind === 'headers-disagree';
    return problem(disagree ? 'headers-disagree' : 'entry-broken', entry.name);
  }
}

async function explainUnopened(path: string, error: unknown): Promise<Problem> {
  if (!(error instanceof ZipFault)) return problem('not-there', '', errorCode(error) === '' ? '' : `（${errorCode(error)}）`);
  if (error.kind === 'too-many') return problem('too-many-entries', '', `（上限 ${limits.entries} 个）`);
  if (error.kind === 'broken') return problem('container-broken');
  const { size } = await stat(path);
  if (size === 0) return problem('empty');
  return problem((await startsAsZip(path)) ? 'cut-short' : 'not-a-bundle');
}

/** A ZIP that was cut short has its first entry's mark, or what was copied of it, and no directory. */
async function startsAsZip(path: string): Promise<boolean> {
  for await (const chunk of createReadStream(path, { end: 3 })) {
    const bytes = chunk as Buffer;
    return Buffer.from('PK\u0003\u0004', 'latin1').subarray(0, bytes.length).equals(bytes);
  }
  return false;
}
