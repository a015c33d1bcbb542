import { expect, test, type Page } from '@playwright/test';
import { launchApp, type LaunchedApp } from './helpers/launch.js';

let app: LaunchedApp;
let page: Page;

test.beforeEach(async () => {
  app = await launchApp({ viewport: { width: 1366, height: 768 } });
  page = app.page;
  await page.locator('.issue-open').first().click();
});
test.afterEach(() => app.close());

const rows = () => page.locator('.history-row');

async function instruct(words: string): Promise<void> {
  await page.locator('.outline').getByText('领导批示').click();
  await page.getByLabel('框内文字').fill(words);
  await page.getByLabel('框内文字').blur();
  await expect(page.getByTestId('save-state')).toContainText('已核对');
}

test('versions are kept from the menu, named, compared with now, and brought back whole', async () => {
  await instruct('请各区学习借鉴。');
  await page.keyboard.press('Control+7');
  await expect(rows()).toHaveCount(2);
  await expect(rows().nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('button', { name: '对比' }).click();
  await expect(page.locator('.history-text ins')).toContainText('请各区学习借鉴。');
  await page.getByLabel('显示未改动的').check();
  await page.screenshot({ path: 'test-results/history-changes.png' });
  await page.getByLabel('显示未改动的').uncheck();

  await page.getByRole('button', { name: '起名' }).click();
  await page.getByRole('combobox', { name: '版本名称' }).fill('初稿');
  await page.keyboard.press('Enter');
  await expect(rows().nth(1)).toContainText('初稿');

  await page.getByRole('button', { name: '恢复整期' }).click();
  await expect(page.locator('.message-bar', { hasText: '已恢复到“初稿”' })).toBeVisible();
  await expect(page.locator('.history-compare')).toContainText('文字完全相同');
  await expect(rows()).toHaveCount(3);
  await page.locator('.message-bar', { hasText: '已恢复到' }).getByRole('button', { name: '撤销' }).click();
  await expect(page.locator('.history-text ins')).toContainText('请各区学习借鉴。');

  await page.getByRole('button', { name: '文件' }).click();
  await page.getByRole('menuitem', { name: '存为版本…' }).click();
  await page.getByRole('combobox', { name: '版本名称' }).fill('送审');
  await page.keyboard.press('Enter');
  await expect(page.locator('.message-bar', { hasText: '已存为版本“送审”' })).toBeVisible();
  await expect(rows().nth(1)).toContainText('送审');
});
