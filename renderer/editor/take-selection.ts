import { Editor, Range, Transforms, type Point } from 'slate';
import { ReactEditor } from 'slate-react';
import type { ArticleEditorInstance } from './slate-types.js';

/**
 * Slate reads the window's selection up to 100 ms late. What a command, a copy or a composed phrase works on must be
 * what the editor sees selected, so it is read here and now; a selection outside the text is left alone.
 */
export function takeSelection(editor: ArticleEditorInstance): void {
  const range = windowRange(editor);
  if (range && !(editor.selection && Range.equals(range, editor.selection))) Transforms.select(editor, range);
}

/**
 * The same before a phrase is composed: a phrase committed where Slate has no selection, or an old one, would be lost or
 * stand elsewhere. At one place of the text Slate's own choice of leaf (inside or behind a lead) is kept.
 */
export function takeSelectionForPhrase(editor: ArticleEditorInstance): void {
  const range = windowRange(editor);
  const { selection } = editor;
  if (
    range &&
    !(selection && Range.isCollapsed(range) && Range.isCollapsed(selection) && isSamePlace(editor, range.focus, selection.focus))
  ) {
    Transforms.select(editor, range);
  }
  if (!editor.selection) Transforms.select(editor, Editor.start(editor, []));
}

/** Reads the selection at the moment the text gives the keyboard away, so that coming back finds it; returns what stops it. */
export function takeSelectionOnLeaving(editor: ArticleEditorInstance): () => void {
  const surface = ReactEditor.toDOMNode(editor, editor);
  const take = (): void => {
    if (!ReactEditor.isComposing(editor)) takeSelection(editor);
  };
  surface.addEventListener('blur', take);
  return () => surface.removeEventListener('blur', take);
}

/** What the window has selected inside the text, as Slate says it. */
function windowRange(editor: ArticleEditorInstance): Range | null {
  const selection = document.getSelection();
  const surface = ReactEditor.toDOMNode(editor, editor);
  if (!selection?.anchorNode || !surface.contains(selection.anchorNode) || !surface.contains(selection.focusNode)) return null;
  return ReactEditor.toSlateRange(editor, selection, { exactMatch: false, suppressThrow: true });
}

function isSamePlace(editor: ArticleEditorInstance, left: Point, right: Point): boolean {
  return left.path[0] === right.path[0] && offsetInBlock(editor, left) === offsetInBlock(editor, right);
}

function offsetInBlock(editor: ArticleEditorInstance, point: Point): number {
  return Editor.string(editor, { anchor: Editor.start(editor, point.path.slice(0, 1)), focus: point }).length;
}
