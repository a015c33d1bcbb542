import { deflateSync } from 'node:zlib';
import type { Issue } from '../../shared/document/issue.js';
import type { Publication } from '../../shared/document/publication.js';
import type { ExportFormat } from '../../shared/export-formats.js';
import type { FontShelf } from '../../shared/fonts/drawing-font.js';
import { composeIssue } from '../../shared/layout/compose-issue.js';
import { layoutIssue } from '../../shared/layout/layout-issue.js';
import type { Page } from '../../shared/layout/page.js';
import { resolvePageStyle } from '../../shared/layout/page-style-settings.js';
import type { PageStyle } from '../../shared/layout/page-style.js';
import type { DocxOptions } from '../../shared/word/write/write-docx.js';
import { issueMeta } from './issue-meta.js';

/** The system's own packing, several times as fast as a script's. */
export const packFast = (bytes: Uint8Array): Uint8Array => deflateSync(bytes);

/** What turns an issue into the bytes of one format. */
export interface Renderer {
  render(issue: Issue, format: ExportFormat, signal: AbortSignal): Promise<Uint8Array>;
}

/** One function per format; PDF is drawn from the same pages as the preview. A writer is loaded when it is first needed. */
export function createRenderer(style: PageStyle, fonts: FontShelf, docxOptions: DocxOptions = {}): Renderer {
  const encoder = new TextEncoder();
  const pages = (issue: Issue): readonly Page[] => layoutIssue(composeIssue(issue), style);
  const writers: Readonly<Record<ExportFormat, (issue: Issue, signal: AbortSignal) => Promise<Uint8Array>>> = {
    docx: async (issue) => {
      const { writeDocx } = await import('../../shared/word/write/write-docx.js');
      const blocks = composeIssue(issue);
      return writeDocx(blocks, style, issueMeta(issue), { ...docxOptions, pages: layoutIssue(blocks, style) });
    },
    pdf: async (issue) => {
      const { writePdf } = await import('../../shared/writers/pdf/write-pdf.js');
      return writePdf(pages(issue), style, issueMeta(issue), fonts, packFast);
    },
    txt: async (issue) => {
      const { writeText } = await import('../../shared/writers/text/write-text.js');
      return encoder.encode(writeText(composeIssue(issue)));
    },
    // A file that leaves this machine names installed faces only: the bundled ones are not there.
    html: async (issue) => {
      const { writeHtml } = await import('../../shared/writers/html/write-html.js');
      return encoder.encode(writeHtml(pages(issue), style, issueMeta(issue)));
    },
  };
  return { render: (issue, format, signal) => writers[format](issue, signal) };
}

/** A renderer that follows a publication's measures and font names. */
export function createPublicationRenderer({ pageStyle, faceSet }: Publication, fonts: FontShelf): Renderer {
  return createRenderer(resolvePageStyle(pageStyle), fonts, faceSet === undefined ? {} : { faceSet });
}
