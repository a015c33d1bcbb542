import { child, childValue, elements, isOn, type XmlElement } from './xml-tree.js';
import type { SourceLine } from '../source-line.js';

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
  paragraph(id: string | undefined): Style;
  character(id: string | undefined): Style;
}

const plainStyle: Style = { name: '', isBold: false, isHidden: false };

/** Reads the styles part; a loop of `basedOn` ends where it closes. */
export function readStyles(part: XmlElement | undefined): Styles {
  const byId = new Map(elements(part, 'style').map((style) => [style.attributes.get('styleId') ?? '', style]));
  const known = new Map<string, Style>();
  const defaultParagraph = elements(part, 'style').find(
    ({ attributes }) => attributes.get('type') === 'paragraph' && ['1', 'true'].includes(attributes.get('default') ?? ''),
  )?.attributes.get('styleId');

  function resolve(id: string | undefined, seen: readonly string[] = []): Style {
    if (id === undefined || seen.includes(id)) return plainStyle;
    const present = known.get(id);
    if (present) return present;
    const element = byId.get(id);
    if (!element) return plainStyle;
    const style = readStyle(element, resolve(childValue(element, 'basedOn'), [...seen, id]));
    known.set(id, style);
    return style;
  }
  return { paragraph: (id) => resolve(id ?? defaultParagraph), character: (id) => resolve(id) };
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

/** Names our own Word files and careful units give their styles, as the role they say. */
const roleByStyleName: Readonly<Record<string, NonNullable<SourceLine['role']>>> = {
  报头刊名: 'masthead', 期号: 'masthead', 编发单位: 'masthead', 报头标注: 'masthead',
  目录栏目: 'contents', 目录标题: 'contents',
  栏目标题: 'column', 文章标题: 'title', 副标题: 'subtitle', 来源单位: 'source',
  版记: 'distribution', 承办行: 'imprint', 页码: 'furniture',
};

export function roleOfStyle(name: string): SourceLine['role'] {
  return Object.hasOwn(roleByStyleName, name) ? roleByStyleName[name] : undefined;
}
