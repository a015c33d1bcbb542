import { pictureLimits } from '../../document/picture-limits.js';
import type { WordPicture } from './word-document.js';
import { chosen } from './word-xml.js';
import { child, elements, innerText, type XmlElement } from './xml-tree.js';

/** Finds the file of a picture by the relation that names it; undefined where there is none, or it is too large. */
export type MediaOf = (relation: string) => Uint8Array | undefined;

/** What stands in a drawing, its text boxes not looked into. */
export interface Drawn {
  readonly drawing: XmlElement;
  readonly pictures: readonly XmlElement[];
  /** Text boxes; words set as a picture (艺术字) are one too. */
  readonly boxes: readonly XmlElement[];
  /** What is neither picture nor words. */
  readonly others: readonly { readonly name: string; readonly relation?: string | undefined }[];
}

/** Takes a drawing apart. */
export function drawnIn(drawing: XmlElement): Drawn {
  const found = {
    drawing,
    pictures: [] as XmlElement[],
    boxes: [] as XmlElement[],
    others: [] as { name: string; relation?: string | undefined }[],
  };
  walk(drawing, found);
  return found;
}

function walk(
  element: XmlElement,
  found: { pictures: XmlElement[]; boxes: XmlElement[]; others: { name: string; relation?: string | undefined }[] },
): void {
  const { attributes } = element;
  switch (element.name) {
    case 'txbxContent':
      found.boxes.push(element);
      return;
    case 'blip':
    case 'imagedata':
      found.pictures.push(element);
      return;
    case 'chart':
      found.others.push({ name: '图表', relation: attributes.get('id') });
      return;
    case 'relIds':
      found.others.push({ name: '智能图形', relation: attributes.get('dm') });
      return;
    case 'OLEObject':
      found.others.push({ name: `嵌入的${programs.find(([id]) => id.test(attributes.get('ProgID') ?? ''))?.[1] ?? '对象'}` });
      return;
    case 'textpath':
      found.boxes.push(boxOf(attributes.get('string') ?? ''));
      return;
    case 'AlternateContent':
      walk(chosen(element), found);
      return;
    default:
      for (const inner of elements(element)) walk(inner, found);
  }
}

/** Programs an object may be of, by what it says of itself. */
const programs: readonly (readonly [RegExp, string])[] = [
  [/^Equation/iu, '公式'],
  [/^(?:Excel|ET|KET)/iu, '电子表格'],
  [/^(?:Word|WPS|KWPS)/iu, '文档'],
  [/^(?:PowerPoint|WPP|KWPP)/iu, '演示文稿'],
  [/^Visio/iu, 'Visio 图'],
  [/^Package/iu, '文件'],
];

function boxOf(text: string): XmlElement {
  const around = (name: string, inner: XmlElement | string): XmlElement => ({ name, attributes: new Map(), children: [inner] });
  return around('txbxContent', around('p', around('r', around('t', text))));
}

/** The pictures of a drawing; how wide it is set is told of one that stands alone in it. */
export function picturesIn(
  { drawing, pictures }: Drawn,
  mediaOf: MediaOf,
  measureEmu: number,
): readonly Omit<WordPicture, 'kind' | 'changes'>[] {
  const width = pictures.length === 1 ? Number(find(drawing, ({ name }) => name === 'extent')?.attributes.get('cx')) : 0;
  const name = nameOf(drawing);
  return pictures.map((blip) => {
    const relation = blip.attributes.get('embed') ?? blip.attributes.get('id');
    const bytes = relation === undefined ? undefined : mediaOf(relation);
    return {
      name,
      measurePt: measureEmu / emuPerPt,
      ...(bytes === undefined ? {} : { bytes }),
      ...(width > 0 ? { widthPt: width / emuPerPt } : {}),
    };
  });
}

function nameOf(drawing: XmlElement): string {
  const said = (element: XmlElement): string =>
    (element.attributes.get('descr') ?? element.attributes.get('alt') ?? element.attributes.get('title') ?? '').trim();
  const named = find(drawing, (element) => said(element) !== '');
  return named ? said(named) : '';
}

function find(element: XmlElement, is: (element: XmlElement) => boolean): XmlElement | undefined {
  if (is(element)) return element;
  for (const inner of elements(element)) {
    const found = find(inner, is);
    if (found) return found;
  }
  return undefined;
}

/** Files of pictures, each read once, as many as one file may hold. */
export function mediaReader(media: (relation: string, limit: number) => Uint8Array | undefined): MediaOf {
  const known = new Map<string, Uint8Array | undefined>();
  let left: number = pictureLimits.perFileBytes;
  return (relation) => {
    if (known.has(relation)) return known.get(relation);
    const bytes = known.size < pictureLimits.perFile ? media(relation, Math.min(left, pictureLimits.bytes)) : undefined;
    left -= bytes?.length ?? 0;
    known.set(relation, bytes);
    return bytes;
  };
}

/** Most charts and diagrams of a file that are looked into, and most characters that are listed of one. */
const [mostParts, mostWords] = [100, 2_000];

/** The words of charts and diagrams by the relation that names them, each read once; none where one cannot be read. */
export function wordsReader(related: (relation: string) => XmlElement | undefined): (relation: string) => string {
  const known = new Map<string, string>();
  const read = (relation: string): string => {
    try {
      return wordsIn(related(relation)).join('、').slice(0, mostWords);
    } catch {
      return '';
    }
  };
  return (relation) => {
    const words = known.get(relation) ?? (known.size < mostParts ? read(relation) : '');
    known.set(relation, words);
    return words;
  };
}

function wordsIn(part: XmlElement | undefined): readonly string[] {
  if (part?.name !== 'p') return elements(part).flatMap(wordsIn);
  const own = innerText(part).trim();
  return own === '' ? [] : [own];
}

const emuPerPt = 12_700;
const emuPerTwip = 635;
/** Width of the text area that GB/T 9704 asks for, 156 mm. */
const usualMeasureEmu = 156 * 36_000;

/** Width of the text area in EMU, by the last section of a body. */
export function measureOf(body: XmlElement | undefined): number {
  const section = elements(body, 'sectPr').at(-1);
  const twips = (name: string, attribute: string): number => Number(child(section, name)?.attributes.get(attribute));
  const width = twips('pgSz', 'w') - twips('pgMar', 'left') - twips('pgMar', 'right');
  return width > 0 ? width * emuPerTwip : usualMeasureEmu;
}
