/** Laid-out pages as a PDF for decades: ISO 32000-1 within PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1). */
import { drawingFonts, type FontShelf } from '../../fonts/drawing-font.js';
import type { Page, PageLine } from '../../layout/page.js';
import { mmToPt, type PageStyle } from '../../layout/page-style.js';
import type { PictureBytes } from '../../pictures/picture-bytes.js';
import type { DocumentMeta } from '../document-meta.js';
import { groupLines } from '../line-groups.js';
import { outlineOf } from '../outline.js';
import { drawLine, drawPicture, drawRule, type Pen } from './draw-line.js';
import { embedFonts } from './embedded-fonts.js';
import { embedPictures } from './embedded-pictures.js';
import { writeMetadata } from './metadata.js';
import { array, createPdfFile, dictionary, latin1, number, packPlainly, text, type Pack, type PdfFile, type Ref } from './pdf-file.js';
import { srgbProfile } from './srgb-profile.js';
import { createStructure, type Structure } from './structure.js';
import { writeOutline } from './write-outline.js';

export interface PdfOptions {
  readonly pack?: Pack;
  /** The pictures on the pages. */
  readonly pictures?: PictureBytes;
}

/** The same pages, properties and fonts give the same bytes, as far as `pack` does. */
export function writePdf(
  pages: readonly Page[],
  style: PageStyle,
  meta: DocumentMeta,
  shelf: FontShelf,
  { pack = packPlainly, pictures: bytesOf = () => undefined }: PdfOptions = {},
): Uint8Array {
  const file = createPdfFile(pack);
  const [widthPt, heightPt] = [mmToPt(style.paper.widthMm), mmToPt(style.paper.heightMm)];
  const pageRefs = pages.map(() => file.reserve());
  const structure = createStructure(file, pages.length, heightPt);
  const embedded = embedFonts(file);
  const pictures = embedPictures(file, bytesOf);
  const pen: Pen = { fonts: drawingFonts(shelf), embedded, pictures, heightPt };
  const targets = linkTargets(pages);
  const [parent, resources] = [file.reserve(), file.reserve()];
  pages.forEach((page, index) => {
    const links: Ref[] = [];
    const content = pageContent(page, index, pen, structure, (line) => {
      const target = line.place.itemId === undefined ? undefined : targets.get(line.place.itemId);
      if (target) links.push(writeLink(file, structure, line, index, target.line, [pageRefs[target.page] ?? '', heightPt]));
    });
    file.set(
      pageRefs[index] ?? '',
      dictionary({
        Type: '/Page',
        Parent: parent,
        MediaBox: array([0, 0, number(widthPt), number(heightPt)]),
        Resources: resources,
        Contents: file.addStream({}, latin1(content)),
        StructParents: structure.pageKey(index),
        Tabs: '/S',
        Annots: links.length > 0 ? array(links) : undefined,
      }),
    );
  });
  file.set(parent, dictionary({ Type: '/Pages', Kids: array(pageRefs), Count: pages.length }));
  file.set(resources, dictionary({ Font: embedded.finish(), XObject: pictures.finish() }));
  const { info, xmp } = writeMetadata(file, meta);
  const catalog = dictionary({
    Type: '/Catalog',
    Pages: parent,
    Metadata: xmp,
    Outlines: writeOutline(file, outlineOf(pages), pageRefs, heightPt),
    StructTreeRoot: structure.finish(pageRefs),
    MarkInfo: '<</Marked true>>',
    Lang: '(zh-CN)',
    ViewerPreferences: '<</DisplayDocTitle true>>',
    OutputIntents: array([outputIntent(file)]),
  });
  return file.finish(file.add(catalog), info, meta.digest.slice(0, 32).padEnd(32, '0'));
}

/** Rules and page numbers are furniture; everything else is marked with its place in the structure. */
function pageContent(page: Page, index: number, pen: Pen, structure: Structure, onContents: (line: PageLine) => void): string {
  const parts: string[] = [];
  if (page.rules.length > 0) {
    const rules = page.rules.map((rule) => drawRule(rule, pen.heightPt));
    parts.push('/Artifact <</Type /Layout>> BDC', ...rules, 'EMC');
  }
  for (const lines of groupLines(page.lines)) {
    const drawn = lines
      .map((line) => (line.picture ? drawPicture(line, line.picture, pen) : drawLine(line, pen)))
      .filter((each) => each !== '');
    if (drawn.length === 0) {
      if (lines[0]?.cell && !lines[0].furniture) structure.leaveEmpty(lines[0]);
      continue;
    }
    if (lines[0]?.furniture) {
      parts.push('/Artifact <</Type /Pagination>> BDC', ...drawn, 'EMC');
      continue;
    }
    const mark = structure.mark(lines, index);
    parts.push(`/${mark.kind} <</MCID ${String(mark.number)}>> BDC`, ...drawn, 'EMC');
    for (const line of lines) if (line.tag === 'toc') onContents(line);
  }
  return parts.join('\n');
}

interface LinkTarget {
  readonly page: number;
  readonly line: PageLine;
}

/** Where every article and brief opens, by its id. */
function linkTargets(pages: readonly Page[]): ReadonlyMap<string, LinkTarget> {
  return new Map(
    pages.flatMap(({ lines }, page) =>
      lines.flatMap((line) => (line.opensItem === undefined ? [] : [[line.opensItem, { page, line }] as const])),
    ),
  );
}

/** An entry of the contents leads to the line its title opens with. */
function writeLink(
  file: PdfFile,
  structure: Structure,
  line: PageLine,
  page: number,
  target: PageLine,
  [targetPage, heightPt]: readonly [Ref, number],
): Ref {
  const link = file.reserve();
  const [bottomPt, topPt] = [heightPt - line.topPt - line.heightPt, heightPt - line.topPt];
  file.set(
    link,
    dictionary({
      Type: '/Annot',
      Subtype: '/Link',
      Rect: array([line.xPt, bottomPt, line.xPt + line.widthPt, topPt].map(number)),
      Border: '[0 0 0]',
      F: 4,
      Contents: text(line.text),
      Dest: array([targetPage, '/XYZ', 0, number(heightPt - target.topPt), 0]),
      StructParent: structure.addLink(link, page),
    }),
  );
  return link;
}

function outputIntent(file: PdfFile): Ref {
  return file.add(
    dictionary({
      Type: '/OutputIntent',
      S: '/GTS_PDFA1',
      OutputConditionIdentifier: '(sRGB IEC61966-2.1)',
      Info: '(sRGB IEC61966-2.1)',
      DestOutputProfile: file.addStream({ N: 3 }, srgbProfile()),
    }),
  );
}
