/** The whole round on one stick: a unit writes, the office adopts and prints with a second PC, the unit reads its receipts. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { freshFolder, launchApp, type LaunchedApp } from './helpers/launch.js';

const viewport = { width: 1366, height: 768 };
let apps: LaunchedApp[] = [];

test.afterEach(async ({}, { status, expectedStatus }) => {
  if (status !== expectedStatus)
    await Promise.all(apps.map(({ page }, index) => page.screenshot({ path: `test-results/round-stopped-${index + 1}.png` })));
  await Promise.all(apps.map((app) => app.close()));
  apps = [];
});

const bar = (page: Page, text: string) => page.locator('.message-bar', { hasText: text });
const plan = (page: Page) => page.getByRole('region', { name: '导入计划' });
const surface = (page: Page) => page.getByRole('textbox', { name: '稿件正文' });
const manuscripts = (page: Page) => page.getByRole('listbox', { name: '稿件' }).getByRole('option');
const submissions = (page: Page) => page.getByRole('listbox', { name: '来稿' }).getByRole('option');

async function start(stick: string): Promise<Page> {
  const app = await launchApp({ viewport, sticks: [stick] });
  apps.push(app);
  // What does not come is told where it was waited for, not when the whole round is out of time.
  app.page.setDefaultTimeout(60_000);
  return app.page;
}

async function becomeUnit(page: Page): Promise<void> {
  await page.getByRole('button', { name: '转为投稿端' }).click();
  const said = { 单位: '示例区委宣传部', 信息员: '甲', 电话: '0532-1234567', 签发领导: '乙部长' };
  for (const [label, words] of Object.entries(said)) await page.getByLabel(label, { exact: true }).fill(words);
  await page.keyboard.press('Enter');
  await expect(page.getByText('还没有稿件')).toBeVisible();
}

/** Writes a manuscript in the unit's window by keys. */
async function compose(page: Page, title: string, text: string): Promise<void> {
  await page.keyboard.press('Control+n');
  await expect(page.locator('[role="option"][aria-selected="true"]')).toContainText('（无题）');
  await expect(surface(page)).not.toContainText('。');
  await expect(surface(page)).toBeFocused();
  await page.keyboard.insertText(title);
  await page.keyboard.press('Enter');
  await page.keyboard.insertText(text);
  await expect(page.getByRole('complementary', { name: '报送前检查' })).toContainText('可以报送');
  await expect(page.getByTestId('save-state')).toContainText('已核对');
}

/** Finishes the open dialog that packs, under a name. */
async function writeBundle(page: Page, dialogName: string, name: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: dialogName, exact: true });
  await expect(dialog.locator('.pack-contents')).toBeVisible();
  await dialog.getByLabel('文件名').fill(name);
  await dialog.getByRole('button', { name: '导出', exact: true }).click();
  await expect(dialog).toContainText('可以拔出“小盘”');
  await expect(dialog.getByRole('button', { name: '完成' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
}

async function packIssue(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+4');
  await page.getByRole('button', { name: '导出交换包…' }).click();
  await writeBundle(page, '导出交换包', name);
}

/** Opens a bundle of the stick and vouches for its sender where nobody did yet. */
async function open(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+4');
  const row = page.getByRole('listbox', { name: '交换包' }).getByRole('option').filter({ hasText: name });
  await row.click();
  await expect(plan(page)).toContainText(`${name}.zbx`);
  const trust = plan(page).getByRole('button', { name: '核对一致，信任' });
  if (await trust.isVisible()) await trust.click();
  await expect(plan(page)).toContainText('已核对');
}

async function take(page: Page, name: string, count: number): Promise<void> {
  await open(page, name);
  await plan(page)
    .getByRole('button', { name: `导入 ${count} 项` })
    .click();
  await expect(bar(page, `已导入 ${count} 项`)).toBeVisible();
}

/** Puts the cursor behind the last character of a paragraph. */
async function clickEnd(paragraph: Locator): Promise<void> {
  const { width = 0, height = 0 } = (await paragraph.boundingBox()) ?? {};
  await paragraph.click({ position: { x: width - 4, y: height - 8 } });
  await expect(surface(paragraph.page())).toBeFocused();
}

/** Writes at the end of the paragraph that holds some words. */
async function writeAfter(page: Page, words: string, added: string): Promise<void> {
  await page.keyboard.press('Control+1');
  await clickEnd(surface(page).locator('[data-slate-node="element"]', { hasText: words }));
  await page.keyboard.insertText(added);
  await expect(surface(page)).toContainText(`。${added}`);
  await page.keyboard.press('Control+s');
  await expect(page.getByTestId('save-state')).toContainText('已核对');
}

const told =
  '近日，示例区委宣传部组织百姓宣讲团走进社区、企业和学校，围绕群众关心的就业、养老、托育等问题面对面答疑，' +
  '累计开展宣讲三十六场，覆盖群众三千余人，收到意见建议一百二十条，已办结九十八条，群众满意度明显提高，有关做法在全区推广。';
const returned =
  '示例区新建城市书屋三十座，延长开放时间到晚上十点，配备无障碍设施和儿童阅读角，全年接待读者二十万人次，' +
  '举办读书分享会八十六场，带动周边商户参与阅读积分活动，十五分钟阅读圈基本形成，居民在家门口就能借书还书、参加活动，人均年阅读量由四本上升到六本。';

test('a unit writes, two office PCs edit and print, the unit is told and revises; nothing is lost', async () => {
  test.setTimeout(600_000);
  const stick = join(freshFolder(), '小盘');
  mkdirSync(stick);
  const [unit, office, second] = [await start(stick), await start(stick), await start(stick)];

  await test.step('the unit writes two manuscripts and exports them', async () => {
    await becomeUnit(unit);
    await compose(unit, '示例区百姓宣讲进万家', told);
    await compose(unit, '示例区城市书屋惠民生', returned);
    await unit.keyboard.press('Control+e');
    const dialog = unit.getByRole('dialog', { name: '报送', exact: true });
    await dialog.getByLabel('稿件').click();
    await unit.keyboard.insertText('宣讲');
    await unit.keyboard.press('Enter');
    await unit.keyboard.press('Escape');
    await expect(dialog.locator('.pack-contents')).toContainText('包里有 2 项');
    await writeBundle(unit, '报送', '来稿一');
    await expect(manuscripts(unit).filter({ hasText: '已报送' })).toHaveCount(2);
  });

  await test.step('the office imports, adopts one and sends the other back', async () => {
    await office.locator('.issue-row').first().hover();
    await office.getByRole('button', { name: /^复制 /u }).click();
    await expect(office.locator('.issue-row')).toHaveCount(2);
    await office.locator('.issue-open').first().click();
    await expect(office.locator('.header')).toContainText('第15期');
    await take(office, '来稿一', 2);
    await office.keyboard.press('Control+3');
    await expect(submissions(office)).toHaveCount(2);
    await submissions(office).filter({ hasText: '书屋' }).click();
    await office.getByRole('listbox', { name: '来稿' }).focus();
    await office.keyboard.press('4');
    await office.getByRole('combobox', { name: '理由' }).fill('请补充具体做法和数据');
    await office.keyboard.press('Enter');
    await expect(submissions(office).filter({ hasText: '退改' })).toContainText('请补充具体做法和数据');
    await submissions(office).filter({ hasText: '宣讲' }).click();
    await office.getByRole('listbox', { name: '来稿' }).press('Enter');
    await office.getByRole('menuitem').first().click();
    await expect(bar(office, '已编入')).toBeVisible();
    await writeAfter(office, '近日，示例区委宣传部', '编辑部核实。');
  });

  await test.step('a second PC takes the issue; both edit the same paragraph, and both wordings stay', async () => {
    await packIssue(office, '整期一');
    await open(second, '整期一');
    await plan(second).getByRole('button', { name: /^导入/u }).click();
    await expect(bar(second, '已导入')).toBeVisible();
    await second.keyboard.press('Control+2');
    await second.locator('.issue-open').first().click();
    await second.locator('.row-item', { hasText: '百姓宣讲' }).click();
    await writeAfter(second, '近日，示例区委宣传部', '二机所加。');
    await writeAfter(office, '近日，示例区委宣传部', '一机所加。');
    await packIssue(second, '整期二');
    await open(office, '整期二');
    await expect(plan(office)).toContainText('有 1 处要定');
    await expect(office.getByRole('radio', { name: '都保留' })).toBeChecked();
    await office.screenshot({ path: 'test-results/round-conflict.png' });
    await plan(office).getByRole('button', { name: '导入 1 项' }).click();
    await expect(bar(office, '已导入 1 项').last()).toBeVisible();
    await office.keyboard.press('Control+1');
    for (const words of ['编辑部核实。', '一机所加。', '二机所加。']) await expect(surface(office)).toContainText(words);
    await office.keyboard.press('Control+Shift+f');
    await office.locator('.search-field input').fill('机所加');
    await expect(office.locator('.search-list')).toContainText('一机所加');
    await expect(office.locator('.search-list')).toContainText('二机所加');
  });

  await test.step('the office prints the issue and exports the receipts', async () => {
    await office.keyboard.press('Control+1');
    await office.getByRole('button', { name: /本期状态/u }).click();
    await office.getByRole('menuitem', { name: '印发（锁定）' }).click();
    await office.getByRole('combobox', { name: '经手人' }).fill('张示例');
    await office.keyboard.press('Enter');
    await expect(office.getByRole('button', { name: /本期状态/u })).toHaveText(/印发/u);
    await office.keyboard.press('Control+4');
    await office.getByRole('button', { name: '导出交换包…' }).click();
    await office.getByRole('radio', { name: '回执' }).check();
    await office.getByLabel('回执给哪个单位').click();
    await office.keyboard.press('Enter');
    await writeBundle(office, '导出交换包', '回执一');
  });

  await test.step('the unit reads what became of them, with every change', async () => {
    await take(unit, '回执一', 2);
    await unit.keyboard.press('Control+9');
    await expect(unit.locator('.header')).toContainText('报送 2 篇，已答复 2 篇，采用 1 篇，采用率 50%');
    await manuscripts(unit).filter({ hasText: '宣讲' }).click();
    const answer = unit.getByRole('region', { name: '稿件', exact: true });
    await expect(answer).toContainText('修改采用');
    await expect(answer.locator('ins').filter({ hasText: '编辑部核实。' }).first()).toBeVisible();
    await expect(answer).toContainText('一机所加。');
    await expect(answer).toContainText('二机所加。');
    await unit.screenshot({ path: 'test-results/round-adopted.png' });
    await manuscripts(unit).filter({ hasText: '书屋' }).click();
    await expect(unit.getByRole('region', { name: '编辑部的意见' })).toContainText('请补充具体做法和数据');
    await unit.screenshot({ path: 'test-results/round-returned.png' });
  });

  await test.step('it revises and sends again under the same thread', async () => {
    await unit.getByRole('button', { name: '修改后重报' }).press('Enter');
    await expect(unit.getByRole('region', { name: '退改意见' })).toContainText('请补充具体做法和数据');
    await clickEnd(surface(unit).locator('[data-slate-node="element"]', { hasText: '示例区新建城市书屋' }));
    await unit.keyboard.insertText('其中社区共建十二座。');
    await expect(surface(unit)).toContainText('六本。其中社区共建十二座。');
    await unit.keyboard.press('Control+e');
    await writeBundle(unit, '报送', '来稿二');
    await take(office, '来稿二', 1);
    await office.keyboard.press('Control+3');
    await expect(submissions(office).filter({ hasText: '第2稿', hasNotText: '已重投' })).toContainText('待筛选');
    await expect(submissions(office)).toHaveCount(3);
    await expect(submissions(office).filter({ hasText: '已重投第2稿' })).toContainText('退改');
    await office.screenshot({ path: 'test-results/round-inbox.png' });
  });
});
