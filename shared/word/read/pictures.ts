import { pictureLimits } from '../../document/picture-limits.js';
import type { WordPicture } from './word-document.js';
import { child, elements, type XmlElement } from './xml-tree.js';

/** Finds the file of a picture by the relation that names it; undefined where there is none, or it is too large. */
export type MediaOf = (relation: string) => Uint8Array | undefined;

/** What a drawing shows, where it holds a picture; undefined for shapes alone. */
export function pictureIn(drawing: XmlElement, mediaOf: MediaOf, measureEmu: number): Omit<WordPicture, 'kind' | 'changes'> | undefined {
  const blip = find(drawing, ({ name }) => name === 'blip' || name === 'imagedata');
  if (!blip) return undefined;
  const relation = blip.attributes.get('embed') ?? blip.attributes.get('id');
  const bytes = relation === undefined ? undefined : mediaOf(relation);
  const width = Number(find(drawing, ({ name }) => name === 'extent')?.attributes.get('cx'));
  return {
    name: nameOf(drawing),
    measurePt: measureEmu / emuPerPt,
    ...(bytes === undefined ? {} : { bytes }),
    ...(width > 0 ? { widthPt: width / emuPerPt } : {}),
  };
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
