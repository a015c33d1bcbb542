import { expect, test, type Page } from '@playwright/test';
import { dropFile } from './helpers/input.js';
import { launchApp, type LaunchedApp } from './helpers/launch.js';

let app: LaunchedApp;
let page: Page;

test.beforeEach(async () => {
  app = await launchApp({ viewport: { width: 1366, height: 768 } });
  page = app.page;
  await expect(page.locator('.issue-row')).toHaveCount(1);
});
test.afterEach(() => app.close());

const rows = () => page.locator('.inbox-row');
const titles = ['示例区组织百姓宣讲', '示例市开展文明巡礼', '示例校组建宣讲社团'];

/** Drops a manuscript and closes the report of it. */
async function receive(title: string): Promise<void> {
  const text = `${title}\n\n　　近日，当地围绕中心工作组织宣讲活动，累计开展36场，覆盖群众三千余人。\n\n（示例区委宣传部）\n`;
  await dropFile(page, 'body', `${title}.txt`, Buffer.from(text));
  await expect(page.locator('.ant-modal')).toContainText(title);
  await page.getByRole('button', { name: '完成' }).click();
  await expect(page.locator('.ant-modal')).toBeHidden();
}

test('manuscripts are sorted by keys, used in an issue, and stay in the inbox', async () => {
  for (const title of titles) await receive(title);
  await page.keyboard.press('Control+3');
  await expect(rows()).toHaveCount(3);
  await expect(page.locator('.sent-text')).toContainText('累计开展36场');
  await page.getByRole('listbox', { name: '来稿' }).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('1');
  await expect(page.locator('.chip', { hasText: '拟采用 1' })).toBeVisible();
  await page.keyboard.press('3');
  await page.getByRole('combobox', { name: '理由' }).fill('时效已过');
  await page.keyboard.press('Enter');
  await expect(page.locator('.chip', { hasText: '不采用 1' })).toBeVisible();
  await expect(rows().filter({ hasText: '不采用' })).toContainText('时效已过');
  await page.locator('.message-bar', { hasText: '不采用' }).getByRole('button', { name: '撤销' }).click();
  await expect(page.locator('.chip', { hasText: '不采用 0' })).toBeVisible();

  await page.keyboard.press('Control+2');
  await page.locator('.issue-open').first().click();
  await expect(page.locator('.outline [data-item]').first()).toBeVisible();
  await page.keyboard.press('Control+3');
  await rows().filter({ hasText: titles[0]! }).click();
  await page.getByLabel('单位').fill('示例区融媒体中心');
  await page.getByLabel('签发').click();
  await expect(rows().filter({ hasText: titles[0]! })).toContainText('示例区融媒体中心');
  await page.getByRole('button', { name: /编入本期/u }).click();
  await page.getByRole('menuitem').first().click();
  await expect(page.locator('.message-bar', { hasText: '已编入' })).toBeVisible();
  await expect(rows().filter({ hasText: titles[0]! })).toContainText('已编入');
  await expect(rows()).toHaveCount(3);
  await page.screenshot({ path: 'test-results/inbox.png' });
});

test('Ctrl+Z in the list leaves the lines of a mail as they stand, and again does nothing', async () => {
  const broken = ['　　今年三月以来，子镇在全镇开展“流', '动书箱”活动，把书送到田边地头、工地', '车间，让群众随手能读书、读好书。'];
  const more = [
    '　　镇里筹集资金六万元，购置农技、法',
    '律、健康类图书四千册，分装成六十个书',
    '箱，每箱附借阅登记本一册，由村小组长',
    '保管。',
  ];
  const text = ['子镇流动书箱送书到田头', '', ...broken, ...more, '', '（示例区委宣传部）'].join('\n');
  await dropFile(page, 'body', '来信.txt', Buffer.from(text));
  await page.getByRole('button', { name: '完成' }).click();
  await page.keyboard.press('Control+3');
  const paragraphs = page.locator('.sent-text p');
  await expect(page.getByRole('button', { name: '不接断行' })).toBeVisible();
  const joined = await paragraphs.count();
  await page.getByRole('listbox', { name: '来稿' }).focus();
  await page.keyboard.press('Control+z');
  await expect(paragraphs).toHaveCount(joined + broken.length + more.length - 2);
  await expect(page.getByRole('button', { name: '不接断行' })).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(paragraphs).toHaveCount(joined + broken.length + more.length - 2);
});
