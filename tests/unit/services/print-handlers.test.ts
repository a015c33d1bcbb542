import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createApp, type App } from '../../../electron/services/app.js';
import type { Desktop } from '../../../electron/services/ports.js';
import { createPrintFiles } from '../../../electron/services/print-handlers.js';
import { appOptions, caller } from '../../helpers/open-app.js';
import { hasPdftotext, pdfPages } from '../../helpers/pdf-text.js';
import { proofOf } from '../../../electron/services/proof-of-issue.js';
import { readPdf } from '../../helpers/read-pdf.js';

const everything = { range: '', sides: 'all', isReversed: false } as const;
let app: App | undefined;
afterEach(async () => {
  await app?.close();
  app = undefined;
});

/** An app whose desktop notes what it is handed, or refuses it. */
async function office(changes: Partial<Desktop> = {}) {
  const handed: { readonly way: string; readonly path: string; readonly pages: number }[] = [];
  const texts: string[] = [];
  const take = async (way: string, path: string): Promise<void> => {
    texts.push(hasPdftotext ? pdfPages(readFileSync(path)).join('') : '');
    handed.push({ way, path, pages: (await readPdf(readFileSync(path))).pdf.getPageCount() });
  };
  const options = appOptions();
  app = await createApp({
    ...options,
    desktop: {
      ...options.desktop,
      printers: () => Promise.resolve(['三楼', '二楼']),
      open: (path) => take('open', path),
      print: (path, printer, copies) => take(`${printer} ${String(copies)}`, path),
      ...changes,
    },
  });
  return { call: caller(app), handed, texts };
}

describe('printing an issue', () => {
  it('is planned by its laid-out pages and the printers there are', async () => {
    const { call } = await office();
    const plan = await call('print.plan', { key: '2026-14' });
    expect(plan).toEqual({ pages: expect.any(Number) as number, printers: ['三楼', '二楼'] });
    expect(plan.pages).toBeGreaterThan(3);
  });

  it('hands the chosen pages to a printer as a PDF of just these', async () => {
    const { call, handed } = await office();
    const choice = { range: '1-4', sides: 'odd', isReversed: true } as const;
    expect(await call('print.run', { key: '2026-14', choice, copies: 3, printer: '二楼' })).toEqual({ pages: 2 });
    expect(handed).toMatchObject([{ way: '二楼 3', pages: 2 }]);
    expect(handed[0]?.path).toMatch(/宣传信息专报.*\.pdf$/u);
  });

  it('carries the marks of a proof until 签发 and never after', async () => {
    const { call, texts } = await office();
    const proof = { stage: 'third', isNumbered: true } as const;
    const print = async (): Promise<string> => {
      await call('print.run', { key: '2026-14', choice: everything, copies: 1, proof });
      return texts.at(-1) ?? '';
    };
    expect(await print()).toMatch(/三校样\s*\d{4}年\d+月\d+日/u);
    await call('print.run', { key: '2026-14', choice: everything, copies: 1 });
    expect(texts.at(-1)).not.toContain('校样');
    const { issue } = await call('issue.get', { key: '2026-14' });
    for (const state of ['final', 'printed', 'archived'] as const) {
      expect(proofOf({ ...issue, state }, proof, { now: () => new Date() })).toBeUndefined();
    }
    expect(proofOf({ ...issue, state: 'reviewing' }, proof, { now: () => new Date(2026, 4, 3) })).toEqual({
      ...proof,
      dateText: '2026年5月3日',
    });
  });

  it('opens them where no printer is named', async () => {
    const { call, handed } = await office();
    const { pages } = await call('print.plan', { key: '2026-14' });
    await call('print.run', { key: '2026-14', choice: everything, copies: 1 });
    expect(handed).toMatchObject([{ way: 'open', pages }]);
  });

  it('hands over nothing once it is cancelled', async () => {
    const { call, handed } = await office();
    const printing = call('print.run', { key: '2026-14', choice: everything, copies: 1, printer: '二楼' });
    await call('job.cancel', { job: 'job' });
    await expect(printing).rejects.toThrow('cancelled');
    expect(handed).toEqual([]);
  });

  it('leaves one file at most, and none when the program ends', async () => {
    const { call, handed } = await office();
    for (const range of ['1', '2']) await call('print.run', { key: '2026-14', choice: { ...everything, range }, copies: 1 });
    expect(handed.map(({ path }) => existsSync(path))).toEqual([false, true]);
    await app?.close();
    app = undefined;
    expect(handed.map(({ path }) => existsSync(dirname(path)))).toEqual([false, false]);
  });

  it('says which pages there are when others are asked for', async () => {
    const { call, handed } = await office();
    await expect(call('print.run', { key: '2026-14', choice: { ...everything, range: '99' }, copies: 1 })).rejects.toThrow(
      /bad-request: .*没有第 99 页/u,
    );
    expect(handed).toEqual([]);
  });

  it('says what to do when printer or program does not take them', async () => {
    const { call } = await office({ print: () => Promise.reject(new Error('lp: no')), open: () => Promise.reject(new Error('none')) });
    const request = { key: '2026-14', choice: everything, copies: 1 };
    await expect(call('print.run', { ...request, printer: '三楼' })).rejects.toThrow(/print-failed: 打印机“三楼”/u);
    await expect(call('print.run', request)).rejects.toThrow(/print-failed: .*导出 PDF/u);
  });
});

describe('an exported file', () => {
  it('is opened by the handle it was given, and a failure says what to do', async () => {
    const opened: string[] = [];
    const { call } = await office({
      open: (path) => (opened.push(path) > 1 ? Promise.reject(new Error('none')) : Promise.resolve()),
    });
    const { folders } = await call('folder.list', {});
    const folder = folders[0]?.handle ?? '';
    const { files } = await call('export.run', {
      key: '2026-14',
      formats: ['txt'],
      folder,
      baseName: `印-${String(Date.now())}`,
      overwrite: false,
    });
    const handle = files[0]?.handle ?? '';
    await call('file.open', { handle });
    expect(opened).toEqual([files[0]?.path]);
    await expect(call('file.open', { handle })).rejects.toThrow(/print-failed: .*打开所在文件夹/u);
    await expect(call('file.open', { handle: '/etc/passwd' })).rejects.toThrow('bad-request');
  });
});

describe('files made for printing', () => {
  it('are for this user alone', async () => {
    const parent = mkdtempSync(join(tmpdir(), 'print-parent-'));
    const files = createPrintFiles(parent);
    await files.write('a.pdf', new Uint8Array(1));
    await files.write('b.pdf', new Uint8Array(1));
    expect(readdirSync(parent)).toHaveLength(1);
    await files.clear();
    expect(readdirSync(parent)).toEqual([]);
  });
});
