const allowedElements = new Set([
  'A',
  'B',
  'BLOCKQUOTE',
  'BR',
  'CODE',
  'DD',
  'DIV',
  'DL',
  'DT',
  'EM',
  'H1',
  'H2',
  'H3',
  'H4',
  'HR',
  'IMG',
  'KBD',
  'LI',
  'OL',
  'P',
  'PRE',
  'SECTION',
  'SPAN',
  'STRONG',
  'TABLE',
  'TBODY',
  'TD',
  'TH',
  'THEAD',
  'TR',
  'UL',
]);
const droppedElements = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'IFRAME', 'OBJECT', 'EMBED', 'SVG', 'MATH', 'LINK', 'META', 'TITLE']);
const allowedAttributes = new Set(['id', 'colspan', 'rowspan', 'alt']);

/** The body of an HTML text with plain elements only: no scripts, styles, handlers, or addresses outside the page. */
export function sanitizeHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  cleanChildren(body);
  return body.innerHTML;
}

function cleanChildren(parent: Element): void {
  for (const child of [...parent.children]) {
    const name = child.tagName.toUpperCase();
    if (droppedElements.has(name)) {
      child.remove();
      continue;
    }
    cleanChildren(child);
    if (allowedElements.has(name)) cleanAttributes(child);
    else child.replaceWith(...child.childNodes);
  }
}

function cleanAttributes(element: Element): void {
  for (const { name, value } of [...element.attributes]) {
    const isAnchor = name === 'href' && value.startsWith('#');
    const isOwnPicture = name === 'src' && element.tagName.toUpperCase() === 'IMG' && /^\/?assets\/[\w./-]+$/u.test(value);
    if (!allowedAttributes.has(name) && !isAnchor && !isOwnPicture) element.removeAttribute(name);
  }
}
