import { expect, test, type Page } from '@playwright/test';
import { launchApp, type LaunchedApp } from './helpers/launch.js';

let app: LaunchedApp;
let page: Page;

test.beforeEach(async () => {
  app = await launchApp({ viewport: { width: 1366, height: 768 } });
  page = app.page;
  await expect(page.locator('.issue-row')).toHaveCount(1);
});
test.afterEach(() => app.close());

const rows = () => page.locator('.unit-row[role="option"]');
const field = (name: string) => page.locator('.units-form').getByLabel(name, { exact: true });

/** Enters a unit by keys, with the list shown. */
async function enter(name: string): Promise<void> {
  await page.getByRole('listbox', { name: '报送单位' }).focus();
  await page.keyboard.press('Insert');
  await expect(field('单位名称')).toBeFocused();
  await page.keyboard.insertText(name);
  await page.keyboard.press('Enter');
  await expect(rows().filter({ hasText: name })).toHaveAttribute('aria-selected', 'true');
}

test('units are entered, renamed, removed and brought back by keys', async () => {
  await page.keyboard.press('Control+5');
  await expect(page.getByText('名录还是空的')).toBeVisible();
  await enter('示例港区委宣传部');
  await enter('示例大学');
  await field('简称和别名').fill('示大、示例大学党委宣传部');
  await field('类别').fill('高校');
  await page.keyboard.press('Enter');
  await field('停止日期').fill('2020.1.1');
  await page.keyboard.press('Enter');
  await expect(field('停止日期')).toHaveValue('2020-01-01');
  await expect(rows().filter({ hasText: '示例大学' })).toContainText('示大、示例大学党委宣传部');
  await expect(rows().filter({ hasText: '示例大学' })).toContainText('已停报');
  await expect(rows().last()).toContainText('高校');

  await page.keyboard.press('Escape');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await field('单位名称').fill('示例新区工委宣传部');
  await page.keyboard.press('Enter');
  await expect(page.locator('.unit-former')).toContainText('示例港区委宣传部');
  await page.screenshot({ path: 'test-results/units.png' });

  await page.keyboard.press('Escape');
  await page.keyboard.press('Delete');
  await expect(rows()).toHaveCount(1);
  await page.locator('.message-bar', { hasText: '已从名录移除' }).getByRole('button', { name: '撤销' }).click();
  await expect(rows()).toHaveCount(2);
  await expect(rows().first()).toContainText('示例新区工委宣传部');
});

test('a spreadsheet is taken in with a report, and a source line completes from it', async () => {
  await page.keyboard.press('Control+5');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '导入名录…' }).click();
  const sheet = '单位名称,简称,类别,起始日期\n示例港区委宣传部,新港,区市,2020-1-1\n示例县委宣传部,示例县,区市,\n示例报社,,市直,某日\n';
  await (await chooser).setFiles({ name: '名录.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) });
  const report = page.locator('.ant-modal', { hasText: '导入名录' });
  await expect(report).toContainText('新增 2 个');
  await expect(report).toContainText('第4行');
  await page.screenshot({ path: 'test-results/units-report.png' });
  await report.getByRole('button', { name: '完成' }).click();
  await expect(rows()).toHaveCount(2);

  await page.keyboard.press('Control+2');
  await page.locator('.issue-open').first().click();
  await page.locator('.row-item').first().click();
  const surface = page.getByRole('textbox', { name: '稿件正文' });
  await surface.click();
  await page.keyboard.press('Control+End');
  await expect(page.getByRole('button', { name: '正文', exact: true })).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('Enter');
  await expect(surface).toContainText('、');
  await page.keyboard.type('新');
  await expect(page.locator('.ae-source-bar')).toContainText('示例港区委宣传部');
  await page.screenshot({ path: 'test-results/units-source.png' });
  await page.keyboard.press('Tab');
  await expect(surface).toContainText('示例港区委宣传部');
  await page.keyboard.press('Enter');
  await page.keyboard.type('某某研究会');
  await expect(page.locator('.unknown-unit', { hasText: '某某研究会' })).toBeVisible();
  await page.locator('.unknown-unit', { hasText: '某某研究会' }).getByRole('button', { name: '是已有单位的别名…' }).click();
  const dialog = page.locator('.ant-modal', { hasText: '是哪个单位' });
  await dialog.getByRole('combobox').fill('示例县');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: '记为别名' }).click();
  await expect(page.locator('.unknown-unit', { hasText: '某某研究会' })).toBeHidden();
  await page.keyboard.press('Control+5');
  await expect(rows().filter({ hasText: '示例县委宣传部' })).toContainText('某某研究会');
});
