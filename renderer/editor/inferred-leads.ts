/** 段首句 that were guessed on import and wait for the editor's word. */
import { Transforms } from 'slate';
import { blockAt, blocksOf, pointInBlock } from './article-blocks.js';
import { confirmLead } from './lead.js';
import type { ArticleEditorInstance } from './slate-types.js';

/** Paragraphs whose lead was guessed on import, in order. */
export function inferredParagraphs(editor: ArticleEditorInstance): readonly { readonly id: string; readonly index: number }[] {
  return blocksOf(editor).flatMap((block, index) => (block.type === 'paragraph' && block.leadInferred ? [{ id: block.id, index }] : []));
}

/** Takes the cursor to the next guessed lead below it, from the last back to the first. */
export function goToNextInferred(editor: ArticleEditorInstance): void {
  const inferred = inferredParagraphs(editor);
  const from = editor.selection?.focus.path[0] ?? -1;
  const next = inferred.find(({ index }) => index > from) ?? inferred[0];
  if (next) Transforms.select(editor, pointInBlock(editor, next.index, 0));
}

/** Confirms the guessed lead with the cursor and goes on to the next. */
export function confirmAndGoOn(editor: ArticleEditorInstance): void {
  const current = editor.selection ? blockAt(editor, editor.selection.focus)?.block : undefined;
  if (current?.type !== 'paragraph' || !current.leadInferred) return;
  confirmLead(editor, current.id);
  if (inferredParagraphs(editor).length > 0) goToNextInferred(editor);
}
