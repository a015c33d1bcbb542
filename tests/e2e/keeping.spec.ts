import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { freshFolder, launchApp } from './helpers/launch.js';

const viewport = { width: 1366, height: 768 };

test('a damaged library is checked and repaired, the audit trail tells of it, and a comparison leaves as 花脸稿', async () => {
  const home = freshFolder();
  mkdirSync(join(home, '文档'));
  const app = await launchApp({ home, viewport });
  const { page } = app;
  const told = (words: string) => page.locator('.message-bar', { hasText: words });
  await page.locator('.issue-open').first().click();
  for (const words of ['请示例区阅', '请示例区学习借鉴']) {
    await page.locator('.outline').getByText('领导批示').click();
    await page.getByLabel('框内文字').fill(words);
    await page.getByLabel('框内文字').blur();
    await expect(page.getByTestId('save-state')).toContainText('已核对');
  }

  await page.keyboard.press('Control+7');
  await page.getByRole('button', { name: '对比' }).click();
  await page.getByRole('button', { name: '导出花脸稿…' }).click();
  await page.getByRole('button', { name: '文档' }).click();
  await page.getByRole('button', { name: '选定此文件夹' }).click();
  await expect(told('花脸稿已写到')).toBeVisible();
  const redlines = readdirSync(join(home, '文档')).filter((name) => name.endsWith('.docx'));
  expect(redlines).toEqual([expect.stringMatching(/花脸稿（\d+月\d+日\d\d\.\d\d至现在）\.docx$/u)]);
  await page.getByRole('button', { name: '恢复整期' }).click();
  await expect(told('已恢复到')).toBeVisible();

  await page.keyboard.press('Control+8');
  await page.getByRole('button', { name: '开始自检' }).click();
  await expect(page.getByTestId('check-result')).toContainText('没有发现问题');
  const library = app.library;
  const [year = ''] = readdirSync(join(library, '期')).filter((name) => /^\d{4}$/u.test(name));
  const [record = ''] = readdirSync(join(library, '期', year)).filter((name) => name.endsWith('.json'));
  const path = join(library, '期', year, record);
  const whole = readFileSync(path, 'utf8');
  writeFileSync(path, whole.slice(0, whole.length / 2));
  writeFileSync(join(library, '附件', 'a'.repeat(64)), '无人提到');
  await page.getByRole('button', { name: '重新自检' }).click();
  await expect(page.getByTestId('check-result')).toContainText('发现');
  await expect(page.getByRole('group', { name: '可以找回', exact: true })).toContainText('保存的前一版完好');
  await expect(page.getByRole('group', { name: '可以清到一边', exact: true })).toContainText('没有哪一期');
  await page.screenshot({ path: 'test-results/keeping-check.png' });
  await page.getByRole('button', { name: /修复所选/u }).click();
  await page.getByRole('button', { name: '修复', exact: true }).click();
  await expect(told('已修复')).toBeVisible();
  await expect(page.getByTestId('check-result')).toContainText('没有发现问题');
  expect(JSON.parse(readFileSync(path, 'utf8'))).toHaveProperty('data');
  expect(existsSync(join(library, '附件', 'a'.repeat(64)))).toBe(false);

  await page.getByRole('button', { name: '操作记录' }).click();
  const entries = page.getByRole('table', { name: '操作记录' }).getByRole('row');
  await expect(entries.first()).toContainText('自检修复');
  await page.screenshot({ path: 'test-results/keeping-audit.png' });
  await page.getByLabel('在操作记录里找').fill('花脸稿');
  await expect(entries).toHaveCount(1);
  await page.getByRole('button', { name: '导出为文本…' }).click();
  await page.getByRole('button', { name: '文档' }).click();
  await page.getByRole('button', { name: '选定此文件夹' }).click();
  await expect(told('1 条操作记录已写到')).toBeVisible();
  const [text = ''] = readdirSync(join(home, '文档')).filter((name) => name.startsWith('操作记录-'));
  expect(readFileSync(join(home, '文档', text), 'utf8')).toContain('\t导出花脸稿\t');
  await app.close();
});
