/** 紧排 and 松排: the selected paragraphs set closer or wider. */
import { Editor, Transforms } from 'slate';
import type { ParagraphFit } from '../../shared/document/paragraph-fit.js';
import { blocksOf } from './article-blocks.js';
import { selectedParagraphs } from './paragraph-level.js';
import type { ArticleEditorInstance, ParagraphBlock } from './slate-types.js';

/** Sets the selected paragraphs so, or as their style has them again where all are. */
export function toggleFit(editor: ArticleEditorInstance, fit: ParagraphFit): void {
  const indexes = selectedParagraphs(editor);
  const isOn = indexes.every((index) => {
    const block = blocksOf(editor)[index];
    return block?.type === 'paragraph' && block.fit === fit;
  });
  Editor.withoutNormalizing(editor, () => {
    for (const index of indexes) {
      if (isOn) Transforms.unsetNodes<ParagraphBlock>(editor, 'fit', { at: [index] });
      else Transforms.setNodes<ParagraphBlock>(editor, { fit }, { at: [index] });
    }
  });
}
