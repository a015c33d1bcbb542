/** Blocks of the article editor and places in them, counted over a block's whole text. */
import { Path, type Point } from 'slate';
import { tableLines } from './table-value.js';
import { isFootnote, type ArticleBlock, type ArticleEditorInstance, type ArticleInline } from './slate-types.js';

/** The editor's blocks; normalising keeps anything else out of its top level. */
export function blocksOf(editor: ArticleEditorInstance): readonly ArticleBlock[] {
  return editor.children as readonly ArticleBlock[];
}

/** The block that holds a point, with its index. */
export function blockAt(editor: ArticleEditorInstance, point: Point): { block: ArticleBlock; index: number } | undefined {
  const index = point.path[0] ?? -1;
  const block = blocksOf(editor)[index];
  return block && { block, index };
}

/** Offset of a point within its block's whole text. */
export function offsetInBlock(editor: ArticleEditorInstance, point: Point): number {
  const block = blockAt(editor, point)?.block;
  if (!block) return point.offset;
  if (block.type !== 'table') return offsetInTexts(block.children, point.path[1], point.offset);
  const within = point.path.slice(1);
  const line = tableLines(block).find(({ path }) => Path.isAncestor(path as Path, within));
  return line ? line.start + offsetInTexts(line.line.children, within.at(-1), point.offset) : 0;
}

function offsetInTexts(texts: readonly ArticleInline[], child: number | undefined, offset: number): number {
  return texts.slice(0, child).reduce((sum, each) => sum + (isFootnote(each) ? 0 : each.text.length), 0) + offset;
}

/** The point at an offset of a block's whole text, clamped to it; at an edge of two texts, the end of the first. */
export function pointInBlock(editor: ArticleEditorInstance, index: number, offset: number): Point {
  const block = blocksOf(editor)[index];
  if (block?.type !== 'table') return pointInTexts(block?.children ?? [], [index], offset);
  const lines = tableLines(block);
  const line = lines.findLast(({ start }) => start <= offset) ?? lines[0];
  return pointInTexts(line?.line.children ?? [], [index, ...(line?.path ?? [])], offset - (line?.start ?? 0));
}

function pointInTexts(texts: readonly ArticleInline[], path: Path, offset: number): Point {
  let left = Math.max(0, offset);
  let last: Point = { path: [...path, 0], offset: 0 };
  for (const [child, each] of texts.entries()) {
    if (isFootnote(each)) continue;
    const { length } = each.text;
    if (left <= length) return { path: [...path, child], offset: left };
    left -= length;
    last = { path: [...path, child], offset: length };
  }
  return last;
}
