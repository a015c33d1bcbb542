/** Laid-out pages as a PDF for decades: ISO 32000-1 within PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1). */
import { drawingFonts, type FontShelf } from '../../fonts/drawing-font.js';
import type { Page, PageLine } from '../../layout/page.js';
import { mmToPt, type PageStyle } from '../../layout/page-style.js';
import type { PictureBytes } from '../../pictures/picture-bytes.js';
import type { DocumentMeta } from '../document-meta.js';
import { groupLines } from '../line-groups.js';
import { outlineOf } from '../outline.js';
import { drawLine, drawPicture, drawRule, type DrawnPiece, type Pen } from './draw-line.js';
import { embedFonts } from './embedded-fonts.js';
import { embedPictures } from './embedded-pictures.js';
import { linkTargets, linkWriter } from './links.js';
import { writeMetadata } from './metadata.js';
import { array, createPdfFile, dictionary, latin1, number, packPlainly, type Pack, type PdfFile, type Ref } from './pdf-file.js';
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
  const writeLink = linkWriter(file, structure, pageRefs, heightPt);
  const [parent, resources] = [file.reserve(), file.reserve()];
  pages.forEach((page, index) => {
    const links: Ref[] = [];
    const content = pageContent(page, index, {
      pen,
      structure,
      onLink: (line, number) => {
        const target = number ? targets.otherEnd(line, number.note) : targets.itemOf(line.place.itemId ?? '');
        const words = number ? (line.tag === 'note' ? '回到正文' : '脚注') : line.text;
        const { xPt, widthPt } = number ?? line;
        if (target) links.push(writeLink({ page: index, line, xPt, widthPt, words }, target));
      },
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

/** What the content of a page is written with. */
interface Writing {
  readonly pen: Pen;
  readonly structure: Structure;
  /** Is told of every line of the contents, and of every number of a footnote once it is marked. */
  readonly onLink: (line: PageLine, number?: DrawnPiece['number']) => void;
}

/** Rules and page numbers are furniture; everything else is marked with its place in the structure. */
function pageContent(page: Page, index: number, { pen, structure, onLink }: Writing): string {
  const parts: string[] = [];
  if (page.rules.length > 0) {
    const rules = page.rules.map((rule) => drawRule(rule, pen.heightPt));
    parts.push('/Artifact <</Type /Layout>> BDC', ...rules, 'EMC');
  }
  for (const lines of groupLines(page.lines)) {
    const drawn = lines.flatMap((line) => {
      const pieces = line.picture ? drawPicture(line, line.picture, pen) : drawLine(line, pen);
      return pieces.map((piece) => ({ line, piece }));
    });
    if (drawn.length === 0) {
      if (lines[0]?.cell && !lines[0].furniture) structure.leaveEmpty(lines[0]);
      continue;
    }
    if (lines[0]?.furniture) {
      parts.push('/Artifact <</Type /Pagination>> BDC', ...drawn.map(({ piece }) => piece.operators), 'EMC');
      continue;
    }
    structure.enter(lines);
    drawn.forEach(({ line, piece: { operators, number } }, at) => {
      const isFirst = number !== undefined || at === 0 || drawn[at - 1]?.piece.number !== undefined;
      const isLast = number !== undefined || drawn[at + 1] === undefined || drawn[at + 1]?.piece.number !== undefined;
      if (isFirst) {
        const mark = number ? structure.markNumber(index) : structure.markWords(index);
        parts.push(`/${mark.kind} <</MCID ${String(mark.number)}>> BDC`);
      }
      parts.push(operators, ...(isLast ? ['EMC'] : []));
      if (number) onLink(line, number);
    });
    for (const line of lines) if (line.tag === 'toc') onLink(line);
  }
  return parts.join('\n');
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
