import { PDFArray, PDFDocument, PDFHexString } from 'pdf-lib';
import { readMetaHtml } from '../../shared/writers/html/html-meta.js';
import { readOutlineHtml } from '../../shared/writers/html/outline.js';
import { writeOutline } from './pdf-outline.js';

/** Name of the program in the properties of a PDF. */
const creator = '专报编辑台';

/**
 * The PDF printed from a document, with its properties and outline filled from what that carries. Times and file identifier come from the issue, too, so
 * that the same issue printed by the same browser gives the same bytes.
 */
export async function finishPdf(bytes: Uint8Array, html: string): Promise<Uint8Array> {
  const meta = readMetaHtml(html);
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const day = new Date(/^\d{4}-\d{2}-\d{2}$/u.test(meta.date) ? `${meta.date}T00:00:00Z` : 0);
  pdf.setTitle(meta.title, { showInWindowTitleBar: true });
  pdf.setAuthor(meta.organ);
  pdf.setSubject(meta.subject);
  pdf.setKeywords(meta.digest === '' ? [] : [`sha256:${meta.digest}`]);
  pdf.setCreator(creator);
  pdf.setCreationDate(day);
  pdf.setModificationDate(day);
  pdf.setLanguage('zh-CN');
  writeOutline(pdf, readOutlineHtml(html));
  const identifier = PDFHexString.of(meta.digest.slice(0, 32).padEnd(32, '0'));
  const pair = PDFArray.withContext(pdf.context);
  pair.push(identifier);
  pair.push(identifier);
  pdf.context.trailerInfo.ID = pair;
  return pdf.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false });
}
