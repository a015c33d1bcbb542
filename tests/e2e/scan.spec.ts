/** An old issue comes in as a scan whose articles were printed with half-width quotes. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { plainTitle } from '../../shared/document/issue.js';
import { scanOf } from '../helpers/printed-issues.js';
import { longIssue } from '../helpers/sample-issue.js';
import { dropFile } from './helpers/input.js';
import { launchApp } from './helpers/launch.js';

const shots = resolve(import.meta.dirname, '../../test-results/scan');

test('a scan is set as it was printed, and its quotes can be made full again', async () => {
  const printed = {
    ...longIssue,
    columns: longIssue.columns.map((column) => ({
      ...column,
      items: column.items.map((item, index) => (index === 1 ? { ...item, halfQuotes: true as const } : item)),
    })),
  };
  const { page, close } = await launchApp({ viewport: { width: 1366, height: 768 } });
  const chip = page.getByRole('button', { name: '半角引号' });
  const drawnLines = (): Promise<unknown> =>
    page
      .locator('.pv-page')
      .evaluateAll((hosts) =>
        hosts.map((host) => Array.from(host.shadowRoot?.querySelectorAll('.line') ?? [], ({ textContent }) => textContent)),
      );
  mkdirSync(shots, { recursive: true });

  await dropFile(page, 'body', '扫描件.txt', Buffer.from(scanOf(printed)));
  await expect(page.getByText('引号按半角排').first()).toBeVisible();
  await page.screenshot({ path: join(shots, 'imported.png') });
  await page.getByRole('button', { name: /^打开 / }).click();
  const title = plainTitle(printed.columns.flatMap(({ items }) => items)[1]?.title ?? '');
  await page.locator('.outline [data-item]').filter({ hasText: title }).click();
  await expect(chip).toBeVisible();
  await page.screenshot({ path: join(shots, 'half.png') });
  const half = await drawnLines();

  await chip.click();
  await expect(chip).toHaveCount(0);
  await expect.poll(drawnLines).not.toEqual(half);
  await page.keyboard.press('Control+z');
  await expect(chip).toBeVisible();
  await expect.poll(drawnLines).toEqual(half);
  expect(await close()).toBe(0);
});
