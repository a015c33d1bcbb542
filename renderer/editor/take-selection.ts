import { Range, Transforms } from 'slate';
import { ReactEditor } from 'slate-react';
import type { ArticleEditorInstance } from './slate-types.js';

/**
 * Slate reads the window's selection up to 100 ms late. What a command, a copy or a composed phrase works on must be
 * what the editor sees selected, so it is read here and now; a selection outside the text is left alone.
 */
export function takeSelection(editor: ArticleEditorInstance): void {
  const selection = document.getSelection();
  const surface = ReactEditor.toDOMNode(editor, editor);
  if (!selection?.anchorNode || !surface.contains(selection.anchorNode) || !surface.contains(selection.focusNode)) return;
  const range = ReactEditor.toSlateRange(editor, selection, { exactMatch: false, suppressThrow: true });
  if (range && !(editor.selection && Range.equals(range, editor.selection))) Transforms.select(editor, range);
}
