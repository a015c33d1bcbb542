import { expect, test, type Page } from '@playwright/test';
import { typeChinese } from './helpers/input.js';
import { shareWindow } from './helpers/shared-window.js';

const shared = shareWindow(() => ({}), true);
let page: Page;
/** 第…期 of the copy that is open. */
let label: string;

test.beforeEach(async () => {
  label = await shared.openSample();
  ({ page } = shared);
});

const items = () => page.locator('.outline [data-item]');
const part = (name: string) => page.locator('.outline .row', { hasText: name });
const saved = () => expect(page.getByTestId('save-state')).toHaveText(/已保存 \d\d:\d\d:\d\d（已核对）/u);

function order(): Promise<string[]> {
  return items().locator('.row-label').allInnerTexts();
}

test('articles move by keys, past the edge of their column, and undo takes every step back', async () => {
  const before = await order();
  await items().nth(1).click();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(order).toEqual(before);
  await expect(page.locator('.outline section').first().locator('[data-item]')).toHaveCount(2);
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(order).toEqual([before[1], before[0], ...before.slice(2)]);
  await page.keyboard.press('Control+Z');
  await page.keyboard.press('Control+Z');
  await expect(page.locator('.outline section').first().locator('[data-item]')).toHaveCount(1);
  await expect.poll(order).toEqual(before);
  await saved();
});

test('an article is dragged into another column', async () => {
  const before = await order();
  const from = await items().nth(0).boundingBox();
  const to = await items().nth(1).boundingBox();
  if (!from || !to) throw new Error('rows have no place');
  await page.mouse.move(from.x + 80, from.y + 12);
  await page.mouse.down();
  await page.mouse.move(from.x + 80, from.y + 24, { steps: 4 });
  await page.mouse.move(to.x + 80, to.y + 14, { steps: 10 });
  await page.mouse.up();
  await expect.poll(order).toEqual([before[1], before[0], ...before.slice(2)]);
  await expect(page.locator('.outline section').first().locator('[data-item]')).toHaveCount(0);
});

test('an article taken out comes back by the bar', async () => {
  const before = await order();
  await items().nth(1).click();
  await page.keyboard.press('Delete');
  await expect(items()).toHaveCount(before.length - 1);
  await page.locator('.message-bar').getByRole('button', { name: '撤销' }).click();
  await expect.poll(order).toEqual(before);
});

test('an article moved to the submissions is there, and undo takes both back', async () => {
  const before = await order();
  const submissions = () => page.locator('.outline .row-submission');
  await items().nth(0).click({ button: 'right' });
  await page.getByRole('menuitem', { name: '移到来稿' }).click();
  await expect(items()).toHaveCount(before.length - 1);
  await expect(submissions()).toHaveCount(1);
  await expect(submissions()).toContainText((before[0] ?? '').slice(0, 6));
  await page.locator('.message-bar').getByRole('button', { name: '撤销' }).click();
  await expect.poll(order).toEqual(before);
  await expect(submissions()).toHaveCount(0);
  await page.keyboard.press('Control+Shift+Z');
  await expect(items()).toHaveCount(before.length - 1);
  await expect(submissions()).toHaveCount(1);
  await saved();
});

test('a corrected title reaches its entry of the contents, which keeps its own break; undo takes both back', async () => {
  await part('目录').click();
  const entry = () => page.locator('.contents-entry textarea, .contents-entry [contenteditable], .contents-entry input').first();
  await entry().click();
  await page.keyboard.press('Control+Home');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const broken = await entry().inputValue();
  expect(broken).toContain('\n');
  await items().nth(0).click();
  await page.locator('.ae-surface > div').first().click();
  await page.keyboard.press('End');
  await page.keyboard.type('新');
  await part('目录').click();
  await expect(entry()).toHaveValue(`${broken}新`);
  await expect(page.locator('.pv-sheet[data-page="1"] .line', { hasText: /新$/u }).first()).toBeVisible();
  await page.keyboard.press('Control+Z');
  await part('目录').click();
  await expect(entry()).toHaveValue(broken);
});

test('arrow keys walk the rows and Enter goes into the text', async () => {
  await part('报头').click();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('heading', { name: '领导批示' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('heading', { name: '目录' })).toBeVisible();
  await items().first().focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-pane="form"] [contenteditable="true"]')).toBeFocused();
});

test('a new number is followed into the library; one already taken is refused', async () => {
  await part('报头').click();
  await page.getByLabel('期号').fill('321');
  await saved();
  await page.keyboard.press('Control+2');
  const rows = page.locator('.issue-row');
  await expect(rows.filter({ hasText: '第321期' })).toBeVisible();
  await expect(rows.filter({ hasText: label })).toHaveCount(0);
  await rows
    .filter({ hasText: '第321期' })
    .getByRole('button', { name: /^复制 /u })
    .focus();
  await page.keyboard.press('Enter');
  await expect(rows.filter({ hasText: '第322期' })).toHaveCount(1);
  await page.keyboard.press('Control+1');
  await page.getByLabel('期号').fill('322');
  await expect(page.getByText('已在期刊库中，未改')).toBeVisible();
  await expect(page.getByRole('heading', { name: /第321期/u })).toBeVisible();
});

test('a bad value stays in its field and the last good one in the issue', async () => {
  await part('报头').click();
  await page.getByLabel('期号').fill('');
  await expect(page.getByText('期号是 1 到 9999 的整数')).toBeVisible();
  await expect(page.getByRole('heading', { name: new RegExp(label, 'u') })).toBeVisible();
});

test('a form takes an input method, prints at once, and undoes as one step', async () => {
  await part('报头').click();
  const organ = page.getByLabel('编发单位');
  const before = await organ.inputValue();
  await organ.click();
  await page.keyboard.press('End');
  await typeChinese(page, ['b', 'bian', 'bian ji'], '编辑室');
  await expect(organ).toHaveValue(`${before}编辑室`);
  await saved();
  await expect
    .poll(() => page.locator('.pv-page').evaluateAll((hosts) => hosts.map((host) => host.shadowRoot?.textContent ?? '').join('')))
    .toContain('编辑室');
  await page.keyboard.press('Control+Z');
  await expect(organ).toHaveValue(before);
});

test('what was typed a moment before closing is there after reopening', async () => {
  await part('承办 审核 编辑').click();
  await page.getByLabel('审核').fill('示例人');
  await shared.relaunch();
  await shared.page.locator('.outline .row', { hasText: '承办 审核 编辑' }).click();
  await expect(shared.page.getByLabel('审核')).toHaveValue('示例人');
});

test('receivers are added, reordered and removed', async () => {
  await part('报 送 发').click();
  const rows = page.locator('.line-row');
  const count = await rows.count();
  await page.getByRole('button', { name: '添加一行' }).click();
  await expect(rows).toHaveCount(count + 1);
  await rows.last().getByLabel('对象').fill('甲县委宣传部');
  await rows.last().getByRole('button', { name: '上移' }).click();
  await expect(rows.nth(count - 1).getByLabel('对象')).toHaveValue('甲县委宣传部');
  await rows
    .nth(count - 1)
    .getByRole('button', { name: '删除' })
    .click();
  await expect(rows).toHaveCount(count);
  await saved();
});

test('the cover breaks a title by itself and says when it differs from the body', async () => {
  await part('目录').click();
  const entry = page.locator('.contents-entry').first();
  const title = await entry.locator('textarea').inputValue();
  await entry.locator('textarea').fill(`${title.slice(0, 4)}\n${title.slice(4)}`);
  await expect(entry).not.toContainText('与正文标题不同');
  await entry.locator('textarea').fill(`${title}另题`);
  await expect(entry).toContainText('与正文标题不同');
  await entry.getByRole('button', { name: '改为与正文一致' }).click();
  await expect(entry.locator('textarea')).toHaveValue(title);
});

test('every command of the menus is reached by keyboard alone', async () => {
  await page.keyboard.press('Alt+H');
  // The menu takes the keyboard, to its first entry, once it is drawn.
  await expect(page.getByRole('menuitem', { name: /使用手册/u })).toHaveClass(/active/u);
  await expect(page.getByRole('menuitem', { name: /使用手册/u })).toBeFocused();
  await expect(async () => {
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('menuitem', { name: /快捷键/u })).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('nothing is cut at 150 % on a small screen: sheet and preview take turns', async () => {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setDeviceMetricsOverride', { width: 911, height: 512, deviceScaleFactor: 1.5, mobile: false });
  await expect(page.locator('[data-pane="preview"]')).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(911);
  await page.keyboard.press('F9');
  await expect(page.locator('[data-pane="preview"]')).toBeVisible();
  await expect(page.locator('[data-pane="form"]')).toHaveCount(0);
  await page.getByRole('tab', { name: '编辑' }).click();
  await expect(page.locator('[data-pane="form"]')).toBeVisible();

  // What is told stands above a dialog and does not lie on its buttons.
  await page.keyboard.press('Alt+f');
  await page.getByRole('menuitem', { name: '复制本期' }).press('Enter');
  await expect(page.locator('.message-bar')).toContainText('已复制为');
  const wrap = page.locator('.ant-modal-wrap');
  await page.keyboard.press('Control+e');
  await expect.poll(() => wrap.evaluate((each) => parseFloat(getComputedStyle(each).bottom))).toBeGreaterThan(30);
  const dialog = page.getByRole('dialog', { name: '导出' });
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: /^导\s*出$/u }).click({ trial: true });
  await session.detach();
});
