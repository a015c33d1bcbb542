import { PDFHexString, PDFName, type PDFDocument, type PDFRef } from 'pdf-lib';
import type { OutlineEntry } from '../../shared/writers/html/outline.js';

interface Node {
  readonly entry: OutlineEntry;
  readonly ref: PDFRef;
  readonly children: Node[];
}

/** Gives a PDF its outline (ISO 32000-1, 12.3.3): columns unfolded to their titles, headings within articles folded. */
export function writeOutline(pdf: PDFDocument, entries: readonly OutlineEntry[]): void {
  if (entries.length === 0) return;
  const root = pdf.context.nextRef();
  const top = toTree(pdf, entries);
  pdf.context.assign(root, pdf.context.obj({ Type: 'Outlines', ...family(top), Count: shownBelow(top) }));
  writeNodes(pdf, top, root);
  pdf.catalog.set(PDFName.of('Outlines'), root);
}

/** Each entry under the last one before it of a higher rank. */
function toTree(pdf: PDFDocument, entries: readonly OutlineEntry[]): readonly Node[] {
  const top: Node[] = [];
  const open: Node[] = [];
  for (const entry of entries) {
    while ((open.at(-1)?.entry.level ?? 0) >= entry.level) open.pop();
    const node: Node = { entry, ref: pdf.context.nextRef(), children: [] };
    (open.at(-1)?.children ?? top).push(node);
    open.push(node);
  }
  return top;
}

function writeNodes(pdf: PDFDocument, nodes: readonly Node[], parent: PDFRef): void {
  nodes.forEach(({ entry: { title, pageIndex, topPt }, ref, children }, index) => {
    const page = pdf.getPage(pageIndex);
    const before = nodes[index - 1],
      after = nodes[index + 1];
    pdf.context.assign(
      ref,
      pdf.context.obj({
        Title: PDFHexString.fromText(title),
        Parent: parent,
        Dest: [page.ref, 'XYZ', 0, page.getHeight() - topPt, 0],
        ...(before ? { Prev: before.ref } : {}),
        ...(after ? { Next: after.ref } : {}),
        ...(children.length > 0 ? { ...family(children), Count: isUnfolded(nodes[index]) ? shownBelow(children) : -children.length } : {}),
      }),
    );
    writeNodes(pdf, children, ref);
  });
}

function family(children: readonly Node[]): { readonly First?: PDFRef; readonly Last?: PDFRef } {
  const first = children[0],
    last = children.at(-1);
  return first && last ? { First: first.ref, Last: last.ref } : {};
}

function isUnfolded(node: Node | undefined): boolean {
  return node?.entry.level === 1;
}

/** How many entries a reader shows at first below these nodes' parent. */
function shownBelow(nodes: readonly Node[]): number {
  return nodes.reduce((sum, node) => sum + 1 + (isUnfolded(node) ? shownBelow(node.children) : 0), 0);
}
