import { escapeMarkup } from '../../escape-markup.js';
import type { DocumentMeta } from '../document-meta.js';

/** The elements of `<head>` that carry `meta`. */
export function metaHtml(meta: DocumentMeta): string {
  const tag = (name: string, content: string): string => `<meta name="${name}" content="${escapeMarkup(content)}">`;
  return [
    `<title>${escapeMarkup(meta.title)}</title>`,
    tag('description', meta.subject),
    tag('author', meta.organ),
    tag('date', meta.date),
    tag('zhuanbao-digest', meta.digest),
  ].join('\n');
}
