/** Files on their way into the library, in the real window. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { dropFile } from './helpers/input.js';
import { freshFolder, launchApp } from './helpers/launch.js';

const shots = resolve(import.meta.dirname, '../../test-results/import');
mkdirSync(shots, { recursive: true });

/** A manuscript of so many lines that its file crosses in several pieces. */
const longManuscript = [
  '示例县推进书屋建设',
  ...Array.from({ length: 12_000 }, (_, index) => `第${String(index)}处书屋已经建成开放。`),
  '',
].join('\n');

test('a file of several pieces comes over whole', async () => {
  const bytes = Buffer.from(longManuscript);
  expect(bytes.length).toBeGreaterThan(400_000);
  const { page, close } = await launchApp({ home: freshFolder() });
  await expect(page.getByText('第14期').first()).toBeVisible();
  await dropFile(page, 'body', '长稿.txt', Buffer.concat([bytes, bytes, bytes]));
  await expect(page.getByText(/识别为.*稿件/u).first()).toBeVisible({ timeout: 60_000 });
  await page.screenshot({ path: join(shots, 'long.png') });
  await page.getByRole('button', { name: '完成' }).click();
  await close();
});
