/** Files on their way into the library, in the real window. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { unzipSync, zipSync } from 'fflate';
import { buildDocx } from '../helpers/build-docx.js';
import { dropFile, dropFiles } from './helpers/input.js';
import { freshFolder, launchApp } from './helpers/launch.js';

const shots = resolve(import.meta.dirname, '../../test-results/import');
const sample = resolve(import.meta.dirname, '../../assets/sample/宣传信息专报-样例.txt');
mkdirSync(shots, { recursive: true });

/** A manuscript with a picture of so many bytes that its file crosses in several pieces. */
function heavyManuscript(): Uint8Array {
  const words = ['示例县推进书屋建设', '全县建成书屋60处。', '参加阅读的群众2万人次。'];
  const parts = unzipSync(buildDocx({ body: words.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('') }));
  return zipSync({ ...parts, 'word/media/image1.png': [new Uint8Array(randomBytes(2_500_000)), { level: 0 }] });
}

test('a file of several pieces comes over whole', async () => {
  const { page, close } = await launchApp({ home: freshFolder() });
  await expect(page.getByText('第14期').first()).toBeVisible();
  await dropFile(page, 'body', '长稿.docx', heavyManuscript());
  await expect(page.getByText('识别为单篇稿件“示例县推进书屋建设”')).toBeVisible({ timeout: 60_000 });
  await page.screenshot({ path: join(shots, 'long.png') });
  await page.getByRole('button', { name: '完成' }).click();
  await close();
});

test('thirty files are one import: a line for each, failures first, what waits for a decision unfolded', async () => {
  // Thirty readings are thirty processes, one after another, on a machine that may be busy.
  test.setTimeout(600_000);
  const { page, close } = await launchApp({ home: freshFolder(), viewport: { width: 1366, height: 768 } });
  await expect(page.getByText('第14期').first()).toBeVisible();
  const texts = Array.from({ length: 27 }, (_, index) => ({
    name: `来稿${String(index + 1)}.txt`,
    text: `示例县抓好第${String(index + 1)}项工作\n\n　　近日，示例县建成书屋${String(index + 10)}处。\n`,
  }));
  const changed = readFileSync(sample, 'utf8').replace('示例区', '示例新区');
  await dropFiles(page, 'body', [
    ...texts,
    { name: '空白.txt', text: '' },
    { name: '扫描.pdf', text: '%PDF-1.7\n' },
    { name: '第14期改.txt', text: changed },
  ]);
  await expect(page.getByText(/^30 个文件：/u)).toBeVisible({ timeout: 500_000 });
  const lines = page.locator('.import-line');
  const states = page.locator('.import-line > summary');
  await expect(lines).toHaveCount(30);
  expect(await states.evaluateAll((all) => all.slice(0, 4).map((each) => each.dataset['state']))).toEqual([
    'failed',
    'failed',
    'decide',
    'done',
  ]);
  expect(await lines.evaluateAll((all) => all.filter((each) => each.hasAttribute('open')).length)).toBe(1);
  await page.screenshot({ path: join(shots, 'thirty.png') });
  await states.last().press('Enter');
  await expect(lines.last()).toHaveAttribute('open', '');
  await page.getByRole('button', { name: '完成' }).click();
  expect(await close()).toBe(0);
});
