import { basename, join } from 'node:path';
import { AppError } from '../../shared/app-error.js';
import type { Issue } from '../../shared/document/issue.js';
import { localDay } from '../../shared/document/local-day.js';
import { safeFileName } from './export-issue.js';
import { issueMeta } from './issue-meta.js';
import { encodeEnvelope } from './library/envelope.js';
import type { Renderer } from './render-issue.js';
import { writeExportFile } from './write-export-file.js';

/**
 * Writes an issue as it stands in the window into a folder of the editor's choice, whatever state the library is in: as
 * text and Word file, which can be imported again, and as the record itself. One that fails does not hold up the others.
 * @returns the paths written @throws AppError of the first failure when none was
 */
export async function writeWords(renderer: Renderer, issue: Issue, folder: string, now: Date): Promise<readonly string[]> {
  const name = safeFileName(`${issueMeta(issue).title}（${localTime(now)} 未存入资料库）`);
  const makers: readonly (readonly [string, () => Promise<Uint8Array>])[] = [
    ['txt', () => renderer.render(issue, 'txt', new AbortController().signal)],
    ['json', () => Promise.resolve(encodeEnvelope('zhuanbao-issue', issue, now.toISOString()).bytes)],
    ['docx', () => renderer.render(issue, 'docx', new AbortController().signal)],
  ];
  const written: string[] = [];
  let failure: unknown;
  for (const [ending, make] of makers) {
    try {
      const path = join(folder, `${name}.${ending}`);
      await writeExportFile(path, await make(), false);
      written.push(path);
    } catch (error) {
      failure ??= error;
    }
  }
  if (written.length === 0)
    throw failure instanceof AppError ? failure : new AppError('disk-failed', `“${basename(folder)}”写不进，请换一个文件夹。`);
  return written;
}

/** 2026-11-24 201530, by the clock of this machine. */
function localTime(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${localDay(now)} ${two(now.getHours())}${two(now.getMinutes())}${two(now.getSeconds())}`;
}
