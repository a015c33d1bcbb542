/** Files on their way into the library, in the real window. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { unzipSync, zipSync } from 'fflate';
import { buildDocx } from '../helpers/build-docx.js';
import { dropFile, dropFiles } from './helpers/input.js';
import { freshFolder, launchApp } from './helpers/launch.js';

const shots = resolve(import.meta.dirname, '../../test-results/import');
const sample = resolve(import.meta.dirname, '../../assets/sample/宣传信息专报-样例.txt');
mkdirSync(shots, { recursive: true });

/** A manuscript with a picture of so many bytes that its file crosses in several pieces. */
function heavyManuscript(): Uint8Array {
  const words = ['示例县推进书屋建设', '全县建成书屋60处。', '参加阅读的群众2万人次。'];
  const parts = unzipSync(buildDocx({ body: words.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('') }));
  return zipSync({ ...parts, 'word/media/image1.png': [new Uint8Array(randomBytes(2_500_000)), { level: 0 }] });
}

test('a file of several pieces comes over whole', async () => {
  const { page, close } = await launchApp({ home: freshFolder() });
  await expect(page.getByText('第14期').first()).toBeVisible();
  await dropFile(page, 'body', '长稿.docx', heavyManuscript());
  await expect(page.getByText('识别为单篇稿件“示例县推进书屋建设”')).toBeVisible({ timeout: 60_000 });
  await page.screenshot({ path: join(shots, 'long.png') });
  await page.getByRole('button', { name: '完成' }).click();
  await close();
});

/** Manuscripts of one thing done, and what comes of them. */
const plain = Array.from({ length: 25 }, (_, index) => ({
  name: `来稿${String(index + 1)}.txt`,
  text: `示例县抓好第${String(index + 1)}项工作\n\n　　近日，示例县建成书屋${String(index + 10)}处。\n`,
  says: `识别为单篇稿件“示例县抓好第${String(index + 1)}项工作”，已列入来稿。`,
}));
const sentence =
  '近日，示例区组织志愿者开展宣讲活动，走进社区、企业和学校，累计三百余场，覆盖群众两万三千余人，反响热烈，群众给予好评，下一步将继续推进这项工作。';
const mail = {
  name: '邮件.txt',
  text: ['示例区开展宣讲活动', '', ...(sentence.repeat(3).match(/.{1,25}/gu) ?? [])].join('\n'),
  says: '识别为单篇稿件“示例区开展宣讲活动”，已列入来稿。',
};
const printed = readFileSync(sample, 'utf8');
const failing = [
  { name: '空白.txt', text: '', says: '没有导入：文件是空的，没有可导入的内容。' },
  {
    name: '扫描.pdf',
    text: '%PDF-1.7\n',
    says: '没有导入：PDF 打不开，可能没有保存完整，没有导入。请重新取一份，或取它的 Word 原稿。',
  },
];
const asking = [
  {
    name: '第14期改.txt',
    text: printed.replace('示例区', '示例新区'),
    says: '识别为整期：宣传信息专报 2026年第14期。库中已有2026年第14期，内容不同，尚未导入。',
  },
  {
    name: '没有日期.txt',
    text: printed.replace('第14期', '第15期').replaceAll(/2026年10月\d+日/gu, ''),
    says: '识别为一期《宣传信息专报》，但报头里没有期号或日期，还没有存入。请核对下面的推测。',
  },
];

test('thirty files are one import: a line for each, failures first, what waits for a decision amber and unfolded, no other', async () => {
  // Thirty readings are thirty processes, one after another, on a machine that may be busy.
  test.setTimeout(600_000);
  const { page, close } = await launchApp({ home: freshFolder(), viewport: { width: 1366, height: 768 } });
  await expect(page.getByText('第14期').first()).toBeVisible();
  await dropFiles(page, 'body', [...plain, ...failing, mail, ...asking]);
  await expect(page.getByText('30 个文件：2 个没有导入，2 个要你决定，26 个已处理。')).toBeVisible({ timeout: 500_000 });
  // As wide as the window allows, so that a sentence stands in its line.
  expect((await page.getByRole('dialog', { name: '导入' }).boundingBox())?.width).toBeGreaterThan(1000);
  const lines = page.locator('.import-line');
  const states = page.locator('.import-line > summary');
  const shown = await lines.evaluateAll((all) =>
    all.map((line) => ({
      name: line.querySelector('summary .import-name')?.textContent,
      says: line.querySelector('summary .import-sentence')?.textContent,
      state: line.querySelector('summary')?.dataset['state'],
      isOpen: line.hasAttribute('open'),
    })),
  );
  const row = (state: string) => (file: { readonly name: string; readonly says: string }) => ({
    name: file.name,
    says: file.says,
    state,
    isOpen: state === 'decide',
  });
  expect(shown).toEqual([...failing.map(row('failed')), ...asking.map(row('decide')), ...[...plain, mail].map(row('done'))]);
  const colors = await states.evaluateAll((all) => all.map((each) => [each.dataset['state'], getComputedStyle(each).color]));
  const colorOf = (state: string) => new Set(colors.flatMap(([of, color]) => (of === state ? [color] : [])));
  const [failed, decide, done] = ['failed', 'decide', 'done'].map(colorOf);
  expect([failed?.size, decide?.size, done?.size, new Set(colors.map(([, color]) => color)).size]).toEqual([1, 1, 1, 3]);
  expect(colorOf('decide')).toEqual(new Set([await page.evaluate(amber)]));
  // How much there is to check of a file that is done is said in its line, without amber.
  await expect(lines.last().locator('summary .import-checks')).toHaveText('1 处请核对');
  await page.screenshot({ path: join(shots, 'thirty.png') });
  // The last one has the lines of a mail, joined and told: unfolded and left as they stand by keyboard alone.
  await states.last().press('Enter');
  await expect(lines.last()).toHaveAttribute('open', '');
  await expect(lines.last().getByText(/断行接成整段，请核对/u)).toBeVisible();
  await states.last().press('Control+z');
  await expect(lines.last().getByText(/断行接成整段，请核对/u)).toHaveCount(0);
  await expect(lines.last().getByRole('button', { name: '不接断行' })).toHaveCount(0);
  await page.getByRole('button', { name: '完成' }).click();
  expect(await close()).toBe(0);
});

/** The amber of the window, as a colour is told. */
function amber(): string {
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.color = 'var(--amber)';
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
