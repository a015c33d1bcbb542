/** The tags of a PDF: what its structure tree says the words of a page are. */
import type { getDocumentProxy } from 'unpdf';
import type { PdfBlock, PdfCell } from '../../../shared/recognize/pdf-piece.js';

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;

/** Blocks of one page by the number of their marked content. */
export type PageTags = ReadonlyMap<string, PdfBlock>;

/** Parts of one page's tree, and of those of all pages, that are looked at; a tree of more says nothing. */
const [mostNodes, mostOfFile] = [20_000, 400_000];
const deepest = 60;

/** Reads the tags of one page after the other. */
export class TagReader {
  private left = mostOfFile;

  /** The blocks of a page; undefined where it has no tags, or far too many. */
  async read(page: Page): Promise<PageTags | undefined> {
    if (this.left <= 0) return undefined;
    const tree: unknown = await page.getStructTree().catch(() => undefined);
    if (!tree) return undefined;
    const walk = new TagWalk(Math.min(mostNodes, this.left));
    const isWhole = walk.enter(tree, {}, 0);
    this.left = isWhole ? this.left - walk.count : this.left - mostNodes;
    return isWhole && walk.blocks.size > 0 ? walk.blocks : undefined;
  }
}

/** What stands around a part of the tree. */
interface Around {
  readonly block?: PdfBlock;
  readonly cell?: PdfCell;
  /** An item of a list whose first paragraph is to go on with its number. */
  readonly item?: { block: PdfBlock; isTaken: boolean };
  readonly isNote?: true;
}

const paragraphs = new Set(['P', 'Caption', 'TOCI', 'BibEntry', 'Title', 'Subtitle', 'H']);

class TagWalk {
  readonly blocks = new Map<string, PdfBlock>();
  count = 0;
  private order = 0;
  private tables = 0;
  private row = 0;
  private column = 0;
  private columns = 0;
  private loose: PdfBlock | undefined;

  constructor(private readonly most: number) {}

  /** Whether a part of the tree was read to its end. */
  enter(node: unknown, around: Around, depth: number): boolean {
    this.count += 1;
    if (this.count > this.most || depth > deepest) return false;
    if (!isRecord(node)) return true;
    if (typeof node.id === 'string' && node.type === 'content') this.blocks.set(node.id, around.block ?? this.looseIn(around));
    if (typeof node.role !== 'string' || !Array.isArray(node.children)) return true;
    const own = this.aroundWithin(node.role, around);
    if (node.role === 'TR') this.columns = node.children.filter((child) => isRecord(child) && isCellRole(child.role)).length;
    return node.children.every((child) => this.enter(child, own, depth + 1));
  }

  private looseIn({ cell }: Around): PdfBlock {
    if (this.loose === undefined || this.loose.cell !== cell) this.loose = this.open('loose', cell);
    return this.loose;
  }

  private open(kind: PdfBlock['kind'], cell: PdfCell | undefined, heading?: number): PdfBlock {
    this.order += 1;
    this.loose = undefined;
    return { order: this.order, kind, ...(heading === undefined ? {} : { heading }), ...(cell ? { cell } : {}) };
  }

  private aroundWithin(role: string, around: Around): Around {
    const { cell, item, isNote } = around;
    if (role === 'Note' || role === 'FENote') return { block: this.open('note', cell), isNote: true };
    if (isNote) return around;
    if (cell === undefined && role === 'Table') {
      this.tables += 1;
      this.row = 0;
      return {};
    }
    if (cell === undefined && role === 'TR') {
      this.row += 1;
      this.column = 0;
      return {};
    }
    if (cell === undefined && isCellRole(role)) {
      this.column += 1;
      return { cell: { table: this.tables, row: this.row, column: this.column, columns: this.columns, isHeader: role === 'TH' } };
    }
    if (role === 'LI') {
      const block: PdfBlock = { ...this.open('paragraph', cell), isItem: true };
      return { block, item: { block, isTaken: false }, ...(cell ? { cell } : {}) };
    }
    const heading = /^H([1-6])$/u.exec(role)?.[1];
    if (heading === undefined && !paragraphs.has(role)) return around;
    if (item && !item.isTaken) {
      item.isTaken = true;
      return { ...around, block: item.block };
    }
    return { ...around, block: this.open('paragraph', cell, heading === undefined ? undefined : Number(heading)) };
  }
}

const isCellRole = (role: unknown): boolean => role === 'TD' || role === 'TH';

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
