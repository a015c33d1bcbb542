import { randomUUID } from 'node:crypto';
import { BrowserWindow, session as sessions, type PrintToPDFOptions, type Session } from 'electron';
import { AppError } from '../../../shared/app-error.js';
import type { PdfPrinter } from '../../services/ports.js';
import { finishPdf } from '../finish-pdf.js';
import { answerFromDisk, chromiumOrigin, type ServedFolders } from '../serve-files.js';
import { printWindowOptions } from './window-options.js';

/** The page size is the document's own, and the PDF carries tags; its outline is written afterwards. */
export const printOptions: PrintToPDFOptions = {
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
};

/** Documents to be printed name the app's files by the origin they have in both hosts. */
const documentUrl = `${chromiumOrigin}/print.html`;

/** A printed document runs no script of its own. */
const documentHeaders = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:",
};

/** Prints in a hidden sandboxed window whose session answers only the document and the app's own files. */
export function createElectronPrinter(folders: ServedFolders): PdfPrinter {
  return {
    async print(html, signal) {
      signal.throwIfAborted();
      const partition = `print-${randomUUID()}`;
      servePrintSession(sessions.fromPartition(partition), html, folders);
      const window = new BrowserWindow(printWindowOptions(partition));
      const stop = (): void => window.destroy();
      signal.addEventListener('abort', stop, { once: true });
      try {
        await window.loadURL(documentUrl);
        await window.webContents.executeJavaScript('document.fonts.ready.then(() => undefined)');
        const printed = await window.webContents.printToPDF(printOptions);
        return await finishPdf(new Uint8Array(printed), html);
      } catch (error) {
        if (signal.aborted) throw new AppError('cancelled', '已取消导出。', { cause: error });
        throw new AppError('export-failed', 'PDF 没有生成，请再试一次；仍不行时可先导出 Word。', { cause: error });
      } finally {
        signal.removeEventListener('abort', stop);
        if (!window.isDestroyed()) window.destroy();
      }
    },
  };
}

function servePrintSession(session: Session, html: string, folders: ServedFolders): void {
  session.protocol.handle('https', async ({ method, url }) => {
    if (url === documentUrl) return new Response(html, { headers: documentHeaders });
    if (new URL(url).origin !== chromiumOrigin) return new Response(null, { status: 404 });
    const { status, headers, body } = await answerFromDisk(method, url, folders);
    return new Response(status === 200 ? body : null, { status, headers });
  });
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !/^(https:\/\/zhuanbao\.invalid\/|data:)/.test(details.url) }));
}
