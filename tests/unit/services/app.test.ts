import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createApp } from '../../../electron/services/app.js';
import { appOptions as options, caller, freshFolder } from '../../helpers/open-app.js';

beforeEach(() => {
  for (const name of ['HOME', 'USERPROFILE']) vi.stubEnv(name, freshFolder());
});

afterEach(() => vi.unstubAllEnvs());

describe('createApp', () => {
  it('answers every call of a day of work through the contract', async () => {
    const noticed: string[] = [];
    const app = await createApp(options({ notify: (name) => noticed.push(name) }));
    const call = caller(app);
    expect(await call('app.info', {})).toMatchObject({ version: '1.2.3', host: 'chromium', notices: [] });
    expect((await call('library.list', {})).issues.map(({ key }) => key)).toEqual(['2026-14']);

    const { key } = await call('issue.create', {});
    const { issue, revision } = await call('issue.get', { key });
    expect(issue.imprint).toEqual((await call('issue.get', { key: '2026-14' })).issue.imprint);
    const saved = await call('issue.save', {
      key,
      issue: { ...issue, masthead: { ...issue.masthead, number: 77 } },
      baseRevision: revision,
    });
    expect(saved.key).toMatch(/-77$/u);
    await expect(call('issue.save', { key: saved.key, issue, baseRevision: revision })).rejects.toThrow('issue-changed');

    const copy = await call('issue.duplicate', { key: '2026-14' });
    expect(copy.key).toBe('2026-15');
    const { trashId } = await call('issue.delete', { key: copy.key });
    expect((await call('library.list', {})).trash).toHaveLength(1);
    expect(await call('trash.restore', { id: trashId })).toEqual({ kind: 'issue', key: copy.key });
    expect(noticed).toContain('library.changed');
    await app.close();
  });

  it('plans, runs and repeats an export only in folders it named itself', async () => {
    const progress: string[] = [];
    const app = await createApp(options({ notify: (name, body) => progress.push(name === 'job.progress' ? JSON.stringify(body) : '') }));
    const call = caller(app);
    await expect(call('export.plan', { key: '2026-14', folder: '/tmp' })).rejects.toThrow('bad-request');
    const {
      folders: [home],
    } = await call('folder.list', {});
    const plan = await call('export.plan', { key: '2026-14', ...(home ? { folder: home.handle } : {}), baseName: `试-${Date.now()}` });
    expect(plan.digest).toBe((await call('export.plan', { key: '2026-14' })).digest);
    const request = { key: '2026-14', formats: ['txt' as const], folder: plan.folder.handle, baseName: plan.baseName };
    const { files } = await call('export.run', { ...request, overwrite: false });
    expect(files).toHaveLength(1);
    await expect(call('export.run', { ...request, overwrite: false })).rejects.toThrow('export-exists');
    expect(
      (await call('export.plan', { key: '2026-14', folder: plan.folder.handle, baseName: plan.baseName })).files.find(
        ({ format }) => format === 'txt',
      )?.exists,
    ).toBe(true);
    expect(progress.join()).toContain('导出完成');
    await app.close();
  });

  it('stops long work that is cancelled, which then leaves nothing behind', async () => {
    const app = await createApp(options());
    const call = caller(app);
    const { folder } = await call('export.plan', { key: '2026-14' });
    const baseName = `取消-${Date.now()}`;
    const request = { key: '2026-14', formats: ['docx' as const], folder: folder.handle, baseName, overwrite: false };
    const exporting = call('export.run', request);
    await call('job.cancel', { job: 'job' });
    await expect(exporting).rejects.toThrow('cancelled');
    const { files } = await call('export.plan', { key: '2026-14', folder: folder.handle, baseName });
    expect(files.some(({ exists }) => exists)).toBe(false);
    const again = expect(call('export.run', request)).rejects.toThrow('cancelled');
    await app.close();
    await again;
  });

  it('adds the sample once, and not again after it was deleted', async () => {
    const settings = options();
    const first = await createApp(settings);
    await caller(first)('issue.delete', { key: '2026-14' });
    await first.close();
    const second = await createApp(settings);
    expect((await caller(second)('library.list', {})).issues).toEqual([]);
    await second.close();
  });

  it('opens a library that another window holds for reading, and says who holds it', async () => {
    const settings = options();
    const first = await createApp(settings);
    const second = await createApp(settings);
    expect((await caller(second)('app.info', {})).readOnly).toMatch(/[\u4e00-\u9fff]/u);
    await expect(caller(second)('issue.create', {})).rejects.toThrow();
    await second.close();
    await first.close();
  });

  it('opens without the sample when its file is missing, and tells so', async () => {
    const troubles: unknown[] = [];
    const app = await createApp(options({ assetsFolder: freshFolder(), onTrouble: (error) => troubles.push(error) }));
    expect((await caller(app)('library.list', {})).issues).toEqual([]);
    expect(troubles).toHaveLength(1);
    await app.close();
  });
});
