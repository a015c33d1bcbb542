/** The pages beside the text in the real window: pressed, followed, enlarged, turned. */
import { expect, test, type Page } from '@playwright/test';
import { article, column, from, issue, lead, p } from '../helpers/build-issue.js';
import { shareWindow } from './helpers/shared-window.js';

const body = (name: string) =>
  Array.from({ length: 10 }, (_, index) =>
    p(lead(`${name}做法之${String(index + 1)}。`), '统筹推进，形成合力，群众满意率达97.6%。'.repeat(5), '有始有终。'),
  );
const long = issue(
  column(
    '经验交流',
    ...['甲县', '乙县', '丙县'].map((name) => from([`${name}委宣传部`], article(`${name}推动宣讲进村入户`, ...body(name)))),
  ),
);

const shared = shareWindow(() => ({}), true);
let page: Page;

test.beforeEach(async () => {
  await shared.open(long);
  ({ page } = shared);
  await expect(page.locator('.pv-page-number')).toContainText('/ ');
});

const pages = () => page.locator('.pv-page-number');
const zoom = () => page.locator('.pv-zoom .ant-select');
const place = async () =>
  /第 (\d+) 页 第 (\d+) 行/u
    .exec(await page.locator('.status-bar').innerText())
    ?.slice(1)
    .join(':') ?? '';
const spreadButton = () => page.getByRole('button', { name: '双页' });
const mark = () => page.locator('.pv-mark');

/** Characters of the editor around its cursor. */
const around = () =>
  page.evaluate(() => {
    const { focusNode, focusOffset } = getSelection() ?? {};
    const text = focusNode?.textContent ?? '';
    return `${text.slice(Math.max(0, (focusOffset ?? 0) - 4), focusOffset)}|${text.slice(focusOffset, (focusOffset ?? 0) + 4)}`;
  });

/** Presses the first line with these words on the page in view, `dx` pixels right of its end (left of its start when negative). */
async function pressBeside(words: string | RegExp, dx: number): Promise<void> {
  const box = await page.locator('.pv-page .line').filter({ hasText: words }).first().boundingBox();
  if (!box) throw new Error(`${String(words)} is not printed`);
  await page.mouse.click(dx < 0 ? box.x + dx : box.x + box.width + dx, box.y + box.height / 2);
}

test('a press on a line, or in the blank beside it, takes the cursor there', async () => {
  await page.locator('.pv-page .line').filter({ hasText: '甲县做法之1' }).first().click();
  await expect.poll(place).toBe('2:3');
  await pressBeside(/终。$/u, 40);
  await expect.poll(around).toBe('始有终。|');
  await pressBeside('甲县做法之2', -10);
  await expect.poll(around).toContain('|甲县做法');
  await expect(page.locator('.ae-surface')).toBeFocused();
});

/** Whether the cursor is in the part of the text that is in view. */
const isCursorInView = () =>
  page.evaluate(() => {
    const caret = getSelection()?.getRangeAt(0).getBoundingClientRect(),
      view = document.querySelector('.ae-scroll')?.getBoundingClientRect();
    return caret !== undefined && view !== undefined && caret.top >= view.top && caret.bottom <= view.bottom;
  });

test('the text follows a press on the pages, up and down', async () => {
  await page.getByRole('button', { name: '下一页' }).click();
  await page.locator('.pv-sheet[data-page="3"] .line').filter({ hasText: '甲县做法之8' }).click();
  await expect.poll(place).toMatch(/^3:/u);
  await expect.poll(isCursorInView).toBe(true);
  await page.getByRole('button', { name: '上一页' }).click();
  await page.locator('.pv-sheet[data-page="2"] .line').filter({ hasText: '甲县推动宣讲' }).click();
  await expect.poll(place).toBe('2:2');
  await expect.poll(isCursorInView).toBe(true);
});

test('the pages follow the cursor over a page end, sideways too', async () => {
  await page.locator('.ae-surface').click();
  await page.keyboard.press('Control+End');
  await expect.poll(place).not.toMatch(/^2:/u);
  await expect(mark()).toBeInViewport();
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('Alt+=');
  await page.keyboard.press('Control+Home');
  await expect.poll(place).toBe('2:2');
  await expect(mark()).toBeInViewport();
});

test('keys enlarge and reduce the pages, the menu fits them again, and what is in view stays in view', async () => {
  await page.getByRole('button', { name: '下一页' }).click();
  await page.getByRole('button', { name: '下一页' }).click();
  await expect(pages()).toContainText('4 /');
  const fitted = await zoom().innerText();
  await page.locator('.ae-surface').focus();
  await page.keyboard.press('Alt+=');
  await expect(zoom()).toContainText('67%');
  await page.keyboard.press('Alt+Shift+Equal');
  await expect(zoom()).toContainText('75%');
  await expect(pages()).toContainText('4 /');
  await page.keyboard.press('Alt+-');
  await expect(zoom()).toContainText('67%');
  await expect(pages()).toContainText('4 /');
  await page.keyboard.press('Alt+v');
  await page.getByRole('menuitem', { name: /版面适合宽度/u }).click();
  await expect.poll(() => zoom().innerText()).toBe(fitted);
});

test('a spread is seen whole and turned as a whole, to the last page and back', async () => {
  await page.keyboard.press('Alt+=');
  await page.keyboard.press('Alt+=');
  await spreadButton().click();
  await expect(spreadButton()).toHaveAttribute('aria-pressed', 'true');
  const pane = await page.locator('.pv-scroll').evaluate((scroller) => scroller.scrollWidth - scroller.clientWidth);
  expect(pane).toBeLessThanOrEqual(0);
  const count = Number((await pages().innerText()).split('/')[1]?.replace(/\D/gu, ''));
  const next = page.getByRole('button', { name: '下一页' }),
    before = page.getByRole('button', { name: '上一页' });
  for (let turn = 0; turn < count && (await next.isEnabled()); turn += 1) {
    const shown = await pages().innerText();
    await next.click();
    await expect.poll(() => pages().innerText()).not.toBe(shown);
  }
  expect((await pages().innerText()).split(' ')[0]).toMatch(new RegExp(`(^|–)${String(count)}$`, 'u'));
  for (let turn = 0; turn < count && (await before.isEnabled()); turn += 1) {
    const shown = await pages().innerText();
    await before.click();
    await expect.poll(() => pages().innerText()).not.toBe(shown);
  }
  await expect(pages()).toHaveText(`1 / ${String(count)} 页`);
});

test('coming back from the settings, the text is where the cursor was left', async () => {
  await page.locator('.ae-surface').click();
  await page.keyboard.press('Control+End');
  await expect.poll(place).toMatch(/^[^2]:/u);
  await expect.poll(isCursorInView).toBe(true);
  const left = await place();
  await page.keyboard.press('Control+0');
  await expect(page.locator('.settings')).toBeVisible();
  await page.keyboard.press('Control+1');
  await expect(page.locator('.ae-surface')).toBeFocused();
  expect(await place()).toBe(left);
  await expect.poll(isCursorInView).toBe(true);
});
