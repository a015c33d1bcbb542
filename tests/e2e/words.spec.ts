/** Words that the library does not take, and windows that die: nothing typed may be lost. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { openLibrary } from '../../electron/services/library/library.js';
import { randomIds, systemClock } from '../../electron/services/system-ports.js';
import { freshFolder, launchApp, type LaunchedApp } from './helpers/launch.js';

const opened: LaunchedApp[] = [];

async function launch(options: Parameters<typeof launchApp>[0] = {}): Promise<LaunchedApp> {
  const app = await launchApp({ viewport: { width: 1366, height: 768 }, ...options });
  opened.push(app);
  return app;
}

test.afterEach(() => {
  for (const app of opened.splice(0)) app.process.kill('SIGKILL');
});

/** Puts a file where the library was: from now on nothing can be read or written there. */
function breakLibrary({ library }: LaunchedApp): void {
  renameSync(library, `${library}-away`);
  writeFileSync(library, '');
}

function mendLibrary({ library }: LaunchedApp): void {
  rmSync(library);
  renameSync(`${library}-away`, library);
}

async function openSample(page: Page): Promise<void> {
  await page.locator('.issue-open').first().click();
  await expect(page.locator('.outline [data-item]').first()).toBeVisible();
}

const instruction = (page: Page) => page.getByLabel('框内文字');

/** Types into the box for the leaders' words, a plain field that every issue has. */
async function typeInstruction(page: Page, words: string): Promise<void> {
  await page.locator('.outline .row', { hasText: '领导批示' }).click();
  await instruction(page).fill(words);
}

/** Closes as the cross does; the question of the browser itself is left to the host. */
async function clickCross(page: Page): Promise<void> {
  page.on('dialog', () => undefined);
  await page.close({ runBeforeUnload: true });
}

const trouble = (page: Page) => page.getByText('本期未保存：');
const closingDialog = (page: Page) => page.getByRole('dialog', { name: '还有修改没有存进资料库' });

const saved = (page: Page) => page.getByTestId('save-state').filter({ hasText: '已保存' });

/** Ends the process that draws the page, as the system does when memory runs out. */
async function killPage(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.crash').catch(() => undefined);
}

function savedIssue({ library }: LaunchedApp): string {
  return readFileSync(join(library, '期', '2026', '2026-14.json'), 'utf8');
}

test('a window with words that cannot be saved stays and asks, and goes once they are saved', async () => {
  const app = await launch();
  await openSample(app.page);
  breakLibrary(app);
  await typeInstruction(app.page, '请示例区阅');
  await expect(trouble(app.page)).toBeVisible();
  await clickCross(app.page);
  await expect(closingDialog(app.page)).toBeVisible();
  await app.page.screenshot({ path: 'test-results/words-closing.png' });
  mendLibrary(app);
  const ended = new Promise((resolve) => app.process.once('exit', resolve));
  await closingDialog(app.page).getByRole('button', { name: '再试一次' }).click();
  await ended;
  expect(savedIssue(app)).toContain('请示例区阅');
});

test('the words on screen can be written elsewhere, and are offered again at the next start', async () => {
  const home = freshFolder();
  mkdirSync(join(home, '文档'));
  const app = await launch({ home });
  await openSample(app.page);
  breakLibrary(app);
  await typeInstruction(app.page, '请示例区阅');
  await expect(trouble(app.page)).toBeVisible();
  await clickCross(app.page);
  await closingDialog(app.page).getByRole('button', { name: '把现在的文字存到别处…' }).click();
  await app.page.getByRole('button', { name: '文档' }).click();
  await app.page.screenshot({ path: 'test-results/words-folder.png' });
  await app.page.getByRole('button', { name: '选定此文件夹' }).click();
  await expect(closingDialog(app.page).getByText('现在的文字已存到')).toBeVisible();
  await app.page.screenshot({ path: 'test-results/words-written.png' });
  const files = readdirSync(join(home, '文档')).sort();
  expect(files.map((name) => name.slice(name.lastIndexOf('.')))).toEqual(['.docx', '.json', '.txt']);
  for (const name of files.slice(1)) expect(readFileSync(join(home, '文档', name), 'utf8')).toContain('请示例区阅');
  const ended = new Promise((resolve) => app.process.once('exit', resolve));
  await closingDialog(app.page).getByRole('button', { name: '退出', exact: true }).click();
  await ended;
  mendLibrary(app);
  expect(savedIssue(app)).not.toContain('请示例区阅');

  const second = await launch({ home });
  const offer = second.page.getByText('2026年第14期有修改没有存进资料库');
  await expect(offer).toBeVisible();
  await second.page.screenshot({ path: 'test-results/words-offer.png' });
  await second.page.getByRole('button', { name: '恢复这些修改' }).click();
  await expect(second.page.getByText('已恢复2026年第14期的修改')).toBeVisible();
  expect(savedIssue(second)).toContain('请示例区阅');
  expect(await second.close()).toBe(0);
  const third = await launch({ home });
  await expect(third.page.getByText('第14期').first()).toBeVisible();
  await expect(third.page.getByText('有修改没有存进资料库')).toHaveCount(0);
  await third.close();
});

test('words typed just before closing, when the library no longer takes them, are offered at the next start', async () => {
  const home = freshFolder();
  const app = await launch({ home });
  await openSample(app.page);
  await expect(app.page.getByText('领导批示', { exact: true }).first()).toBeVisible();
  breakLibrary(app);
  await typeInstruction(app.page, '请示例区阅');
  await app.close();
  mendLibrary(app);
  const second = await launch({ home });
  await expect(second.page.getByText('2026年第14期有修改没有存进资料库')).toBeVisible();
});

test('a window whose page is killed comes back with what was on screen', async () => {
  const app = await launch();
  await openSample(app.page);
  await typeInstruction(app.page, '请示例区阅');
  await expect(saved(app.page)).toBeVisible();
  await killPage(app.page);
  const second = await app.reopened();
  await expect(instruction(second)).toHaveValue('请示例区阅');
  await typeInstruction(second, '请示例区再阅');
  await expect(saved(second)).toBeVisible();
  await killPage(second);
  await expect(instruction(await app.reopened())).toHaveValue('请示例区再阅');
  expect(await app.close()).toBe(0);
});

/** Another program takes the library over, as one does when this machine slept and its lock looked dead. */
function takeOver({ library }: LaunchedApp) {
  for (const name of readdirSync(join(library, '锁'))) rmSync(join(library, '锁', name));
  return openLibrary({ folder: library, clock: systemClock, ids: randomIds });
}

test('a window whose lock was taken over saves again once the other program has ended', async () => {
  const app = await launch();
  await openSample(app.page);
  const other = await takeOver(app);
  await typeInstruction(app.page, '请示例区阅');
  await expect(trouble(app.page)).toBeVisible();
  await expect(app.page.getByRole('button', { name: '把现在的文字存到别处…' })).toBeVisible();
  await other.close();
  await app.page.getByRole('button', { name: '再试一次' }).click();
  await expect(saved(app.page)).toBeVisible();
  await expect(trouble(app.page)).toHaveCount(0);
  expect(savedIssue(app)).toContain('请示例区阅');
  expect(await app.close()).toBe(0);
});

test('a window whose issue the other program changed meanwhile can save a copy', async () => {
  const app = await launch();
  await openSample(app.page);
  const other = await takeOver(app);
  const { issue, revision } = await other.getIssue('2026-14');
  await other.saveIssue('2026-14', { ...issue, instruction: '别处写的' }, revision);
  await other.close();
  await typeInstruction(app.page, '请示例区阅');
  await expect(trouble(app.page)).toBeVisible();
  expect(savedIssue(app)).toContain('别处写的');
  await app.page.getByRole('button', { name: '另存为副本' }).click();
  await expect(app.page.getByText('修改已另存为')).toBeVisible();
  expect(savedIssue(app)).toContain('别处写的');
  await expect(trouble(app.page)).toHaveCount(0);
  expect(await app.close()).toBe(0);
});
