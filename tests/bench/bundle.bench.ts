import { execFile } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openIdentity } from '../../electron/services/bundle/identity.js';
import { judgeBy } from '../../electron/services/bundle/judge-key.js';
import { sealFile, unsealFile } from '../../electron/services/bundle/seal.js';
import { verifyBundle } from '../../electron/services/bundle/verify-bundle.js';
import { writeBundle, type BundleContents } from '../../electron/services/bundle/write-bundle.js';
import { digestsOf } from '../../electron/services/bundle/digests.js';
import { attachmentEntry, recordEntry } from '../../shared/bundle/format.js';
import { canonicalJson } from '../../shared/library/canonical-json.js';
import { issueKey, type Issue } from '../../shared/document/issue.js';
import { timeMs, type Figure } from './figure.js';
import { librarySizedIssue } from './made-issue.js';
import { withFolder } from './made-library.js';

const run = promisify(execFile);
const issues = 24;
const attachmentBytes = 200 * 1024 * 1024;

/** A year as a bundle against `zip -r` and `sha256sum` of the same bytes, in one run on one disk. */
export async function bench(): Promise<readonly Figure[]> {
  return withFolder(async (folder) => {
    const { contents, files } = makeYear();
    const plain = join(folder, 'plain');
    mkdirSync(plain);
    for (const [index, bytes] of files.entries()) writeFileSync(join(plain, String(index)), bytes);
    const identity = await openIdentity(join(folder, 'user'));
    const bundle = join(folder, 'year.zbx');
    const oursMs = await timeMs(async () => {
      await writeBundle(bundle, contents, identity, { writtenAt: new Date() });
      const { verdict } = await verifyBundle(bundle, { judgeKey: judgeBy([], identity.publicKey) });
      if (!verdict.valid) throw new Error(verdict.problems[0]?.message);
    });
    rmSync(bundle);
    const sealedMs = await timeMs(async () => {
      const [inside, opened] = [join(folder, 'inside'), join(folder, 'opened')];
      await writeBundle(inside, contents, identity, { writtenAt: new Date() });
      await sealFile(inside, bundle, '青山 白马 晨钟 远帆 春茶', {});
      const found = await unsealFile(bundle, opened, '青山 白马 晨钟 远帆 春茶', {});
      const { verdict } = await verifyBundle(opened, { judgeKey: judgeBy([], identity.publicKey) });
      if (found !== undefined || !verdict.valid) throw new Error(found?.message ?? verdict.problems[0]?.message);
    });
    const plainMs = await timeMs(async () => {
      await run('zip', ['-q', '-r', join(folder, 'plain.zip'), plain]);
      await run('sh', ['-c', `sha256sum ${plain}/* > ${folder}/sums`]);
    });
    const how = '24 issues and 200 MB of attachments written as one bundle and verified, against zip -r and sha256sum of the same bytes';
    return [
      { name: 'year as a bundle, packed and verified', value: oursMs / plainMs, unit: '×', target: 2, how },
      {
        name: 'year as a bundle with a passphrase, packed and verified',
        value: sealedMs / plainMs,
        unit: '×',
        target: 2,
        how: `${how}; encrypted, decrypted again and verified as it is exported`,
      },
    ];
  });
}

function makeYear(): { readonly contents: BundleContents; readonly files: readonly Uint8Array[] } {
  const made: readonly Issue[] = Array.from({ length: issues }, (_issue, index) => librarySizedIssue(index + 1, 2023));
  const json = made.map((issue) => Buffer.from(canonicalJson(issue), 'utf8'));
  const attachments = json.map(() => randomFillSync(Buffer.alloc(Math.floor(attachmentBytes / issues))));
  const records = made.map((issue, index) => {
    const key = issueKey(issue.masthead);
    return {
      type: 'issue',
      key,
      title: key,
      entry: recordEntry('issue', key),
      revision: digestsOf(json[index] ?? Buffer.alloc(0)).sha256,
      lineage: [],
    };
  });
  const sources = [
    ...records.map(({ entry }, index) => ({ name: entry, isCompressible: true, load: async () => json[index] ?? Buffer.alloc(0) })),
    ...attachments.map((bytes) => ({ name: attachmentEntry(digestsOf(bytes).sha256), isCompressible: false, load: async () => bytes })),
  ];
  return {
    contents: { kind: 'archive', to: '', unit: '示例市委宣传部', program: '专报编辑台', basis: [], records, sources },
    files: [...json, ...attachments],
  };
}
