/** Footnotes by keyboard alone, in a real Chromium: put in, composed, gone back to, deleted, undone, and printed beside it. */
import { expect, test } from '@playwright/test';
import type { Article } from '../../shared/document/issue.js';
import { article, column, from, issue, lead, noted, p } from '../helpers/build-issue.js';
import { openEditorPage, type EditorPage } from '../helpers/open-editor-page.js';

const opened = issue(
  column(
    '经验交流',
    from(['甲县'], article('甲县推动宣讲', noted(p(lead('聚焦机制。'), '甲县开展活动，乙镇响应。'), [9, '见附表。']), p('第二段。'))),
  ),
);
const [own] = opened.columns[0]?.items ?? [];

let desk: EditorPage;
test.beforeAll(async () => {
  desk = await openEditorPage(opened);
});
test.afterAll(() => desk.browser.close());
test.beforeEach(() => desk.page.evaluate((value) => window.editorProbe.open(value), opened));

const fields = () => desk.page.getByRole('list', { name: '脚注' }).getByRole('textbox');

async function goTo(offset: number): Promise<void> {
  const place = { itemId: own?.id ?? '', field: 'text' as const, paragraphId: own?.paragraphs[0]?.id ?? '', offset };
  await desk.page.evaluate((value) => window.editorProbe.goTo(value), place);
  await expect(desk.page.locator('.ae-surface')).toBeFocused();
  await expect.poll(() => desk.page.evaluate(() => window.editorProbe.caret()?.offset)).toBe(offset);
}

async function compose(steps: readonly string[], words: string): Promise<void> {
  for (const step of steps)
    await desk.cdp.send('Input.imeSetComposition', { text: step, selectionStart: step.length, selectionEnd: step.length });
  await desk.cdp.send('Input.insertText', { text: words });
}

const state = () =>
  desk.page.evaluate(() => {
    const [first] = (window.editorProbe.item() as Article | undefined)?.paragraphs ?? [];
    return `${first?.lead ?? ''}${first?.text ?? ''}|${(first?.footnotes ?? []).map(({ at, text }) => `${String(at)} ${text}`).join('|')}`;
  });
const plain = '聚焦机制。甲县开展活动，乙镇响应。';

test('is put in behind the cursor, said by an input method, and left with Enter to go on typing', async () => {
  await goTo(7);
  await desk.page.keyboard.press('Control+Alt+f');
  await expect(fields()).toHaveCount(2);
  await expect(fields().first()).toBeFocused();
  await compose(['z', 'zhi', 'zhi dui'], '指队伍');
  await compose(['。'], '。');
  await expect.poll(state).toBe(`${plain}|7 指队伍。|9 见附表。`);
  await desk.page.keyboard.press('Enter');
  await expect(desk.page.locator('.ae-surface')).toBeFocused();
  await compose(['z', 'zheng', 'zheng zai'], '正在');
  await expect.poll(state).toBe('聚焦机制。甲县正在开展活动，乙镇响应。|7 指队伍。|11 见附表。');
  // The page beside it has both notes, by their numbers.
  const preview = desk.page.locator('.pv');
  await expect(preview.locator('[role=doc-footnote]')).toHaveText(['指队伍。', '见附表。']);
  await expect(preview.locator('p:not([role]) [data-number]')).toHaveCount(2);
});

test('is stepped over with the arrows, deleted with a key, and undone in one step', async () => {
  await goTo(9);
  await desk.page.keyboard.press('ArrowRight');
  await desk.page.keyboard.press('ArrowRight');
  await desk.page.keyboard.press('ArrowLeft');
  await desk.page.keyboard.press('Backspace');
  await expect.poll(state).toBe(`${plain}|`);
  await expect(fields()).toHaveCount(0);
  await desk.page.evaluate(() => window.editorProbe.undo());
  await expect.poll(state).toBe(`${plain}|9 见附表。`);
  await expect(fields()).toHaveCount(1);
});

test('takes words before and behind its number by an input method, none of them lost', async () => {
  await goTo(9);
  await compose(['d', 'da', 'da xing'], '大型');
  await expect.poll(state).toBe('聚焦机制。甲县开展大型活动，乙镇响应。|11 见附表。');
  await desk.page.keyboard.press('ArrowRight');
  await compose(['x', 'xi lie'], '系列');
  await expect.poll(state).toBe('聚焦机制。甲县开展大型系列活动，乙镇响应。|11 见附表。');
  await expect(desk.page.locator('.ae-footnote')).toHaveCount(1);
});

test('is taken out from its field, and what is said is undone in stretches', async () => {
  await fields().first().focus();
  await desk.page.keyboard.press('End');
  await desk.page.keyboard.type('另见。');
  await expect.poll(state).toBe(`${plain}|9 见附表。另见。`);
  await desk.page.evaluate(() => window.editorProbe.undo());
  await expect.poll(state).toBe(`${plain}|9 见附表。`);
  await fields().first().focus();
  await desk.page.keyboard.press('Tab');
  await desk.page.keyboard.press('Enter');
  await expect.poll(state).toBe(`${plain}|`);
  await expect(desk.page.locator('.ae-surface')).toBeFocused();
});
