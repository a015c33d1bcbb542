import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OpenedBundles } from '../../../../electron/services/bundle/opened-bundles.js';
import { packForLibrary } from '../../../../electron/services/bundle/pack-for-library.js';
import { unwatchedJob } from '../../../../electron/services/jobs.js';
import { createRenderer } from '../../../../electron/services/render-issue.js';
import { systemClock } from '../../../../electron/services/system-ports.js';
import { issueKey } from '../../../../shared/document/issue.js';
import { defaultPageStyle } from '../../../../shared/layout/page-style.js';
import { startingIssue } from '../../../helpers/edited-issues.js';
import { bundledShelf } from '../../../helpers/font-shelf.js';
import { countingIds } from '../../../helpers/library-fixture.js';
import { openOffice, type Office } from '../../../helpers/two-offices.js';

const passphrase = '青山 白马 Abc123';
let folder = '';
let stick = '';
let office: Office;
let bundles: OpenedBundles;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'opened-'));
  stick = join(folder, '盘.zbx');
  office = await openOffice(folder, '甲');
  const { library, identity } = office;
  await library.add('issue', startingIssue);
  const request = { kind: 'issue', keys: [issueKey(startingIssue.masthead)], to: '' } as const;
  await packForLibrary({ library, identity, renderer: createRenderer(defaultPageStyle, bundledShelf) }, request, stick, {
    writtenAt: new Date('2026-03-02T01:00:00.000Z'),
    seal: { passphrase, userFolder: join(folder, '封') },
  });
  bundles = new OpenedBundles(library, { userFolder: folder, clock: systemClock, ids: countingIds() });
});
afterEach(async () => {
  await office.library.close();
  rmSync(folder, { recursive: true, force: true });
});

const copies = (): readonly string[] => readdirSync(join(folder, '隔离区'));

describe('a sealed bundle that is closed while it is decrypted', () => {
  it('is told to be closed, and what was decrypted of it stays nowhere', async () => {
    const { id } = await bundles.open(stick, unwatchedJob);
    let closing: Promise<void> | undefined;
    const report = (step: string): void => void (step === '正在解密' && (closing ??= bundles.close(id)));
    const unsealing = bundles.unseal(id, passphrase, { ...unwatchedJob, report });
    await expect(unsealing).rejects.toMatchObject({ code: 'bad-request', message: expect.stringContaining('这个交换包已经关闭') });
    await closing;
    expect(copies()).toEqual([]);
  });

  it('is told to be closed whatever else would be wrong with it', async () => {
    const { id } = await bundles.open(stick, unwatchedJob);
    const unsealing = bundles.unseal(id, '不是这个口令', unwatchedJob);
    const told = expect(unsealing).rejects.toMatchObject({ message: expect.stringContaining('这个交换包已经关闭') });
    await bundles.close(id);
    await told;
  });
});
