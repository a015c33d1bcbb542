/** Levels of heading paragraphs, 一、（一）1.（1）, with their running numbers. */
import { Editor, Range, Transforms } from 'slate';
import type { Level } from '../../shared/document/issue.js';
import { blockAt, blocksOf } from './article-blocks.js';
import { levelNumber, openingNumber } from './lead.js';
import { blockText } from './slate-value.js';
import type { ArticleEditorInstance, ParagraphBlock } from './slate-types.js';

/** Makes the selected paragraphs headings of a level, or running text again when `level` is absent. */
export function setLevel(editor: ArticleEditorInstance, level: Level | undefined): void {
  Editor.withoutNormalizing(editor, () => {
    for (const index of selectedParagraphs(editor)) setParagraphLevel(editor, index, level);
  });
}

/** Tab and Shift+Tab: one level deeper or higher; running text is above 一、. */
export function shiftLevel(editor: ArticleEditorInstance, direction: 1 | -1): void {
  const index = selectedParagraphs(editor)[0];
  const block = index === undefined ? undefined : blocksOf(editor)[index];
  if (block?.type !== 'paragraph' || block.picture) return;
  const next = (block.level ?? 0) + direction;
  if (next < 0 || next > 4) return;
  setLevel(editor, next === 0 ? undefined : (next as Level));
}

/** The paragraphs the selection reaches into, by their places among the blocks. */
export function selectedParagraphs(editor: ArticleEditorInstance): readonly number[] {
  if (!editor.selection) return [];
  const [first, last] = Range.edges(editor.selection).map((point) => blockAt(editor, point)?.index ?? -1) as [number, number];
  return blocksOf(editor).flatMap((block, index) =>
    block.type === 'paragraph' && !block.picture && index >= first && index <= last ? [index] : [],
  );
}

function setParagraphLevel(editor: ArticleEditorInstance, index: number, level: Level | undefined): void {
  const block = blocksOf(editor)[index];
  if (block?.type !== 'paragraph' || block.level === level) return;
  if (level === undefined) {
    Transforms.unsetNodes<ParagraphBlock>(editor, 'level', { at: [index] });
    return;
  }
  renumber(editor, index, levelNumber(level, countBefore(editor, index, level) + 1));
  Transforms.setNodes<ParagraphBlock>(editor, { level }, { at: [index] });
}

/** Swaps the heading number a paragraph opens with, or puts one there. */
function renumber(editor: ArticleEditorInstance, index: number, number: string): void {
  const block = blocksOf(editor)[index];
  const old = block ? openingNumber(blockText(block)) : '';
  const start = Editor.start(editor, [index]);
  if (old !== '') Transforms.delete(editor, { at: { anchor: start, focus: { ...start, offset: old.length } } });
  Transforms.insertText(editor, number, { at: Editor.start(editor, [index]) });
}

/** Headings of the level before `index` since the last heading above that level. */
function countBefore(editor: ArticleEditorInstance, index: number, level: Level): number {
  let count = 0;
  for (const block of blocksOf(editor).slice(0, index).toReversed()) {
    if (block.type !== 'paragraph' || !block.level) continue;
    if (block.level < level) break;
    if (block.level === level) count += 1;
  }
  return count;
}
