import { escapeHtml, unescapeHtml } from './escape-html.js';

/** What a written document says about itself. */
export interface HtmlMeta {
  readonly title: string;
  readonly subject: string;
  /** Printed as the author. */
  readonly organ: string;
  /** Day of the issue, `2022-07-28`. */
  readonly date: string;
  /** SHA-256 of the content in lower-case hex. */
  readonly digest: string;
}

const names: Readonly<Record<Exclude<keyof HtmlMeta, 'title'>, string>> = {
  subject: 'description',
  organ: 'author',
  date: 'date',
  digest: 'zhuanbao-digest',
};

/** The elements of `<head>` that carry `meta`. */
export function metaHtml(meta: HtmlMeta): string {
  const tag = (name: string, content: string): string => `<meta name="${name}" content="${escapeHtml(content)}">`;
  return [
    `<title>${escapeHtml(meta.title)}</title>`,
    tag(names.subject, meta.subject),
    tag(names.organ, meta.organ),
    tag(names.date, meta.date),
    tag(names.digest, meta.digest),
  ].join('\n');
}

/** Reads back what `metaHtml` wrote, for the properties of a PDF; empty strings where a part is absent. */
export function readMetaHtml(html: string): HtmlMeta {
  const content = (name: string): string => {
    const found = new RegExp(`<meta name="${name}" content="([^"]*)">`, 'u').exec(html);
    return unescapeHtml(found?.[1] ?? '');
  };
  return {
    title: unescapeHtml(/<title>([^<]*)<\/title>/u.exec(html)?.[1] ?? ''),
    subject: content(names.subject),
    organ: content(names.organ),
    date: content(names.date),
    digest: content(names.digest),
  };
}
