/** The cursor of the article editor as a place in the article, and back. */
import { Editor, Path, type Point } from 'slate';
import type { TextPlace } from '../../shared/document/text-place.js';
import { blockAt, blocksOf, offsetInBlock, pointInBlock } from './article-blocks.js';
import { footnotesIn } from './footnote-edit.js';
import { blockText, isBodyNode } from './slate-value.js';
import type { ArticleBlock, ArticleBlockType, ArticleEditorInstance } from './slate-types.js';

const fieldOfType: Readonly<Record<ArticleBlockType, TextPlace['field']>> = {
  title: 'title',
  subtitle: 'subtitle',
  note: 'editorNote',
  paragraph: 'text',
  table: 'text',
  source: 'source',
};

/** A Slate point as a caret; lines of a title and paragraphs of a 编者按 count one for the break between them. */
export function pointToCaret(editor: ArticleEditorInstance, itemId: string, point: Point): TextPlace | undefined {
  const found = blockAt(editor, point);
  if (!found) return undefined;
  const { block, index } = found;
  const offset = offsetInBlock(editor, point);
  if (isBodyNode(block)) return { itemId, paragraphId: block.id, field: 'text', offset };
  return { itemId, field: fieldOfType[block.type], offset: offset + lengthBefore(blocksOf(editor), block.type, index) };
}

/** The Slate point of a caret, clamped to the text there is; undefined when its field or paragraph is gone. */
export function caretToPoint(editor: ArticleEditorInstance, caret: TextPlace): Point | undefined {
  if (caret.field === 'text') {
    const index = blocksOf(editor).findIndex(
      (block) => isBodyNode(block) && (caret.paragraphId === undefined || block.id === caret.paragraphId),
    );
    return index < 0 ? undefined : pointInBlock(editor, index, caret.offset);
  }
  if (caret.field === 'footnote') return behindFootnote(editor, caret);
  let left = caret.offset;
  let last: Point | undefined;
  for (const [index, block] of blocksOf(editor).entries()) {
    if (fieldOfType[block.type] !== caret.field) continue;
    const { length } = blockText(block);
    last = pointInBlock(editor, index, Math.min(left, length));
    if (left <= length) return last;
    left -= length + 1;
  }
  return last;
}

/** Words of a footnote stand in no text: right behind its number. */
function behindFootnote(editor: ArticleEditorInstance, { paragraphId, offset }: TextPlace): Point | undefined {
  let left = offset;
  const notes = footnotesIn(editor).filter(({ path: [index = -1] }) => {
    const block = blocksOf(editor)[index];
    return block !== undefined && isBodyNode(block) && block.id === paragraphId;
  });
  for (const { note, path } of notes) {
    if (left <= note.words.length) return Editor.start(editor, Path.next(path));
    left -= note.words.length + 1;
  }
  return undefined;
}

function lengthBefore(blocks: readonly ArticleBlock[], type: ArticleBlockType, index: number): number {
  return blocks
    .slice(0, index)
    .filter((block) => block.type === type)
    .reduce((sum, block) => sum + blockText(block).length + 1, 0);
}
