import type { OutlineEntry } from '../outline.js';
import { array, dictionary, number, text, type PdfFile, type Ref } from './pdf-file.js';

interface Node {
  readonly entry: OutlineEntry;
  readonly ref: Ref;
  readonly children: Node[];
}

/** The outline of a document (12.3.3): columns unfolded to their titles, headings within articles folded; undefined without entries. */
export function writeOutline(
  file: PdfFile,
  entries: readonly OutlineEntry[],
  pages: readonly Ref[],
  pageHeightPt: number,
): Ref | undefined {
  if (entries.length === 0) return undefined;
  const root = file.reserve();
  const top = toTree(file, entries);
  file.set(root, dictionary({ Type: '/Outlines', ...family(top), Count: shownBelow(top) }));
  writeNodes(file, top, root, (entry) => array([pages[entry.pageIndex] ?? '', '/XYZ', 0, number(pageHeightPt - entry.topPt), 0]));
  return root;
}

/** Each entry under the last one before it of a higher rank. */
function toTree(file: PdfFile, entries: readonly OutlineEntry[]): readonly Node[] {
  const top: Node[] = [];
  const open: Node[] = [];
  for (const entry of entries) {
    while ((open.at(-1)?.entry.level ?? 0) >= entry.level) open.pop();
    const node: Node = { entry, ref: file.reserve(), children: [] };
    (open.at(-1)?.children ?? top).push(node);
    open.push(node);
  }
  return top;
}

function writeNodes(file: PdfFile, nodes: readonly Node[], parent: Ref, destination: (entry: OutlineEntry) => string): void {
  nodes.forEach(({ entry, ref, children }, index) => {
    const count = isUnfolded(nodes[index]) ? shownBelow(children) : -children.length;
    file.set(
      ref,
      dictionary({
        Title: text(entry.title),
        Parent: parent,
        Dest: destination(entry),
        Prev: nodes[index - 1]?.ref,
        Next: nodes[index + 1]?.ref,
        ...family(children),
        Count: children.length > 0 ? count : undefined,
      }),
    );
    writeNodes(file, children, ref, destination);
  });
}

function family(children: readonly Node[]): { readonly First: Ref | undefined; readonly Last: Ref | undefined } {
  return { First: children[0]?.ref, Last: children.at(-1)?.ref };
}

function isUnfolded(node: Node | undefined): boolean {
  return node?.entry.level === 1;
}

/** How many entries a reader shows at first below these nodes' parent. */
function shownBelow(nodes: readonly Node[]): number {
  return nodes.reduce((sum, node) => sum + 1 + (isUnfolded(node) ? shownBelow(node.children) : 0), 0);
}
