/**
 * What a paragraph and its words look like once everything that speaks of them has spoken, as Word does it: the defaults
 * of the document, the styles from the oldest ancestor on, the list, and what is set on the spot (ECMA-376 part 1, 17.7.2).
 */
import type { WordPackage } from './open-package.js';
import { child, childValue, elements, isOn, type XmlElement } from './xml-tree.js';

/** One property as it stands in the end: its attributes by local name, and which layer spoke last. */
export interface Property {
  readonly attributes: ReadonlyMap<string, string>;
  /** In Chinese, for an editor: 样式“正文”, 直接格式, 文档默认. */
  readonly from: string;
}

export type Properties = ReadonlyMap<string, Property>;

export interface Formatting {
  /** Properties of a paragraph (`pPr`). */
  paragraph(properties: XmlElement | undefined): Properties;
  /** Properties of words (`rPr`) in a paragraph. */
  run(paragraph: XmlElement | undefined, properties: XmlElement | undefined): Properties;
  /** What the theme calls the face of a slot such as `minorEastAsia`. */
  themeFace(slot: string): string | undefined;
  styleName(properties: XmlElement | undefined): string;
}

/** Properties whose attributes are laid over each other; of all others the last one counts as a whole. */
const merged = new Set(['ind', 'spacing', 'rFonts', 'pBdr']);
/** Setting one of them takes away what stood under the others; twips leave an indent in characters, which Word heeds first. */
const rivals: Readonly<Record<string, readonly string[]>> = {
  firstLine: ['hanging', 'hangingChars'],
  firstLineChars: ['hanging', 'hangingChars'],
  hanging: ['firstLine', 'firstLineChars', 'hangingChars'],
  hangingChars: ['firstLine', 'firstLineChars'],
  eastAsia: ['eastAsiaTheme'],
  eastAsiaTheme: ['eastAsia'],
  ascii: ['asciiTheme'],
  asciiTheme: ['ascii'],
};
/** A style of words turns these over rather than setting them (17.7.3). */
const toggles: ReadonlySet<string> = new Set(['b', 'i', 'strike', 'vanish', 'caps', 'smallCaps']);

/** Styles asked on the way up; a chain that is longer or closes on itself says no more. */
const longestChain = 100;

interface Layer {
  readonly from: string;
  readonly paragraph: XmlElement | undefined;
  readonly run: XmlElement | undefined;
}

/** Reads what a package says of looks. */
export function readFormatting(word: WordPackage): Formatting {
  const styles = word.part('styles');
  const defaults = child(styles, 'docDefaults');
  const base: Layer = {
    from: '文档默认',
    paragraph: child(child(defaults, 'pPrDefault'), 'pPr'),
    run: child(child(defaults, 'rPrDefault'), 'rPr'),
  };
  const chainOf = styleChains(styles);
  const listLayer = listLayers(word.part('numbering'));
  let theme: Formatting['themeFace'] | undefined;
  const paragraphLayers = (properties: XmlElement | undefined): readonly Layer[] => {
    const chain = chainOf(childValue(properties, 'pStyle'), 'paragraph');
    const own: Layer = { from: '直接格式', paragraph: properties, run: undefined };
    const ownList = listLayer(child(properties, 'numPr'));
    if (ownList) return [base, ...chain, ownList, own];
    const speaking = chain.findLast(({ paragraph }) => child(paragraph, 'numPr'));
    const list = listLayer(child(speaking?.paragraph, 'numPr'));
    return [base, ...(list ? [list] : []), ...chain, own];
  };
  return {
    paragraph: (properties) => layered(paragraphLayers(properties).map(({ from, paragraph }) => ({ from, said: paragraph }))),
    run(paragraph, properties) {
      const below = [base, ...chainOf(childValue(paragraph, 'pStyle'), 'paragraph')].map(({ from, run }) => ({ from, said: run }));
      const character = chainOf(childValue(properties, 'rStyle'), 'character').map(({ from, run }) => ({ from, said: run }));
      const turned = turnedOver(layered(below), layered(character));
      return laidOver(turned, { from: '直接格式', said: properties });
    },
    // Read when it is asked for: a file whose theme is damaged has all its words.
    themeFace: (slot) => (theme ??= themeFaces(word.part('theme')))(slot),
    styleName: (properties) => chainOf(childValue(properties, 'pStyle'), 'paragraph').at(-1)?.from ?? '',
  };
}

interface Saying {
  readonly from: string;
  readonly said: XmlElement | undefined;
}

function layered(layers: readonly Saying[]): Properties {
  return layers.reduce<Properties>(laidOver, new Map());
}

function laidOver(before: Properties, { from, said }: Saying): Properties {
  const spoken = elements(said);
  if (spoken.length === 0) return before;
  const after = new Map(before);
  for (const element of spoken) {
    const attributes = element.name === 'pBdr' ? sidesOf(element) : element.attributes;
    const old = merged.has(element.name) ? after.get(element.name)?.attributes : undefined;
    after.set(element.name, { from, attributes: old ? mergedAttributes(old, attributes) : attributes });
  }
  return after;
}

function mergedAttributes(before: ReadonlyMap<string, string>, over: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const after = new Map(before);
  for (const [name, value] of over) if (!takesNothing(name, value)) for (const rival of rivals[name] ?? []) after.delete(rival);
  for (const [name, value] of over) after.set(name, value);
  return after;
}

/** No characters (`firstLineChars="0"`, as Word writes on every item of a list) leave the hanging indent of the list. */
function takesNothing(name: string, value: string): boolean {
  return name.endsWith('Chars') && Number(value) === 0;
}

/** The borders of a paragraph as attributes: `bottom.sz`. */
function sidesOf(borders: XmlElement): ReadonlyMap<string, string> {
  return new Map(
    elements(borders).flatMap((side) => [...side.attributes].map(([name, value]) => [`${side.name}.${name}`, value] as const)),
  );
}

/** A style of words over that of its paragraph: what both turn on is off. */
function turnedOver(paragraph: Properties, character: Properties): Properties {
  const after = new Map(paragraph);
  for (const [name, property] of character) {
    const below = paragraph.get(name);
    if (toggles.has(name) && below && isSaidOn(below) && isSaidOn(property))
      after.set(name, { from: property.from, attributes: new Map([['val', '0']]) });
    else if (merged.has(name) && below)
      after.set(name, { from: property.from, attributes: mergedAttributes(below.attributes, property.attributes) });
    else after.set(name, property);
  }
  return after;
}

/** Whether an on/off property is on. */
export function isSaidOn({ attributes }: Property): boolean {
  return isOn({ name: '', attributes, children: [] });
}

/** A style with its ancestors, the oldest first. */
function styleChains(styles: XmlElement | undefined): (id: string | undefined, type: 'paragraph' | 'character') => readonly Layer[] {
  const byId = new Map(elements(styles, 'style').map((style) => [style.attributes.get('styleId') ?? '', style]));
  const known = new Map<string, readonly Layer[]>();
  const plain = elements(styles, 'style').find(
    ({ attributes }) => attributes.get('type') === 'paragraph' && ['1', 'true'].includes(attributes.get('default') ?? ''),
  );
  const plainId = plain?.attributes.get('styleId');
  return (id, type) => {
    const first = id !== undefined && byId.has(id) ? id : type === 'paragraph' ? plainId : undefined;
    if (first === undefined) return [];
    const before = known.get(first);
    if (before) return before;
    const chain: Layer[] = [];
    for (let at: string | undefined = first; at !== undefined && chain.length < longestChain; ) {
      const style = byId.get(at);
      if (!style) break;
      const from = `样式“${childValue(style, 'name') ?? at}”`;
      chain.unshift({ from, paragraph: child(style, 'pPr'), run: child(style, 'rPr') });
      at = childValue(style, 'basedOn');
    }
    known.set(first, chain);
    return chain;
  };
}

/** What a list says of its paragraphs' indents. */
function listLayers(numbering: XmlElement | undefined): (properties: XmlElement | undefined) => Layer | undefined {
  const lists = new Map(elements(numbering, 'abstractNum').map((list) => [list.attributes.get('abstractNumId'), list]));
  const listOf = new Map(elements(numbering, 'num').map((num) => [num.attributes.get('numId'), childValue(num, 'abstractNumId')]));
  return (properties) => {
    const numId = childValue(properties, 'numId');
    if (numId === undefined || numId === '0') return undefined;
    const level = childValue(properties, 'ilvl') ?? '0';
    const found = elements(lists.get(listOf.get(numId)), 'lvl').find(({ attributes }) => attributes.get('ilvl') === level);
    return found && { from: '自动编号', paragraph: child(found, 'pPr'), run: undefined };
  };
}

/** Faces of the theme: what it names for East Asia, else for simplified Chinese. */
function themeFaces(theme: XmlElement | undefined): (slot: string) => string | undefined {
  const scheme = child(child(theme, 'themeElements'), 'fontScheme');
  return (slot) => {
    const fonts = child(scheme, slot.startsWith('major') ? 'majorFont' : 'minorFont');
    const isEastAsian = /EastAsia$/u.test(slot);
    const named = child(fonts, isEastAsian ? 'ea' : 'latin')?.attributes.get('typeface');
    if (named !== undefined && named !== '') return named;
    if (!isEastAsian) return undefined;
    return elements(fonts, 'font')
      .find(({ attributes }) => attributes.get('script') === 'Hans')
      ?.attributes.get('typeface');
  };
}

const pointsOf: Readonly<Record<string, number>> = { mm: 72 / 25.4, cm: 72 / 2.54, in: 72, pt: 1, pc: 12, pi: 12 };

/** A length in points: bare numbers are twentieths, others say their unit (17.18.83). */
export function lengthPt(value: string | undefined): number | undefined {
  const found = /^(-?\d+(?:\.\d+)?)(mm|cm|in|pt|pc|pi)?$/u.exec(value?.trim() ?? '');
  if (!found) return undefined;
  const number = Number(found[1]);
  return found[2] === undefined ? number / 20 : number * (pointsOf[found[2]] ?? 1);
}
