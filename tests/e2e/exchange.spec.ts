import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { freshFolder, launchApp, type LaunchedApp } from './helpers/launch.js';

let stick = '';
let left: LaunchedApp;
let right: LaunchedApp;

test.beforeEach(async () => {
  stick = join(freshFolder(), '小盘');
  mkdirSync(stick);
  left = await launchApp({ viewport: { width: 1366, height: 768 }, sticks: [stick] });
  right = await launchApp({ viewport: { width: 1366, height: 768 }, sticks: [stick] });
});
test.afterEach(async () => {
  await left.close();
  await right.close();
});

const bar = (page: Page, text: string) => page.locator('.message-bar', { hasText: text });
const plan = (page: Page) => page.getByRole('region', { name: '导入计划' });

/** Packs the open issue under a name, by keys where there are some. */
async function pack(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+4');
  await page.getByRole('button', { name: '导出交换包…' }).click();
  const dialog = page.locator('.ant-modal', { hasText: '导出交换包' });
  await expect(dialog.locator('.pack-contents')).toContainText('包里有 1 项');
  await dialog.getByLabel('文件名').fill(name);
  await expect(dialog.getByRole('radio', { name: '小盘' })).toBeChecked();
  await dialog.getByRole('button', { name: '导出', exact: true }).click();
  await expect(dialog).toContainText('可以拔出“小盘”');
  await page.screenshot({ path: 'test-results/exchange-packed.png' });
  await page.keyboard.press('Enter');
}

/** Opens a bundle of the stick by keys. */
async function open(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+4');
  const list = page.getByRole('listbox', { name: '交换包' });
  await expect(list.getByRole('option').filter({ hasText: name })).toBeVisible();
  await list.focus();
  await page.keyboard.press('Home');
  for (let tries = 0; tries < 5; tries += 1) {
    if ((await list.locator('[aria-selected="true"]').textContent())?.includes(name)) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
}

async function openIssue(page: Page): Promise<void> {
  await page.keyboard.press('Control+2');
  await page.locator('.issue-open').first().click();
  await page.locator('.row-item').first().click();
}

/** Writes words at the start of the first article's first paragraph. */
async function write(page: Page, words: string): Promise<void> {
  await openIssue(page);
  const surface = page.getByRole('textbox', { name: '稿件正文' });
  await surface.locator('[data-slate-node="element"]').nth(1).click();
  await page.keyboard.press('Home');
  await page.keyboard.insertText(words);
  await expect(surface).toContainText(words);
  await page.keyboard.press('Control+s');
  await expect(page.locator('.status-bar')).toContainText('已保存');
}

test('an issue goes by stick, both edit it, nothing is lost, and the import is put back', async () => {
  await left.page.locator('.issue-row').first().hover();
  await left.page.getByRole('button', { name: /^复制 /u }).click();
  await expect(left.page.locator('.issue-row')).toHaveCount(2);
  await openIssue(left.page);
  await pack(left.page, '甲一');
  await expect(bar(right.page, '“小盘”上有 1 个新的交换包')).toBeVisible();
  await bar(right.page, '“小盘”上有').getByRole('button', { name: '到“交换”里看' }).click();
  await open(right.page, '甲一');
  await expect(plan(right.page)).toContainText('第一次收到');
  await right.page.screenshot({ path: 'test-results/exchange-unknown.png' });
  await plan(right.page).getByRole('button', { name: '核对一致，信任' }).click();
  await expect(plan(right.page)).toContainText('已核对');
  await expect(plan(right.page)).toContainText('本机没有');
  await plan(right.page).getByRole('button', { name: '导入 1 项' }).click();
  await expect(plan(right.page)).toContainText('已经导入过');

  await write(left.page, '甲方新添的话。');
  await write(right.page, '乙方新添的话。');
  await pack(left.page, '甲二');
  await open(right.page, '甲二');
  await expect(plan(right.page)).toContainText('有 1 处要定');
  const texts = right.page.locator('.conflict-text');
  await expect(texts.nth(1)).toContainText('乙方新添的话。');
  await expect(texts.nth(2)).toContainText('甲方新添的话。');
  await expect(right.page.getByRole('radio', { name: '都保留' })).toBeChecked();
  await right.page.screenshot({ path: 'test-results/exchange-conflict.png' });
  await plan(right.page).getByRole('button', { name: '导入 1 项' }).click();
  const done = bar(right.page, '已导入 1 项');
  await expect(done).toBeVisible();
  await right.page.keyboard.press('Control+1');
  const surface = right.page.getByRole('textbox', { name: '稿件正文' });
  await expect(surface).toContainText('甲方新添的话。');
  await expect(surface).toContainText('乙方新添的话。');

  await right.page.keyboard.press('Control+4');
  await right.page.getByRole('button', { name: '导入记录' }).click();
  await right.page.screenshot({ path: 'test-results/exchange-imports.png' });
  await right.page.getByRole('region', { name: '导入记录' }).getByRole('button', { name: '撤销' }).first().click();
  await expect(bar(right.page, '这次导入已撤销')).toBeVisible();
  await right.page.keyboard.press('Control+1');
  await expect(surface).not.toContainText('甲方新添的话。');
  await expect(surface).toContainText('乙方新添的话。');
});

test('a damaged bundle says what is wrong and what to do, and changes nothing', async () => {
  await openIssue(left.page);
  await pack(left.page, '好包');
  const bytes = readFileSync(join(stick, '好包.zbx'));
  writeFileSync(join(stick, '断包.zbx'), bytes.subarray(0, bytes.length / 2));
  const changed = Buffer.from(bytes);
  changed.fill(0x20, 200, 260);
  writeFileSync(join(stick, '改包.zbx'), changed);
  expect(readdirSync(stick)).toHaveLength(3);
  await open(right.page, '断包');
  await expect(plan(right.page)).toContainText('文件不完整，后面一段没有复制过来');
  await expect(plan(right.page)).toContainText('可以拔出');
  await open(right.page, '改包');
  await expect(plan(right.page)).toContainText('改包.zbx');
  await expect(plan(right.page).getByRole('alert').first()).toBeVisible();
  await expect(plan(right.page).getByRole('button', { name: /^导入/u })).toHaveCount(0);
  await right.page.screenshot({ path: 'test-results/exchange-damaged.png' });
  await right.page.getByRole('button', { name: '可信的单位' }).click();
  await expect(right.page.getByText('本机的四个词')).toBeVisible();
  await right.page.screenshot({ path: 'test-results/exchange-keys.png' });
});

test('a bundle with a passphrase is made up, asked for and opened, and a cut one is told before it is asked for', async () => {
  await openIssue(left.page);
  await left.page.keyboard.press('Control+4');
  await left.page.getByRole('button', { name: '导出交换包…' }).click();
  const dialog = left.page.locator('.ant-modal', { hasText: '导出交换包' });
  await dialog.getByLabel('文件名').fill('密包');
  await dialog.getByRole('checkbox', { name: /加口令/u }).check();
  await expect(dialog.getByRole('button', { name: '导出', exact: true })).toBeDisabled();
  await dialog.getByLabel('口令', { exact: true }).fill('xuanchuan2024');
  await left.page.screenshot({ path: 'test-results/passphrase-weak.png' });
  await dialog.getByRole('button', { name: '随机生成' }).click();
  const passphrase = await dialog.getByLabel('口令', { exact: true }).inputValue();
  await expect(dialog.locator('.passphrase-strength')).toContainText('很难猜');
  await left.page.screenshot({ path: 'test-results/passphrase-made.png' });
  await dialog.getByRole('button', { name: '导出', exact: true }).click();
  await expect(dialog).toContainText('口令请当面或打电话告诉对方');
  await left.page.screenshot({ path: 'test-results/passphrase-packed.png' });
  await left.page.keyboard.press('Enter');
  const bytes = readFileSync(join(stick, '密包.zbx'));
  expect(bytes.subarray(0, 22).toString()).toBe('zhuanbao-sealed-bundle');

  await open(right.page, '密包');
  const asking = right.page.getByRole('dialog', { name: '输入口令' });
  await expect(asking.getByLabel('口令', { exact: true })).toBeFocused();
  await right.page.keyboard.type('bushizhege');
  await right.page.keyboard.press('Enter');
  await expect(asking.getByRole('alert')).toContainText('口令不对');
  await right.page.screenshot({ path: 'test-results/passphrase-wrong.png' });
  await right.page.keyboard.press('Escape');
  await expect(plan(right.page)).toContainText('这个交换包加了口令');
  await right.page.screenshot({ path: 'test-results/passphrase-needed.png' });
  await plan(right.page).getByRole('button', { name: '输入口令…' }).click();
  await asking.getByLabel('口令', { exact: true }).fill(passphrase);
  await right.page.keyboard.press('Enter');
  await expect(plan(right.page)).toContainText('第一次收到');
  await expect(asking).toHaveCount(0);

  writeFileSync(join(stick, '断密.zbx'), bytes.subarray(0, bytes.length - 9));
  await open(right.page, '断密');
  await expect(plan(right.page)).toContainText('文件不完整，后面一段没有复制过来');
  await expect(asking).toHaveCount(0);
});
