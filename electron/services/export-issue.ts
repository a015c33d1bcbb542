import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../shared/app-error.js';
import type { Issue } from '../../shared/document/issue.js';
import type { ExportFormat } from '../../shared/export-formats.js';
import type { Renderer } from './render-issue.js';
import { writeExportFile } from './write-export-file.js';

export interface ExportTarget {
  readonly format: ExportFormat;
  readonly path: string;
}

export interface ExportedFile extends ExportTarget {
  readonly bytes: number;
}

export interface ExportJob {
  readonly issue: Issue;
  readonly targets: readonly ExportTarget[];
  readonly overwrite: boolean;
  readonly signal: AbortSignal;
  /** Told before each step: what is done now, steps done, steps in all. */
  readonly onProgress: (step: string, done: number, total: number) => void;
}

/** How formats are called in messages. */
export const formatNames: Readonly<Record<ExportFormat, string>> = { docx: 'Word', pdf: 'PDF', txt: '纯文本', html: '网页' };

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
 * Renders every format first and writes only when all are ready, each file whole or not at all.
 * @throws AppError `export-exists` before anything is written when a file is there and `overwrite` is not set;
 *   `cancelled` when the signal fires
 */
export async function exportIssue(renderer: Renderer, job: ExportJob): Promise<readonly ExportedFile[]> {
  refuseExisting(job);
  const total = job.targets.length * 2;
  const rendered: { target: ExportTarget; bytes: Uint8Array }[] = [];
  for (const target of job.targets) {
    stopWhenCancelled(job.signal);
    job.onProgress(`正在生成 ${formatNames[target.format]}`, rendered.length, total);
    rendered.push({ target, bytes: await renderer.render(job.issue, target.format, job.signal) });
  }
  const files: ExportedFile[] = [];
  for (const { target, bytes } of rendered) {
    stopWhenCancelled(job.signal);
    job.onProgress(`正在写入 ${formatNames[target.format]}`, rendered.length + files.length, total);
    await writeExportFile(target.path, bytes, job.overwrite);
    files.push({ ...target, bytes: bytes.byteLength });
  }
  job.onProgress('导出完成', total, total);
  return files;
}

function refuseExisting({ targets, overwrite }: ExportJob): void {
  const present = overwrite ? undefined : targets.find(({ path }) => existsSync(path));
  if (present) throw new AppError('export-exists', `文件已存在：${present.path}。请改名，或确认覆盖。`);
}

function stopWhenCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new AppError('cancelled', '导出已取消，没有写入任何文件。');
}
