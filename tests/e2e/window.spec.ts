import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { freshFolder, launchApp } from './helpers/launch.js';

test('the app opens with its name and ends when its window is closed', async () => {
  const app = await launchApp({ isFirstStart: true });
  await expect(app.page).toHaveTitle('专报编辑台');
  expect(await app.page.evaluate(() => [document.documentElement.lang, navigator.language])).toEqual(['zh-CN', 'zh-CN']);
  expect(await app.close()).toBe(0);
});

test('the window comes back in the size it was left', async () => {
  const home = freshFolder();
  const first = await launchApp({ home, viewport: { width: 1240, height: 700 } });
  const left = await first.page.evaluate(() => [outerWidth, outerHeight]);
  await expect.poll(() => rememberedSize(home)).toEqual(left);
  await first.close();
  const second = await launchApp({ home });
  expect(await second.page.evaluate(() => [outerWidth, outerHeight])).toEqual(left);
  await second.close();
});

/** Size of the window as the host wrote it down, somewhere under the home folder. */
async function rememberedSize(home: string): Promise<readonly unknown[]> {
  const files = await readdir(home, { recursive: true });
  const file = files.find((name) => basename(name) === 'bounds.json');
  if (file === undefined) return [];
  const { width, height } = JSON.parse(readFileSync(join(home, file), 'utf8')) as Record<string, unknown>;
  return [width, height];
}

test('starting the app again brings the open window to the front instead of a second one', async () => {
  const home = freshFolder();
  const first = await launchApp({ home });
  const second = await launchApp({ home }).catch((error: unknown) => error);
  expect(second).toBeInstanceOf(Error);
  expect(first.process.exitCode).toBeNull();
  expect(await first.close()).toBe(0);
});

test('no failure is written to the log in a quiet session', async () => {
  const app = await launchApp({ isFirstStart: true });
  await app.close();
  const folder = join(app.home, 'data', '专报编辑台', '日志');
  const names = await readdir(folder).catch(() => []);
  expect(names.map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual([]);
});
