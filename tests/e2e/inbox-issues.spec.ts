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
const titles = ['示例市开展文明巡礼', '示例校组建宣讲社团'] as const;
const longTitle = '示例区织密宣讲网络';

/** Drops a manuscript and closes the report of it. */
async function receive(title: string): Promise<void> {
  const text = `${title}\n\n　　近日，当地围绕中心工作组织宣讲活动，累计开展36场，覆盖群众三千余人。\n\n（示例区委宣传部）\n`;
  await dropFile(page, 'body', `${title}.txt`, Buffer.from(text));
  await expect(page.locator('.ant-modal')).toContainText(title);
  await page.getByRole('button', { name: '完成' }).click();
  await expect(page.locator('.ant-modal')).toBeHidden();
}

/** Opens an issue of the library by its number and comes back to the inbox. */
async function openIssue(number: string): Promise<void> {
  await page.keyboard.press('Control+2');
  await page.locator('.issue-row', { hasText: number }).locator('.issue-open').click();
  await expect(page.locator('.outline [data-item]').first()).toBeVisible();
  await page.keyboard.press('Control+3');
}

/** 编入本期 by keys: the menu opens at its first entry. */
async function takeIn(title: string, entry: RegExp): Promise<void> {
  await expect(page.locator('.sent-text h1')).toHaveText(title);
  await page.getByRole('listbox', { name: '来稿' }).focus();
  await page.keyboard.press('Enter');
  const item = page.getByRole('menuitem', { name: entry }).first();
  await item.waitFor();
  await item.press('Enter');
  await expect(page.locator('.message-bar', { hasText: '编入' }).last()).toBeVisible();
}

test('a manuscript becomes a brief with its source, serves two issues, two make one article, and what was printed is shown', async () => {
  test.setTimeout(600_000);
  const long = [
    longTitle,
    '',
    '　　近日，示例区围绕中心工作组织宣讲活动，累计开展36场，覆盖群众三千余人。',
    '　　一是建强队伍。选聘老党员、老教师等组成12支宣讲队，逐村逐社区开讲。',
    '　　二是丰富形式。编排快板、小品等作品20余个，群众听得懂、记得住。',
    '',
    '（示例区委宣传部）',
  ].join('\n');
  await dropFile(page, 'body', '长稿.txt', Buffer.from(long));
  await expect(page.locator('.ant-modal')).toContainText(longTitle);
  await page.getByRole('button', { name: '完成' }).click();
  await expect(page.locator('.ant-modal')).toBeHidden();
  await receive(titles[0]);
  await receive(titles[1]);
  await page.locator('.issue-row').first().hover();
  await page.getByRole('button', { name: /^复制 /u }).click();
  await expect(page.locator('.issue-row')).toHaveCount(2);
  const row = (title: string) => rows().filter({ hasText: title });

  await openIssue('第15期');
  await row(longTitle).click();
  await takeIn(longTitle, /简\s*讯/u);
  await expect(row(longTitle)).toContainText('第15期〔简 讯〕');
  await openIssue('第14期');
  await row(longTitle).click();
  await takeIn(longTitle, /经验交流/u);
  await expect(row(longTitle)).toContainText('第14期〔经验交流〕');
  await expect(row(longTitle)).toContainText('第15期〔简 讯〕');

  await row(titles[1]).click();
  await page.getByRole('listbox', { name: '来稿' }).focus();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.locator('.status-bar')).toContainText('已选 2 篇');
  await takeIn(titles[0], /工作动态/u);
  for (const title of [titles[0], titles[1]]) await expect(row(title)).toContainText('第14期〔工作动态〕');
  await page.screenshot({ path: 'test-results/inbox-placed.png' });

  // One article of two manuscripts, compared with both.
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Shift+F8');
  const compared = page.getByRole('region', { name: '对照来稿' });
  await expect(compared.getByRole('list', { name: '来稿' }).getByRole('listitem')).toHaveCount(2);
  await page.screenshot({ path: 'test-results/inbox-joined.png' });

  // The long piece in the other issue is a brief with its unit; cut short, the comparison tells what is gone.
  await page.keyboard.press('Control+2');
  await page.locator('.issue-row', { hasText: '第15期' }).locator('.issue-open').click();
  await page.locator('.outline').getByText(longTitle).click();
  await expect(page.locator('.ae')).toHaveAttribute('data-form', 'brief');
  await expect(page.locator('.ae')).toContainText('示例区委宣传部');
  await expect(compared).toContainText('与来稿一字不差');
  const surface = page.getByRole('textbox', { name: '稿件正文' });
  await surface.getByText('二是丰富形式').click();
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+Home');
  await page.keyboard.press('Delete');
  await expect(compared).toContainText(/删 \d+ 字/u);
  await expect(page.locator('.ae')).toContainText('示例区委宣传部');
  await page.screenshot({ path: 'test-results/inbox-brief.png' });

  // Printed: the inbox says so, with issue and column.
  await page.getByRole('button', { name: /本期状态/u }).click();
  await page.getByRole('menuitem', { name: '印发（锁定）' }).click();
  await expect(page.getByRole('combobox', { name: '经手人' })).toBeFocused();
  await page.keyboard.insertText('张示例');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /本期状态/u })).toHaveText(/印发/u);
  await page.keyboard.press('Control+3');
  await expect(page.locator('.chip', { hasText: '已采用 1' })).toBeVisible();
  await expect(row(longTitle)).toContainText('已采用');
  await expect(row(longTitle)).toContainText('第15期〔简 讯〕');
  await expect(page.locator('.chip', { hasText: '已编入 2' })).toBeVisible();
  await expect(rows()).toHaveCount(3);
  await page.screenshot({ path: 'test-results/inbox-printed.png' });
});
