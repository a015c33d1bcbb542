import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../shared/app-error.js';
import type { Issue } from '../../shared/document/issue.js';
import type { ExportFormat } from '../../shared/export-formats.js';
import { beginStep, type Job } from './jobs.js';
import type { Renderer } from './render-issue.js';
import { writeExportFile } from './write-export-file.js';

export interface ExportTarget {
  readonly format: ExportFormat;
  readonly path: string;
}

export interface ExportedFile extends ExportTarget {
  readonly bytes: number;
}

export interface ExportOrder {
  readonly issue: Issue;
  readonly targets: readonly ExportTarget[];
  readonly overwrite: boolean;
}

/** How formats are called in messages. */
export const formatNames: Readonly<Record<ExportFormat, string>> = { docx: 'Word', pdf: 'PDF', ofd: 'OFD', txt: '纯文本', html: '网页' };

/** A file name safe on every system: characters Windows forbids become full-width or go. */
export function safeFileName(name: string): string {
  const wide: Readonly<Record<string, string>> = {
    '<': '〈',
    '>': '〉',
    ':': '：',
    '"': '”',
    '/': '／',
    '\\': '＼',
    '|': '｜',
    '?': '？',
    '*': '＊',
  };
  const safe = [...name]
    .map((character) => wide[character] ?? character)
    .join('')
    .replace(/\p{Cc}/gu, '')
    .replace(/[. ]+$/u, '')
    .trim();
  if (/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/iu.test(safe)) return `_${safe}`;
  return safe === '' ? '专报' : safe;
}

export function exportTargets(folder: string, baseName: string, formats: readonly ExportFormat[]): readonly ExportTarget[] {
  return formats.map((format) => ({ format, path: join(folder, `${safeFileName(baseName)}.${format}`) }));
}

/**
 * Renders every format first and writes only when all are ready, each file whole or not at all. Once the first file is
 * being written it is too late to cancel: either none or all are there.
 * @throws AppError `export-exists` before anything is written when a file is there and `overwrite` is not set; `cancelled`
 */
export async function exportIssue(renderer: Renderer, order: ExportOrder, job: Job): Promise<readonly ExportedFile[]> {
  refuseExisting(order);
  const total = order.targets.length * 2;
  const rendered: { target: ExportTarget; bytes: Uint8Array }[] = [];
  for (const target of order.targets) {
    await beginStep(job, `正在生成 ${formatNames[target.format]}`, rendered.length, total);
    rendered.push({ target, bytes: await renderer.render(order.issue, target.format, job.signal) });
  }
  await beginStep(job, '正在写入', rendered.length, total);
  const files: ExportedFile[] = [];
  for (const { target, bytes } of rendered) {
    job.report(`正在写入 ${formatNames[target.format]}`, rendered.length + files.length, total);
    await writeExportFile(target.path, bytes, order.overwrite);
    files.push({ ...target, bytes: bytes.byteLength });
  }
  job.report('导出完成', total, total);
  return files;
}

function refuseExisting({ targets, overwrite }: ExportOrder): void {
  const present = overwrite ? undefined : targets.find(({ path }) => existsSync(path));
  if (present) throw new AppError('export-exists', `文件已存在：${present.path}。请改名，或确认覆盖。`);
}
