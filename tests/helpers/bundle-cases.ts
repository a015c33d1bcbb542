import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { digestsOf } from '../../electron/services/bundle/digests.js';
import {
  attachmentsFolder,
  bundleFormat,
  bundleVersion,
  limits,
  manifestEntry,
  readMeEntry,
  recordEntry,
  signatureEntry,
} from '../../shared/bundle/format.js';
import type { ProblemCode } from '../../shared/bundle/problems.js';
import type { Issue } from '../../shared/document/issue.js';
import { canonicalJson } from '../../shared/library/canonical-json.js';
import { article, column, issue, p } from './build-issue.js';
import { rawZip, type RawEntry } from './raw-zip.js';

/** A key of somebody who sends bundles. */
export function newKey(): KeyObject {
  return generateKeyPairSync('ed25519').privateKey;
}

const usualKey = newKey();

function publicKeyOf(key: KeyObject): string {
  return Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64');
}

type Json = { [member: string]: unknown };

export interface BundleParts {
  /** Payload: entries but manifest and signature. */
  readonly payload: readonly { readonly name: string; readonly data: string | Uint8Array }[];
  readonly manifest: Json;
}

/** A good bundle of one invented issue, as parts to be spoiled. */
export function goodParts(
  value: Issue = issue(column('经验交流', article('示例区开展宣讲', p('近日，示例区开展宣讲活动。')))),
): BundleParts {
  const json = canonicalJson(value);
  const entry = recordEntry('issue', '2023-06');
  const payload = [
    { name: readMeEntry, data: '阅读说明' },
    { name: entry, data: json },
    { name: '可读/2023-06.txt', data: '示例区开展宣讲' },
  ];
  return { payload, manifest: composeManifest(payload, digestsOf(Buffer.from(json)).sha256) };
}

function composeManifest(payload: BundleParts['payload'], revision: string): Json {
  return {
    format: bundleFormat,
    version: bundleVersion,
    leastReader: bundleVersion,
    kind: 'issue',
    createdAt: '2026-03-02T01:00:00.000Z',
    origin: { unit: '示例区委宣传部', device: 'AB12-CD34', program: '专报编辑台' },
    to: '',
    sequence: 1,
    basis: [],
    records: [
      { type: 'issue', key: '2023-06', title: '宣传信息专报 2023年第6期', entry: recordEntry('issue', '2023-06'), revision, lineage: [] },
    ],
    ...listed(payload),
  };
}

/** `entries` and `counts` of a payload. */
export function listed(payload: BundleParts['payload'], records = 1): Json {
  const entries = payload.map(({ name, data }) => {
    const bytes = Buffer.from(data);
    return { name, bytes: bytes.length, ...digestsOf(bytes) };
  });
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  const attachments = entries.filter(({ name }) => name.startsWith(`${attachmentsFolder}/`)).length;
  return { entries, counts: { entries: entries.length, bytes, records, attachments } };
}

/** The entries of a bundle whose signature is of the manifest as it is given. */
export function signedEntries({ payload, manifest }: BundleParts, key = usualKey): readonly RawEntry[] {
  const bytes = Buffer.from(canonicalJson(manifest), 'utf8');
  const signature = { algorithm: 'Ed25519', publicKey: publicKeyOf(key), signature: sign(null, bytes, key).toString('base64') };
  return [...payload, { name: manifestEntry, data: bytes }, { name: signatureEntry, data: canonicalJson(signature) }];
}

export interface BundleCase {
  readonly name: string;
  readonly codes: readonly ProblemCode[];
  readonly complete: boolean;
  readonly valid: boolean;
  readonly bytes: Buffer;
}

const good = goodParts();
const entries = signedEntries(good);
const whole = rawZip(entries);

function withManifest(changes: Json): Buffer {
  return rawZip(signedEntries({ ...good, manifest: { ...good.manifest, ...changes } }));
}

function withEntry(name: string, changes: Partial<RawEntry>): Buffer {
  return rawZip(entries.map((entry) => (entry.name === name ? { ...entry, ...changes } : entry)));
}

/** A bundle with one more entry, listed in its manifest, so that only its name or its kind can be wrong. */
function withListed(extra: RawEntry & { readonly name: string }): Buffer {
  const payload = [...good.payload, { name: extra.name, data: extra.data ?? '' }];
  const all = signedEntries({ payload, manifest: { ...good.manifest, ...listed(payload) } });
  return rawZip(all.map((entry) => (entry.name === extra.name ? { ...entry, ...extra } : entry)));
}

const bad = (name: string, code: ProblemCode, bytes: Buffer, complete = false): BundleCase => ({
  name,
  codes: [code],
  complete,
  valid: false,
  bytes,
});
const warned = (name: string, codes: readonly ProblemCode[], bytes: Buffer): BundleCase => ({
  name,
  codes,
  complete: true,
  valid: true,
  bytes,
});
const named = (name: string, code: ProblemCode): BundleCase =>
  bad(`a name: ${JSON.stringify(name)}`, code, withListed({ name, data: '甲' }));

const text = good.payload[1]?.data ?? '';
const entryName = recordEntry('issue', '2023-06');
const listedEntries = good.manifest['entries'] as readonly Json[];
const manifestText = canonicalJson(good.manifest);

/** The conformance set: good, bad and warning bundles, each with the codes a reader must give. */
export const bundleCases: readonly BundleCase[] = [
  warned('a whole bundle', ['key-unknown'], whole),
  warned('members of later writers in the manifest', ['key-unknown'], withManifest({ later: { anything: true }, version: 7 })),
  warned('everything deflated', ['key-unknown'], rawZip(entries.map((entry) => ({ ...entry, deflate: true })))),
  warned('no signature', ['unsigned'], rawZip(entries.filter(({ name }) => name !== signatureEntry))),
  warned(
    'files of a file manager',
    ['system-file', 'system-file', 'key-unknown'],
    rawZip([...entries, { name: '__MACOSX/._x' }, { name: 'Thumbs.db' }]),
  ),
  warned('names in GBK', ['name-gbk', 'key-unknown'], withEntry(readMeEntry, { name: gbkReadMe(), flags: 0 })),
  warned('no read-me', ['read-me-missing', 'key-unknown'], withoutReadMe()),
  bad('nothing', 'empty', Buffer.alloc(0)),
  bad('cut in the middle', 'cut-short', whole.subarray(0, Math.floor(whole.length / 2))),
  bad('cut by one byte', 'cut-short', whole.subarray(0, whole.length - 1)),
  bad('the first two bytes', 'cut-short', whole.subarray(0, 2)),
  bad('another file', 'not-a-bundle', Buffer.from('这是一篇稿件。'.repeat(10))),
  bad('a directory that is none', 'container-broken', Buffer.from(whole).fill(0x41, whole.length - 22 - 40, whole.length - 22)),
  bad('a ZIP without a manifest', 'manifest-missing', rawZip(entries.filter(({ name }) => name !== manifestEntry))),
  bad('a manifest that is no JSON', 'manifest-broken', withEntry(manifestEntry, { data: manifestText.slice(0, -5) })),
  bad('a manifest without records', 'manifest-broken', withManifest({ records: undefined })),
  bad('a manifest of another format', 'manifest-broken', withManifest({ format: 'zip' })),
  bad('newer than this reader', 'too-new', withManifest({ leastReader: 2, version: 2, entries: '今后的写法' })),
  bad('a kind of later', 'kind-unknown', withManifest({ kind: 'greeting' }), true),
  bad('an entry that is not there', 'entry-missing', rawZip(entries.filter(({ name }) => name !== '可读/2023-06.txt'))),
  bad(
    'a record without its entry',
    'entry-missing',
    withManifest({ records: [{ ...(good.manifest['records'] as Json[])[0], entry: 'data/issue/无.json' }] }),
  ),
  bad('an entry too many', 'entry-unlisted', rawZip([...entries, { name: '可读/又一篇.txt', data: '甲' }])),
  bad('another size', 'size-differs', withEntry(entryName, { data: `${String(text)} ` })),
  bad('counts that do not add up', 'counts-disagree', withManifest({ counts: { entries: 3, bytes: 1, records: 1, attachments: 0 } })),
  bad('one letter changed', 'entry-changed', withEntry(entryName, { data: String(text).replace('示例区', '示例县') }), true),
  bad('one letter and its digests changed', 'signature-broken', rawZip(forged()), true),
  bad('one digest of two changed', 'digests-disagree', withManifest({ entries: listedEntries.map(wrongSm3) }), true),
  bad('a record that is no issue', 'record-broken', withRecord('{}'), true),
  bad('a record of another key', 'record-broken', withRecord(String(text).replace('"number":6', '"number":7')), true),
  bad('a record that its kind does not carry', 'record-unexpected', withManifest({ kind: 'settings' }), true),
  bad('a record of a newer shape', 'too-new', withRecord(String(text).replace(/"version":\d+/u, '"version":99')), true),
  bad('an original under another name', 'entry-changed', withListed({ name: 'data/attachment/0', data: '甲' })),
  bad('a signature of something else', 'signature-broken', withEntry(signatureEntry, { data: signatureOfOther() }), true),
  bad('a signature that is none', 'signature-broken', withEntry(signatureEntry, { data: '{}' }), true),
  bad('a broken deflate stream', 'entry-broken', withEntry(entryName, { method: 8 }), true),
  bad('two names for one entry', 'headers-disagree', withEntry(entryName, { localName: 'data/issue/2023-07.json' }), true),
  bad('an encrypted entry', 'entry-unreadable', withEntry(entryName, { flags: 0x801, deflate: true })),
  bad('an unknown method', 'entry-unreadable', withEntry(entryName, { method: 14 })),
  bad('a link', 'entry-special', withEntry(entryName, { externalAttributes: (0xa1ff << 16) >>> 0 })),
  {
    ...bad(
      'an entry larger than any may be',
      'entry-too-large',
      withEntry(entryName, { deflate: true, declaredBytes: limits.entryBytes + 1 }),
    ),
    codes: ['entry-too-large', 'ratio-too-high'],
  },
  bad('a bomb', 'ratio-too-high', withListed({ name: '可读/空.txt', data: Buffer.alloc(3_000_000), deflate: true })),
  bad('two entries in one place', 'entries-overlap', rawZip([...entries, { name: 'data/attachment/1', data: '甲', sharesPlaceOf: 1 }])),
  bad('a name in two normal forms', 'name-twice', twins('可读/\u00e9.txt', '可读/e\u0301.txt')),
  bad('a name in two cases', 'name-twice', twins('可读/A.txt', '可读/a.txt')),
  named('/etc/passwd', 'name-absolute'),
  named('\\\\server\\share', 'name-absolute'),
  named('C:/甲.txt', 'name-drive'),
  named('../甲.txt', 'name-escape'),
  named('可读/../../甲.txt', 'name-escape'),
  named('可读\\..\\甲.txt', 'name-escape'),
  named('可读/./甲.txt', 'name-escape'),
  named('可读//甲.txt', 'name-illegal'),
  named('可读/甲?.txt', 'name-illegal'),
  named('可读/甲\u0000.txt', 'name-illegal'),
  named('可读/\u202etxt.exe', 'name-illegal'),
  named('可读/aux.txt', 'name-reserved'),
  named('CON', 'name-reserved'),
  named('可读/甲.', 'name-reserved'),
  named('甲'.repeat(limits.nameLength + 1), 'name-length'),
];

/** 阅读说明.txt as Chinese Windows writes it. */
function gbkReadMe(): Uint8Array {
  return Buffer.from('d4c4b6c1cbb5c3f72e747874', 'hex');
}

function withoutReadMe(): Buffer {
  const payload = good.payload.slice(1);
  return rawZip(signedEntries({ payload, manifest: { ...good.manifest, ...listed(payload) } }));
}

/** What somebody without the key can do: change a text and bring the manifest in line. */
function forged(): readonly RawEntry[] {
  const payload = good.payload.map(({ name, data }) => ({ name, data: String(data).replace('示例区', '示例县') }));
  const revision = digestsOf(Buffer.from(payload[1]?.data ?? '')).sha256;
  const records = (good.manifest['records'] as readonly Json[]).map((record) => ({ ...record, revision }));
  const changed = Buffer.from(canonicalJson({ ...good.manifest, ...listed(payload), records }));
  return [...payload, { name: manifestEntry, data: changed }, ...entries.filter(({ name }) => name === signatureEntry)];
}

function signatureOfOther(): string {
  const signature = sign(null, Buffer.from('{}'), usualKey).toString('base64');
  return canonicalJson({ algorithm: 'Ed25519', publicKey: publicKeyOf(usualKey), signature });
}

function twins(left: string, right: string): Buffer {
  const payload = [...good.payload, { name: left, data: '甲' }, { name: right, data: '乙' }];
  return rawZip(signedEntries({ payload, manifest: { ...good.manifest, ...listed(payload) } }));
}

function wrongSm3(entry: Json, index: number): Json {
  return index === 0 ? { ...entry, sm3: '0'.repeat(64) } : entry;
}

/** A bundle whose one record is these bytes, everything else in line with them. */
function withRecord(json: string): Buffer {
  const payload = good.payload.map((entry) => (entry.name === entryName ? { ...entry, data: json } : entry));
  const records = (good.manifest['records'] as readonly Json[]).map((record) => ({
    ...record,
    revision: digestsOf(Buffer.from(json)).sha256,
  }));
  return rawZip(signedEntries({ payload, manifest: { ...good.manifest, ...listed(payload), records } }));
}
