import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDispatch } from '../../../electron/dispatch.js';
import type { AppOptions } from '../../../electron/services/app-options.js';
import { Backups } from '../../../electron/services/backup/backups.js';
import { OpenedBundles } from '../../../electron/services/bundle/opened-bundles.js';
import { createHandlers } from '../../../electron/services/handlers.js';
import { createKeptWords } from '../../../electron/services/kept-words.js';
import { createJobs } from '../../../electron/services/jobs.js';
import { createPrintFiles } from '../../../electron/services/print-handlers.js';
import { openLibrary } from '../../../electron/services/library/library.js';
import { SearchIndex } from '../../../electron/services/search/search-index.js';
import { randomIds, systemClock } from '../../../electron/services/system-ports.js';
import { createUploads } from '../../../electron/services/uploads.js';
import type { Result } from '../../../shared/ipc.js';

const folder = join(mkdtempSync(join(tmpdir(), 'window-settings-')), '资料库');

async function opened() {
  const library = await openLibrary({ folder, clock: systemClock, ids: randomIds });
  const options = { clock: systemClock, ids: randomIds } as unknown as AppOptions;
  const jobs = createJobs(() => undefined);
  const uploads = createUploads(randomIds);
  const [keptWords, searchIndex, printFiles] = [createKeptWords([], systemClock), new SearchIndex(library), createPrintFiles()];
  const backups = new Backups(library, { ...options, schedule: () => () => undefined, notify: () => undefined });
  const bundles = new OpenedBundles(library, options);
  const handlers = createHandlers({ library, keptWords, searchIndex, jobs, uploads, printFiles, bundles, backups }, options);
  const dispatch = createDispatch({ handlers, jobs }, (_name, error) => {
    throw error;
  });
  const call = async (name: string, request: object) =>
    JSON.parse(await dispatch(name, JSON.stringify(request))) as Result<{ readonly settings?: Readonly<Record<string, unknown>> }>;
  return { library, call };
}

describe('settings of the window', () => {
  it('are kept over reopening, each by its name', async () => {
    const first = await opened();
    expect(await first.call('settings.set', { name: 'interface.scheme', value: 'dark' })).toEqual({ ok: true, value: {} });
    await first.call('settings.set', { name: 'preview.spread', value: true });
    await first.library.close();
    const second = await opened();
    expect(await second.call('settings.get', {})).toMatchObject({
      ok: true,
      value: { settings: { 'interface.scheme': 'dark', 'preview.spread': true } },
    });
    await second.library.close();
  });

  it('that are in no table, or hold what their row refuses, are refused with their name and not written', async () => {
    const { library, call } = await opened();
    const refused = [
      { name: 'no.such', value: 1 },
      { name: 'interface.scheme', value: 'pink' },
      { name: 'interface.zoom', value: 1000 },
      { name: '__proto__', value: { polluted: true } },
    ];
    for (const { name, value } of refused) {
      const answer = await call('settings.set', { name, value });
      expect(answer).toMatchObject({ ok: false, code: 'bad-request' });
      expect(answer.ok ? '' : answer.message).toContain(`“${name}”`);
    }
    expect(await call('settings.set', { name: 'x'.repeat(65), value: 1 })).toMatchObject({ ok: false, code: 'bad-request' });
    await library.close();
    const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /设置.*\.json$/u.test(file))
      .map((file) => readFileSync(join(folder, file), 'utf8'));
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.join('\n')).not.toMatch(/pink|no\.such|polluted|1000/u);
  });
});
