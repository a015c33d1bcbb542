import DOMPurify from 'dompurify';

const elements =
  'a b blockquote br code dd div dl dt em h1 h2 h3 h4 hr img kbd li ol p pre section span strong table tbody td th thead tr ul'.split(' ');
const attributes = ['id', 'colspan', 'rowspan', 'alt', 'href', 'src'];

/** Places inside the page, and the app's own pictures. */
const ownAddress = /^(?:#|\/?assets\/[\w./-]+$)/u;

/** The body of an HTML text with plain elements only: no scripts, styles, handlers, or addresses outside the page. */
export function cleanHtml(html: string): string {
  return DOMPurify.sanitize(html, {
    ALLOWED_TAGS: elements,
    ALLOWED_ATTR: attributes,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    ALLOWED_URI_REGEXP: ownAddress,
    ADD_URI_SAFE_ATTR: ['colspan', 'rowspan'],
  });
}
