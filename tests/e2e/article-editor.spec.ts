/** Input methods on the writing surface, in a real Chromium through its own composition events. */
import { expect, test } from '@playwright/test';
import type { Article, Item } from '../../shared/document/issue.js';
import type { TextPlace } from '../../shared/document/text-place.js';
import { article, brief, column, from, issue, lead, p, withChanges } from '../helpers/build-issue.js';
import { openEditorPage, type EditorPage } from '../helpers/open-editor-page.js';

const opened = issue(
  column(
    '经验交流',
    from(
      ['甲县'],
      withChanges(article('甲县推动\n工作开新局', p('今年以来，甲县开展活动。'), p(lead('聚焦机制。'), '形成合力。'), p('')), {
        subtitle: '——甲县做法',
      }),
    ),
  ),
  column('简 讯', from(['乙区'], brief('乙区启动宣讲', '近日，活动启动。'))),
);
const articleId = opened.columns[0]?.items[0]?.id ?? '';
const briefId = opened.columns[1]?.items[0]?.id ?? '';
const paragraphIds = opened.columns[0]?.items[0]?.paragraphs.map(({ id }) => id) ?? [];

let desk: EditorPage;
test.beforeAll(async () => {
  desk = await openEditorPage(opened);
});
test.afterAll(() => desk.browser.close());
test.beforeEach(() => desk.page.evaluate((value) => window.editorProbe.open(value), opened));

function inText(paragraph: number, offset: number): TextPlace {
  return { itemId: articleId, field: 'text', paragraphId: paragraphIds[paragraph] ?? '', offset };
}

async function goTo(caret: TextPlace): Promise<void> {
  await desk.page.evaluate((value) => window.editorProbe.goTo(value), caret);
  await expect(desk.page.locator('.ae-surface')).toBeFocused();
  await expect.poll(caretOffset).toBe(caret.offset);
}

/** Where the browser's own cursor stands in its block. */
function caretOffset(): Promise<number | undefined> {
  return desk.page.evaluate(() => {
    const selection = document.getSelection();
    const block = [...document.querySelectorAll('.ae-surface > div')].find((each) => each.contains(selection?.focusNode ?? null));
    if (!selection?.isCollapsed || !selection.focusNode || !block) return undefined;
    const before = document.createRange();
    before.setStart(block, 0);
    before.setEnd(selection.focusNode, selection.focusOffset);
    let offset = before.toString().replaceAll('\ufeff', '').length;
    // The lines of a title are blocks of their own; its offsets run through them.
    for (let line = block.previousElementSibling; block.matches('.ae-title') && line; line = line.previousElementSibling)
      offset += (line.textContent ?? '').replaceAll('\ufeff', '').length + 1;
    return offset;
  });
}

/** Types as a pinyin input method does and commits. */
async function compose(steps: readonly string[], text: string): Promise<void> {
  for (const step of steps) {
    await desk.cdp.send('Input.imeSetComposition', { text: step, selectionStart: step.length, selectionEnd: step.length });
  }
  await desk.cdp.send('Input.insertText', { text });
  await expect(desk.page.locator('.ae-surface')).not.toHaveAttribute('data-composing');
  await expect(expectSurface).toPass();
}

async function item<Kind extends Item = Article>(): Promise<Kind> {
  return (await desk.page.evaluate(() => window.editorProbe.item())) as Kind;
}

/** What stands on the surface is what the value says: nothing doubled, nothing left behind by the input method. */
async function expectSurface(): Promise<void> {
  const shown = await desk.page
    .locator('.ae-surface > div')
    .evaluateAll((blocks) => blocks.map((block) => (block.textContent ?? '').replaceAll('\ufeff', '')));
  const value = await item<Item>();
  const parts = value.type === 'article' ? [...(value.subtitle === undefined ? [] : [value.subtitle]), ...(value.editorNote ?? [])] : [];
  expect(shown).toEqual([
    ...value.title.split('\n'),
    ...parts,
    ...value.paragraphs.map(({ lead: opening, text }) => `${opening ?? ''}${text}`),
    value.sources.join('、'),
  ]);
}

async function paragraph(index: number): Promise<readonly [string, string]> {
  const found = (await item()).paragraphs[index];
  return [found?.lead ?? '', found?.text ?? ''];
}

test('composes into an empty paragraph', async () => {
  await goTo(inText(2, 0));
  await compose(['j', 'jin', 'jin tian'], '今天');
  expect(await paragraph(2)).toEqual(['', '今天']);
  await expectSurface();
});

test('composes in the middle of a paragraph, several phrases and marks', async () => {
  await goTo(inText(0, 5));
  await compose(['s', 'shi', 'shi li'], '示例');
  await compose(['，'], '，');
  await compose(['q', 'qu'], '区');
  expect(await paragraph(0)).toEqual(['', '今年以来，示例，区甲县开展活动。']);
  await expectSurface();
});

test('composes behind a lead into the text', async () => {
  await goTo(inText(1, 5));
  await compose(['x', 'xin'], '新');
  expect(await paragraph(1)).toEqual(['聚焦机制。', '新形成合力。']);
  await compose(['d', 'de'], '的');
  expect(await paragraph(1)).toEqual(['聚焦机制。', '新的形成合力。']);
  await expectSurface();
});

test('composes behind a lead reached with the arrow keys', async () => {
  await goTo(inText(1, 6));
  await desk.page.keyboard.press('ArrowLeft');
  await compose(['x', 'xin'], '新');
  expect(await paragraph(1)).toEqual(['聚焦机制。', '新形成合力。']);
  await desk.page.keyboard.press('ArrowLeft');
  await desk.page.keyboard.press('ArrowLeft');
  await compose(['h', 'hao'], '好');
  expect(await paragraph(1)).toEqual(['聚焦机制好。', '新形成合力。']);
  await expectSurface();
});

test('composes inside and at the start of a lead', async () => {
  await goTo(inText(1, 2));
  await compose(['g', 'gong'], '工');
  await goTo(inText(1, 0));
  await compose(['z', 'zhu'], '主');
  expect(await paragraph(1)).toEqual(['主聚焦工机制。', '形成合力。']);
  await expectSurface();
});

test('composes over a selection within and across paragraphs', async () => {
  await goTo(inText(0, 0));
  for (let step = 0; step < 4; step += 1) await desk.page.keyboard.press('Shift+ArrowRight');
  await compose(['q', 'qu', 'qu nian'], '去年');
  expect(await paragraph(0)).toEqual(['', '去年，甲县开展活动。']);
  await desk.page.keyboard.press('Shift+ArrowDown');
  await compose(['h', 'he'], '和');
  await expectSurface();
  expect((await item()).paragraphs.length).toBe(2);
});

test('composes over a selection from the title into the text and keeps them apart', async () => {
  await goTo({ itemId: articleId, field: 'title', offset: 2 });
  for (let step = 0; step < 3; step += 1) await desk.page.keyboard.press('Shift+ArrowDown');
  await compose(['x', 'xin'], '新');
  const { title, paragraphs } = await item();
  expect(title.startsWith('甲县新')).toBe(true);
  expect(paragraphs.length).toBeGreaterThan(0);
  await expectSurface();
});

test('leaves everything as it was when a composition is given up', async () => {
  await goTo(inText(0, 3));
  await desk.cdp.send('Input.imeSetComposition', { text: 'zhong', selectionStart: 5, selectionEnd: 5 });
  await desk.cdp.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
  await expect(desk.page.locator('.ae-surface')).not.toHaveAttribute('data-composing');
  await expect.poll(() => paragraph(0)).toEqual(['', '今年以来，甲县开展活动。']);
  await expectSurface();
});

test('composes after Enter, in the title, the subtitle and the source line', async () => {
  await goTo(inText(0, 12));
  await desk.page.keyboard.press('Enter');
  await compose(['x', 'xia'], '下');
  expect((await item()).paragraphs.map(({ text }) => text)).toEqual(['今年以来，甲县开展活动。', '下', '形成合力。', '']);
  await goTo({ itemId: articleId, field: 'title', offset: 5 });
  await compose(['x', 'xin'], '新');
  await goTo({ itemId: articleId, field: 'subtitle', offset: 6 });
  await compose(['z', 'zai'], '再');
  await goTo({ itemId: articleId, field: 'source', offset: 2 });
  await desk.page.keyboard.press('Enter');
  await compose(['y', 'yi', 'yi zhen'], '乙镇');
  expect(await item()).toMatchObject({ title: '甲县推动\n新工作开新局', subtitle: '——甲县做法再', sources: ['甲县', '乙镇'] });
  await expectSurface();
});

test('composes a brief from its title to its text', async () => {
  await goTo({ itemId: briefId, field: 'title', offset: 6 });
  await compose(['h', 'huo'], '活');
  await desk.page.keyboard.press('Enter');
  await compose(['r', 'ri', 'ri qian'], '日前');
  expect(await item<Item>()).toMatchObject({ title: '乙区启动宣讲活', paragraphs: [{ text: '日前近日，活动启动。' }] });
  await expectSurface();
});

test('undoes one committed phrase at a time and brings the cursor back', async () => {
  await goTo(inText(2, 0));
  await compose(['j', 'jin', 'jin tian'], '今天');
  await compose(['k', 'kai', 'kai hui'], '开会');
  await desk.page.evaluate(() => window.editorProbe.undo());
  await expect.poll(() => paragraph(2)).toEqual(['', '今天']);
  expect(await desk.page.evaluate(() => window.editorProbe.caret())).toEqual(inText(2, 2));
  await desk.page.evaluate(() => window.editorProbe.redo());
  await expect.poll(() => paragraph(2)).toEqual(['', '今天开会']);
  await expectSurface();
});

test('lets a change elsewhere pass while a phrase is composed', async () => {
  await goTo(inText(0, 0));
  await desk.cdp.send('Input.imeSetComposition', { text: 'ni', selectionStart: 2, selectionEnd: 2 });
  await desk.page.evaluate(() => window.editorProbe.change({ coverTitle: '甲县\n推动' }));
  await compose(['ni hao'], '你好');
  expect(await item()).toMatchObject({ coverTitle: '甲县\n推动', paragraphs: [{ text: '你好今年以来，甲县开展活动。' }, {}, {}] });
  await expectSurface();
});

test('takes a value from elsewhere in place', async () => {
  await goTo(inText(0, 4));
  await desk.page.evaluate(() => window.editorProbe.change({ title: '新标题' }));
  await expect(desk.page.locator('.ae-title')).toHaveText(['新标题']);
  await desk.page.keyboard.type('x');
  expect(await paragraph(0)).toEqual(['', '今年以来x，甲县开展活动。']);
  await expectSurface();
});

test('pastes Word paragraphs with their bold openings and tells what it left out', async () => {
  await goTo(inText(2, 0));
  await desk.page.evaluate(() => {
    const data = new DataTransfer();
    data.setData(
      'text/html',
      '<html><head><style>p{color:red}</style></head><body><p class=MsoNormal><span style="font-family:仿宋"><b>一是建机制。</b>开展<b>活动</b>126 场。</span></p><p>&nbsp;</p><p>　　第二段<img src=x></p></body></html>',
    );
    document
      .querySelector('.ae-surface')
      ?.dispatchEvent(new InputEvent('beforeinput', { inputType: 'insertFromPaste', dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await expect(desk.page.locator('.ae-notice')).toHaveText('已粘贴 2 段，未带入：图片 1 张。');
  expect((await item()).paragraphs.slice(2)).toMatchObject([
    { lead: '一是建机制。', text: '开展活动126 场。', marks: [{ from: 2, to: 4, kind: 'bold' }] },
    { text: '第二段' },
  ]);
  await expectSurface();
});

test('follows the cursor in the pages and takes it to a pressed line', async () => {
  await goTo(inText(1, 6));
  await expect(desk.page.locator('.pv-mark')).toBeVisible();
  await expect(desk.page.getByTestId('position')).toContainText(/第 2 页 第 \d+ 行 · 本页余 \d+ 行 全期 \d+ 页/u);
  const line = desk.page.locator('.pv-page .line', { hasText: '今年以来' });
  await line.click({ position: { x: 4, y: 6 } });
  await expect.poll(() => desk.page.evaluate(() => window.editorProbe.caret()?.paragraphId)).toBe(paragraphIds[0]);
  await expect(desk.page.locator('.ae-surface')).toBeFocused();
});

test('shows a typed word in the pages', async () => {
  await goTo(inText(0, 12));
  await compose(['l', 'le'], '了');
  await expect(desk.page.locator('.pv-page .line', { hasText: '开展活动。了' })).toBeVisible();
});

test('marks a lead, changes levels and adds paragraphs with the keyboard', async () => {
  await goTo(inText(0, 6));
  await desk.page.keyboard.press('Control+b');
  expect(await paragraph(0)).toEqual(['今年以来，甲县开展活动。', '']);
  await desk.page.keyboard.press('Control+b');
  await desk.page.keyboard.press('Control+Alt+1');
  expect((await item()).paragraphs[0]).toMatchObject({ level: 1, text: '一、今年以来，甲县开展活动。' });
  await desk.page.keyboard.press('Tab');
  expect((await item()).paragraphs[0]).toMatchObject({ level: 2, text: '（一）今年以来，甲县开展活动。' });
  await desk.page.keyboard.press('Control+Enter');
  await compose(['x', 'xin'], '新');
  expect((await item()).paragraphs[1]).toMatchObject({ text: '新' });
  await expectSurface();
});

test('sets selected words apart by keyboard, on the page too, and keeps that when words are composed in them', async () => {
  await goTo(inText(0, 3));
  for (let step = 0; step < 4; step += 1) await desk.page.keyboard.press('Shift+ArrowRight');
  await desk.page.keyboard.press('Control+Alt+b');
  await desk.page.keyboard.press('Control+Alt+k');
  const marks = [
    { from: 3, to: 7, kind: 'bold' },
    { from: 3, to: 7, kind: 'kai' },
  ];
  await expect.poll(async () => (await item()).paragraphs[0]?.marks).toEqual(marks);
  await expect(desk.page.locator('.ae-bold.ae-kai')).toHaveCSS('font-weight', '700');
  await expect(desk.page.locator('.ae-bold.ae-kai')).toHaveCSS('font-family', /zhuanbao-kai/u);
  await goTo(inText(0, 5));
  await compose(['x', 'xin'], '新');
  expect((await item()).paragraphs[0]).toMatchObject({
    text: '今年以来，新甲县开展活动。',
    marks: [
      { from: 3, to: 8 },
      { from: 3, to: 8 },
    ],
  });
  await desk.page.evaluate(() => window.editorProbe.undo());
  await desk.page.evaluate(() => window.editorProbe.undo());
  await desk.page.evaluate(() => window.editorProbe.undo());
  await expect.poll(async () => (await item()).paragraphs[0]?.marks).toBeUndefined();
});

test('marks exactly what was selected a moment before', async () => {
  await goTo(inText(0, 0));
  for (let step = 0; step < 4; step += 1) await desk.page.keyboard.press('Shift+ArrowRight');
  await desk.page.keyboard.press('Control+b');
  expect(await paragraph(0)).toEqual(['今年以来', '，甲县开展活动。']);
});

test('confirms guessed leads one after the other', async () => {
  const guessed = (await item()).paragraphs.map((each, index) =>
    index === 2 ? { ...each, lead: '一句。', leadInferred: true as const } : index === 1 ? { ...each, leadInferred: true as const } : each,
  );
  await desk.page.evaluate((paragraphs) => window.editorProbe.change({ paragraphs }), guessed);
  await expect(desk.page.locator('.ae-inferred-bar')).toContainText('推定的段首句 2 处，请核对');
  await goTo(inText(1, 2));
  await desk.page.keyboard.press('Control+Shift+b');
  await expect(desk.page.locator('.ae-inferred-bar')).toContainText('推定的段首句 1 处，请核对');
  await desk.page.keyboard.press('Control+Shift+b');
  await expect(desk.page.locator('.ae-inferred-bar')).toBeHidden();
  expect((await item()).paragraphs.some((each) => each.leadInferred)).toBe(false);
});

test('copies a paragraph just selected with its lead', async () => {
  await goTo(inText(1, 0));
  await desk.page.keyboard.press('Shift+End');
  const copied = await desk.page.evaluate(() => {
    const data = new DataTransfer();
    document
      .querySelector('.ae-surface')
      ?.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
    return { html: data.getData('text/html'), text: data.getData('text/plain') };
  });
  expect(copied).toEqual({ html: '<meta charset="utf-8"><p><b>聚焦机制。</b>形成合力。</p>', text: '聚焦机制。形成合力。' });
});

test('keeps the pages at the chosen size and shows two across', async () => {
  const width = () =>
    desk.page
      .locator('.pv-sheet')
      .first()
      .evaluate((sheet) => sheet.getBoundingClientRect().width);
  const fitted = await width();
  await desk.page.locator('.pv-scroll').hover();
  await desk.page.keyboard.down('Control');
  await desk.page.mouse.wheel(0, 100);
  await desk.page.keyboard.up('Control');
  await expect.poll(width).toBeLessThan(fitted);
  await desk.page.getByRole('button', { name: '双页' }).click();
  const [cover, second] = await desk.page
    .locator('.pv-sheet')
    .evaluateAll((sheets) => sheets.map((sheet) => sheet.getBoundingClientRect().left));
  expect(second).toBeLessThan(cover ?? 0);
});

test('keeps a phrase composed at once after a click into a newly opened article', async () => {
  for (let round = 0; round < 8; round += 1) {
    await desk.page.evaluate((value) => window.editorProbe.open(value), opened);
    await desk.page.evaluate(() => document.getSelection()?.removeAllRanges());
    await desk.page
      .locator('.ae-surface > div')
      .nth(3)
      .click({ position: { x: 200, y: 12 } });
    await desk.page.keyboard.press('Control+Home');
    await desk.cdp.send('Input.imeSetComposition', { text: 'xin', selectionStart: 3, selectionEnd: 3 });
    await desk.cdp.send('Input.insertText', { text: '新' });
    await expect.poll(async () => (await item()).title.startsWith('新')).toBe(true);
    await expectSurface();
  }
});

test('what another part of the window changes while a phrase is composed stays, and so does the phrase', async () => {
  const [first, second, third] = opened.columns[0]?.items[0]?.paragraphs ?? [];
  if (!first || !second || !third) throw new Error('the article has three paragraphs');
  await goTo(inText(0, 3));
  for (const text of ['j', 'jin'])
    await desk.cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  const paragraphs = [first, { ...second, text: '形成新的合力。' }, third];
  await desk.page.evaluate((change) => window.editorProbe.change(change), { sources: ['丙局'], paragraphs });
  await desk.cdp.send('Input.insertText', { text: '今天' });
  await expect.poll(async () => (await paragraph(0))[1]).toContain('今天');
  expect((await item()).sources).toEqual(['丙局']);
  expect((await paragraph(1))[1]).toBe('形成新的合力。');
  await expect.poll(() => desk.page.locator('.ae-surface').innerText()).toContain('形成新的合力。');
  await expectSurface();
});

test('what is changed elsewhere while a phrase is composed and given up is shown', async () => {
  await goTo(inText(0, 3));
  await desk.cdp.send('Input.imeSetComposition', { text: 'jin', selectionStart: 3, selectionEnd: 3 });
  await desk.page.evaluate(() => window.editorProbe.change({ sources: ['丙局'] }));
  await desk.cdp.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
  await expect.poll(() => desk.page.locator('.ae-surface').innerText()).toContain('丙局');
  expect((await item()).sources).toEqual(['丙局']);
  await expectSurface();
});

test('a paragraph changed elsewhere while a phrase is composed in it is left alone until the phrase is chosen, then holds both', async () => {
  const [first, ...rest] = opened.columns[0]?.items[0]?.paragraphs ?? [];
  if (!first) throw new Error('the article has paragraphs');
  await goTo(inText(0, first.text.length - 1));
  await desk.cdp.send('Input.imeSetComposition', { text: 'jin', selectionStart: 3, selectionEnd: 3 });
  const paragraphs = [{ ...first, text: `据悉，${first.text}` }, ...rest];
  await desk.page.evaluate((change) => window.editorProbe.change(change), { paragraphs });
  await desk.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  const shown = await desk.page.locator('.ae-surface').innerText();
  expect(shown).toContain('jin');
  expect(shown).not.toContain('据悉');
  await desk.cdp.send('Input.insertText', { text: '今天' });
  await expect.poll(async () => (await paragraph(0))[1]).toBe(`据悉，${first.text.slice(0, -1)}今天。`);
  await expect.poll(() => desk.page.locator('.ae-surface').innerText()).toContain('据悉');
  await expectSurface();
});
