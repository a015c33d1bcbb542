import { elements, type XmlElement } from './xml-tree.js';

/** What a picture is called by its file, empty where it is not; undefined for drawings without a picture. */
export function pictureName(drawing: XmlElement): string | undefined {
  if (!holds(drawing, (element) => element.name === 'blip' || element.name === 'imagedata')) return undefined;
  let name = '';
  holds(drawing, (element) => {
    const said = element.attributes.get('descr') ?? element.attributes.get('alt') ?? element.attributes.get('title');
    if (said?.trim()) name = said.trim();
    return name !== '';
  });
  return name;
}

function holds(element: XmlElement, is: (element: XmlElement) => boolean): boolean {
  return is(element) || elements(element).some((inner) => holds(inner, is));
}
