/** Laid-out pages as OFD, the fixed-layout format of official documents (GB/T 33190-2016). */
import { escapeMarkup } from '../../escape-markup.js';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { drawingFonts, type FontShelf } from '../../fonts/drawing-font.js';
import type { Page } from '../../layout/page.js';
import type { PictureBytes } from '../../pictures/picture-bytes.js';
import { mmToPt, type PageStyle } from '../../layout/page-style.js';
import type { DocumentMeta } from '../document-meta.js';
import { outlineOf, type OutlineEntry } from '../outline.js';
import { ofdFonts } from './ofd-fonts.js';
import { ofdPictures } from './ofd-pictures.js';
import { box, element, millimetres, part } from './ofd-xml.js';
import { writePage, type OfdPen } from './write-page.js';

/** Name of the program in the properties of the file. */
const creator = '专报编辑台';
/** Archives keep local times: this one is the same wherever the file is made. */
const fixedTime = new Date(1980, 0, 1);

/** The same pages, properties and fonts give the same bytes. */
export function writeOfd(
  pages: readonly Page[],
  style: PageStyle,
  meta: DocumentMeta,
  shelf: FontShelf,
  bytesOf: PictureBytes = () => undefined,
): Uint8Array {
  let lastId = 0;
  const nextId = (): number => (lastId += 1);
  const [embedded, pictures] = [ofdFonts(nextId), ofdPictures(nextId, bytesOf)];
  const [widthPt, heightPt] = [mmToPt(style.paper.widthMm), mmToPt(style.paper.heightMm)];
  const pen: OfdPen = { fonts: drawingFonts(shelf), embedded, pictures, nextId, widthPt, heightPt };
  const written = pages.map((page, index) => ({
    id: nextId(),
    place: `Pages/Page_${String(index)}/Content.xml`,
    xml: writePage(page, pen),
  }));
  const [fonts, images] = [embedded.finish(), pictures.finish()];
  const resource = part('Res', { BaseLoc: 'Res' }, fonts.entries, images.entries);
  const outlines = writeOutlines(
    outlineOf(pages),
    written.map(({ id }) => id),
  );
  const common = element(
    'CommonData',
    {},
    element('MaxUnitID', {}, String(nextId())),
    element('PageArea', {}, element('PhysicalBox', {}, box(0, 0, widthPt, heightPt))),
    element('PublicRes', {}, 'PublicRes.xml'),
  );
  const list = element('Pages', {}, ...written.map(({ id, place }) => element('Page', { ID: id, BaseLoc: place })));
  const entries: Zippable = {
    'OFD.xml': strToU8(ofdXml(meta)),
    'Doc_0/Document.xml': strToU8(part('Document', {}, common, list, outlines)),
    'Doc_0/PublicRes.xml': strToU8(resource),
    ...Object.fromEntries(written.map(({ place, xml }) => [`Doc_0/${place}`, strToU8(xml)])),
    ...Object.fromEntries(Object.entries({ ...fonts.files, ...images.files }).map(([name, bytes]) => [`Doc_0/Res/${name}`, bytes])),
  };
  return zipSync(entries, { mtime: fixedTime });
}

/** The entry of the package (7.4): what the document says of itself, and where it begins. */
function ofdXml({ title, subject, organ, date, digest }: DocumentMeta): string {
  const text = (name: string, words: string): string => (words === '' ? '' : element(name, {}, escapeMarkup(words)));
  const info = element(
    'DocInfo',
    {},
    text('DocID', digest.slice(0, 32).padEnd(32, '0')),
    text('Title', title),
    text('Author', organ),
    text('Subject', subject),
    text('CreationDate', date),
    text('ModDate', date),
    text('DocUsage', 'Normal'),
    text('Creator', creator),
    digest === '' ? '' : element('CustomDatas', {}, element('CustomData', { Name: 'sha256' }, digest)),
  );
  return part('OFD', { Version: '1.0', DocType: 'OFD' }, element('DocBody', {}, info, text('DocRoot', 'Doc_0/Document.xml')));
}

interface Node {
  readonly entry: OutlineEntry;
  readonly children: Node[];
}

/** The outline (7.8): columns unfolded to their titles, each leading to its place. */
function writeOutlines(entries: readonly OutlineEntry[], pageIds: readonly number[]): string {
  const top: Node[] = [];
  const open: Node[] = [];
  for (const entry of entries) {
    while ((open.at(-1)?.entry.level ?? 0) >= entry.level) open.pop();
    const node: Node = { entry, children: [] };
    (open.at(-1)?.children ?? top).push(node);
    open.push(node);
  }
  const write = ({ entry, children }: Node): string => {
    const { title, pageIndex, topPt, level } = entry;
    const target = { Type: 'XYZ', PageID: pageIds[pageIndex], Left: 0, Top: millimetres(topPt), Zoom: 0 };
    const action = element('Action', { Event: 'CLICK' }, element('Goto', {}, element('Dest', target)));
    const shape = { Title: title, Count: children.length > 0 ? children.length : undefined, Expanded: level === 1 ? 'true' : 'false' };
    return element('OutlineElem', shape, element('Actions', {}, action), ...children.map(write));
  };
  return top.length === 0 ? '' : element('Outlines', {}, ...top.map(write));
}
