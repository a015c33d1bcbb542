import { strFromU8, unzipSync } from 'fflate';
import { escapeMarkup } from '../../shared/escape-markup.js';
import { child, elements, innerText, parseXml, type XmlElement } from '../../shared/word/read/xml-tree.js';

/** An OFD as a web page that draws it by its own places, fonts and pictures: one `.page` of 210 by 297 mm for each of its pages. */
export function ofdAsHtml(ofd: Uint8Array): string {
  const files = unzipSync(ofd);
  const xml = (name: string): XmlElement => parseXml(strFromU8(files[name] ?? new Uint8Array()));
  const resources = xml('Doc_0/PublicRes.xml');
  const url = (type: string, file: XmlElement | undefined): string =>
    `data:${type};base64,${Buffer.from(files[`Doc_0/Res/${file ? innerText(file) : ''}`] ?? []).toString('base64')}`;
  const faces = below(resources, 'Font').map(
    (font) => `@font-face{font-family:f${said(font, 'ID')};src:url(${url('font/ttf', child(font, 'FontFile'))})}`,
  );
  const media = new Map(below(resources, 'MultiMedia').map((each) => [said(each, 'ID'), url('image/png', child(each, 'MediaFile'))]));
  const pages = below(child(xml('Doc_0/Document.xml'), 'Pages'), 'Page').map((page) => {
    const objects = below(xml(`Doc_0/${said(page, 'BaseLoc')}`), 'Layer').flatMap((layer) => elements(layer));
    const drawn = objects.map((object) => (drawings[object.name] ?? drawText)(object, media)).join('');
    return `<section class="page"><svg viewBox="0 0 210 297">${drawn}</svg></section>`;
  });
  const styles = `${faces.join('')}body{margin:0}.page,svg{display:block;width:210mm;height:297mm}svg text{font-synthesis:none;text-rendering:geometricPrecision;white-space:pre}`;
  return `<!doctype html><meta charset="utf-8"><style>${styles}</style>${pages.join('')}`;
}

function below(parent: XmlElement | undefined, name: string): readonly XmlElement[] {
  return elements(parent).flatMap((element) => [...(element.name === name ? [element] : []), ...below(element, name)]);
}

function said({ attributes }: XmlElement, name: string): string {
  return attributes.get(name) ?? '';
}

function numbers(text: string): readonly number[] {
  return text === '' ? [] : text.split(' ').map(Number);
}

function colorOf(object: XmlElement): string {
  const color = child(object, 'FillColor') ?? child(object, 'StrokeColor');
  return `rgb(${color ? said(color, 'Value').replaceAll(' ', ',') : '0,0,0'})`;
}

function moved(object: XmlElement): string {
  const [left = 0, top = 0] = numbers(said(object, 'Boundary'));
  const matrix = said(object, 'CTM');
  return `translate(${String(left)} ${String(top)})${matrix === '' ? '' : ` matrix(${matrix})`}`;
}

type Drawing = (object: XmlElement, media: ReadonlyMap<string, string>) => string;

const drawings: Readonly<Record<string, Drawing>> = {
  PathObject: (object) => {
    const path = `transform="${moved(object)}" d="${innerText(child(object, 'AbbreviatedData') ?? object).replaceAll('C', 'Z')}"`;
    const dashes = said(object, 'DashPattern');
    if (dashes === '') return `<path ${path} fill="${colorOf(object)}"/>`;
    const line = `stroke="${colorOf(object)}" stroke-width="${said(object, 'LineWidth')}" stroke-dasharray="${dashes}"`;
    return `<path ${path} ${line} stroke-linecap="round" fill="none"/>`;
  },
  ImageObject: (object, media) =>
    `<image transform="${moved(object)}" href="${media.get(said(object, 'ResourceID')) ?? ''}" width="1" height="1" preserveAspectRatio="none"/>`,
};

function drawText(object: XmlElement): string {
  const code = child(object, 'TextCode') ?? object;
  const steps = numbers(said(code, 'DeltaX'));
  let x = Number(said(code, 'X'));
  const letters = [...innerText(code)].map((letter, index) => {
    x += index === 0 ? 0 : (steps[index - 1] ?? 0);
    return `<text x="${x.toFixed(4)}" y="${said(code, 'Y')}">${escapeMarkup(letter)}</text>`;
  });
  const font = `font-family="f${said(object, 'Font')}" font-size="${said(object, 'Size')}" fill="${colorOf(object)}"`;
  return `<g transform="${moved(object)}" ${font}>${letters.join('')}</g>`;
}
