/** Files on their way into the library, in the real window. */
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { unzipSync, zipSync } from 'fflate';
import { buildDocx } from '../helpers/build-docx.js';
import { dropFile } from './helpers/input.js';
import { freshFolder, launchApp } from './helpers/launch.js';

const shots = resolve(import.meta.dirname, '../../test-results/import');
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
