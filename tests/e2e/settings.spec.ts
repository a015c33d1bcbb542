import { expect, test, type Page } from '@playwright/test';
import { resolvePageStyle } from '../../shared/layout/page-style-settings.js';
import type { CallResponse } from '../../shared/ipc.js';
import { officeFile, plainHand } from '../helpers/office-file.js';
import { shareWindow } from './helpers/shared-window.js';

const shared = shareWindow();
let page: Page;
let untouched: CallResponse<'publication.list'>['publications'][number] | undefined;

test.beforeEach(async () => {
  ({ page } = shared);
  untouched ??= (await shared.call('publication.list', {})).publications[0];
  if (untouched) await shared.call('publication.save', { publication: untouched });
  await shared.readAnew();
  await openSample();
  await openSettings();
});

async function openSample(): Promise<void> {
  await page.keyboard.press('Control+2');
  await page.locator('.issue-row', { hasText: '第14期' }).locator('.issue-open').click();
  await expect(page.locator('.outline [data-item]').first()).toBeVisible();
}

async function openSettings(): Promise<void> {
  await page.keyboard.press('Control+0');
  await expect(page.locator('.settings')).toBeVisible();
}

const subject = (name: string) => page.locator('.settings-subject', { hasText: name }).click();
const field = (path: string) => page.locator(`[data-path="${path}"]`);
const number = (path: string) => field(path).locator('input.setting-input');
const saved = () => expect(page.getByTestId('save-state')).toHaveText(/已保存 \d\d:\d\d:\d\d（已核对）/u);
const changedCount = (count: number) =>
  expect(page.locator('.header')).toContainText(count === 0 ? '版式全部为默认' : `版式已改 ${String(count)} 项`);

/** Style of the sheet's line with these words, from inside its shadow root. */
function lineStyle(words: string, sheet = '.settings-sample .pv-page'): Promise<string> {
  return page
    .locator(sheet)
    .first()
    .evaluate((host, text) => {
      const lines = [...(host.shadowRoot?.querySelectorAll('.line') ?? [])];
      return lines.find((line) => line.textContent?.includes(text))?.getAttribute('style') ?? '';
    }, words);
}

function lengthIn(style: string, name: string): number {
  return Number(new RegExp(`(?:^|;)${name}:([\\d.]+)pt`, 'u').exec(style)?.[1]);
}

async function topOf(words: string, sheet?: string): Promise<number> {
  return lengthIn(await lineStyle(words, sheet), 'top');
}

test('the top margin and the size of the name change the sample, are kept over reopening, and are reset', async () => {
  await subject('纸张与版心');
  const before = await topOf('〔工作动态〕');
  await number('marginMm.top').fill('27');
  await expect.poll(() => topOf('〔工作动态〕')).toBeCloseTo(before - (10 * 72) / 25.4, 1);
  await expect(page.getByTestId('text-area')).toContainText('版心 156 × 235 毫米');
  await saved();
  await subject('首页');
  const large = lengthIn(await lineStyle('宣传信息专报'), 'font-size');
  await number('text.mastheadName.sizePt').fill('40');
  await expect.poll(async () => lengthIn(await lineStyle('宣传信息专报'), 'font-size')).toBe(40);
  expect(large).toBeGreaterThan(40);
  await changedCount(2);
  await saved();
  await shared.relaunch();
  ({ page } = shared);
  await expect(page.locator('.outline [data-item]').first()).toBeVisible();
  await expect.poll(async () => lengthIn(await lineStyle('宣传信息专报', '[data-pane="preview"] .pv-page'), 'font-size')).toBe(40);
  await openSettings();
  await changedCount(2);
  await expect(number('text.mastheadName.sizePt')).toHaveValue('40');
  await page.getByRole('button', { name: '字号恢复默认' }).click();
  await expect(number('text.mastheadName.sizePt')).toHaveValue(String(large));
  await changedCount(1);
  await page.getByRole('button', { name: '全部恢复默认' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '恢复默认', exact: true }).click();
  await changedCount(0);
  await saved();
  await subject('纸张与版心');
  await expect(number('marginMm.top')).toHaveValue('37');
  await expect.poll(() => topOf('〔工作动态〕')).toBeCloseTo(before, 1);
});

test('a bad value is refused with its range and the stored one stays', async () => {
  await subject('纸张与版心');
  await number('marginMm.top').fill('30');
  await expect.poll(() => topOf('〔工作动态〕')).toBeGreaterThan(0);
  const good = await topOf('〔工作动态〕');
  for (const bad of ['300', '9', '', '三十']) {
    await number('marginMm.top').fill(bad);
    await expect(field('marginMm.top')).toContainText('上边距应在 10 到 80 毫米之间，仍用 30 毫米');
    expect(await topOf('〔工作动态〕')).toBe(good);
  }
  await page.keyboard.press('Escape');
  await expect(number('marginMm.top')).toHaveValue('30');
  await expect(field('marginMm.top')).not.toContainText('应在');
  await number('marginMm.top').fill('300');
  await subject('正文');
  await subject('纸张与版心');
  await expect(number('marginMm.top')).toHaveValue('30');
});

test('the services refuse what the page would not let through', async () => {
  const { publications } = await shared.call('publication.list', {});
  const [own] = publications;
  if (own === undefined) throw new Error('a library has a publication');
  await expect(shared.call('publication.save', { publication: { ...own, pageStyle: { 'marginMm.top': 300 } } })).rejects.toThrow(
    'publication.save: 刊物设置没有保存：页边距：上边距应在 10 到 80 毫米之间。',
  );
});

test('sizes go by name, arrows step, and a group comes back with one press that can be taken back', async () => {
  await subject('标题与栏目');
  await page.locator('.settings-part', { hasText: /^标题$/u }).click();
  await field('text.title.sizePt').locator('select').selectOption('小二');
  await expect(number('text.title.sizePt')).toHaveValue('18');
  await number('text.title.sizePt').press('ArrowUp');
  await expect(number('text.title.sizePt')).toHaveValue('18.5');
  await number('text.title.sizePt').fill('三号');
  await number('text.title.pitchPt').fill('16');
  await expect(number('text.title.sizePt')).toHaveValue('16');
  await field('text.title.face').locator('select').selectOption({ label: '黑体' });
  await changedCount(3);
  await page.getByRole('button', { name: '本组恢复默认（3 项）' }).click();
  await changedCount(0);
  await page.locator('.message-bar').getByRole('button', { name: '撤销' }).click();
  await changedCount(3);
});

test('the sample turns to the page of the part that is being set', async () => {
  const pages = page.locator('.settings-pages');
  await subject('首页');
  await expect(pages).toContainText('第 1 页');
  await subject('版记');
  await expect(pages).toContainText('第 4 页 / 共 4 页');
  await expect(page.locator('.settings-sample .pv-mark')).toBeVisible();
  await page.locator('.settings-part', { hasText: '承办 审核' }).click();
  await expect(page.locator('[data-section="imprint"]')).toBeInViewport();
  await page.getByRole('group', { name: '样张内容' }).getByRole('button', { name: '本期' }).click();
  await expect(pages).not.toContainText('共 4 页');
});

test('the keyboard reaches every field: rows by arrows, Enter opens, the right arrow goes in', async () => {
  await subject('首页');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.locator('.settings-part', { hasText: '期号' })).toHaveAttribute('aria-current', 'location');
  await page.keyboard.press('ArrowRight');
  await expect(field('text.mastheadNumber.face').locator('select')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(number('text.mastheadNumber.sizePt')).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('18');
  await changedCount(1);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await changedCount(0);
});

test('the template is kept, shown in the sample, and used by the next issue when asked', async () => {
  await subject('刊物');
  await page.getByRole('textbox', { name: '刊名', exact: true }).fill('示例工作专报');
  await expect.poll(() => lineStyle('示例工作专报')).not.toBe('');
  await page.getByRole('button', { name: '添加栏目' }).click();
  await page.getByRole('textbox', { name: '栏目名', exact: true }).last().fill('要情快报');
  await expect.poll(() => lineStyle('〔要情快报〕')).not.toBe('');
  await page.getByRole('radio', { name: /^用下面的设置/u }).check();
  await saved();
  await page.keyboard.press('Control+N');
  await expect(page.getByRole('heading', { name: /示例工作专报 .*第15期/u })).toBeVisible();
  await expect(page.locator('.outline')).toContainText('要情快报');
});

test('font names of Word are a choice that counts as a change', async () => {
  await subject('字体');
  await page.getByRole('radio', { name: /^Windows 字体/u }).check();
  await changedCount(1);
  await saved();
  await page.getByRole('button', { name: '本组恢复默认（1 项）' }).click();
  await expect(page.getByRole('radio', { name: /^公文字体/u })).toBeChecked();
  await changedCount(0);
});

test('the dark scheme follows the system or the choice, keeps paper white, and is kept over reopening', async () => {
  const html = () => page.locator('html');
  const groundOf = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundColor);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(html()).toHaveAttribute('data-scheme', 'dark');
  await expect.poll(() => groundOf('body')).toBe('rgb(30, 32, 36)');
  expect(await groundOf('.settings-sample .pv-sheet')).toBe('rgb(255, 255, 255)');
  await subject('界面');
  await page.getByRole('radio', { name: /^浅色/u }).check();
  await expect(html()).toHaveAttribute('data-scheme', 'light');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.getByRole('radio', { name: /^深色/u }).check();
  await expect(html()).toHaveAttribute('data-scheme', 'dark');
  await shared.relaunch();
  ({ page } = shared);
  await expect(html()).toHaveAttribute('data-scheme', 'dark');
  await page.emulateMedia({ colorScheme: null });
});

test('F1 opens the manual at the chapter of what is open, beside a dialog, too', async () => {
  const chapter = (name: RegExp) => page.locator('.manual h2', { hasText: name });
  await page.keyboard.press('F1');
  await expect(chapter(/、设置$/u)).toBeInViewport();
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+E');
  await expect(page.getByRole('dialog', { name: '导出' })).toBeVisible();
  await page.keyboard.press('F1');
  await expect(chapter(/、导出/u)).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(page.locator('.manual')).toHaveCount(0);
  await expect(page.getByRole('dialog', { name: '导出' })).toBeVisible();
});

test('a field refuses 100,000 characters with a sentence and stays as it was', async () => {
  await subject('刊物');
  const name = page.getByRole('textbox', { name: '刊名', exact: true });
  const before = await name.inputValue();
  await name.click();
  await page.keyboard.insertText('字'.repeat(100_000));
  await expect(page.locator('.message-bar')).toContainText(/这里最多填 500 字，加上这些会有 100,\d{3} 字，没有填入。/u);
  await expect(name).toHaveValue(before);
  await page.keyboard.insertText('甲');
  await expect(name).toHaveValue(/甲/u);
});

test('nothing is cut at 150 % on a small screen', async () => {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setDeviceMetricsOverride', { width: 911, height: 512, deviceScaleFactor: 1.5, mobile: false });
  await subject('标题与栏目');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(911);
  expect(await page.locator('.settings-form').evaluate((form) => form.scrollWidth - form.clientWidth)).toBeLessThanOrEqual(0);
  await expect(page.locator('.settings-sample .pv-sheet')).toBeInViewport();
  await session.detach();
});

test('the page style of a Word file is looked at line by line, taken over as one step, and taken back', async () => {
  test.setTimeout(180_000);
  const file = officeFile(resolvePageStyle({ 'text.body.lineHeightPt': 27.7, 'text.title.sizePt': 24, 'marginMm.top': 30 }), plainHand);
  const learn = page.getByRole('button', { name: '版式取自 Word 文件…' });
  const chosen = page.waitForEvent('filechooser');
  await learn.click();
  await (await chosen).setFiles({ name: '往期.docx', mimeType: 'application/octet-stream', buffer: Buffer.from(file) });
  const dialog = page.getByRole('dialog', { name: '版式取自“往期.docx”' });
  const row = (path: string) => dialog.locator(`tr[data-path="${path}"]`);
  // A file is read in a process of its own, which has to start.
  await expect(row('text.body.lineHeightPt')).toContainText('28.95 磅', { timeout: 90_000 });
  await expect(row('text.body.lineHeightPt')).toContainText(/27\.7 磅第\d+段等\d+段，样式“父body”明确/u);
  await dialog.getByRole('button', { name: '全不选' }).click();
  await expect(dialog.getByRole('button', { name: /^采用/u })).toBeDisabled();
  await dialog.getByRole('button', { name: '全选' }).click();
  await row('marginMm.top').getByRole('checkbox').uncheck();
  await row('text.title.sizePt').click();
  const [before, after] = [dialog.locator('.pv-page').nth(0), dialog.locator('.pv-page').nth(1)];
  const hasSize = (host: typeof before, size: string) =>
    host.evaluate((node, wanted) => node.shadowRoot?.innerHTML.includes(wanted) ?? false, `font-size:${size}`);
  await expect.poll(() => hasSize(after, '24pt')).toBe(true);
  expect(await hasSize(before, '24pt')).toBe(false);
  const [left, right] = [await before.boundingBox(), await after.boundingBox()];
  expect([left?.y, (left?.width ?? 0) > 180]).toEqual([right?.y, true]);
  const rows = await dialog.locator('tbody tr').count();
  await dialog.getByRole('button', { name: `采用 ${String(rows - 1)} 项` }).click();
  await expect(dialog).toBeHidden();
  await changedCount(rows - 1);
  await subject('正文');
  await expect(number('text.body.lineHeightPt')).toHaveValue('27.7');
  await saved();
  await page.getByRole('button', { name: '撤销' }).click();
  await changedCount(0);
  await expect(number('text.body.lineHeightPt')).toHaveValue('28.95');
  const again = page.waitForEvent('filechooser');
  await learn.click();
  await (await again).setFiles({ name: '坏.docx', mimeType: 'application/octet-stream', buffer: Buffer.from(file.subarray(0, 900)) });
  await expect(page.getByText(/坏\.docx：压缩包已损坏或没有拷贝完整/u)).toBeVisible({ timeout: 90_000 });
});
