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

/** What may still be read; parts of one package draw on the same. */
export interface XmlBudget {
  elements: number;
}

/** Why a part that may well be well-formed is not read. */
export class XmlFault extends Error {
  constructor(readonly kind: 'doctype' | 'depth' | 'large') {
    super(kind);
  }
}

/** Most elements have none; one map for all of them keeps large files small in memory. */
const noAttributes: ReadonlyMap<string, string> = new Map();

/**
 * Parses one part into a tree. Entities are never expanded: a part with a DOCTYPE is refused.
 * @throws XmlFault when it declares a DOCTYPE, nests too deep or holds too much; Error when it is not well-formed
 */
export function parseXml(text: string, budget: XmlBudget = { elements: Infinity }): XmlElement {
  const parser = new SaxesParser({ xmlns: false });
  const root: OpenElement = { name: '', attributes: new Map(), children: [] };
  const open: OpenElement[] = [root];
  const known = new Map<string, ReadonlyMap<string, string>>();
  parser.on('doctype', () => {
    throw new XmlFault('doctype');
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    if (open.length > maxDepth) throw new XmlFault('depth');
    budget.elements -= 1;
    if (budget.elements < 0) throw new XmlFault('large');
    const attributes = attributesOf(tag.attributes, known);
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

/** Attributes that come again share one map: most elements of a large file say what others say. */
const mostKnown = 10_000;

function attributesOf(
  written: Readonly<Record<string, string>>,
  known: Map<string, ReadonlyMap<string, string>>,
): ReadonlyMap<string, string> {
  const named = Object.entries(written);
  if (named.length === 0) return noAttributes;
  const key = named.map(([name, value]) => `${name}\0${value}`).join('\0');
  const found = known.get(key);
  if (found) return found;
  const made = new Map(named.map(([name, value]) => [localName(name), value]));
  if (known.size < mostKnown) known.set(key, made);
  return made;
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
