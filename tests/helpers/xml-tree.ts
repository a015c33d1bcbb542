import { SaxesParser } from 'saxes';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Text directly inside, joined. */
  readonly text: string;
}

interface Growing extends XmlElement {
  children: XmlElement[];
  text: string;
}

/** Parses a document; throws on anything that is not well formed. */
export function parseXml(xml: string): XmlElement {
  const open: Growing[] = [];
  const roots: XmlElement[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Growing = { name, attributes, children: [], text: '' };
    (open.at(-1)?.children ?? roots).push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(xml).close();
  const [root] = roots;
  if (!root) throw new Error('empty document');
  return root;
}

/** The element and all below it, in document order. */
export function descendants(element: XmlElement): readonly XmlElement[] {
  return [element, ...element.children.flatMap(descendants)];
}

export function named(root: XmlElement, name: string): readonly XmlElement[] {
  return descendants(root).filter((element) => element.name === name);
}

/** One element or end a line, for goldens that can be read and compared. */
export function prettyXml(element: XmlElement, indent = ''): string {
  const attributes = Object.entries(element.attributes)
    .filter(([name]) => !name.startsWith('xmlns:') && name !== 'mc:Ignorable')
    .map(([name, value]) => ` ${name}="${escape(value)}"`)
    .join('');
  const text = element.text === '' ? '' : escape(element.text);
  if (element.children.length === 0) return `${indent}<${element.name}${attributes}${text === '' ? '/>' : `>${text}</${element.name}>`}\n`;
  const inside = element.children.map((child) => prettyXml(child, `${indent} `)).join('');
  return `${indent}<${element.name}${attributes}>${text}\n${inside}${indent}</${element.name}>\n`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
