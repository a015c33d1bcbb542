import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { openLibrary } from '../../electron/services/library/library.js';
import { randomIds, systemClock } from '../../electron/services/system-ports.js';
import { hasShared, sharedFile, sharedFiles } from '../helpers/shared-files.js';
import { launchApp } from './helpers/launch.js';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Of the manuscripts that others wrote, as they came, every third; the reading of each one is the recognizer's own test. */
const files = [
  ...['docx/chinese', 'docx/review', 'docx/broken'].flatMap((folder) =>
    sharedFiles(folder).map((name) => ({ name, path: sharedFile(folder, name) })),
  ),
  ...['press-zibo.txt', 'summary-gaoxin.txt'].map((name) => ({ name, path: sharedFile('seeds', name) })),
]
  .filter(({ name }) => !name.endsWith('.md'))
  .filter((_, index) => index % 3 === 0);

/** Made in turn, by their keys. */
const decisions = [
  { label: '拟采用', key: '1', reason: '' },
  { label: '备用', key: '2', reason: '' },
  { label: '不采用', key: '3', reason: '时效已过' },
  { label: '退改', key: '4', reason: '请补充具体做法和数据' },
] as const;

test('real manuscripts come in at once, are sorted by keys, and keep their originals', async () => {
  test.skip(!hasShared, '../shared is absent');
  test.setTimeout(900_000);
  const app = await launchApp({ viewport: { width: 1366, height: 768 } });
  const { page, library } = app;
  await page.keyboard.press('Control+3');
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '收稿' }).click();
  await (await chosen).setFiles(files.map(({ path }) => path));
  await expect(page.getByText(new RegExp(`^${files.length} 个文件：`, 'u'))).toBeVisible({ timeout: 600_000 });
  await page.screenshot({ path: 'test-results/real-report.png' });
  const report = await page.locator('.import-line').evaluateAll((lines) =>
    lines.map((line) => ({
      name: line.querySelector('.import-name')?.textContent ?? '',
      state: line.querySelector('summary')?.dataset['state'] ?? '',
      sentence: line.querySelector('.import-sentence')?.textContent ?? '',
    })),
  );
  expect(report.map(({ name }) => name).sort()).toEqual(files.map(({ name }) => name).sort());
  for (const { name, state, sentence } of report) if (state === 'failed') expect(sentence, name).toMatch(/[\u4e00-\u9fff].*。/su);
  const refused = new Set(report.filter(({ state }) => state === 'failed' || state === 'decide').map(({ name }) => name));
  // A busy machine may run out of the time a file has; that is told like any other refusal.
  expect(report.length).toBeGreaterThanOrEqual(13);
  expect(report.length - refused.size, JSON.stringify(report)).toBeGreaterThanOrEqual(10);
  await page.keyboard.press('Escape');
  await expect(page.locator('.ant-modal')).toBeHidden();

  const chip = (label: string) => page.locator('.chip', { hasText: label });
  const all = Number(/\d+/u.exec((await chip('全部').textContent()) ?? '')?.[0]);
  expect(all).toBeGreaterThanOrEqual(report.length - refused.size);
  await expect(chip(`待筛选 ${all}`)).toBeVisible();
  await page.getByRole('listbox', { name: '来稿' }).focus();
  await page.keyboard.press('Home');
  const made = new Map<string, number>();
  for (let at = 0; at < all; at += 1) {
    const { label, key, reason } = decisions[at % decisions.length] ?? decisions[0];
    await page.keyboard.press(key);
    if (reason !== '') {
      await expect(page.getByRole('combobox', { name: '理由' })).toBeFocused();
      await page.keyboard.insertText(reason);
      await page.keyboard.press('Enter');
    }
    made.set(label, (made.get(label) ?? 0) + 1);
    await expect(chip(`待筛选 ${all - at - 1}`)).toBeVisible();
  }
  for (const [label, count] of made) await expect(chip(`${label} ${count}`)).toBeVisible();
  await page.screenshot({ path: 'test-results/real-sorted.png' });
  await app.close();

  const kept = await openLibrary({ folder: library, clock: systemClock, ids: randomIds });
  try {
    const digests = new Set<string>();
    for (const { id } of (await kept.list()).submissions) {
      const { original } = (await kept.get('submission', id)).value;
      const bytes = await kept.getAttachment(original?.sha256 ?? '');
      expect(bytes && sha256(bytes), id).toBe(original?.sha256);
      digests.add(original?.sha256 ?? '');
    }
    for (const { name, path } of files) if (!refused.has(name)) expect(digests.has(sha256(readFileSync(path))), name).toBe(true);
  } finally {
    await kept.close();
  }
});
