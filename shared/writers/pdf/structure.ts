import { continuesGroup } from '../line-groups.js';
import type { PageLine, TableCellPlace } from '../../layout/page.js';
import { array, dictionary, name, number, text, type PdfFile, type Ref } from './pdf-file.js';

/** A sequence of marked content: the kind of element that holds it, and its number on its page. */
export interface Mark {
  readonly kind: string;
  readonly number: number;
}

/** The logical structure of a document (14.7, 14.8): what is heading, paragraph, contents or list, in reading order. */
export interface Structure {
  /** Opens the element of a block, or goes on with it where these lines do. */
  enter(lines: readonly PageLine[]): void;
  /** The number under which words of the element entered last are marked on a page, and its kind. */
  markWords(page: number): Mark;
  /** The same for the number of a footnote: in the text the reference to it, in the note its label (14.8.4.4.1). */
  markNumber(page: number): Mark;
  /** Makes room for a cell that prints nothing, so that its row has as many as the others. */
  leaveEmpty(line: PageLine): void;
  /** Key of the page, by which its marks are found. */
  pageKey(page: number): number;
  /** Lets the element that was entered last, or the number marked last, hold a link; the key the link is to carry. */
  addLink(annotation: Ref, page: number): number;
  /** Writes the tree once all pages are marked; its root. */
  finish(pages: readonly Ref[]): Ref;
}

type Content = { readonly page: number; readonly mark: number } | { readonly page: number; readonly annotation: Ref };

interface Element {
  readonly kind: string;
  readonly ref: Ref;
  readonly parts: (Element | Content)[];
  /** The picture it shows. */
  readonly figure?: PageLine;
  /** Of a footnote, which must have one (ISO 14289-1, 7.9). */
  readonly id?: string;
}

/** An element, and the line it was last marked for. */
interface Marked {
  readonly element: Element;
  readonly line: PageLine;
}

export function createStructure(file: PdfFile, pageCount: number, heightPt: number): Structure {
  const element = (kind: string, parent?: Element, more: Pick<Element, 'figure' | 'id'> = {}): Element => {
    const made: Element = { kind, ref: file.reserve(), parts: [], ...more };
    parent?.parts.push(made);
    return made;
  };
  const root = element('Document');
  const marks: Ref[][] = Array.from({ length: pageCount }, () => []);
  const links: Ref[] = [];
  /** The element that words go to, and the one that links do. */
  let open: Element | undefined, linked: Element | undefined;
  /** What goes on overleaf: of the text, and of the footnotes, each on its own. */
  const last: Record<'text' | 'note', Marked | undefined> = { text: undefined, note: undefined };
  const notes: Element[] = [];
  let level = 0;

  /** The element for a block, made where the reading order wants it. */
  const elementFor = (line: PageLine): Element => {
    if (line.tag === 'toc') return contentsElement(line);
    if (line.tag === 'figure') return element('Figure', root, { figure: line });
    if (line.tag === 'note') return noteElement();
    if (line.cell) return cellElement(line, line.cell);
    if (line.place.part === 'distribution') return element('LBody', element('LI', lastOrNew('L')));
    if (line.tag === 'p' || line.tag === 'artifact') return element('P', root);
    // No level is left out on the way down, as PDF/UA asks.
    level = Math.min(Number(line.tag.slice(1)), level + 1);
    return element(`H${String(level)}`, root);
  };
  const markIn = (holder: Element, page: number): Mark => {
    const number = (marks[page] ?? []).push(holder.ref) - 1;
    holder.parts.push({ page, mark: number });
    return { kind: holder.kind, number };
  };
  const noteElement = (): Element => {
    const note = element('Note', root, { id: `note-${String(notes.length + 1).padStart(6, '0')}` });
    notes.push(note);
    return note;
  };
  const lastOrNew = (kind: string): Element => lastOfKind(root, kind) ?? element(kind, root);
  /** Elements of tables by their place, so that a row which goes on overleaf goes on in its own cells. */
  const parts = new Map<string, Element>();
  const partOf = (key: string, kind: string, parent: () => Element): Element => {
    const made = parts.get(key) ?? element(kind, parent());
    parts.set(key, made);
    return made;
  };
  const cellElement = ({ place: { itemId = '', paragraphId = '' } }: PageLine, { row, column, isHeader }: TableCellPlace): Element => {
    const table = `${itemId} ${paragraphId}`;
    const rowKey = `${table} ${String(row)}`;
    const rowElement = () => partOf(rowKey, 'TR', () => partOf(table, 'Table', () => root));
    return partOf(`${rowKey} ${String(column)}`, isHeader ? 'TH' : 'TD', rowElement);
  };
  const contentsElement = (line: PageLine): Element => {
    const contents = lastOrNew('TOC');
    if (line.place.itemId === undefined) return element('Caption', element('TOC', contents));
    return element('Link', element('Reference', element('TOCI', lastOfKind(contents, 'TOC') ?? contents)));
  };

  return {
    enter: (lines) => {
      const [opening] = lines;
      if (opening === undefined) throw new RangeError('no line to enter');
      const flow = opening.tag === 'note' ? 'note' : 'text';
      const before = last[flow];
      const goesOn = before && continuesGroup(before.line, opening) && (opening.startOffset > 0 || !opening.first);
      open = goesOn ? before.element : elementFor(opening);
      linked = open;
      last[flow] = { element: open, line: opening };
    },
    markWords: (page) => markIn(entered(open), page),
    markNumber: (page) => {
      const block = entered(open);
      linked = element('Link', element(block.kind === 'Note' ? 'Lbl' : 'Reference', block));
      return markIn(linked, page);
    },
    leaveEmpty: (line) => {
      last.text = { element: elementFor(line), line };
    },
    pageKey: (page) => page,
    addLink: (annotation, page) => {
      const holder = entered(linked);
      holder.parts.push({ page, annotation });
      return pageCount + links.push(holder.ref) - 1;
    },
    finish: (pages) => {
      const tree = file.reserve();
      writeElement(file, root, tree, { pages, heightPt });
      const rows = [...marks.map((refs) => array(refs)), ...links].flatMap((row, key) => [key, row]);
      const parents = file.add(dictionary({ Nums: array(rows) }));
      const names = notes.flatMap(({ id, ref }) => [text(id ?? ''), ref]);
      const IDTree = names.length === 0 ? undefined : file.add(dictionary({ Names: array(names) }));
      const entries = {
        Type: '/StructTreeRoot',
        IDTree,
        K: array([root.ref]),
        ParentTree: parents,
        ParentTreeNextKey: pageCount + links.length,
      };
      file.set(tree, dictionary(entries));
      return tree;
    },
  };
}

function lastOfKind({ parts }: Element, kind: string): Element | undefined {
  const last = parts.at(-1);
  return last && 'kind' in last && last.kind === kind ? last : undefined;
}

function entered(element: Element | undefined): Element {
  if (element === undefined) throw new RangeError('no element was entered');
  return element;
}

/** The pages that elements point to, and how high they are. */
interface Paper {
  readonly pages: readonly Ref[];
  readonly heightPt: number;
}

function writeElement(file: PdfFile, { kind, ref, parts, figure, id }: Element, parent: Ref, paper: Paper): void {
  const { pages } = paper;
  const content = parts.find((part): part is Content => 'page' in part);
  const page = content && pages[content.page];
  const kids = parts.map((part) => {
    if ('kind' in part) return part.ref;
    const other = pages[part.page];
    if ('annotation' in part) return dictionary({ Type: '/OBJR', Obj: part.annotation, Pg: other });
    return other === page ? part.mark : dictionary({ Type: '/MCR', Pg: other, MCID: part.mark });
  });
  const scope = kind === 'TH' ? dictionary({ O: '/Table', Scope: '/Column' }) : undefined;
  const A = figure ? figureBox(figure, paper) : scope;
  const Alt = figure?.picture && text(figure.picture.alt);
  file.set(
    ref,
    dictionary({
      Type: '/StructElem',
      S: name(kind),
      P: parent,
      Pg: page,
      A,
      Alt,
      ID: id === undefined ? undefined : text(id),
      K: array(kids),
    }),
  );
  for (const part of parts) if ('kind' in part) writeElement(file, part, ref, paper);
}

/** Where a figure stands on its page (14.8.5.4.3). */
function figureBox({ xPt, topPt, widthPt, heightPt }: PageLine, paper: Paper): string {
  const box = [xPt, paper.heightPt - topPt - heightPt, xPt + widthPt, paper.heightPt - topPt].map(number);
  return dictionary({ O: '/Layout', Placement: '/Block', BBox: array(box) });
}
