import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportIssue, exportTargets } from '../../../electron/services/export-issue.js';
import { exportWarnings } from '../../../electron/services/export-warnings.js';
import type { PdfPrinter } from '../../../electron/services/ports.js';
import { createRenderer } from '../../../electron/services/render-issue.js';
import { AppError } from '../../../shared/app-error.js';
import { composeIssue } from '../../../shared/layout/compose-issue.js';
import { layoutIssue } from '../../../shared/layout/layout-issue.js';
import { defaultPageStyle } from '../../../shared/layout/page-style.js';
import type { ExportFormat } from '../../../shared/export-formats.js';
import { article, column, from, issue, lead, p } from '../../helpers/build-issue.js';

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'export-issue-'));
const opened = issue(column('经验交流', from(['示例区委宣传部'], article('示例区推进阅读进楼', p(lead('建强阵地。'), '设书架60处。')))));

/** Prints nothing but remembers what it was given. */
function printerThat(print: PdfPrinter['print']): PdfPrinter {
  return { print };
}

function run(
  folder: string,
  formats: readonly ExportFormat[],
  print: PdfPrinter['print'],
  options: { overwrite?: boolean; signal?: AbortSignal } = {},
) {
  const steps: string[] = [];
  const job = exportIssue(createRenderer(defaultPageStyle, printerThat(print)), {
    issue: opened,
    targets: exportTargets(folder, '专报', formats),
    overwrite: options.overwrite ?? false,
    signal: options.signal ?? new AbortController().signal,
    onProgress: (step, done, total) => steps.push(`${step} ${done}/${total}`),
  });
  return { job, steps };
}

const pdfBytes = new TextEncoder().encode('%PDF-');

describe('exportIssue', () => {
  it('writes every format asked for and tells each step', async () => {
    const folder = newFolder();
    let html = '';
    const { job, steps } = run(folder, ['docx', 'pdf', 'txt', 'html'], (given) => {
      html = given;
      return Promise.resolve(pdfBytes);
    });
    expect((await job).map(({ format }) => format)).toEqual(['docx', 'pdf', 'txt', 'html']);
    expect(readdirSync(folder).sort()).toEqual(['专报.docx', '专报.html', '专报.pdf', '专报.txt']);
    expect(html).toContain('示例区推进阅读进楼');
    expect(readFileSync(join(folder, '专报.html'), 'utf8')).not.toMatch(/https?:\/\/(?!www\.w3\.org)/u);
    expect(steps[0]).toBe('正在生成 Word 0/8');
    expect(steps.at(-1)).toBe('导出完成 8/8');
  });

  it('writes nothing when one format fails', async () => {
    const folder = newFolder();
    const { job } = run(folder, ['txt', 'pdf'], () => Promise.reject(new AppError('printer-missing', '没有可用的浏览器。')));
    await expect(job).rejects.toMatchObject({ code: 'printer-missing' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('writes nothing when a file is there and overwriting was not agreed to', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, '专报.pdf'), '旧');
    await expect(run(folder, ['txt', 'pdf'], () => Promise.resolve(pdfBytes)).job).rejects.toMatchObject({ code: 'export-exists' });
    expect(readdirSync(folder)).toEqual(['专报.pdf']);
    await run(folder, ['txt', 'pdf'], () => Promise.resolve(pdfBytes), { overwrite: true }).job;
    expect(readFileSync(join(folder, '专报.pdf'), 'utf8')).toBe('%PDF-');
  });

  it('writes nothing after a cancel', async () => {
    const folder = newFolder();
    const controller = new AbortController();
    const { job } = run(
      folder,
      ['pdf', 'txt'],
      () => {
        controller.abort();
        return Promise.resolve(pdfBytes);
      },
      { signal: controller.signal },
    );
    await expect(job).rejects.toMatchObject({ code: 'cancelled' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('gives the same bytes of Word for the same issue', async () => {
    const [left, right] = [newFolder(), newFolder()];
    for (const folder of [left, right]) await run(folder, ['docx'], () => Promise.resolve(pdfBytes)).job;
    expect(readFileSync(join(left, '专报.docx')).equals(readFileSync(join(right, '专报.docx')))).toBe(true);
  });
});

describe('exportWarnings', () => {
  const warningsOf = (value: typeof opened): string => exportWarnings(value, layoutIssue(composeIssue(value), defaultPageStyle)).join('\n');

  it('names empty fields, guessed leads, differing titles and rare characters', () => {
    const rare = issue(column('经验交流', article('馆长𠮷某介绍', p('宋喆、王堃介绍经验。'))));
    const item = rare.columns[0]?.items[0];
    const troubled = {
      ...rare,
      imprint: { ...rare.imprint, editor: '' },
      columns: rare.columns.map((each) => ({
        ...each,
        items: item
          ? [{ ...item, coverTitle: '别的标题', paragraphs: [{ id: 'p9', lead: '句。', leadInferred: true as const, text: '喆' }] }]
          : [],
      })),
    };
    const warnings = warningsOf(troubled);
    expect(warnings).toContain('报尾未填：编辑。');
    expect(warnings).toContain('有 1 处段首句是推断的');
    expect(warnings).toContain('目录与正文标题不一致');
    expect(warnings).toContain('自带的仿宋没有“喆”，本机没有装含此字的仿宋时以楷体代替。');
  });

  it('says once for each pair of faces which characters are lent, after those that cannot be drawn', () => {
    const rare = issue(column('经验交流', from(['甲县'], article('甲县介绍经验', p('李喆、王堃、赵垚、李喆和\u{1f600}介绍经验。')))));
    expect(warningsOf(rare).split('\n')).toEqual([
      '没有字体能显示“\u{1f600}”（U+1F600），印出来会是空框。',
      '自带的仿宋没有“喆、堃、垚”3个字，本机没有装含这些字的仿宋时以楷体代替。',
    ]);
  });

  it('has nothing to say of a complete issue', () => {
    expect(warningsOf(opened)).toBe('');
  });
});
