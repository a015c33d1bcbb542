/** Bundles that went wrong on their way, or that somebody made to do harm, by a seed. */
import { digestsOf } from '../../electron/services/bundle/digests.js';
import { attachmentEntry, manifestEntry, readMeEntry, recordEntry, signatureEntry } from '../../shared/bundle/format.js';
import { canonicalJson } from '../../shared/library/canonical-json.js';
import { newSubmission } from '../../shared/submissions/new-submission.js';
import { goodParts, listed, signedEntries, type BundleParts } from './bundle-cases.js';
import { draftArticle } from './library-fixture.js';
import { mutated } from './mutations.js';
import { rawZip, type RawEntry } from './raw-zip.js';
import { flipped, sealed, sealedPassphrase } from './sealed-cases.js';

type Next = (below: number) => number;

/** A bundle of two manuscripts with an original, as parts. */
function manuscripts(): BundleParts {
  const original = Buffer.from('来稿的原件。'.repeat(20));
  const { sha256 } = digestsOf(original);
  const values = ['s1', 's2'].map((id) =>
    newSubmission({
      id,
      article: draftArticle(`稿件${id}`),
      arrival: 'bundle',
      receivedAt: '2026-03-02T01:00:00.000Z',
      original: { file: '来稿.txt', sha256, bytes: original.length },
    }),
  );
  const json = values.map((value) => canonicalJson(value));
  const payload = [
    { name: readMeEntry, data: '阅读说明' },
    ...values.map(({ id }, at) => ({ name: recordEntry('submission', id), data: json[at] ?? '' })),
    { name: attachmentEntry(sha256), data: original },
  ];
  const records = values.map(({ id }, at) => ({
    type: 'submission',
    key: id,
    title: id,
    entry: recordEntry('submission', id),
    revision: digestsOf(Buffer.from(json[at] ?? '')).sha256,
    lineage: [],
  }));
  return { payload, manifest: { ...goodParts().manifest, kind: 'submission', records, ...listed(payload, records.length) } };
}

/** Honest bundles that all others are made from. */
const honest: readonly BundleParts[] = [goodParts(), manuscripts()];
const packed = honest.map((parts) => rawZip(signedEntries(parts)));

/** One with its payload changed and everything else brought in line, signed by whoever did it. */
function inLine({ payload, manifest }: BundleParts, change: (name: string, data: Uint8Array) => Uint8Array): Buffer {
  const changed = payload.map(({ name, data }) => ({ name, data: change(name, Buffer.from(data)) }));
  const revisions = new Map(changed.map(({ name, data }) => [name, digestsOf(data).sha256]));
  const records = (manifest['records'] as readonly { readonly entry: string }[]).map((record) => ({
    ...record,
    revision: revisions.get(record.entry),
  }));
  return rawZip(signedEntries({ payload: changed, manifest: { ...manifest, ...listed(changed, records.length), records } }));
}

const segments = [
  '..',
  '.',
  '',
  'data',
  'issue',
  'CON',
  'aux.txt',
  'C:',
  '\\',
  '甲',
  'é',
  'e\u0301',
  'A',
  'a',
  '~',
  '\u0000',
  '\u202e',
  '甲 ',
  '乙.',
];

type Make = (next: Next, at: number) => Uint8Array;

const pick = <Value>(list: readonly Value[], next: Next): Value => list[next(list.length)] as Value;
const entriesOf = (next: Next): readonly RawEntry[] => signedEntries(pick(honest, next));
const withData = (entries: readonly RawEntry[], at: number, data: Uint8Array | string | undefined): RawEntry[] =>
  entries.map((entry, index) => (index === at && data !== undefined ? { ...entry, data } : entry));

const tried = [sealedPassphrase, '另外的口令'];
const unsealedMakers: readonly Make[] = [
  (next) => mutated(pick(packed, next), next),
  (next) => inLine(pick(honest, next), (name, data) => (name.startsWith('data/') ? mutated(data, next) : data)),
  (next) => pick(packed, next),
];

/** What can happen to a bundle; `at` counts the inputs, so that a long run takes every length of a cut. */
export const hostileMakers: Readonly<Record<string, Make>> = {
  'cut short': (next, at) => {
    const bytes = pick(packed, next);
    return bytes.subarray(0, at % bytes.length);
  },
  'a bit turned over in an entry': (next) => {
    const entries = entriesOf(next);
    const place = next(entries.length);
    const data = Buffer.from(entries[place]?.data ?? '');
    const byte = next(Math.max(1, data.length));
    data[byte] = (data[byte] ?? 0) ^ (1 << next(8));
    return rawZip(withData(entries, place, data));
  },
  'bytes changed anywhere': (next) => mutated(pick(packed, next), next),
  'two entries swapped': (next) => {
    const entries = entriesOf(next);
    const [one, other] = [next(entries.length), next(entries.length)];
    return rawZip(withData(withData(entries, one, entries[other]?.data), other, entries[one]?.data));
  },
  'a manifest changed and signed again': (next) => {
    const parts = pick(honest, next);
    const text = Buffer.from(mutated(Buffer.from(canonicalJson(parts.manifest)), next)).toString('utf8');
    return rawZip(signedEntries({ ...parts, manifest: parsedOr(text, parts.manifest) }));
  },
  'a manifest changed and not signed': (next) => {
    const entries = entriesOf(next).filter(({ name }) => name !== signatureEntry);
    const place = entries.findIndex(({ name }) => name === manifestEntry);
    return rawZip(withData(entries, place, mutated(Buffer.from(entries[place]?.data ?? ''), next)));
  },
  'a version forged': (next) => {
    const parts = pick(honest, next);
    const changes = {
      leastReader: next(4),
      version: next(9),
      sequence: next(3) - 1,
      kind: pick(['issue', 'submission', 'settings', '甲', ''], next),
    };
    return rawZip(signedEntries({ ...parts, manifest: { ...parts.manifest, ...changes } }));
  },
  'a record made by a stranger': (next) => {
    const parts = pick(honest, next);
    return inLine(parts, (name, data) => (name.startsWith('data/') ? mutated(data, next) : data));
  },
  'a name that leads elsewhere': (next) => {
    const name = Array.from({ length: 1 + next(5) }, () => pick(segments, next)).join('/');
    const parts = pick(honest, next);
    const payload = [...parts.payload, { name, data: '甲' }];
    return rawZip(signedEntries({ payload, manifest: { ...parts.manifest, ...listed(payload) } }));
  },
  'a bomb': (next) => {
    const entries = entriesOf(next);
    const place = next(entries.length);
    const zeros = Buffer.alloc(1_000_000 + next(3_000_000));
    const lie = next(2) === 0 ? {} : { declaredBytes: next(5000) };
    return rawZip(entries.map((entry, index) => (index === place ? { ...entry, data: zeros, deflate: true, ...lie } : entry)));
  },
  'entries that share a place': (next) => {
    const entries = entriesOf(next);
    return rawZip([...entries, { name: `data/attachment/${next(9)}`, data: '甲', sharesPlaceOf: next(entries.length) }]);
  },
  'headers that lie': (next) => {
    const entries = entriesOf(next);
    const place = next(entries.length);
    const lie = pick([{ flags: next(65_536) }, { method: next(100) }, { localName: '甲' }, { externalAttributes: next(2 ** 31) }], next);
    return rawZip(entries.map((entry, index) => (index === place ? { ...entry, ...lie } : entry)));
  },
  'random bytes': (next) => {
    const bytes = Buffer.alloc(next(4000));
    for (let place = 0; place < bytes.length; place += 1) bytes[place] = next(256);
    if (next(2) === 0 && bytes.length > 4) bytes.write('PK\u0003\u0004', 0, 'latin1');
    return bytes;
  },
  'a sealed one, changed anywhere': (next) => mutated(sealed(pick(packed, next), pick(tried, next)), next),
  'a sealed one, cut short': (next, at) => {
    const bytes = sealed(pick(packed, next));
    return bytes.subarray(0, at % bytes.length);
  },
  'a sealed one, a bit turned over': (next) => {
    const bytes = sealed(pick(packed, next));
    return flipped(bytes, next(bytes.length), next(8));
  },
  'something hostile, sealed': (next, at) => sealed(pick(unsealedMakers, next)(next, at)),
  'a head that lies': (next) => {
    const head = pick(
      [{ bytes: next(100_000) }, { logN: next(40) }, { check: '0'.repeat(32) }, { cipher: '甲' }, { bytes: 2 ** 40 }],
      next,
    );
    return sealed(pick(packed, next), sealedPassphrase, { head, version: 1 + next(2) });
  },
  'one that came before': (next) => pick(packed, next),
};

function parsedOr(text: string, otherwise: BundleParts['manifest']): BundleParts['manifest'] {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as BundleParts['manifest']) : otherwise;
  } catch {
    return otherwise;
  }
}
