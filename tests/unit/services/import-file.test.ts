import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importFile, type ImportChoices } from '../../../electron/services/import-file.js';
import { duplicateIssue } from '../../../electron/services/issue-lifecycle.js';
import { issueMeta } from '../../../electron/services/issue-meta.js';
import type { Library } from '../../../electron/services/library/library.js';
import type { Reading, Recognition } from '../../../electron/services/ports.js';
import { randomIds, systemClock } from '../../../electron/services/system-ports.js';
import { withTemporaryFile } from '../../../electron/services/temporary-file.js';
import type { Issue } from '../../../shared/document/issue.js';
import { toIssueRecord } from '../../../shared/document/issue-record.js';
import { importLimitBytes } from '../../../shared/import-limits.js';
import { composeIssue } from '../../../shared/layout/compose-issue.js';
import { layoutIssue } from '../../../shared/layout/layout-issue.js';
import { defaultPageStyle } from '../../../shared/layout/page-style.js';
import { pagesAsText } from '../../../shared/layout/pages-as-text.js';
import { writeDocx } from '../../../shared/word/write/write-docx.js';
import { writeText } from '../../../shared/writers/text/write-text.js';
import { assetsFolder, openTestLibrary } from '../../helpers/open-test-library.js';
import { filesIn, getManuscript } from '../../helpers/library-fixture.js';
import { scanOf } from '../../helpers/printed-issues.js';
import { recognizeHere } from '../../helpers/recognize-here.js';
import { longIssue } from '../../helpers/sample-issue.js';
import { hasShared, sharedFile } from '../../helpers/shared-files.js';

const sampleName = '宣传信息专报-样例.txt';
const sample = new Uint8Array(readFileSync(join(assetsFolder, 'sample', sampleName)));
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

let library: Library;
let folder = '';

beforeEach(async () => {
  ({ library, folder } = await openTestLibrary());
});

afterEach(() => library.close());

const ports = { recognition: recognizeHere, ids: randomIds, clock: systemClock };

const take = (name: string, bytes: Uint8Array, whenExists: 'leave' | 'replace' = 'leave') =>
  withTemporaryFile(name, bytes, (file) => importFile(library, ports, file, { whenExists }));

/** The same as the editor says it is to be taken. */
const takeAs = (bytes: Uint8Array, reading: Reading, choices: Partial<ImportChoices> = {}) =>
  withTemporaryFile('甲.txt', bytes, (file) => importFile(library, ports, { ...file, reading }, { whenExists: 'leave', ...choices }));

describe('importFile', () => {
  it('recognises the sample issue and adds it under its key', async () => {
    expect(await take(sampleName, sample)).toMatchObject({
      kind: 'issue',
      key: '2026-14',
      outcome: 'added',
      warnings: [],
      inferredLeads: 0,
    });
    const { issue } = await library.getIssue('2026-14');
    expect(issue.columns.map(({ name, items }) => [name, items.length])).toEqual([
      ['工作动态', 1],
      ['经验交流', 4],
      ['简 讯', 2],
    ]);
    expect(issue.columns[1]?.items[0]).toMatchObject({ title: '示例区“三个一线”推动文明实践\n走深走实', sources: ['示例区委宣传部'] });
  });

  it('keeps the original of an issue and notes in the issue which it is', async () => {
    await take(sampleName, sample);
    const { issue } = await library.getIssue('2026-14');
    expect(issue.origin?.file).toBe(sampleName);
    expect(Buffer.from((await library.getAttachment(issue.origin?.sha256 ?? '')) ?? [])).toEqual(Buffer.from(sample));
    const { key } = await duplicateIssue(library, '2026-14');
    expect((await library.getIssue(key)).issue).not.toHaveProperty('origin');
  });

  it('changes nothing when the same issue comes again, and asks before it replaces another', async () => {
    await take(sampleName, sample);
    expect(await take('再来.txt', sample)).toMatchObject({ outcome: 'unchanged' });
    const edited = encode(new TextDecoder().decode(sample).replace('李样本', '王样本'));
    expect(await take('改过.txt', edited)).toMatchObject({ outcome: 'exists' });
    expect((await library.getIssue('2026-14')).issue.imprint.editor).toBe('李样本');
    expect(await take('改过.txt', edited, 'replace')).toMatchObject({ outcome: 'replaced' });
    expect((await library.getIssue('2026-14')).issue.imprint.editor).toBe('王样本');
  });

  it('reads GB18030 as it reads UTF-8', async () => {
    const gb = Buffer.from('d0fbb4abd0c5cfa2d7a8b1a80d0ab5da35c6da0d0a', 'hex');
    expect(await take('旧编码.txt', gb)).toMatchObject({ title: expect.stringContaining('宣传信息专报') as string });
  });

  it('keeps a text that is no issue as a draft, and says what it kept', async () => {
    const report = await take('来稿.txt', encode('甲县夏收宣传经验材料\n一、基本情况\n甲县组织宣讲30场。\n（一）做法\n坚持上门宣讲。\n'));
    expect(report).toMatchObject({ kind: 'article', outcome: 'added', title: '甲县夏收宣传经验材料' });
    expect(report.warnings).toEqual(['没有找到来源单位，标题开头的“甲县”可能就是。', '标题层次“一、”“（一）”已保留。']);
    const { article } = await getManuscript(library, report.submissionId ?? '');
    expect(article.paragraphs.filter(({ level }) => level !== undefined).map(({ level, text }) => [level, text])).toEqual([
      [1, '一、基本情况'],
      [2, '（一）做法'],
    ]);
  });

  it.each([
    ['报告.pdf', encode('%PDF-1.7 …')],
    ['老文件.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0])],
    ['图.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])],
    ['包.zip', zipSync({ '甲.txt': encode('甲') })],
    ['空.txt', new Uint8Array()],
    ['只有空行.txt', encode('\uFEFF \n\n\t\n')],
    ['~$稿.docx', new Uint8Array(162).fill(3)],
    ['大.txt', new Uint8Array(importLimitBytes + 1).fill(0x41)],
    ['乱码.txt', Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256)],
  ])('refuses %s in Chinese and leaves the library as it was', async (name, bytes) => {
    await expect(take(name, bytes)).rejects.toMatchObject({
      name: 'AppError',
      message: expect.stringMatching(/[\u4e00-\u9fff].*。$/u) as string,
    });
    const { issues, submissions, trash } = await library.list();
    expect([...issues, ...submissions, ...trash]).toEqual([]);
  });
});

describe('what the editor says of a file', () => {
  const undated = encode(new TextDecoder().decode(sample).replace(/2026 ?年 ?10 ?月 ?20 ?日/u, ''));
  const several = encode(
    ['示例区书香巷里读书忙', '示例区建成书房六处，藏书两万册，每日接待读者三千人次，反映良好。', '（示例区委宣传部 王小明）'].join('\n') +
      ['\n甲县送戏下乡进村头', '甲县组织院团送戏下乡四十场，参加群众达两万余人次，丰富了生活。', '（甲县文旅局）'].join('\n'),
  );

  it('is asked for where the masthead has no date: nothing is written, no key made from a guess', async () => {
    const report = await take('无日期.txt', undated);
    expect(report).toMatchObject({ kind: 'issue', outcome: 'asks', guess: { number: 14 } });
    expect(report.key).toBeUndefined();
    expect((await library.list()).issues).toEqual([]);
    const place = { number: 15, date: '2031-03-04' };
    expect(await takeAs(undated, { as: 'issue' }, { place })).toMatchObject({ outcome: 'added', key: '2031-15' });
  });

  it('makes manuscripts of an issue, and asks for the place of a manuscript that is to be an issue', async () => {
    expect(await takeAs(sample, { as: 'article' }, { isOne: true })).toMatchObject({ kind: 'article', outcome: 'added' });
    expect(await takeAs(several, { as: 'issue' })).toMatchObject({ kind: 'issue', outcome: 'asks' });
    expect((await library.list()).issues).toEqual([]);
  });

  it('parts a file of several manuscripts, each with its source and writer, unless it is one', async () => {
    const { parts = [], submissionId } = await take('两篇.txt', several);
    expect(parts.map(({ title }) => title)).toEqual(['示例区书香巷里读书忙', '甲县送戏下乡进村头']);
    expect(submissionId).toBe(parts[0]?.submissionId);
    const [first, second] = await Promise.all(parts.map((part) => getManuscript(library, part.submissionId)));
    expect([first?.unitName, first?.author, second?.unitName]).toEqual(['示例区委宣传部', '王小明', '甲县文旅局']);
    expect(first?.original).toEqual(second?.original);
    expect(first?.article.origin).toMatchObject({ file: '两篇.txt', sha256: first?.original?.sha256 });
    const one = await takeAs(several, {}, { isOne: true });
    expect([one.parts, (await library.list()).submissions.length]).toEqual([undefined, 3]);
  });
});

describe('a file that cannot be taken', () => {
  const filesOf = async () => (await filesIn(folder)).filter((file) => /附件|来稿|期刊/u.test(file));

  it('leaves nothing behind, no attachment either', async () => {
    await expect(take('坏.docx', zipSync({ '[Content_Types].xml': encode('<a/>') }))).rejects.toMatchObject({ code: 'file-broken' });
    expect(await filesOf()).toEqual([]);
    await take('好.txt', encode('甲县材料\n近日，甲县宣讲。\n'));
    expect((await filesOf()).length).toBeGreaterThan(0);
  });

  it('is not taken when the editor cancels as it has just been read', async () => {
    const controller = new AbortController();
    const recognition: Recognition = {
      ...recognizeHere,
      recognize: async (file) => {
        controller.abort();
        return recognizeHere.recognize(file);
      },
    };
    const cancelled = withTemporaryFile('甲.txt', encode('甲县材料\n'), (file) =>
      importFile(library, { ...ports, recognition }, file, { whenExists: 'leave' }, { signal: controller.signal }),
    );
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
    expect(await filesOf()).toEqual([]);
  });

  it('is not taken when it changed while it was read, or is gone', async () => {
    const recognition: Recognition = {
      ...recognizeHere,
      recognize: async (file) => {
        const read = await recognizeHere.recognize(file);
        await writeFile(file.path, '别的字');
        return read;
      },
    };
    const changed = withTemporaryFile('甲.txt', encode('甲县材料\n'), (file) =>
      importFile(library, { ...ports, recognition }, file, { whenExists: 'leave' }),
    );
    await expect(changed).rejects.toMatchObject({ code: 'file-broken', message: expect.stringMatching(/^甲\.txt：.*改动/u) as string });
    await expect(
      importFile(library, ports, { path: join(folder, '没有'), name: '没有.txt' }, { whenExists: 'leave' }),
    ).rejects.toMatchObject({
      code: 'file-broken',
    });
    expect(await filesOf()).toEqual([]);
  });
});

describe('importing a scan', () => {
  const pagesOf = (issue: Issue): unknown => pagesAsText(layoutIssue(composeIssue(issue), defaultPageStyle));

  it('joins the paragraphs its page ends cut', async () => {
    const report = await take('扫描件.txt', encode(scanOf(longIssue)));
    expect(report.warnings).toEqual([]);
    expect(pagesOf((await library.getIssue(report.key ?? '')).issue)).toEqual(pagesOf(longIssue));
  });
});

describe('importing what was exported', () => {
  const seeds = hasShared ? ['issue-2022-10.txt', 'issue-2022-13.txt'].map((name) => sharedFile('seeds', name)) : [];

  /** What is printed of an issue: bold type says no guess, and the file it came from is another each time. */
  const printedOf = (issue: Issue): unknown =>
    JSON.parse(JSON.stringify(toIssueRecord(issue), (key, value: unknown) => (['leadInferred', 'file'].includes(key) ? undefined : value)));

  it.each([join(assetsFolder, 'sample', sampleName), ...seeds])('gives the same issue from Word and text of %s', async (path) => {
    const { key = '' } = await take('甲.txt', new Uint8Array(readFileSync(path)));
    const { issue } = await library.getIssue(key);
    const blocks = composeIssue(issue);
    const before = printedOf(issue);
    await take('甲.docx', await writeDocx(blocks, defaultPageStyle, issueMeta(issue)), 'replace');
    expect(printedOf((await library.getIssue(key)).issue)).toEqual(before);
    await take('甲2.txt', encode(writeText(blocks)), 'replace');
    expect(printedOf((await library.getIssue(key)).issue)).toEqual(before);
  });
});
