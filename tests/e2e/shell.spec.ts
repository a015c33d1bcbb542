/** The window as an editor's tool: no browser shows through, menus and keys reach the text, the place is kept. */
import { expect, test, type Page } from '@playwright/test';
import { shareWindow } from './helpers/shared-window.js';

const shared = shareWindow(() => ({}), true);
let page: Page;

test.beforeEach(async () => {
  await shared.openSample();
  ({ page } = shared);
  await expect(page.locator('.ae-surface')).toBeVisible();
});

const surface = () => page.locator('.ae-surface');
const paragraph = () => page.locator('.ae-paragraph').first();
const selected = () => page.evaluate(() => document.getSelection()?.toString() ?? '');
const menuItem = (name: string) => page.locator('.ant-dropdown:not(.ant-dropdown-hidden)').getByRole('menuitem', { name });

/** Selects so many characters from the start of the first paragraph. */
async function selectStart(count: number): Promise<string> {
  await paragraph().click({ position: { x: 60, y: 12 } });
  await page.keyboard.press('Home');
  for (let step = 0; step < count; step += 1) await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(async () => (await selected()).length).toBe(count);
  return selected();
}

test('opening an issue puts the cursor in its text', async () => {
  await expect(surface()).toBeFocused();
  await page.keyboard.type('甲');
  await expect(page.getByTestId('save-state')).toHaveText(/已保存 \d\d:\d\d:\d\d/u);
});

test('F6 goes from the text to the pages, to the chosen row and back to the cursor', async () => {
  const words = await selectStart(3);
  await page.keyboard.press('F6');
  await expect(page.locator('.pv-scroll')).toBeFocused();
  await page.keyboard.press('F6');
  await expect(page.locator('.outline .row[aria-current="true"]')).toBeFocused();
  await page.keyboard.press('F6');
  await expect(surface()).toBeFocused();
  await expect.poll(selected).toBe(words);
});

test('selection, scroll and focus are as they were left after the library and after folding the pages', async () => {
  const words = await selectStart(4);
  const scroller = page.locator('.ae-scroll');
  await scroller.evaluate((element) => element.scrollBy(0, 40));
  const top = await scroller.evaluate(({ scrollTop }) => scrollTop);
  const isAsLeft = async (): Promise<void> => {
    await expect(surface()).toBeFocused();
    await expect.poll(selected).toBe(words);
    expect(await scroller.evaluate(({ scrollTop }) => scrollTop)).toBe(top);
  };
  await page.keyboard.press('Control+2');
  await expect(page.locator('.library')).toBeVisible();
  await page.keyboard.press('Control+1');
  await isAsLeft();
  await page.getByRole('button', { name: '期刊库' }).click();
  await page.locator('.activity').getByRole('button', { name: '本期' }).click();
  await isAsLeft();
  await page.keyboard.press('F9');
  await expect(page.locator('.pv')).toHaveCount(0);
  await isAsLeft();
  await page.keyboard.press('F9');
  await expect(page.locator('.pv')).toBeVisible();
  await isAsLeft();
});

test('keys of the browser do nothing; Ctrl+P asks for our pages to be printed', async () => {
  await page.evaluate(() => Object.assign(window, { isSame: true, printed: 0 }));
  await page.evaluate(() => window.addEventListener('beforeprint', () => Object.assign(window, { printed: 1 })));
  const before = page.context().pages().length;
  for (const key of ['F5', 'Control+R', 'Control+U', 'Control+J', 'Control+G', 'F12']) {
    await page.keyboard.press(key);
  }
  for (const key of ['Control+Shift+I', 'Control+Shift+J', 'Control+D', 'Control+T', 'Alt+ArrowLeft', 'F7', 'F11']) {
    await page.keyboard.press(key);
  }
  await expect(surface()).toBeFocused();
  await page.keyboard.press('Control+P');
  await expect(page.getByRole('dialog', { name: /打印/u })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await page.evaluate(() => Reflect.get(window, 'isSame') === true && Reflect.get(window, 'printed') === 0)).toBe(true);
  expect(page.context().pages().length).toBe(before);
  await expect(surface()).toBeFocused();
});

test('the context menu of the text is ours: cut, paste, paste as text, select all, with keys', async () => {
  const words = await selectStart(2);
  const before = await paragraph().innerText();
  await paragraph().click({ button: 'right', position: { x: 60, y: 12 } });
  await expect(menuItem('复制')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(menuItem('复制')).toHaveCount(0);
  await selectStart(2);
  await page.keyboard.press('Shift+F10');
  await menuItem('剪切').click();
  await expect(paragraph()).toHaveText(before.slice(2));
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+F10');
  await expect(menuItem('剪切')).toHaveAttribute('aria-disabled', 'true');
  await menuItem('只粘贴文字').click();
  await expect(paragraph()).toHaveText(before);
  await page.keyboard.press('Control+Z');
  await expect(paragraph()).toHaveText(before.slice(2));
  await page.keyboard.press('Alt+e');
  await page.getByRole('menuitem', { name: /^粘贴/u }).click();
  await expect(paragraph()).toHaveText(before);
  await page.keyboard.press('Alt+e');
  await page.getByRole('menuitem', { name: /^全选/u }).click();
  await expect.poll(async () => (await selected()).length).toBeGreaterThan(before.length);
  expect(words.length).toBe(2);
});

test('fields of forms have the same menu', async () => {
  await page.locator('.outline .row', { hasText: '报头' }).click();
  const field = page.getByLabel('刊名');
  const name = await field.inputValue();
  await field.click();
  await page.keyboard.press('Control+A');
  await field.click({ button: 'right' });
  await menuItem('全选').click();
  await page.keyboard.press('Shift+F10');
  await menuItem('剪切').click();
  await expect(field).toHaveValue('');
  await page.keyboard.press('Shift+F10');
  await menuItem('粘贴').first().click();
  await expect(field).toHaveValue(name);
});

test('text and interface grow by key and wheel, the pages by keys of their own; both are remembered', async () => {
  const size = () => page.evaluate(() => document.documentElement.style.zoom);
  await page.keyboard.press('Control+=');
  await page.keyboard.press('Control+=');
  await expect.poll(size).toBe('1.25');
  await page.locator('.ae-scroll').hover();
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, 120);
  await page.keyboard.up('Control');
  await expect.poll(size).toBe('1.1');
  expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);
  await shared.relaunch();
  ({ page } = shared);
  await expect.poll(size).toBe('1.1');
});

test('at 125 % on a small screen the tools stay on one row and twenty lines of text are in view', async () => {
  await shared.relaunch({ width: 1093, height: 614 });
  ({ page } = shared);
  await expect(surface()).toBeVisible();
  await expect(page.locator('.pv')).toHaveCount(0);
  const height = await page.evaluate(() => innerHeight);
  const lines = await page.locator('.ae-scroll').evaluate((view) => {
    const surfaceStyle = getComputedStyle(view.querySelector('.ae-surface') ?? view);
    return Math.floor(view.clientHeight / parseFloat(surfaceStyle.lineHeight));
  });
  expect(height).toBeLessThanOrEqual(614);
  expect(lines).toBeGreaterThanOrEqual(20);
  const tools = await page
    .locator('.ae-toolbar')
    .evaluate((bar) => [bar.scrollHeight - bar.clientHeight, bar.scrollWidth - bar.clientWidth]);
  expect(tools).toEqual([0, 0]);
});
