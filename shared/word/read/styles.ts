import { plainTraits, traitsIn } from './run-traits.js';
import { continuationName } from './style-roles.js';
import type { RunTraits } from './word-document.js';
import { child, childValue, elements, type XmlElement } from './xml-tree.js';

/** What a paragraph or character style says, its ancestors included. */
export interface Style {
  readonly name: string;
  readonly traits: RunTraits;
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

/** Ancestors of a style that are asked; a chain that is longer or closes on itself says no more. */
const longestChain = 100;

const plainStyle: Style = { name: '', traits: plainTraits };

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
  const paragraphProperties = child(element, 'pPr');
  const outline = childValue(paragraphProperties, 'outlineLvl');
  const align = childValue(paragraphProperties, 'jc') ?? parent.align;
  const numbering = readNumbering(paragraphProperties) ?? parent.numbering;
  const name = childValue(element, 'name') ?? '';
  // Word knows its headings by their names, and some programs write no level.
  const named = /^(?:heading|标题) ([1-9])$/iu.exec(name)?.[1];
  const outlineLevel = outline !== undefined ? Number(outline) : named !== undefined ? Number(named) - 1 : parent.outlineLevel;
  return {
    name,
    traits: traitsIn(child(element, 'rPr'), parent.traits),
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
