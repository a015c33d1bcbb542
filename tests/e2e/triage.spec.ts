import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { openLibrary } from '../../electron/services/library/library.js';
import { randomIds, systemClock } from '../../electron/services/system-ports.js';
import { newSubmission } from '../../shared/submissions/new-submission.js';
import { freshFolder, launchApp } from './helpers/launch.js';

const count = 40;
const titleOf = (at: number): string => `示例稿第${String(at).padStart(2, '0')}号`;
const unitOf = (at: number): string => ['示例区委宣传部', '样本市文明办', '甲县融媒体中心', '乙镇文化站'][at % 4] ?? '';

/** Forty manuscripts nobody has looked at yet; the first came last, so it is on top. */
async function fortyWaiting(): Promise<string> {
  const folder = join(freshFolder(), '资料库');
  const library = await openLibrary({ folder, clock: systemClock, ids: randomIds });
  for (let at = 1; at <= count; at += 1) {
    const words = `${titleOf(at)}：${unitOf(at)}把第${at}处旧仓库改成了第${at * 7}间活动室，由第${at * 3}组值守。`;
    await library.add(
      'submission',
      newSubmission({
        id: `s${at}`,
        article: { type: 'article', id: 'a', title: titleOf(at), sources: [unitOf(at)], paragraphs: [{ id: 'p', text: words }] },
        arrival: 'file',
        receivedAt: new Date(Date.UTC(2026, 9, 1, 8, count - at)).toISOString(),
      }),
    );
  }
  await library.close();
  return folder;
}

const chip = (page: Page, label: string) => page.locator('.chip', { hasText: label });
const currentTitle = (page: Page) => page.locator('.sent-text h1');

async function refuse(page: Page, key: '3' | '4', reason: string): Promise<void> {
  await page.keyboard.press(key);
  await expect(page.getByRole('combobox', { name: '理由' })).toBeFocused();
  await page.keyboard.insertText(reason);
  await page.keyboard.press('Enter');
}

test('forty manuscripts are sorted by keys alone, with counts, reasons, undo, filter and order', async () => {
  const app = await launchApp({ library: await fortyWaiting(), viewport: { width: 1366, height: 768 } });
  const { page } = app;
  try {
    await page.keyboard.press('Control+3');
    await expect(chip(page, '待筛选 40')).toBeVisible();
    await page.getByRole('listbox', { name: '来稿' }).focus();
    await page.keyboard.press('Home');
    for (let at = 1; at <= count; at += 1) {
      await expect(currentTitle(page)).toHaveText(titleOf(at));
      if (at % 4 === 1) await page.keyboard.press('1');
      else if (at % 4 === 2) await page.keyboard.press('2');
      else await refuse(page, at % 4 === 3 ? '3' : '4', at % 4 === 3 ? '时效已过' : '请压缩篇幅');
      await expect(chip(page, `待筛选 ${count - at}`)).toBeVisible();
    }
    for (const label of ['拟采用 10', '备用 10', '不采用 10', '退改 10']) await expect(chip(page, label)).toBeVisible();

    await expect(page.locator('.message-bar')).toHaveCount(1);
    await page.locator('.message-bar', { hasText: '退改' }).getByRole('button', { name: '撤销' }).click();
    await expect(chip(page, '待筛选 1')).toBeVisible();
    await expect(currentTitle(page)).toHaveText(titleOf(40));

    await chip(page, '不采用').click();
    await expect(page.locator('.inbox-row').first()).toContainText('时效已过');
    await page.getByRole('listbox', { name: '来稿' }).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('2');
    await expect(page.locator('.message-bar', { hasText: '10 篇来稿已记为备用' })).toBeVisible();
    await chip(page, '全部').click();
    await expect(chip(page, '备用 20')).toBeVisible();

    await page.getByLabel('筛选', { exact: true }).fill('样本市 第02号');
    await expect(page.locator('.inbox-row')).toHaveCount(0);
    await page.getByLabel('筛选', { exact: true }).fill('样本市 第05号');
    await expect(page.locator('.inbox-row')).toHaveCount(1);
    await page.getByLabel('筛选', { exact: true }).fill('');
    await page.getByRole('combobox', { name: '排序' }).click();
    await page.getByTitle('按单位').click();
    await expect(page.locator('.inbox-row').first()).toContainText('甲县融媒体中心');
    await page.screenshot({ path: 'test-results/triage.png' });
  } finally {
    await app.close();
  }
});
