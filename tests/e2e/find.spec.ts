/** 查找 and 替换 in the real window, by keyboard and input method. */
import { expect, test, type Page } from '@playwright/test';
import { article, column, from, issue, lead, p } from '../helpers/build-issue.js';
import { typeChinese } from './helpers/input.js';
import { shareWindow } from './helpers/shared-window.js';

const value = issue(
  column(
    '经验交流',
    from(
      ['甲县文明办'],
      article(
        '甲县抓实文明\n实践',
        p(lead('抓实文明实践。'), '甲县以“文明”为要，用ＡＰＰ报名，8月9日启动。'),
        p('文明实践站23个（试行）。'),
      ),
    ),
    from(['乙县文明办'], article('乙县开展宣讲', p('乙县开展活动。'), p('文明新风。'))),
  ),
  { distribution: [{ label: '报', text: '省文明办' }], imprint: { organizer: '文明处' } },
);

const shared = shareWindow();
let page: Page;

test.beforeEach(async () => {
  await shared.open(value);
  ({ page } = shared);
  await expect(page.locator('.outline [data-item]')).toHaveCount(2);
  await page.locator('.ae-surface').click();
});

const query = () => page.getByRole('textbox', { name: '查找' });
const replacement = () => page.getByRole('textbox', { name: '替换为' });
const count = () => page.locator('.find-count');
const rows = () => page.locator('.find-hit');
const text = () => page.locator('.ae-surface').innerText();

/** The words painted under a mark, as the window has them. */
const marked = (name: string) =>
  page.evaluate((mark) => [...(CSS.highlights.get(mark) ?? [])].map((range) => (range instanceof Range ? range.toString() : '')), name);

/** What is selected, breaks aside. */
const selected = () => page.evaluate(() => String(document.getSelection()).replaceAll('\n', ''));

test('words typed by input method are found once they are words, marked, listed, and gone to by Enter', async () => {
  const before = await page.locator('.ae-surface').innerHTML();
  await page.keyboard.press('Control+f');
  await expect(query()).toBeFocused();
  await typeChinese(page, ['w', 'wen', 'wen ming'], '文明');
  await expect(query()).toHaveValue('文明');
  await expect(count()).toHaveText('9 处');
  await expect(rows()).toHaveCount(9);
  await expect.poll(() => marked('find-hit')).toEqual(['文明', '文明', '文明', '文明', '文明']);
  expect(await page.locator('.ae-surface').innerHTML()).toBe(before);
  await page.screenshot({ path: 'test-results/find.png' });
  await page.keyboard.press('Enter');
  await expect(count()).toHaveText('1／9');
  await expect(query()).toBeFocused();
  await expect.poll(() => marked('find-current')).toEqual(['文明']);
  await page.keyboard.press('Shift+Enter');
  await expect(count()).toHaveText('9／9');
  await expect(page.locator('[data-text-key="imprint.organizer"]')).toHaveAttribute('data-hit', '');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(count()).toHaveText('2／9');
  await page.keyboard.press('Enter');
  await expect(page.locator('.ae-surface')).toBeFocused();
  await expect.poll(selected).toBe('文明');
  await page.keyboard.press('F3');
  await expect(count()).toHaveText('3／9');
  await page.keyboard.press('Shift+F3');
  await page.keyboard.press('Shift+F3');
  await expect(count()).toHaveText('1／9');
  await query().focus();
  await page.keyboard.press('Escape');
  await expect(query()).toHaveCount(0);
  await expect.poll(selected).toBe('文明');
  await expect.poll(() => marked('find-hit')).toEqual([]);
});

test('a hit in a form takes the keyboard to its field, the words selected', async () => {
  await page.keyboard.press('Control+f');
  await query().fill('文明处');
  await expect(count()).toHaveText('1 处');
  await rows().first().click();
  const field = page.locator('[data-text-key="imprint.organizer"]');
  await expect(field).toBeFocused();
  expect(await field.evaluate((each: HTMLInputElement) => [each.selectionStart, each.selectionEnd])).toEqual([0, 3]);
});

test('width, quotes, blanks and case can be told apart or not', async () => {
  await page.keyboard.press('Control+f');
  await query().fill('"文明"为要，用app');
  await expect(count()).toHaveText('1 处');
  await page.getByRole('button', { name: '不分引号样式' }).click();
  await expect(count()).toHaveText('没有找到');
  await page.getByRole('button', { name: '不分引号样式' }).click();
  await page.getByRole('button', { name: '不分全半角' }).click();
  await expect(count()).toHaveText('没有找到');
});

test('a pattern is picked by its plain name; a broken one is told', async () => {
  await page.keyboard.press('Control+f');
  await query().fill('');
  await page.locator('.find').getByRole('button', { name: '插入' }).click();
  await page.getByRole('menuitem', { name: '括号内' }).click();
  await expect(count()).toHaveText('1 处');
  await expect(rows().locator('mark')).toHaveText('（试行）');
  await query().press('End');
  await page.keyboard.type('[');
  await expect(page.locator('.find-problem')).toContainText('表达式不完整');
});

test('one replacement of many places, some left out, is one step', async () => {
  const before = await text();
  await page.keyboard.press('Control+h');
  await query().fill('文明');
  await expect(rows()).toHaveCount(9);
  await rows().nth(1).getByRole('checkbox').uncheck();
  await expect.poll(() => marked('find-off')).toEqual(['文明']);
  await replacement().fill('');
  await replacement().focus();
  await typeChinese(page, ['j', 'jian kang'], '健康');
  await page.screenshot({ path: 'test-results/replace.png' });
  await page.getByRole('button', { name: '全部替换 8 处' }).click();
  await expect(count()).toHaveText('1 处');
  await expect.poll(text).toContain('抓实文明实践。甲县以“健康”为要');
  await expect.poll(text).toContain('甲县健康办');
  await page.keyboard.press('Control+z');
  await expect.poll(text).toBe(before);
  await expect(count()).toHaveText('9 处');
  await page.keyboard.press('Control+y');
  await expect(count()).toHaveText('1 处');
});

test('one after another: a replaced hit gives way to the next', async () => {
  await page.keyboard.press('Control+h');
  await query().fill('文明');
  await replacement().fill('文明文明');
  await page.keyboard.press('Enter');
  await expect(count()).toHaveText('1／9');
  await page.keyboard.press('Enter');
  await expect(count()).toHaveText('3／10');
  await page.keyboard.press('Enter');
  await expect(count()).toHaveText('5／11');
});

test('marks follow while text is typed, a phrase composed among them', async () => {
  await page.keyboard.press('Control+f');
  await query().fill('文明');
  await rows().nth(2).click();
  await expect.poll(selected).toBe('文明');
  await page.keyboard.press('ArrowLeft');
  await typeChinese(page, ['x', 'xin'], '新文明');
  await expect(count()).toHaveText('4／10');
  await expect.poll(() => marked('find-hit')).toHaveLength(5);
});
