import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportIssue, exportTargets } from '../../../electron/services/export-issue.js';
import { createRenderer, type Renderer } from '../../../electron/services/render-issue.js';
import { AppError } from '../../../shared/app-error.js';
import { defaultPageStyle } from '../../../shared/layout/page-style.js';
import type { ExportFormat } from '../../../shared/export-formats.js';
import { bundledShelf } from '../../helpers/font-shelf.js';
import { article, column, from, issue, lead, p } from '../../helpers/build-issue.js';

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'export-issue-'));
const opened = issue(column('经验交流', from(['示例区委宣传部'], article('示例区推进阅读进楼', p(lead('建强阵地。'), '设书架60处。')))));

/** Makes every format but PDF, which is whatever `draw` makes of it. */
function rendererThat(draw: () => Promise<Uint8Array>): Renderer {
  const renderer = createRenderer(defaultPageStyle, bundledShelf);
  return { render: (issue, format, signal) => (format === 'pdf' ? draw() : renderer.render(issue, format, signal)) };
}

function run(
  folder: string,
  formats: readonly ExportFormat[],
  draw: () => Promise<Uint8Array>,
  options: { overwrite?: boolean; signal?: AbortSignal; onStep?: (step: string) => void } = {},
) {
  const steps: string[] = [];
  const job = exportIssue(
    rendererThat(draw),
    { issue: opened, targets: exportTargets(folder, '专报', formats), overwrite: options.overwrite ?? false },
    {
      signal: options.signal ?? new AbortController().signal,
      report: (step, done, total) => {
        steps.push(`${step} ${done}/${total}`);
        options.onStep?.(step);
      },
    },
  );
  return { job, steps };
}

const pdfBytes = new TextEncoder().encode('%PDF-');

describe('exportIssue', () => {
  it('writes every format asked for and tells each step', async () => {
    const folder = newFolder();
    const { job, steps } = run(folder, ['docx', 'pdf', 'txt', 'html'], () => Promise.resolve(pdfBytes));
    expect((await job).map(({ format }) => format)).toEqual(['docx', 'pdf', 'txt', 'html']);
    expect(readdirSync(folder).sort()).toEqual(['专报.docx', '专报.html', '专报.pdf', '专报.txt']);
    expect(readFileSync(join(folder, '专报.html'), 'utf8')).not.toMatch(/https?:\/\/(?!www\.w3\.org)/u);
    expect(steps[0]).toBe('正在生成 Word 0/8');
    expect(steps.at(-1)).toBe('导出完成 8/8');
  });

  it('writes nothing when one format fails', async () => {
    const folder = newFolder();
    const { job } = run(folder, ['txt', 'pdf'], () => Promise.reject(new AppError('export-failed', '字体文件缺失。')));
    await expect(job).rejects.toMatchObject({ code: 'export-failed' });
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

  it.each([[['pdf', 'txt'] as const], [['txt', 'pdf'] as const]])('writes nothing after a cancel while %j are made', async (formats) => {
    const folder = newFolder();
    const controller = new AbortController();
    const { job } = run(
      folder,
      formats,
      () => {
        controller.abort(new AppError('cancelled', '已取消。'));
        return Promise.resolve(pdfBytes);
      },
      { signal: controller.signal },
    );
    await expect(job).rejects.toMatchObject({ code: 'cancelled' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('writes all or none: a cancel that comes while files are written is too late', async () => {
    const folder = newFolder();
    const controller = new AbortController();
    const onStep = (step: string): void =>
      step === '正在写入 纯文本' ? controller.abort(new AppError('cancelled', '已取消。')) : undefined;
    const { job } = run(folder, ['txt', 'html'], () => Promise.resolve(pdfBytes), { signal: controller.signal, onStep });
    await job;
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('gives the same bytes of Word for the same issue', async () => {
    const [left, right] = [newFolder(), newFolder()];
    for (const folder of [left, right]) await run(folder, ['docx'], () => Promise.resolve(pdfBytes)).job;
    expect(readFileSync(join(left, '专报.docx')).equals(readFileSync(join(right, '专报.docx')))).toBe(true);
  });
});
