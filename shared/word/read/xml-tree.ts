import { SaxesParser } from 'saxes';

/** An element of a Word part. Names are local names: transitional, strict and WPS spellings of a namespace read alike. */
export interface XmlElement {
  readonly name: string;
  /** By local name; `w:val` and `val` are the same. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[];
}

/** Deeper nesting than any word processor writes; only hostile files have it. */
const maxDepth = 400;

/**
 * Parses one part into a tree. Entities are never expanded: a part with a DOCTYPE is refused.
 * @throws Error when the part is not well-formed, nests too deep, or declares a DOCTYPE
 */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: false });
  const root: OpenElement = { name: '', attributes: new Map(), children: [] };
  const open: OpenElement[] = [root];
  parser.on('doctype', () => {
    throw new Error('doctype');
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    if (open.length > maxDepth) throw new Error('depth');
    const attributes = new Map(Object.entries(tag.attributes).map(([name, value]) => [localName(name), value]));
    const element: OpenElement = { name: localName(tag.name), attributes, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('text', (content) => {
    open.at(-1)?.children.push(content);
  });
  parser.write(text).close();
  const top = elements(root)[0];
  if (!top) throw new Error('empty');
  return top;
}

/** Child elements, all or those of one name. */
export function elements(parent: XmlElement | undefined, name?: string): readonly XmlElement[] {
  const found = parent?.children.filter((child): child is XmlElement => typeof child !== 'string') ?? [];
  return name === undefined ? found : found.filter((child) => child.name === name);
}

/** First child element of a name. */
export function child(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return elements(parent, name)[0];
}

/** `val` of a child element, the way Word stores most properties. */
export function childValue(parent: XmlElement | undefined, name: string): string | undefined {
  return child(parent, name)?.attributes.get('val');
}

/** All text below an element. */
export function innerText(element: XmlElement): string {
  return element.children.map((node) => (typeof node === 'string' ? node : innerText(node))).join('');
}

/** Whether an on/off property is on: present without a value, or with one that is not false, 0 or off. */
export function isOn(property: XmlElement): boolean {
  return !['0', 'false', 'off', 'none'].includes(property.attributes.get('val') ?? 'true');
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
