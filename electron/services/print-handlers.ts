import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../../shared/app-error.js';
import { composeIssue } from '../../shared/layout/compose-issue.js';
import { layoutIssue } from '../../shared/layout/layout-issue.js';
import { withProofMarks } from '../../shared/layout/proof-marks.js';
import { resolvePageStyle } from '../../shared/layout/page-style-settings.js';
import { pagesToPrint } from '../../shared/print-pages.js';
import { writePdf } from '../../shared/writers/pdf/write-pdf.js';
import type { Handlers } from './call-handlers.js';
import type { AppOptions } from './app-options.js';
import { safeFileName } from './export-issue.js';
import { issueMeta } from './issue-meta.js';
import { beginStep } from './jobs.js';
import { loadPictures } from './pictures.js';
import { packFast } from './render-issue.js';
import { issueLabel } from './library/commit-deed.js';
import type { Library } from './library/library.js';
import { publicationsOf } from './publications.js';
import { proofOf } from './proof-of-issue.js';

/** Files made for printing: one folder at a time, gone when the next print begins or the program ends. */
export interface PrintFiles {
  write(name: string, bytes: Uint8Array): Promise<string>;
  clear(): Promise<void>;
}

export function createPrintFiles(parent: string = tmpdir()): PrintFiles {
  let folder: string | undefined;
  const clear = async (): Promise<void> => {
    const old = folder;
    folder = undefined;
    // A program may still hold its file open; the system clears its temporary files some day.
    if (old !== undefined) await rm(old, { recursive: true, force: true }).catch(() => undefined);
  };
  return {
    async write(name, bytes) {
      await clear();
      folder = await mkdtemp(join(parent, 'zhuanbao-print-'));
      const path = join(folder, name);
      await writeFile(path, bytes, { mode: 0o600 });
      return path;
    },
    clear,
  };
}

/** Calls that print the laid-out pages of an issue, never the window. */
export function createPrintHandlers(library: Library, files: PrintFiles, { clock, desktop, fonts }: AppOptions) {
  const laidOut = async (key: string) => {
    const { issue } = await library.getIssue(key);
    const style = resolvePageStyle((await publicationsOf(library)(issue)).pageStyle);
    return { issue, style, pages: layoutIssue(composeIssue(issue), style) };
  };
  return {
    'print.plan': async ({ key }) => ({ pages: (await laidOut(key)).pages.length, printers: [...(await desktop.printers())] }),
    'print.run': async ({ key, choice, copies, printer, proof }, job) => {
      await beginStep(job, '正在排版', 0, 3);
      const { issue, style, pages } = await laidOut(key);
      const chosen = pagesToPrint(pages.length, choice);
      if (typeof chosen === 'string') throw new AppError('bad-request', chosen);
      await beginStep(job, '正在生成 PDF', 1, 3);
      const pictures = await loadPictures(issue, library);
      const meta = issueMeta(issue);
      const marks = proofOf(issue, proof, clock);
      const marked = marks ? withProofMarks(pages, style, marks) : pages;
      const printed = chosen.flatMap((number) => marked[number - 1] ?? []);
      const path = await files.write(
        `${safeFileName(meta.title)}.pdf`,
        writePdf(printed, style, meta, fonts, { pack: packFast, pictures }),
      );
      await beginStep(job, printer === undefined ? '正在打开阅读器' : '正在交给打印机', 2, 3);
      if (printer === undefined) await handOver(() => desktop.open(path), noReader);
      else
        await handOver(
          () => desktop.print(path, printer, copies),
          `打印机“${printer}”没有接受这份文件。请检查打印机，或选“用阅读器打印”。`,
        );
      await library.note({ action: '打印', what: `${issueLabel(issue)}：${chosen.length} 页，${copies} 份` });
      return { pages: chosen.length };
    },
  } satisfies Partial<Handlers>;
}

/** Said where nothing here opens a PDF. */
export const noReader = '没有打开 PDF：本机没有能打开它的程序。可以先导出 PDF，再到别的电脑上打印。';

/** Hands a file to another program. @throws AppError print-failed with the sentence */
export async function handOver(work: () => Promise<void>, sentence: string): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw new AppError('print-failed', sentence, { cause: error });
  }
}
