/** Tables on the writing surface, in a real Chromium: keys, input methods, paste, undo, the printed page. */
import { expect, test } from '@playwright/test';
import type { Article } from '../../shared/document/issue.js';
import { article, column, from, issue, p, table } from '../helpers/build-issue.js';
import { openEditorPage, type EditorPage } from '../helpers/open-editor-page.js';

const text = '表1 场次\n单位\t场次\n东片区\t128';
const opened = issue(
  column(
    '经验交流',
    from(
      ['甲县'],
      article(
        '甲县推动宣讲',
        p('有关情况见下表。'),
        table('表1 场次', [
          ['单位', '场次'],
          ['东片区', '128'],
        ]),
        p('下一步继续推进。'),
      ),
    ),
  ),
);
const [own] = opened.columns[0]?.items ?? [];

let desk: EditorPage;
test.beforeAll(async () => {
  desk = await openEditorPage(opened);
});
test.afterAll(() => desk.browser.close());
test.beforeEach(() => desk.page.evaluate((value) => window.editorProbe.open(value), opened));

async function goTo(words: string): Promise<void> {
  const offset = text.indexOf(words);
  await desk.page.evaluate((place) => window.editorProbe.goTo(place), {
    itemId: own?.id ?? '',
    field: 'text' as const,
    paragraphId: own?.paragraphs[1]?.id ?? '',
    offset,
  });
  await expect(desk.page.locator('.ae-surface')).toBeFocused();
  await expect.poll(cellWords).toBe(words);
}

/** The words of the cell with the browser's own cursor. */
function cellWords(): Promise<string | undefined> {
  return desk.page.evaluate(() =>
    document.getSelection()?.focusNode?.parentElement?.closest('.ae-cell, .ae-caption')?.textContent?.replaceAll('\ufeff', ''),
  );
}

async function tableText(at = 1): Promise<string | undefined> {
  const item = (await desk.page.evaluate(() => window.editorProbe.item())) as Article;
  return item.paragraphs[at]?.text;
}

async function compose(steps: readonly string[], words: string): Promise<void> {
  for (const step of steps)
    await desk.cdp.send('Input.imeSetComposition', { text: step, selectionStart: step.length, selectionEnd: step.length });
  await desk.cdp.send('Input.insertText', { text: words });
  await expect(desk.page.locator('.ae-surface')).not.toHaveAttribute('data-composing');
}

test('goes from cell to cell with Tab and arrows, gets rows and columns, and undoes each', async () => {
  await goTo('单位');
  await desk.page.keyboard.press('Tab');
  await expect.poll(cellWords).toBe('场次');
  await desk.page.keyboard.press('ArrowDown');
  await expect.poll(cellWords).toBe('128');
  await desk.page.keyboard.press('Shift+Tab');
  await expect.poll(cellWords).toBe('东片区');
  await desk.page.keyboard.press('ArrowUp');
  await expect.poll(cellWords).toBe('单位');
  await desk.page.keyboard.press('ArrowUp');
  await expect.poll(cellWords).toBe('表1 场次');
  await goTo('128');
  await desk.page.keyboard.press('Tab');
  await compose(['x', 'xi'], '西片区');
  await expect.poll(() => tableText()).toBe(`${text}\n西片区\t`);
  await desk.page.keyboard.press('Control+Alt+l');
  await expect.poll(() => tableText()).toBe('表1 场次\n单位\t\t场次\n东片区\t\t128\n西片区\t\t');
  await desk.page.keyboard.press('Control+Alt+Shift+R');
  await expect.poll(() => tableText()).toBe('表1 场次\n单位\t\t场次\n东片区\t\t128');
  await desk.page.evaluate(() => window.editorProbe.undo());
  await desk.page.evaluate(() => window.editorProbe.undo());
  await expect.poll(() => tableText()).toBe(`${text}\n西片区\t`);
  await desk.page.evaluate(() => window.editorProbe.undo());
  await desk.page.evaluate(() => window.editorProbe.undo());
  await expect.poll(() => tableText()).toBe(text);
});

test('composes in cells, behind what stands there, in empty ones and over a selection', async () => {
  await goTo('东片区');
  await compose(['z', 'zhong'], '中');
  await expect.poll(() => tableText()).toBe(text.replace('东片区', '中东片区'));
  await desk.page.keyboard.press('Tab');
  await compose(['y', 'yi'], '一');
  await expect.poll(() => tableText()).toBe('表1 场次\n单位\t场次\n中东片区\t一');
  await desk.page.keyboard.press('Tab');
  await compose(['k', 'kong'], '空');
  await desk.page.keyboard.press('Enter');
  await compose(['h', 'hang'], '行');
  await expect.poll(() => tableText()).toBe('表1 场次\n单位\t场次\n中东片区\t一\n空\u2028行\t');
  await expect(desk.page.locator('.pv-page .line', { hasText: '中东片区' })).toBeVisible();
  const shown = await desk.page
    .locator('.ae-cell')
    .evaluateAll((cells) => cells.map((cell) => (cell as HTMLElement).innerText.replaceAll('\ufeff', '').trim()));
  expect(shown).toEqual(['单位', '场次', '中东片区', '一', '空\n行', '']);
});

test('is put in by its command, filled by a paste from Excel and copied as Excel takes it', async () => {
  await desk.page.locator('.ae-paragraph').last().click();
  await desk.page.keyboard.press('End');
  await compose(['m', 'mo'], '末');
  await expect(desk.page.locator('.ae-paragraph').last()).toContainText('末');
  await desk.page.keyboard.press('Control+Alt+t');
  await expect(desk.page.locator('.ae-table')).toHaveCount(2);
  await desk.page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', '甲\t1\r\n乙\t2\r\n');
    document
      .querySelector('.ae-surface')
      ?.dispatchEvent(new InputEvent('beforeinput', { inputType: 'insertFromPaste', dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await expect.poll(() => tableText(3)).toBe('\n甲\t1\t\n乙\t2\t\n\t\t');
  await desk.page.keyboard.press('Control+Enter');
  await compose(['w', 'wan'], '完');
  await expect.poll(() => tableText(4)).toBe('完');
});

test('marks what is found in it', async () => {
  await goTo('128');
  await expect(desk.page.locator('.pv-mark')).toBeVisible();
  await desk.page.locator('.pv-page .line', { hasText: '东片区' }).click({ position: { x: 3, y: 5 } });
  await expect.poll(cellWords).toBe('东片区');
});
