import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { dropFile } from './helpers/input.js';
import { launchApp } from './helpers/launch.js';

const sampleText = readFileSync(resolve(import.meta.dirname, '../../assets/sample/宣传信息专报-样例.txt'), 'utf8');

test('an issue of an unknown name becomes a publication, which is shown, gone on with and set up apart', async () => {
  const app = await launchApp({ viewport: { width: 1366, height: 768 } });
  const { page } = app;
  const rows = page.locator('.issue-row');
  const choice = page.locator('.library-filter').getByRole('combobox', { name: '刊物' });
  await expect(rows).toHaveCount(1);
  await expect(choice).toHaveCount(0);

  await dropFile(page, 'body', '通报.txt', Buffer.from(sampleText.replaceAll('宣传信息专报', '工作情况通报'), 'utf8'));
  await expect(page.getByText('库里没有这个刊物')).toBeVisible();
  await expect(page.getByRole('combobox', { name: '刊物' })).toHaveValue('new');
  await page.getByRole('button', { name: '存为这一期' }).click();
  await expect(page.getByText('新刊物《工作情况通报》已建好')).toBeVisible();
  await page.getByRole('button', { name: '完成' }).click();
  await expect(rows).toHaveCount(2);
  await expect(rows.filter({ hasText: '工作情况通报' })).toContainText('第14期');

  await choice.selectOption('工作情况通报');
  await expect(rows).toHaveCount(1);
  await page.keyboard.press('Control+N');
  await expect(page.getByRole('heading', { name: '工作情况通报 2026年第15期' })).toBeVisible();
  await expect(page.getByLabel('归入刊物')).toHaveValue(/^[0-9a-f]{8}$/u);

  await page.keyboard.press('Control+0');
  await page.locator('.settings-subject', { hasText: '刊物' }).click();
  await page.locator('.header').getByRole('combobox', { name: '刊物' }).selectOption('工作情况通报');
  await expect(page.locator('[data-section="name"]').getByLabel('刊名')).toHaveValue('工作情况通报');
  await app.close();
});
