/** Bundles of one sender that are each whole, and wrong only beside what came from it before. */
import { digestsOf } from '../../electron/services/bundle/digests.js';
import type { ProblemCode } from '../../shared/bundle/problems.js';
import { canonicalJson } from '../../shared/library/canonical-json.js';
import { article, column, issue, p } from './build-issue.js';
import { goodParts, newKey, signedEntries, type BundleParts } from './bundle-cases.js';
import { rawZip } from './raw-zip.js';

interface Numbered {
  readonly name: string;
  readonly bytes: Buffer;
}

const good = goodParts();

function digestOf({ manifest }: BundleParts): string {
  return digestsOf(Buffer.from(canonicalJson(manifest))).sha256;
}

function numbered(sequence: number, previous: BundleParts | undefined, more: Readonly<Record<string, unknown>> = {}): BundleParts {
  return { ...good, manifest: { ...good.manifest, sequence, ...(previous ? { previous: digestOf(previous) } : {}), ...more } };
}

const packed = (name: string, parts: BundleParts, key?: ReturnType<typeof newKey>): Numbered => ({
  name,
  bytes: rawZip(signedEntries(parts, key)),
});

const first = numbered(1, undefined);
const second = numbered(2, first);
const third = numbered(3, second);
const otherWords = goodParts(issue(column('经验交流', article('示例区开展巡讲', p('近日，示例区开展巡讲活动。')))));

/** The first bundle of a sender, and those that do not follow on it; each with what a reader says of it then. */
export const orderCases = {
  first: packed('第一包', first),
  /** Looked at once the first was taken in. */
  afterFirst: [
    { ...packed('第一包', first), code: 'already-imported' },
    { ...packed('同号另一包', otherWords), code: 'number-reused' },
    { ...packed('接不上的第二包', numbered(2, third)), code: 'chain-broken' },
    { ...packed('跳号的第三包', third), code: 'packets-missing' },
    {
      ...packed(
        '缺底稿的改动',
        numbered(2, first, { kind: 'increment', basis: [{ type: 'issue', key: '2023-06', revision: 'a'.repeat(64) }] }),
      ),
      code: 'basis-missing',
    },
    { ...packed('换了密钥', first, newKey()), code: 'key-changed' },
  ] as const satisfies readonly (Numbered & { readonly code: ProblemCode })[],
};
