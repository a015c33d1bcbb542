/** Blocks of the article editor and places in them, counted over a block's whole text. */
import type { Point } from 'slate';
import type { ArticleBlock, ArticleEditorInstance } from './slate-types.js';

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
  const texts = blockAt(editor, point)?.block.children ?? [];
  return texts.slice(0, point.path[1]).reduce((sum, { text }) => sum + text.length, 0) + point.offset;
}

/** The point at an offset of a block's whole text, clamped to it; at an edge of two texts, the end of the first. */
export function pointInBlock(editor: ArticleEditorInstance, index: number, offset: number): Point {
  const texts = blocksOf(editor)[index]?.children ?? [];
  let left = Math.max(0, offset);
  for (const [child, { text }] of texts.entries()) {
    if (left <= text.length) return { path: [index, child], offset: left };
    left -= text.length;
  }
  return { path: [index, Math.max(0, texts.length - 1)], offset: texts.at(-1)?.text.length ?? 0 };
}
