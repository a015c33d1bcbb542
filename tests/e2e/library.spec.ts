import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { dropFile } from './helpers/input.js';
import { launchApp, type LaunchedApp } from './helpers/launch.js';
import { shareWindow } from './helpers/shared-window.js';

const sampleText = readFileSync(resolve(import.meta.dirname, '../../assets/sample/宣传信息专报-样例.txt'), 'utf8');

let page: Page;

const row = (label: string) => page.locator('.issue-row', { hasText: label });
const bar = (text: string) => page.locator('.message-bar', { hasText: text });

/** Presses an action of an issue's row with the keyboard's own means: focus, then Enter. */
async function act(label: string, action: string): Promise<void> {
  await row(label)
    .getByRole('button', { name: new RegExp(`^${action} `, 'u') })
    .focus();
  await page.keyboard.press('Enter');
}

test.describe('in a window of its own', () => {
  let app: LaunchedApp;
  test.beforeEach(async () => {
    app = await launchApp({ viewport: { width: 1366, height: 768 } });
    ({ page } = app);
    await expect(row('第14期')).toBeVisible();
  });
  test.afterEach(() => app.close());

  test('the next issue takes number, people and lists from the last', async () => {
    await page.keyboard.press('Control+N');
    await expect(page.getByRole('heading', { name: /第15期/u })).toBeVisible();
    await expect(page.getByLabel('期号')).toHaveValue('15');
    await page.keyboard.press('Control+2');
    await expect(row('第15期')).toContainText('还没有稿件');
  });

  test('an issue is copied, deleted, and comes back from the trash', async () => {
    await act('第14期', '复制');
    await expect(row('第15期')).toBeVisible();
    await act('第15期', '删除');
    await expect(row('第15期')).toHaveCount(0);
    await bar('已移入回收站').getByRole('button', { name: '撤销' }).click();
    await expect(row('第15期')).toBeVisible();
    await act('第15期', '删除');
    await page.getByRole('button', { name: /^恢复 /u }).focus();
    await page.keyboard.press('Enter');
    await expect(row('第15期')).toBeVisible();
  });

  test('the window opens again where it was left', async () => {
    await row('第14期').locator('.issue-open').click();
    await expect(page.locator('[data-pane="preview"]')).toBeVisible();
    await page.keyboard.press('F9');
    await expect(page.locator('[data-pane="preview"]')).toHaveCount(0);
    await app.close();
    const second = await launchApp({ home: app.home, viewport: { width: 1366, height: 768 } });
    await expect(second.page.locator('.outline [data-item]').first()).toBeVisible();
    await expect(second.page.locator('[data-pane="preview"]')).toHaveCount(0);
    await second.close();
  });
});

test.describe('in one window', () => {
  const shared = shareWindow();
  test.beforeEach(async () => {
    ({ page } = shared);
    await shared.readAnew();
    await page.keyboard.press('Control+2');
    await expect(row('第14期')).toBeVisible();
  });

  test('the filter finds issues by words of their titles and by number', async () => {
    await act('第14期', '复制');
    await expect(row('第15期')).toBeVisible();
    await page.getByLabel('筛选').fill('第15期');
    await expect(page.locator('.issue-row')).toHaveCount(1);
    await page.getByLabel('筛选').fill('没有这样的词');
    await expect(page.getByText('没有符合“没有这样的词”的期。')).toBeVisible();
  });

  test('an import that meets an issue of the same number asks, and keeps or replaces', async () => {
    const changed = Buffer.from(sampleText.replace('示例区', '示例新区'));
    await dropFile(page, 'body', '第14期改.txt', changed);
    await expect(page.getByText('内容不同，尚未导入')).toBeVisible();
    await page.getByRole('button', { name: '保留现有' }).click();
    await expect(page.getByText('保留库中现有的，没有导入。')).toBeVisible();
    await page.getByRole('button', { name: '完成' }).click();
    await dropFile(page, 'body', '第14期改.txt', changed);
    await page.getByRole('button', { name: /^替换/u }).click();
    await expect(page.getByText('已替换，旧版留在历史里')).toBeVisible();
  });

  test('files that cannot be read are refused with the reason and leave the library as it was', async () => {
    const before = await page.locator('.issue-row').count();
    for (const [name, bytes] of [
      ['扫描.pdf', Buffer.from('%PDF-1.7\n')],
      ['空白.txt', Buffer.alloc(0)],
      ['旧稿.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ] as const) {
      await dropFile(page, 'body', name, bytes);
      await expect(page.locator('.import-file', { hasText: name })).toContainText('没有导入');
      await page.getByRole('button', { name: '完成' }).click();
    }
    await expect(page.locator('.issue-row')).toHaveCount(before);
  });

  test('a single manuscript becomes a submission, is taken into a column, and that is undone', async () => {
    await row('第14期').locator('.issue-open').click();
    await expect(page.locator('.outline [data-item]').first()).toBeVisible();
    const before = await page.locator('.outline [data-item]').count();
    await dropFile(
      page,
      'body',
      '来稿.txt',
      Buffer.from(
        '甲县探索“院坝课堂”\n\n　　近日，甲县在12个村开设课堂，累计授课36场。\n　　一、主要做法\n　　组建宣讲队伍，开展巡回宣讲。\n',
      ),
    );
    await page.getByRole('button', { name: '查看来稿' }).click();
    await expect(page.locator('.sent-text')).toContainText('累计授课36场');
    await page.getByRole('button', { name: /编入本期/u }).click();
    await page.getByRole('menuitem', { name: /经验交流/u }).click();
    await expect(page.locator('.outline [data-item]')).toHaveCount(before + 1);
    await expect(page.locator('.row-submission')).toHaveCount(0);
    await bar('已编入').getByRole('button', { name: '撤销' }).click();
    await expect(page.locator('.outline [data-item]')).toHaveCount(before);
    await expect(page.locator('.row-submission')).toHaveCount(1);
  });
});
