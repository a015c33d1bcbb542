import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { problemTable, type ProblemCode } from '../../shared/bundle/problems.js';
import { bundleCases } from '../helpers/bundle-cases.js';
import { orderCases } from '../helpers/order-cases.js';
import { freshFolder, launchApp } from './helpers/launch.js';

const plan = (page: Page) => page.getByRole('region', { name: '导入计划' });
const list = (page: Page) => page.getByRole('listbox', { name: '交换包' });

/** Puts a bundle on the stick, below those that lie there already. */
function putter(stick: string) {
  let put = 0;
  return (name: string, bytes: Uint8Array): void => {
    const path = join(stick, `${name}.zbx`);
    writeFileSync(path, bytes);
    const at = 1_800_000_000 - (put += 1) * 60;
    utimesSync(path, at, at);
  };
}

/** Every file of the library with its content, but the lock, which tells the time. */
function contents(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && !path.endsWith('.lock'))
    .map((path) => `${relative(folder, path)} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`)
    .sort();
}

/** The sentences the window shows of the bundle that is opened now. */
async function sentencesOf(page: Page, file: string): Promise<readonly string[]> {
  await expect(plan(page)).toContainText(`${file}.zbx`);
  return plan(page).locator('.message-text').allTextContents();
}

/** Whether a sentence is that of a code: its words around the place, and its remedy. */
function says(code: ProblemCode, sentence: string): boolean {
  const { sentence: words, remedy } = problemTable[code];
  const parts = words.split(/\{entry\}|\{detail\}/u).map((part) => part.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  return new RegExp(`^${parts.join('.*')}。${remedy}。$`, 'su').test(sentence);
}

/**
 * Left to the unit tests: bundles of 10,000 entries and of gigabytes, those that come late, withdrawn keys, a sender's new name. One
 * that is gone is refused before it is looked at. Those with a passphrase have a journey of their own.
 */
const notHere: readonly ProblemCode[] = [
  ...(['too-many-entries', 'bundle-too-large', 'not-there', 'came-late', 'key-withdrawn', 'name-changed'] as const),
  ...(['passphrase-needed', 'passphrase-wrong', 'sealed-changed'] as const),
];

test('every kind of damaged, late or doubtful bundle on a stick tells its own trouble and its remedy, and changes nothing', async () => {
  // Some seventy bundles are opened one after another, on a machine that may be busy.
  test.setTimeout(600_000);
  const stick = join(freshFolder(), '小盘');
  mkdirSync(stick);
  const put = putter(stick);
  for (const [at, { bytes }] of bundleCases.entries()) put(`样${at}`, bytes);
  const app = await launchApp({ viewport: { width: 1366, height: 768 }, sticks: [stick] });
  const { page, library } = app;
  const told = new Map<ProblemCode, string>();
  const expectTold = (name: string, codes: readonly ProblemCode[], sentences: readonly string[]): void => {
    for (const code of codes) {
      const own = sentences.find((sentence) => says(code, sentence));
      expect(own, `${name}: ${code} in ${sentences.join(' | ')}`).toBeDefined();
      told.set(code, own ?? '');
    }
  };
  try {
    const before = contents(library);
    await page.keyboard.press('Control+4');
    await expect(list(page).getByRole('option').first()).toBeVisible();
    await list(page).focus();
    await page.keyboard.press('Home');
    for (const [at, { name, codes, valid }] of bundleCases.entries()) {
      await page.keyboard.press('Enter');
      expectTold(name, codes, await sentencesOf(page, `样${at}`));
      await expect(plan(page).getByRole('button', { name: /^导入/u })).toHaveCount(valid ? 1 : 0);
      if (!valid) await expect(plan(page).getByRole('button')).toHaveCount(0);
      await page.keyboard.press('ArrowDown');
    }
    expect(contents(library)).toEqual(before);

    // The sender is confirmed and its first bundle taken in; then come those that do not follow on it.
    for (const name of readdirSync(stick)) rmSync(join(stick, name));
    const { first, afterFirst } = orderCases;
    for (const { name, bytes } of [first, ...afterFirst.slice(1)]) put(name, bytes);
    await open(page, first.name);
    await plan(page).getByRole('button', { name: '核对一致，信任' }).click();
    await expect(plan(page).locator('.trust')).toHaveText('已核对');
    await plan(page).getByRole('button', { name: '导入 1 项' }).click();
    await expect(plan(page)).toContainText('已经导入过');
    const after = contents(library);
    for (const { name, code } of afterFirst) {
      expectTold(name, [code], await open(page, name));
      if (code === 'packets-missing') expect(told.get(code)).toContain('缺少第 2 包');
    }
    await page.screenshot({ path: 'test-results/damaged-key-changed.png' });
    expect(contents(library)).toEqual(after);

    // The third is taken all the same.
    await open(page, '跳号的第三包');
    await plan(page).getByRole('button', { name: '记为已收到' }).click();
    await expect(plan(page)).toContainText('已经导入过');

    const all = (Object.keys(problemTable) as ProblemCode[]).filter((code) => !notHere.includes(code));
    expect([...told.keys()].sort()).toEqual(all.sort());
    expect(new Set(told.values()).size).toBe(told.size);
  } finally {
    await app.close();
  }
});

/** Opens a bundle of the stick once the list shows it. */
async function open(page: Page, name: string): Promise<readonly string[]> {
  await list(page)
    .getByRole('option')
    .filter({ hasText: new RegExp(`^${name}\\.zbx`, 'u') })
    .click();
  return sentencesOf(page, name);
}
