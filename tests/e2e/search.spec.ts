/** 搜索 over the library and 快速前往, by keyboard and input method. */
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { openLibrary } from '../../electron/services/library/library.js';
import { randomIds, systemClock } from '../../electron/services/system-ports.js';
import { article, brief, column, from, issue, p } from '../helpers/build-issue.js';
import { typeChinese } from './helpers/input.js';
import { freshFolder } from './helpers/launch.js';
import { shareWindow } from './helpers/shared-window.js';

const older = issue(
  column('经验交流', from(['甲县委宣传部'], article('甲县抓实文明实践', p('甲县以“文明”为要。'), p('骑楼街区开展巡讲。')))),
  column('简讯', from(['乙局'], brief('乙局启动巡讲', '近日启动。'))),
  { masthead: { number: 5, date: '2022-07-01' } },
);
const newer = issue(column('经验交流', from(['重点办'], article('丙县推动骑楼保护', p('丙县修缮。')))), { imprint: { editor: '骑五' } });

const shared = shareWindow(async () => {
  const home = freshFolder();
  const library = await openLibrary({ folder: join(home, 'library'), clock: systemClock, ids: randomIds });
  await library.add('issue', { ...older, instruction: '旧时写法' });
  await library.replace('issue', older);
  await library.add('issue', newer);
  await library.setSetting('sampleAdded', true);
  await library.close();
  return { home };
});
let page: Page;

test.beforeEach(async () => {
  await shared.readAnew();
  ({ page } = shared);
  await expect(page.locator('.issue-open')).toHaveCount(2);
});

const field = () => page.getByRole('textbox', { name: '在各期和来稿中搜索' });
const groups = () => page.locator('.search-group');
const places = () => page.locator('.search-place');
const selected = () => page.evaluate(() => String(document.getSelection()).replaceAll('\n', ''));

test('two characters are found in every issue, with their pages; Enter opens the place', async () => {
  await page.keyboard.press('Control+Shift+F');
  await expect(field()).toBeFocused();
  await typeChinese(page, ['q', 'qi', 'qi lou'], '骑楼');
  await expect(groups()).toHaveCount(2);
  await expect(groups().first()).toContainText('2023年第6期');
  await expect(places().nth(1)).toContainText('骑楼街区开展巡讲');
  await expect(places().nth(1)).toContainText(/第\d+页/u);
  await page.screenshot({ path: 'test-results/search.png' });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.locator('.ae-surface')).toBeFocused();
  await expect(page.locator('.header-title')).toContainText('2022年第5期');
  await expect.poll(selected).toBe('骑楼');
  await page.keyboard.press('Control+6');
  await expect(field()).toHaveValue('骑楼');
  await expect(groups()).toHaveCount(2);
});

test('one character, several terms, marked words and facets narrow it', async () => {
  await page.keyboard.press('Control+6');
  await field().fill('骑');
  await expect(places()).toHaveCount(3);
  await expect(page.locator('.search-name', { hasText: '报头、报送发、版记' })).toBeVisible();
  await field().fill('甲县 巡讲');
  await expect(groups()).toHaveCount(1);
  await field().fill('“文明”');
  await expect(groups()).toHaveCount(1);
  await field().fill('没有这几个字');
  await expect(page.locator('.search-note')).toContainText('没有同时含有“没有这几个字”的稿件');
  await field().fill('巡讲');
  await expect(page.locator('.search-doc')).toHaveCount(2);
  await page.locator('.facet', { hasText: '简讯' }).first().getByRole('checkbox').check();
  await expect(page.locator('.search-doc')).toHaveCount(1);
  await page.getByRole('button', { name: '不限范围' }).click();
  await expect(page.locator('.search-doc')).toHaveCount(2);
  await field().fill('旧时写法');
  await expect(page.locator('.search-note')).toContainText('没有同时含有');
  await page.getByLabel('也找旧版本和回收站').check();
  await expect(page.locator('.search-kind')).toContainText(/^旧版本 \d+月\d+日/u);
  await page.screenshot({ path: 'test-results/search-kept.png' });
  await field().press('Enter');
  const kept = page.getByRole('dialog');
  await expect(kept).toContainText('2022年第5期');
  await expect(kept.locator('.pv-sheet').first()).toBeVisible();
  await page.screenshot({ path: 'test-results/search-kept-open.png' });
  await kept.getByRole('button', { name: '在历史里打开' }).click();
  await expect(page.locator('.history-row[aria-selected="true"]')).toContainText('自动');
});

test('titles and units are found by initials; what is typed in an issue is found at once', async () => {
  await page.keyboard.press('Control+6');
  await field().fill('qlbh');
  await expect(places().locator('mark')).toHaveText('骑楼保护');
  await field().fill('zdb');
  await expect(places().locator('mark')).toHaveText('重点办');
  await places().first().click();
  await expect(page.locator('.ae-surface')).toBeFocused();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('犇');
  await page.keyboard.press('Control+s');
  await expect(page.getByTestId('save-state')).toHaveText(/已保存 .*已核对/u);
  await page.keyboard.press('Control+6');
  await field().fill('犇');
  await expect(places()).toHaveCount(1);
});

/** Ctrl+K, and what is typed next goes into its field. */
async function openPalette(): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.locator('.palette').getByRole('textbox')).toBeFocused();
}

test('快速前往 goes to commands, issues, articles and units by initials', async () => {
  await openPalette();
  await page.keyboard.type('jxzs');
  const entries = page.locator('.palette-entry');
  await expect(entries.first()).toContainText('甲县抓实文明实践');
  await page.screenshot({ path: 'test-results/palette.png' });
  await page.keyboard.press('Enter');
  await expect(page.locator('.header-title')).toContainText('2022年第5期');
  await expect(page.locator('.ae-surface')).toBeFocused();
  await openPalette();
  await page.keyboard.type('bmtj');
  await expect(entries.first()).toContainText('版面体检');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: /^体检/u })).toHaveAttribute('aria-selected', 'true');
  await openPalette();
  await typeChinese(page, ['di', 'di liu'], '第6期');
  await page.keyboard.press('Enter');
  await expect(page.locator('.header-title')).toContainText('2023年第6期');
  await openPalette();
  await page.keyboard.type('zdb');
  await expect(entries.first()).toContainText('重点办');
  await page.keyboard.press('Enter');
  await expect(groups()).toHaveCount(1);
});

test('words are replaced in all issues: expressions picked by name, places ticked off, one undo', async () => {
  await page.keyboard.press('Control+6');
  await field().fill('骑楼');
  await page.getByRole('button', { name: '全库替换…' }).click();
  const words = page.getByRole('textbox', { name: '各期中的' });
  await expect(words).toHaveValue('骑楼');
  const run = page.locator('.replace-fields').getByRole('button', { name: /^替换/u });
  await expect(run).toHaveText('替换 2 期 2 处');
  await words.fill('');
  await page.locator('.replace-fields').getByRole('button', { name: '插入' }).first().click();
  await page.getByRole('menuitem', { name: '引号内' }).click();
  await expect(words).toHaveValue('“[^“”]*”');
  await expect(run).toHaveText('替换 1 期 1 处');
  await page.getByRole('button', { name: '表达式' }).click();
  await words.fill('');
  await typeChinese(page, ['x', 'xun', 'xun jiang'], '巡讲');
  await page.getByRole('textbox', { name: '替换为' }).fill('宣讲');
  await expect(places()).toHaveCount(2);
  await places().first().getByRole('checkbox').uncheck();
  await expect(run).toHaveText('替换 1 期 1 处');
  await page.screenshot({ path: 'test-results/replace-library.png' });
  await run.click();
  await page.getByRole('button', { name: /^替\s?换$/u }).click();
  const told = page.locator('.message-bar', { hasText: '已在 1 期里替换 1 处' });
  await expect(told).toBeVisible();
  await expect(places()).toHaveCount(1);
  await told.getByRole('button', { name: '撤销' }).click();
  await expect(places()).toHaveCount(2);
});
