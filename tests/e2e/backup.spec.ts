import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { freshFolder, launchApp } from './helpers/launch.js';

const viewport = { width: 1366, height: 768 };

test('a folder for backups is chosen, rehearsed, restored from, and kept up when closing', async () => {
  const home = freshFolder();
  mkdirSync(join(home, '文档'));
  const app = await launchApp({ home, viewport });
  const { page } = app;
  const status = page.getByTestId('backup-status');
  await expect(status).toHaveText('没有备份');
  await status.click();
  await page.getByRole('button', { name: '选备份文件夹…' }).click();
  await page.getByRole('button', { name: '文档' }).click();
  await page.getByRole('button', { name: '选定此文件夹' }).click();
  await expect(status).toHaveText(/^备份 \d+月\d+日 \d\d:\d\d$/u);
  await page.getByRole('button', { name: '做一次恢复演练' }).click();
  await expect(page.getByTestId('rehearsal')).toContainText('逐个核对无误');
  await page.screenshot({ path: 'test-results/backup.png' });
  await page.getByRole('button', { name: '恢复到…' }).click();
  await page.getByRole('button', { name: '个人文件夹' }).click();
  await page.getByRole('button', { name: '选定此文件夹' }).click();
  await expect(page.locator('.message-bar', { hasText: '资料库已恢复到' })).toBeVisible();
  const restored = readdirSync(home).find((name) => name.startsWith('资料库-恢复-')) ?? '';
  expect(existsSync(join(home, restored, '资料库.json'))).toBe(true);
  await page.keyboard.press('Control+2');
  await page.locator('.issue-open').first().click();
  await page.locator('.outline').getByText('领导批示').click();
  await page.getByLabel('框内文字').fill('请示例区阅');
  await page.getByLabel('框内文字').blur();
  await expect(page.getByTestId('save-state')).toContainText('已核对');
  const lists = join(home, '文档', '专报资料库备份', '清单');
  const before = readdirSync(lists).length;
  await app.close();
  expect(readdirSync(lists).length).toBe(before + 1);
});
