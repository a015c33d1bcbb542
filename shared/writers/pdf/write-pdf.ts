/** Laid-out pages as a PDF for decades: ISO 32000-1 within PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1). */
import { drawingFonts, type FontShelf } from '../../fonts/drawing-font.js';
import type { Page, PageLine } from '../../layout/page.js';
import { mmToPt, type PageStyle } from '../../layout/page-style.js';
import type { PictureBytes } from '../../pictures/picture-bytes.js';
import type { DocumentMeta } from '../document-meta.js';
import { groupLines } from '../line-groups.js';
import { outlineOf } from '../outline.js';
import { drawLine, drawPicture, drawRule, withWords, type DrawnLine, type DrawnPiece, type Pen } from './draw-line.js';
import { embedFonts } from './embedded-fonts.js';
import { embedPictures } from './embedded-pictures.js';
import { linkTargets, linkWriter } from './links.js';
import { writeMetadata } from './metadata.js';
import { array, createPdfFile, dictionary, latin1, number, packPlainly, type Pack, type PdfFile, type Ref } from './pdf-file.js';
import { srgbProfile } from './srgb-profile.js';
import { createStructure, type Mark, type Structure } from './structure.js';
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
    const drawn = lines
      .map((line) => ({ line, ...(line.picture ? drawPicture(line, line.picture, pen) : drawLine(line, pen)) }))
      .filter(({ pieces }) => pieces.length > 0);
    if (drawn.length === 0) {
      if (lines[0]?.cell && !lines[0].furniture) structure.leaveEmpty(lines[0]);
      continue;
    }
    if (lines[0]?.furniture) {
      parts.push('/Artifact <</Type /Pagination>> BDC', ...drawn.flatMap(drawnOperators), 'EMC');
      continue;
    }
    structure.enter(lines);
    parts.push(...markedOperators(drawn, index, structure, onLink));
    for (const line of lines) if (line.tag === 'toc') onLink(line);
  }
  return parts.join('\n');
}

type LineOfBlock = DrawnLine & { readonly line: PageLine };

function drawnOperators({ words, pieces }: DrawnLine): readonly string[] {
  return withWords(
    words,
    pieces.map(({ operators }) => operators),
  );
}

/** The lines of one block: those without numbers of footnotes marked together, the others piece by piece within their words. */
function markedOperators(drawn: readonly LineOfBlock[], page: number, structure: Structure, onLink: Writing['onLink']): readonly string[] {
  const parts: string[] = [];
  let isMarked = false;
  for (const each of drawn) {
    const { line, words, pieces } = each;
    const isParted = pieces.some(({ number }) => number);
    if (isMarked && isParted) parts.push('EMC');
    if (!isMarked && !isParted) parts.push(opening(structure.markWords(page)));
    isMarked = !isParted;
    if (!isParted) parts.push(...drawnOperators(each));
    else {
      const marked = pieces.flatMap(({ operators, number }) => {
        const mark = number ? structure.markNumber(page) : structure.markWords(page);
        if (number) onLink(line, number);
        return [opening(mark), operators, 'EMC'];
      });
      parts.push(...withWords(words, marked));
    }
  }
  return isMarked ? [...parts, 'EMC'] : parts;
}

function opening({ kind, number }: Mark): string {
  return `/${kind} <</MCID ${String(number)}>> BDC`;
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
