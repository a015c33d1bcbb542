import { mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { verifyBundle } from '../../electron/services/bundle/verify-bundle.js';
import { openLibrary } from '../../electron/services/library/library.js';
import { randomIds, systemClock } from '../../electron/services/system-ports.js';
import { decide } from '../../shared/submissions/edit-submission.js';
import { newSubmission } from '../../shared/submissions/new-submission.js';
import { draftArticle, numbered } from '../helpers/library-fixture.js';
import { freshFolder, launchApp } from './helpers/launch.js';

const unit = '示例区委宣传部';
const receivedAt = '2026-03-02T01:00:00.000Z';

/** Two issues of one year, and a manuscript with its original that was refused. */
async function filledLibrary(folder: string): Promise<string> {
  const library = await openLibrary({ folder, clock: systemClock, ids: randomIds });
  await library.add('issue', numbered(5));
  await library.add('issue', numbered(6));
  const bytes = Buffer.from('来稿原件');
  const original = { ...(await library.attach(bytes, '来稿.txt')), bytes: bytes.length };
  const sent = newSubmission({ id: 's1', article: draftArticle('宣讲进社区'), arrival: 'file', receivedAt, original });
  await library.add('submission', decide(sent, 'refused', '时效已过', receivedAt));
  await library.close();
  return folder;
}

const dialogOf = (page: Page) => page.locator('.ant-modal', { hasText: '导出交换包' });

async function openDialog(page: Page, kind: string): Promise<Locator> {
  await page.keyboard.press('Control+4');
  await page.getByRole('button', { name: '导出交换包…' }).click();
  const dialog = dialogOf(page);
  await dialog.getByRole('radio', { name: kind, exact: true }).check();
  return dialog;
}

/** Picks what goes in, where the kind asks. */
async function pick(page: Page, dialog: Locator, field: string, option: string): Promise<void> {
  await dialog.getByRole('combobox', { name: field }).click();
  await page.locator('.ant-select-item-option', { hasText: option }).click();
  await dialog.locator('.ant-modal-title').click();
}

/** Names the bundle, writes it, and sees what it is when it is read back. */
async function write(dialog: Locator, stick: string, name: string): Promise<unknown> {
  await dialog.getByLabel('文件名').fill(name);
  await dialog.getByRole('button', { name: '导出', exact: true }).click();
  await expect(dialog).toContainText('读回核对无误');
  await expect(dialog).toContainText('可以拔出“小盘”');
  await expect(dialog.getByRole('button', { name: '完成' })).toBeFocused();
  await dialog.page().keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  const { verdict, manifest } = await verifyBundle(join(stick, `${name}.zbx`), {
    judgeKey: () => ({ state: 'trusted', problems: [] }),
  });
  return [verdict.valid, manifest?.kind, manifest?.to, manifest?.counts.records, manifest?.counts.attachments];
}

test('every kind of bundle is chosen, looked at, written and may be pulled out; what stands in the way is told before', async () => {
  const stick = join(freshFolder(), '小盘');
  mkdirSync(stick);
  const app = await launchApp({
    library: await filledLibrary(join(freshFolder(), '资料库')),
    viewport: { width: 1366, height: 768 },
    sticks: [stick],
  });
  const { page } = app;
  try {
    let dialog = await openDialog(page, '期的改动');
    await pick(page, dialog, '期', '2023年第6期');
    await expect(dialog.getByRole('alert')).toContainText('还没有与别处交换过');
    await expect(dialog.getByRole('button', { name: '导出', exact: true })).toBeDisabled();
    await dialog.getByRole('radio', { name: '整期', exact: true }).check();
    await pick(page, dialog, '期', '2023年第6期');
    await expect(dialog.locator('.pack-contents')).toContainText('2023年第6期');
    await page.screenshot({ path: 'test-results/pack-issue.png' });
    expect(await write(dialog, stick, '甲')).toEqual([true, 'issue', '', 1, 0]);

    dialog = await openDialog(page, '年度归档');
    await pick(page, dialog, '年份', '2023年');
    await expect(dialog.locator('.pack-contents')).toContainText('包里有 2 项');
    await dialog.getByLabel('文件名').fill('甲');
    await expect(dialog.getByRole('alert')).toContainText('这里已有“甲.zbx”，不会覆盖');
    await expect(dialog.getByRole('button', { name: '导出', exact: true })).toBeDisabled();
    await page.screenshot({ path: 'test-results/pack-taken.png' });
    expect(await write(dialog, stick, '乙')).toEqual([true, 'archive', '', 2, 0]);

    dialog = await openDialog(page, '来稿');
    await pick(page, dialog, '来稿', '宣讲进社区');
    await expect(dialog.locator('.pack-contents')).toContainText('附原件 1 个');
    await dialog.getByLabel('发给').fill('示例市档案馆');
    expect(await write(dialog, stick, '丙')).toEqual([true, 'submission', '示例市档案馆', 1, 1]);

    dialog = await openDialog(page, '回执');
    await pick(page, dialog, '回执给哪个单位', unit);
    await expect(dialog.locator('.pack-contents')).toContainText('《宣讲进社区》不采用');
    await page.screenshot({ path: 'test-results/pack-receipt.png' });
    expect(await write(dialog, stick, '丁')).toEqual([true, 'receipt', unit, 1, 0]);

    dialog = await openDialog(page, '刊物与版式设置');
    await expect(dialog.locator('.pack-contents')).toContainText('包里有');
    expect(await write(dialog, stick, '戊')).toEqual([true, 'settings', '', expect.any(Number), 0]);

    // The issue is changed in the window; only then is there something to send of it.
    await page.keyboard.press('Control+2');
    await page.locator('.issue-open', { hasText: '第6期' }).click();
    await page.locator('.row-item').first().click();
    await page.getByRole('textbox', { name: '稿件正文' }).locator('[data-slate-node="element"]').nth(1).click();
    await page.keyboard.insertText('改过的');
    dialog = await openDialog(page, '期的改动');
    await pick(page, dialog, '期', '2023年第6期');
    await expect(dialog.locator('.pack-contents')).toContainText('包里有 1 项');
    expect(await write(dialog, stick, '己')).toEqual([true, 'increment', '', 1, 0]);

    // The stick is pulled out between choosing and writing.
    dialog = await openDialog(page, '整期');
    await expect(dialog.locator('.pack-contents')).toContainText('包里有 1 项');
    renameSync(stick, `${stick}拔出`);
    await dialog.getByLabel('文件名').fill('庚');
    await expect(dialog.getByRole('alert').first()).toContainText('U盘可能已被拔出');
    await page.screenshot({ path: 'test-results/pack-gone.png' });
    expect(readdirSync(`${stick}拔出`).sort()).toEqual(['丁', '丙', '乙', '己', '戊', '甲'].map((name) => `${name}.zbx`).sort());
  } finally {
    await app.close();
  }
});
