/** Blocks of the article editor and places in them, counted over a block's whole text. */
import { Path, type Point } from 'slate';
import { tableLines } from './table-value.js';
import type { ArticleBlock, ArticleEditorInstance, ArticleText } from './slate-types.js';

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

function offsetInTexts(texts: readonly ArticleText[], child: number | undefined, offset: number): number {
  return texts.slice(0, child).reduce((sum, { text }) => sum + text.length, 0) + offset;
}

/** The point at an offset of a block's whole text, clamped to it; at an edge of two texts, the end of the first. */
export function pointInBlock(editor: ArticleEditorInstance, index: number, offset: number): Point {
  const block = blocksOf(editor)[index];
  if (block?.type !== 'table') return pointInTexts(block?.children ?? [], [index], offset);
  const lines = tableLines(block);
  const line = lines.findLast(({ start }) => start <= offset) ?? lines[0];
  return pointInTexts(line?.line.children ?? [], [index, ...(line?.path ?? [])], offset - (line?.start ?? 0));
}

function pointInTexts(texts: readonly ArticleText[], path: Path, offset: number): Point {
  let left = Math.max(0, offset);
  for (const [child, { text }] of texts.entries()) {
    if (left <= text.length) return { path: [...path, child], offset: left };
    left -= text.length;
  }
  return { path: [...path, Math.max(0, texts.length - 1)], offset: texts.at(-1)?.text.length ?? 0 };
}
