import { child, childValue, elements, isOn, type XmlElement } from './xml-tree.js';
import type { SourceLine } from '../../recognize/source-line.js';

/** What a paragraph or character style says, its ancestors included. */
export interface Style {
  readonly name: string;
  readonly isBold: boolean;
  readonly isHidden: boolean;
  /** 0 for the highest heading. */
  readonly outlineLevel?: number;
  readonly align?: string;
  readonly numbering?: { readonly numId?: string; readonly level?: number };
}

export interface Styles {
  /** The file has a style that only our writer makes. */
  readonly isOwnFile: boolean;
  paragraph(id: string | undefined): Style;
  character(id: string | undefined): Style;
}

/** A style only our first Word files have: the rest of a paragraph parted at a page end. */
const continuationName = '正文续行';

/** Ancestors of a style that are asked; a chain that is longer or closes on itself says no more. */
const longestChain = 100;

const plainStyle: Style = { name: '', isBold: false, isHidden: false };

/** Reads the styles part. */
export function readStyles(part: XmlElement | undefined): Styles {
  const byId = new Map(elements(part, 'style').map((style) => [style.attributes.get('styleId') ?? '', style]));
  const known = new Map<string, Style>();
  const defaultParagraph = elements(part, 'style')
    .find(({ attributes }) => attributes.get('type') === 'paragraph' && ['1', 'true'].includes(attributes.get('default') ?? ''))
    ?.attributes.get('styleId');

  function resolve(id: string | undefined): Style {
    const chain: { readonly id: string; readonly element: XmlElement }[] = [];
    let at = id;
    while (at !== undefined && !known.has(at) && chain.length < longestChain) {
      const element = byId.get(at);
      if (!element) break;
      chain.push({ id: at, element });
      at = childValue(element, 'basedOn');
    }
    let style = (at === undefined ? undefined : known.get(at)) ?? plainStyle;
    for (const link of chain.reverse()) {
      style = readStyle(link.element, style);
      known.set(link.id, style);
    }
    return style;
  }
  const isOwnFile = [...byId.values()].some((style) => childValue(style, 'name') === continuationName);
  return { isOwnFile, paragraph: (id) => resolve(id ?? defaultParagraph), character: (id) => resolve(id) };
}

function readStyle(element: XmlElement, parent: Style): Style {
  const runProperties = child(element, 'rPr');
  const paragraphProperties = child(element, 'pPr');
  const outline = childValue(paragraphProperties, 'outlineLvl');
  const align = childValue(paragraphProperties, 'jc') ?? parent.align;
  const numbering = readNumbering(paragraphProperties) ?? parent.numbering;
  const outlineLevel = outline === undefined ? parent.outlineLevel : Number(outline);
  return {
    name: childValue(element, 'name') ?? '',
    isBold: toggle(runProperties, 'b') ?? parent.isBold,
    isHidden: toggle(runProperties, 'vanish') ?? parent.isHidden,
    ...(outlineLevel === undefined ? {} : { outlineLevel }),
    ...(align === undefined ? {} : { align }),
    ...(numbering === undefined ? {} : { numbering }),
  };
}

/** `numPr` of paragraph properties; `numId` 0 takes numbering away. */
export function readNumbering(properties: XmlElement | undefined): Style['numbering'] {
  const element = child(properties, 'numPr');
  if (!element) return undefined;
  const numId = childValue(element, 'numId');
  const level = childValue(element, 'ilvl');
  return { ...(numId === undefined ? {} : { numId }), ...(level === undefined ? {} : { level: Number(level) }) };
}

/** An on/off run property set here, or undefined when it is not mentioned. */
export function toggle(properties: XmlElement | undefined, name: string): boolean | undefined {
  const property = child(properties, name);
  return property ? isOn(property) : undefined;
}

/** What a style's name says of its paragraphs. */
export type StyleTraits = Pick<SourceLine, 'role' | 'mastheadPart' | 'bodyLevel' | 'isContinued'>;

/** Names our own Word files and careful units give their styles, as what they say. */
const traitsByStyleName: ReadonlyMap<string, StyleTraits> = new Map<string, StyleTraits>([
  ['报头刊名', { role: 'masthead', mastheadPart: 'name' }],
  ['报头期号', { role: 'masthead' }],
  ['期号', { role: 'masthead' }],
  ['编发单位', { role: 'masthead', mastheadPart: 'organ' }],
  ['报头份号', { role: 'masthead', mastheadPart: 'mark' }],
  ['报头标注', { role: 'masthead', mastheadPart: 'mark' }],
  ['批示内容', { role: 'masthead', mastheadPart: 'instruction' }],
  ['目录栏目', { role: 'contents' }],
  ['目录标题', { role: 'contents' }],
  ['栏目标题', { role: 'column' }],
  ['文章标题', { role: 'title' }],
  ['文章副标题', { role: 'subtitle' }],
  ['副标题', { role: 'subtitle' }],
  ['编者按', { role: 'editorNote' }],
  ['来源单位', { role: 'source' }],
  ['版记', { role: 'distribution' }],
  ['承办行', { role: 'imprint' }],
  ['文章正文', { role: 'body', bodyLevel: 0 }],
  ['简讯首段', { role: 'body', bodyLevel: 0 }],
  ['文章一级标题', { role: 'body', bodyLevel: 1 }],
  ['文章二级标题', { role: 'body', bodyLevel: 2 }],
  ['文章三级标题', { role: 'body', bodyLevel: 3 }],
  ['文章四级标题', { role: 'body', bodyLevel: 4 }],
  ['版心页码', { role: 'furniture' }],
  ['页码', { role: 'furniture' }],
]);

/** Names our first Word files used, too common to go by elsewhere. */
const ownTraitsByStyleName: ReadonlyMap<string, StyleTraits> = new Map<string, StyleTraits>([
  ['正文', { role: 'body', bodyLevel: 0 }],
  ['一级标题', { role: 'body', bodyLevel: 1 }],
  ['二级标题', { role: 'body', bodyLevel: 2 }],
  ['三级标题', { role: 'body', bodyLevel: 3 }],
  ['四级标题', { role: 'body', bodyLevel: 4 }],
  [continuationName, { role: 'body', isContinued: true }],
]);

/** What the style called `name`, or the one it is a variant of, says; nothing where the name is no one's. */
export function traitsOfStyle(name: string, isOwnFile: boolean): StyleTraits {
  const plain = name.replace(/（(?:篇末|栏末|接来源|接副标题)）$/u, '');
  return traitsByStyleName.get(plain) ?? (isOwnFile ? ownTraitsByStyleName.get(plain) : undefined) ?? {};
}
