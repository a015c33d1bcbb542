import { ReactEditor } from 'slate-react';
import type { ArticleEditorInstance } from './slate-types.js';

/** Brings the cursor to the middle of the view when the text shows another part; in view it stays where it is. */
export function showCaret(editor: ArticleEditorInstance): void {
  const { selection } = editor;
  const scroller = ReactEditor.toDOMNode(editor, editor).parentElement;
  if (!selection || !scroller || !ReactEditor.hasRange(editor, selection)) return;
  const caret = caretBox(ReactEditor.toDOMRange(editor, selection)),
    view = scroller.getBoundingClientRect();
  if (caret.top >= view.top && caret.bottom <= view.bottom) return;
  scroller.scrollBy(0, (caret.top + caret.bottom - view.top - view.bottom) / 2);
}

/** In an empty block the cursor has no box of its own. */
function caretBox(range: Range): DOMRect {
  const own = range.getBoundingClientRect();
  const { startContainer } = range;
  const element = startContainer instanceof Element ? startContainer : startContainer.parentElement;
  return own.height > 0 || !element ? own : element.getBoundingClientRect();
}
