import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { dropFiles } from './helpers/input.js';
import { freshFolder, launchApp, type LaunchedApp } from './helpers/launch.js';

let stick = '';
let app: LaunchedApp;
let page: Page;

test.beforeEach(async () => {
  stick = join(freshFolder(), '小盘');
  mkdirSync(stick);
  app = await launchApp({ viewport: { width: 1366, height: 768 }, sticks: [stick] });
  page = app.page;
});
test.afterEach(() => app.close());

const rows = () => page.getByRole('listbox', { name: '稿件' }).getByRole('option');
const checks = () => page.getByRole('complementary', { name: '报送前检查' });
const surface = () => page.getByRole('textbox', { name: '稿件正文' });

test('an installation becomes a unit’s; a manuscript is written, checked, sent and kept by keys', async () => {
  await page.getByRole('button', { name: '转为投稿端' }).click();
  await expect(page.getByText('先写明是哪个单位')).toBeVisible();
  await page.screenshot({ path: 'test-results/contributor-welcome.png' });
  await page.getByLabel('单位', { exact: true }).fill('示例区委宣传部');
  await page.getByLabel('信息员').fill('甲');
  await expect(page.getByRole('button', { name: '保存' })).toBeDisabled();
  await page.getByLabel('电话').fill('0532-1234567');
  await page.getByLabel('电话').press('Enter');
  await expect(page.locator('.header')).toContainText('示例区委宣传部');
  const views = page.getByRole('navigation', { name: '视图' }).getByRole('button');
  await expect(views).toHaveText(['投稿', '交换', '保管', '设置']);
  await page.keyboard.press('Alt+f');
  await expect(page.getByRole('menuitem', { name: /^新写一篇/u })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: /新建下一期|打印/u })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByText('还没有稿件')).toBeVisible();
  await page.screenshot({ path: 'test-results/contributor-empty.png' });

  await page.keyboard.press('Control+n');
  await expect(surface()).toBeFocused();
  await page.keyboard.insertText('示例区开展宣讲活动');
  await expect(checks()).toContainText('没有正文');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('近日，示例区组织XX名志愿者开展宣讲活动，走进社区、企业和学校。');
  await expect(checks()).toContainText('“XX”还没有填');
  await expect(checks()).toContainText('没有写签发领导');
  await expect(checks()).not.toContainText('没有写电话');
  await expect(rows()).toHaveText([/未报送\s*示例区开展宣讲活动/u]);
  await page.screenshot({ path: 'test-results/contributor-writing.png' });

  await page.keyboard.press('F6');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await checks()
    .getByRole('button', { name: /没有写签发领导/u })
    .press('Enter');
  await page.keyboard.insertText('乙部长');
  await page.keyboard.press('Enter');
  await expect(checks()).not.toContainText('没有写签发领导');
  await page.keyboard.press('Control+e');
  await expect(page.getByText('还有 1 处要处理')).toBeVisible();
  await page.keyboard.press('Enter');
  await checks()
    .getByRole('button', { name: /“XX”还没有填/u })
    .click();
  await expect(surface()).toBeFocused();
  await page.keyboard.press('Delete');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText('12');
  await expect(checks()).not.toContainText('必须处理');
  await page.keyboard.press('Control+z');
  await expect(surface()).not.toContainText('组织12名');
  await page.keyboard.press('Control+y');
  await expect(surface()).toContainText('组织12名');

  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: '报送', exact: true });
  await expect(dialog.locator('.pack-contents')).toContainText('示例区开展宣讲活动');
  await expect(dialog.getByText('种类')).toHaveCount(0);
  await page.screenshot({ path: 'test-results/contributor-send.png' });
  await dialog.getByRole('button', { name: '导出', exact: true }).press('Enter');
  await expect(dialog).toContainText('可以拔出“小盘”');
  await page.keyboard.press('Enter');
  await expect(rows()).toHaveText([/已报送\s*示例区开展宣讲活动/u]);
  await expect(surface()).toHaveCount(0);
  await expect(page.locator('.header')).toContainText('报送 1 篇，已答复 0 篇，采用 0 篇，采用率 0%');
  await page.screenshot({ path: 'test-results/contributor-sent.png' });

  await page.getByRole('listbox', { name: '稿件' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '修改后重报' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(rows().first()).toContainText('第2稿');
  await expect(surface()).toContainText('组织12名');
  await page.getByRole('listbox', { name: '稿件' }).focus();
  await page.keyboard.press('Delete');
  await expect(rows()).toHaveCount(1);

  await dropFiles(page, '.desk', [{ name: '来稿.txt', text: '示例区推进阅读\n示例区新建书屋三十座，惠及群众。\n（示例区委宣传部）' }]);
  await page.getByRole('button', { name: '打开这篇稿件' }).click();
  await expect(surface()).toContainText('示例区新建书屋三十座');
  await expect(page.getByLabel('签发领导')).toHaveValue('');
  await expect(page.getByLabel('作者')).toHaveValue('甲');

  await page.keyboard.press('Control+0');
  await expect(page.getByRole('radio', { name: /投稿端/u })).toBeChecked();
  await page.screenshot({ path: 'test-results/contributor-settings.png' });
  await page.getByRole('button', { name: '界面' }).click();
  await page.getByRole('radio', { name: /^深色/u }).check();
  await page.keyboard.press('Control+9');
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('Control+=');
  await page.screenshot({ path: 'test-results/contributor-dark-large.png' });

  await app.close();
  app = await launchApp({ library: app.library, home: app.home, sticks: [stick] });
  page = app.page;
  await expect(rows()).toHaveCount(2);
  await page.keyboard.press('Control+0');
  await page.getByRole('button', { name: '本机用途' }).click();
  await page.getByRole('radio', { name: /编辑部/u }).click();
  await expect(page.getByRole('navigation', { name: '视图' })).toContainText('期刊库');
  await page.keyboard.press('Control+9');
  await expect(page.getByRole('heading', { name: '设置' })).toBeVisible();
});
