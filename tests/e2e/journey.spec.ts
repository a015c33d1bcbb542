/** The whole way of one issue through the real window, as an editor who never saw the program would go it. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { recognizeBytes } from '../../electron/services/recognition/read-file.js';
import { readDocxLines } from '../../shared/word/read/fold-lines.js';
import { pngOf } from '../helpers/pictures.js';
import { hasShared, sharedFile } from '../helpers/shared-files.js';
import { dropFile, dropFileFrom, pastePicture, typeChinese } from './helpers/input.js';
import { freshFolder, launchApp, type LaunchedApp } from './helpers/launch.js';

const shots = resolve(import.meta.dirname, '../../test-results/journey');
const sample = resolve(import.meta.dirname, '../../assets/sample/宣传信息专报-样例.txt');

/** A printed issue as text: a real one where it is there, else the sample under another number. */
const printed = hasShared
  ? { name: 'issue-2022-10.txt', bytes: readFileSync(sharedFile('seeds', 'issue-2022-10.txt')), label: '2022年第10期', items: 6 }
  : { name: '第9期.txt', bytes: Buffer.from(readFileSync(sample, 'utf8').replace('第14期', '第9期')), label: '2026年第9期', items: 7 };

for (const size of [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
]) {
  test(`an editor takes an issue from text to Word and PDF at ${size.width}×${size.height}`, async () => {
    test.setTimeout(420_000);
    const home = freshFolder();
    const first = await launch({ home, viewport: size });
    const shot = (name: string): Promise<unknown> => takeShot(first.page, `${size.width}-${name}`);

    await test.step('the library opens with the sample issue', async () => {
      await expect(first.page.getByText('第14期')).toBeVisible();
      await shot('1-library');
    });
    await test.step('a dropped text becomes an issue', async () => {
      await dropFile(first.page, 'body', printed.name, printed.bytes);
      await expect(first.page.getByText(`识别为整期：宣传信息专报 ${printed.label}`)).toBeVisible();
      await shot('2-imported');
      await first.page.getByRole('button', { name: `打开 ${printed.label}` }).click();
      await expect(outlineItems(first.page)).toHaveCount(printed.items);
      await shot('3-issue');
    });
    await test.step('a title is corrected', () => correctTitle(first.page));
    const pagesBefore = await pageCount(first.page);
    await test.step('a brief is added with the keyboard and an input method', () => addBrief(first.page));
    await test.step('the pages follow', async () => {
      await expect.poll(() => previewText(first.page)).toContain('示例区举办阅读周活动。近日，示例区举办阅读周活动，2万人参加。');
      expect(await pageCount(first.page)).toBeGreaterThanOrEqual(pagesBefore);
      await shot('4-brief');
    });
    const hasFigures = size.width === 1920;
    if (hasFigures)
      await test.step('an article gets a footnote, a table and a picture', async () => {
        await addFigures(first.page);
        await shot('4-figures');
      });
    const folder = await test.step('Word and PDF are exported', () => exportBoth(first, shot));
    await test.step('the files hold what was written', () => checkFiles(folder));
    if (hasFigures) await test.step('footnote, table and picture among it, and read back the same', () => checkFigures(folder));
    expect(await first.close()).toBe(0);

    await test.step('everything is there after reopening', async () => {
      const second = await launch({ home, viewport: size });
      await expect(second.page.getByText('示例区举办阅读周活动').first()).toBeVisible();
      await expect(second.page.getByText('（新）').first()).toBeVisible();
      await takeShot(second.page, `${size.width}-7-reopened`);
      if (hasFigures) await test.step('the Word file comes back into the window as it left', () => importAgain(second.page, folder));
      expect(await second.close()).toBe(0);
    });
  });
}

async function takeShot(page: Page, name: string): Promise<void> {
  mkdirSync(shots, { recursive: true });
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
  await page.screenshot({ path: join(shots, `${name}.png`) });
}

/** Programs still open when a step failed are ended, so that the next test starts clean. */
const opened: LaunchedApp[] = [];

async function launch(options: Parameters<typeof launchApp>[0]): Promise<LaunchedApp> {
  const app = await launchApp(options);
  opened.push(app);
  return app;
}

test.afterEach(() => {
  for (const app of opened.splice(0)) app.process.kill('SIGKILL');
});

function outlineItems(page: Page) {
  return page.locator('.outline [data-item]');
}

/** Words on the pages drawn just now; each page lives in a shadow root. */
function previewText(page: Page): Promise<string> {
  return page.locator('.pv-page').evaluateAll((hosts) =>
    hosts
      .map((host) => host.shadowRoot?.querySelector('.page')?.textContent ?? '')
      .join('')
      .replace(/\s/gu, ''),
  );
}

async function pageCount(page: Page): Promise<number> {
  const text = await page.getByText(/全期 \d+ 页/u).innerText();
  return Number(/全期 (\d+) 页/u.exec(text)?.[1]);
}

async function correctTitle(page: Page): Promise<void> {
  await outlineItems(page).first().click();
  await page.locator('.ae-surface').click({ position: { x: 300, y: 20 } });
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('End');
  await typeChinese(page, ['（', '（x', '（xin'], '（新）');
  await expect(outlineItems(page).first()).toContainText('（新）');
}

async function addBrief(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+M');
  await expect(page.locator('.ae-surface')).toBeFocused();
  await typeChinese(page, ['s', 'shi', 'shi li qu'], '示例区');
  await typeChinese(page, ['j', 'ju ban'], '举办阅读周活动');
  await expect(page.locator('.outline')).toContainText('示例区举办阅读周活动');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => isCursorIn(page, '.ae-paragraph')).toBe(true);
  await typeChinese(page, ['j', 'jin ri'], '近日，示例区举办阅读周活动，');
  await typeChinese(page, ['2'], '2万人参加。');
  await expect(page.getByText(/已保存 \d\d:\d\d:\d\d/u)).toBeVisible();
}

const cells = ['单位', '场次', '人次', '东片区', '128', '2万'];
const tableWords = `表1 读书活动\n${cells.slice(0, 3).join('\t')}\n${cells.slice(3).join('\t')}`;
const photo = pngOf({ width: 320, height: 200 });

const note = '据示例区统计，截至上月底。';

/** Puts a footnote into the first paragraph of the first article, a table and a picture behind its text. */
async function addFigures(page: Page): Promise<void> {
  await outlineItems(page).first().click();
  await page.locator('.ae-paragraph').first().click();
  await expect.poll(() => isCursorIn(page, '.ae-paragraph')).toBe(true);
  await page.keyboard.press('Control+Alt+f');
  await expect(footnoteFields(page).first()).toBeFocused();
  await typeChinese(page, ['j', 'ju'], note);
  await page.keyboard.press('Enter');
  await expect(page.locator('.ae-surface')).toBeFocused();
  await expect.poll(() => previewText(page)).toContain(note);
  await page.locator('.ae-source').click();
  await expect.poll(() => isCursorIn(page, '.ae-source')).toBe(true);
  await page.keyboard.press('Control+Alt+t');
  for (const [at, words] of cells.entries()) {
    await expect.poll(() => cellWithCursor(page)).toBe(at);
    await typeChinese(page, ['p', 'pin'], words);
    await expect(page.locator('.ae-cell').nth(at)).toContainText(words);
    await page.keyboard.press('Tab');
  }
  await expect.poll(() => cellWithCursor(page)).toBe(cells.length);
  await page.keyboard.press('Control+Alt+Shift+R');
  await expect(page.locator('.ae-cell')).toHaveCount(cells.length);
  await page.locator('.ae-table .ae-caption').click();
  await expect.poll(() => isCursorIn(page, '.ae-table .ae-caption')).toBe(true);
  await typeChinese(page, ['b', 'biao'], '表1 读书活动');
  await page.locator('.ae-source').click();
  await expect.poll(() => isCursorIn(page, '.ae-source')).toBe(true);
  await pastePicture(page, '书房.png', photo);
  await expect(page.locator('.ae-picture img')).toBeVisible();
  await expect.poll(() => isCursorIn(page, '.ae-picture .ae-caption')).toBe(true);
  await typeChinese(page, ['t', 'tu'], '图1 社区书房');
  await page.getByRole('group', { name: '图片' }).getByRole('combobox').selectOption('50');
  await page.getByLabel('替代文字').fill('书房外景');
  await page.getByLabel('替代文字').press('Enter');
  await expect.poll(() => previewText(page)).toContain('图1社区书房');
  await expect(page.getByText(/已保存 \d\d:\d\d:\d\d/u)).toBeVisible();
}

function footnoteFields(page: Page) {
  return page.getByRole('list', { name: '脚注' }).getByRole('textbox');
}

function cellWithCursor(page: Page): Promise<number> {
  return page.evaluate(() => {
    const cell = document.getSelection()?.focusNode?.parentElement?.closest('.ae-cell');
    return [...document.querySelectorAll('.ae-cell')].findIndex((each) => each === cell);
  });
}

/** The printed file has all three; what the Word file says of them is what was written, the picture to the byte. */
async function checkFigures(folder: string): Promise<void> {
  const names = readdirSync(folder);
  const word = names.find((name) => name.endsWith('.docx')) ?? '';
  let count = 0;
  const read = await recognizeBytes(word, new Uint8Array(readFileSync(join(folder, word))), { next: () => `i${String((count += 1))}` });
  const items = read.kind === 'issue' ? read.issue.columns.flatMap((each) => each.items) : [];
  expect(items[0]?.paragraphs.flatMap(({ footnotes = [] }) => footnotes.map(({ text }) => text))).toEqual([note]);
  const figures = items[0]?.paragraphs.slice(-2).map(({ id: _id, ...each }) => each);
  expect(figures).toEqual([
    { text: tableWords, table: { headerRows: 1 } },
    {
      text: '图1 社区书房',
      picture: {
        sha256: createHash('sha256').update(photo).digest('hex'),
        type: 'png',
        width: 320,
        height: 200,
        alt: '书房外景',
        share: 50,
      },
    },
  ]);
  const pdf = join(folder, names.find((name) => name.endsWith('.pdf')) ?? '');
  expect(readFileSync(pdf, 'latin1')).toContain('/Subtype /Image');
  if (existsSync('/usr/bin/pdftotext')) {
    const printed = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).replace(/\s/gu, '');
    expect(printed).toContain(tableWords.replace(/\s/gu, ''));
    expect(printed).toContain('图1社区书房');
    expect(printed).toContain(note);
  }
}

/** The Word file holds the issue as the library does, to the last note, cell and picture: nothing is imported anew. */
async function importAgain(page: Page, folder: string): Promise<void> {
  await page.keyboard.press('Control+1');
  await dropFileFrom(page, 'body', join(folder, readdirSync(folder).find((name) => name.endsWith('.docx')) ?? ''));
  await expect(page.getByText('与库中的内容相同，没有重复导入。')).toBeVisible();
  await page.getByRole('button', { name: `打开 ${printed.label}` }).click();
  await outlineItems(page).first().click();
  await expect(footnoteFields(page)).toHaveText([note]);
  await expect(page.locator('.ae-cell')).toHaveText(cells);
  await expect(page.locator('.ae-table .ae-caption')).toContainText('表1 读书活动');
  await expect(page.locator('.ae-picture img')).toHaveAttribute('alt', '书房外景');
  await expect(page.locator('.ae-picture')).toContainText('图1 社区书房');
}

function isCursorIn(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((wanted) => Boolean(document.getSelection()?.focusNode?.parentElement?.closest(wanted)), selector);
}

async function exportBoth(app: LaunchedApp, shot: (name: string) => Promise<unknown>): Promise<string> {
  const { page } = app;
  await page.keyboard.press('Control+E');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await shot('5-export');
  await dialog.getByRole('button', { name: '导出' }).click();
  await expect(dialog.getByText('打开所在文件夹').first()).toBeVisible({ timeout: 30_000 });
  await shot('6-exported');
  await page.keyboard.press('Escape');
  return join(app.home, '专报导出');
}

async function checkFiles(folder: string): Promise<void> {
  const names = readdirSync(folder);
  const word = names.find((name) => name.endsWith('.docx')) ?? '';
  const pdf = names.find((name) => name.endsWith('.pdf')) ?? '';
  const wordText = readDocxLines(new Uint8Array(readFileSync(join(folder, word))), word)
    .lines.map(({ text }) => text)
    .join('');
  expect(wordText).toContain('示例区举办阅读周活动。近日，示例区举办阅读周活动，2万人参加。');
  expect(statSync(join(folder, pdf)).size).toBeGreaterThan(20_000);
  if (existsSync('/usr/bin/pdftotext')) {
    const pdfText = execFileSync('pdftotext', ['-raw', join(folder, pdf), '-'], { encoding: 'utf8' }).replace(/\s/gu, '');
    expect(pdfText).toContain('示例区举办阅读周活动。近日，示例区举办阅读周活动，2万人参加。');
  }
}
