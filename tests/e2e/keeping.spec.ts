/** Nothing lost, everything found: an issue from its first word to the archive, through a death, a day's edits, print and damage. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { openLibrary } from '../../electron/services/library/library.js';
import { randomIds, systemClock } from '../../electron/services/system-ports.js';
import { typeChinese } from './helpers/input.js';
import { freshFolder, launchApp, type LaunchedApp } from './helpers/launch.js';

const viewport = { width: 1366, height: 768 };
const key = '2026-15';

const opened: LaunchedApp[] = [];

async function launch(home: string): Promise<LaunchedApp> {
  const app = await launchApp({ home, viewport });
  opened.push(app);
  return app;
}

test.afterEach(() => {
  for (const app of opened.splice(0)) app.process.kill('SIGKILL');
});

const told = (page: Page, words: string) => page.locator('.message-bar', { hasText: words });
const outline = (page: Page) => page.locator('.outline [data-item]');
const surface = (page: Page) => page.locator('.ae-surface');
const isSaved = (page: Page) => expect(page.getByTestId('save-state')).toContainText('已保存');

/** A new article by the keyboard, title and text by the input method. */
async function write(page: Page, title: string, text: string): Promise<void> {
  const before = await outline(page).count();
  await page.keyboard.press('Control+m');
  await expect(outline(page)).toHaveCount(before + 1);
  await expect(surface(page)).toBeFocused();
  await typeChinese(page, ['s', 'shi', 'shi li'], title);
  await expect(page.locator('.outline')).toContainText(title);
  await page.keyboard.press('ArrowDown');
  await expect
    .poll(() => page.evaluate(() => Boolean(document.getSelection()?.focusNode?.parentElement?.closest('.ae-paragraph'))))
    .toBe(true);
  await typeChinese(page, ['j', 'jin ri'], text);
  await expect(surface(page)).toContainText(text);
}

/** Ends program and window at once, as a cut of the power does. */
async function killAtOnce({ process: child }: LaunchedApp): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

/** Keeps what is on disk as a version of yesterday: the services themselves, with a clock that is a day behind. */
async function keepYesterday(folder: string): Promise<void> {
  const clock = { now: () => new Date(systemClock.now().getTime() - 86_400_000) };
  const library = await openLibrary({ folder, clock, ids: randomIds });
  await library.keepVersion('issue', key, '昨天下班前');
  await library.close();
}

async function pickDocuments(page: Page): Promise<void> {
  await page.getByRole('button', { name: '文档' }).click();
  await page.getByRole('button', { name: '选定此文件夹' }).click();
}

test('an issue is written, survives a death, is replaced in, compared, restored, printed, corrected, found, backed up, and mended', async () => {
  test.setTimeout(300_000);
  const home = freshFolder();
  mkdirSync(join(home, '文档'));

  await test.step('the next issue is begun and typed; the program dies', async () => {
    const app = await launch(home);
    const { page } = app;
    await page.keyboard.press('Control+n');
    await expect(page.getByRole('heading', { name: /第15期/u })).toBeVisible();
    await write(page, '示例区举办阅读周活动', '近日，示例区举办阅读周活动。');
    await write(page, '示例县推进阅读周', '示例县把阅读周办到村里。');
    await isSaved(page);
    await killAtOnce(app);
  });

  await keepYesterday(join(home, 'library'));
  const app = await launch(home);
  const { page, library } = app;

  await test.step('everything is there again', async () => {
    await expect(page.locator('.header-title')).toContainText('第15期');
    await expect(outline(page)).toHaveCount(2);
    await outline(page).first().click();
    await expect(surface(page)).toContainText('近日，示例区举办阅读周活动。');
    await outline(page).nth(1).click();
    await expect(surface(page)).toContainText('示例县把阅读周办到村里。');
  });

  await test.step('a term is replaced over the whole issue', async () => {
    await page.keyboard.press('Control+h');
    const query = page.getByRole('textbox', { name: '查找' });
    await expect(query).toBeFocused();
    await typeChinese(page, ['y', 'yue du'], '阅读周');
    await page.getByRole('textbox', { name: '替换为' }).fill('读书月');
    await page.getByRole('button', { name: '全部替换 4 处' }).click();
    await expect(surface(page)).toContainText('示例县把读书月办到村里。');
    await query.focus();
    await page.keyboard.press('Escape');
    await isSaved(page);
  });

  await test.step('it is compared with yesterday; one article goes back, and the comparison leaves as 花脸稿', async () => {
    await page.keyboard.press('Control+7');
    await page.locator('.history-row', { hasText: '昨天下班前' }).click();
    await expect(page.locator('.history-version .pv-sheet').first()).toBeVisible();
    await page.screenshot({ path: 'test-results/keeping-version.png' });
    await page.getByRole('button', { name: '对比' }).click();
    await expect(page.locator('.history-text ins')).toHaveText(['读书月', '读书月', '读书月', '读书月']);
    await page.screenshot({ path: 'test-results/keeping-compare.png' });
    await page.getByRole('button', { name: '恢复这一篇 示例县推进' }).click();
    await expect(told(page, '这一篇已恢复到“昨天下班前”')).toBeVisible();
    await expect(page.locator('.history-text ins')).toHaveText(['读书月', '读书月']);
    await page.getByRole('button', { name: '花脸稿 ▾' }).click();
    await page.getByRole('menuitem', { name: '导出 Word（修订）…' }).click();
    await pickDocuments(page);
    await expect(told(page, '花脸稿已写到')).toBeVisible();
    const files = readdirSync(join(home, '文档'));
    expect(files).toEqual([expect.stringMatching(/花脸稿（\d+月\d+日\d\d\.\d\d至现在）\.docx$/u)]);
    await page.keyboard.press('Control+1');
  });

  await test.step('it goes through its states, is printed and locked, and corrected by a 更正', async () => {
    const tag = page.getByRole('button', { name: /本期状态/u });
    const who = page.getByRole('combobox', { name: '经手人' });
    await tag.click();
    await page.getByRole('menuitem', { name: '人员…' }).click();
    await expect(page.getByLabel('人员，每行一人')).toBeFocused();
    await page.getByLabel('人员，每行一人').fill('张示例\n李示例');
    await page.getByRole('button', { name: '确定' }).click();
    await tag.click();
    await page.getByRole('menuitem', { name: '各篇状态…' }).click();
    await expect(who).toHaveValue('张示例');
    const stage = page.getByLabel('状态：示例区举办读书月活动');
    await stage.focus();
    // The first arrow opens the list; nothing is changed on the way to what is chosen.
    for (const press of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp']) await page.keyboard.press(press);
    await expect(stage).toHaveValue('drafting');
    await page.keyboard.press('Enter');
    await expect(stage).toHaveValue('typeset');
    await expect(page.locator('.item-stages')).toContainText('张示例');
    await expect(page.locator('.row-stage')).toHaveText('排版');
    await expect(tag).toHaveText(/组稿/u);
    await page.screenshot({ path: 'test-results/course-articles.png' });
    await page.getByLabel('状态：示例县推进阅读周').selectOption('排版');
    await expect(told(page, '本期随之转为“排版”')).toBeVisible();
    await page.getByRole('button', { name: '关闭', exact: true }).click();
    await expect(tag).toHaveText(/排版/u);
    for (const [to, label] of [
      ['校对', '校对'],
      ['送审', '送审'],
      ['签发', '签发'],
      ['印发（锁定）', '印发'],
    ] as const) {
      await tag.click();
      await page.getByRole('menuitem', { name: to, exact: true }).click();
      await expect(who).toBeFocused();
      await expect(who).toHaveValue('张示例');
      await page.keyboard.press('Enter');
      await expect(tag).toHaveText(new RegExp(label, 'u'));
    }
    await page.locator('.outline').getByText('领导批示').click();
    await expect(page.locator('.form-parts')).toHaveAttribute('inert');
    await page.screenshot({ path: 'test-results/course-locked.png' });
    await page.getByRole('button', { name: '更正…' }).click();
    await expect(page.getByRole('button', { name: '开始更正' })).toBeDisabled();
    await page.getByLabel('更正原因').fill('批示漏排');
    await page.screenshot({ path: 'test-results/course-correct.png' });
    await page.keyboard.press('Enter');
    await expect(tag).toHaveText(/更正/u);
    await page.getByLabel('框内文字').fill('请示例区阅');
    await page.getByLabel('框内文字').blur();
    await isSaved(page);
    await page.getByRole('button', { name: '重新印发…' }).click();
    await expect(who).toHaveValue('张示例');
    await page.keyboard.press('Enter');
    await expect(tag).toHaveText(/印发/u);
    await page.keyboard.press('Control+7');
    for (const name of ['初稿', '送审', '定稿', '更正1之前']) await expect(page.locator('.history-row', { hasText: name })).toBeVisible();
  });

  await test.step('it is found by two characters and by initials', async () => {
    await page.keyboard.press('Control+Shift+f');
    const field = page.getByRole('textbox', { name: '在各期和来稿中搜索' });
    await expect(field).toBeFocused();
    await typeChinese(page, ['c', 'cun li'], '村里');
    await expect(page.locator('.search-place')).toHaveCount(1);
    await expect(page.locator('.search-group')).toContainText('2026年第15期');
    await field.fill('slqjb');
    await expect(page.locator('.search-place mark')).toHaveText('示例区举办');
    await page.locator('.search-place').first().click();
    await expect(page.locator('.header-title')).toContainText('第15期');
  });

  await test.step('a folder for backups is chosen, rehearsed and restored from', async () => {
    const status = page.getByTestId('backup-status');
    await expect(status).toHaveText('没有备份');
    await status.click();
    await page.getByRole('button', { name: '选备份文件夹…' }).click();
    await pickDocuments(page);
    await expect(status).toHaveText(/^备份 \d+月\d+日 \d\d:\d\d$/u);
    await expect(page.getByTestId('backup-same-disk')).toContainText('同一块盘');
    await page.getByRole('button', { name: '做一次恢复演练' }).click();
    await expect(page.getByTestId('rehearsal')).toContainText('逐个核对无误');
    await page.screenshot({ path: 'test-results/backup.png' });
    await page.getByRole('button', { name: '恢复到…' }).click();
    await page.getByRole('button', { name: '个人文件夹' }).click();
    await page.getByRole('button', { name: '选定此文件夹' }).click();
    await expect(told(page, '资料库已恢复到')).toBeVisible();
    const restored = readdirSync(home).find((name) => name.startsWith('资料库-恢复-')) ?? '';
    expect(readFileSync(join(home, restored, '期', '2026', `${key}.json`), 'utf8')).toContain('请示例区阅');
  });

  await test.step('a damaged library is checked and mended', async () => {
    await page.keyboard.press('Control+8');
    await page.getByRole('button', { name: '开始自检' }).click();
    await expect(page.getByTestId('check-result')).toContainText('没有发现问题');
    const path = join(library, '期', '2026', `${key}.json`);
    const whole = readFileSync(path, 'utf8');
    writeFileSync(path, whole.slice(0, whole.length / 2));
    writeFileSync(join(library, '附件', 'a'.repeat(64)), '无人提到');
    await page.getByRole('button', { name: '重新自检' }).click();
    await expect(page.getByRole('group', { name: '可以找回', exact: true })).toContainText('保存的前一版完好');
    await expect(page.getByRole('group', { name: '可以清到一边', exact: true })).toContainText('没有哪一期');
    await page.screenshot({ path: 'test-results/keeping-check.png' });
    await page.getByRole('button', { name: /修复所选/u }).click();
    await page.getByRole('button', { name: '修复', exact: true }).click();
    await expect(told(page, '已修复')).toBeVisible();
    await expect(page.getByTestId('check-result')).toContainText('没有发现问题');
    expect(JSON.parse(readFileSync(path, 'utf8'))).toHaveProperty('data');
    expect(existsSync(join(library, '附件', 'a'.repeat(64)))).toBe(false);
  });

  await test.step('the audit trail tells of it all, and leaves as a text', async () => {
    await page.getByRole('button', { name: '操作记录' }).click();
    const entries = page.getByRole('table', { name: '操作记录' }).getByRole('row');
    await expect(entries.first()).toContainText('自检修复');
    await page.screenshot({ path: 'test-results/keeping-audit.png' });
    await page.getByLabel('在操作记录里找').fill('花脸稿');
    await expect(entries).toHaveCount(1);
    await page.getByRole('button', { name: '导出为文本…' }).click();
    await pickDocuments(page);
    await expect(told(page, '1 条操作记录已写到')).toBeVisible();
    const [text = ''] = readdirSync(join(home, '文档')).filter((name) => name.startsWith('操作记录-'));
    expect(readFileSync(join(home, '文档', text), 'utf8')).toContain('\t导出花脸稿\t');
  });

  await test.step('closing backs up what changed since', async () => {
    const lists = join(home, '文档', '专报资料库备份', '清单');
    const before = readdirSync(lists).length;
    expect(await app.close()).toBe(0);
    expect(readdirSync(lists).length).toBe(before + 1);
  });
});
