import type { CDPSession, Page } from '@playwright/test';
import { freshFolder, launchApp } from '../e2e/helpers/launch.js';
import type { Figure } from './figure.js';
import { madeIssue } from './made-issue.js';
import { makeLibrary, withFolder } from './made-library.js';

/** Eight hours of typing without a pause: a phrase of nine characters every six seconds, as they come from an input method. */
const hours = 8;
const phrases = (hours * 3600) / 6;
const phrase = '文化惠民，学A9。';
/** Phrases of a paragraph that is written, and written anew. */
const retypedAfter = 60;
/** The first phrases fill caches and compile. */
const warmPhrases = 300;

/** What a long day of typing leaves behind in the memory of the window: preview, hits and undo among it. */
export function bench(): Promise<readonly Figure[]> {
  return withFolder(async (library) => {
    await makeLibrary(library, [madeIssue(1, 2030, { characters: 6000 })]);
    const app = await launchApp({ library, home: freshFolder() });
    const session = await app.page.context().newCDPSession(app.page);
    await openArticle(app.page);
    await type(app.page, session, { from: 0, to: warmPhrases });
    const before = await usedMb(app.page, session);
    await type(app.page, session, { from: warmPhrases, to: phrases });
    const after = await usedMb(app.page, session);
    const length = (await app.page.locator('.ae-surface').innerText()).split(phrase).length;
    if (length < 2 || length > 2 * retypedAfter) throw new Error(`${String(length)} phrases are there in the end`);
    await app.close();
    const how = `${phrases} phrases of nine characters into an issue of 6,000, without a pause: preview, marked hits, undo and saving as on a real day; heap, and what hangs on it outside, after garbage is cleared`;
    return [{ name: `Typing for ${hours} hours, memory of the window grown`, value: after - before, unit: 'MB', target: 50, how }];
  });
}

/** The middle article, its hits marked, the cursor at the end of a paragraph. */
async function openArticle(page: Page): Promise<void> {
  await page.locator('.issue-open').first().click();
  await page.locator('.pv-page').first().waitFor();
  const items = page.locator('.outline [data-item]');
  await items.nth(Math.floor((await items.count()) / 2)).click();
  await page.keyboard.press('Control+f');
  await page.getByRole('textbox', { name: '查找' }).fill('文化');
  await page.locator('.find-hit').first().waitFor();
  await page.locator('.ae-surface [data-paragraph]').nth(1).click();
  await page.keyboard.press('End');
}

async function type(page: Page, session: CDPSession, { from, to }: { readonly from: number; readonly to: number }): Promise<void> {
  for (let count = from; count < to; count += 1) {
    if (count % retypedAfter === retypedAfter - 1) await takeAway(page, session);
    await session.send('Input.insertText', { text: phrase });
  }
}

/** Selects back to the beginning of the paragraph and deletes; what was there can be undone. */
async function takeAway(page: Page, session: CDPSession): Promise<void> {
  await page.evaluate(() => document.getSelection()?.modify('extend', 'backward', 'paragraphboundary'));
  // The editor hears of a selection a moment later.
  await page.waitForTimeout(150);
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Delete', windowsVirtualKeyCode: 46 });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'Delete', windowsVirtualKeyCode: 46 });
}

/** Memory of the page in use, once everything shown has come up to the text and garbage is cleared. */
async function usedMb(page: Page, session: CDPSession): Promise<number> {
  await page.waitForTimeout(3000);
  for (let turn = 0; turn < 3; turn += 1) await session.send('HeapProfiler.collectGarbage');
  const used: Readonly<Record<string, number>> = { ...(await session.send('Runtime.getHeapUsage')) };
  return ((used['usedSize'] ?? 0) + (used['embedderHeapUsedSize'] ?? 0) + (used['backingStorageSize'] ?? 0)) / 1e6;
}
