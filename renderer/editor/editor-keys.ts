/** Keys of the writing surface that are not in the table of commands. */
import type { KeyboardEvent } from 'react';
import { blockAt } from './article-blocks.js';
import { shiftLevel } from './paragraph-level.js';
import type { ArticleEditorInstance } from './slate-types.js';
import { unitsNow } from '../state/units.js';
import { completeSource, sourceCompletions } from './source-names.js';
import { takeSelection } from './take-selection.js';
import { arrowTarget, goToCell } from './table-arrows.js';
import { moveCell } from './table-edit.js';
import { leaveField } from './with-article.js';

/** Carries out a key press; returns whether it did. Keys belong to the input method while it composes. */
export function handleKey(event: KeyboardEvent, editor: ArticleEditorInstance): boolean {
  if (event.nativeEvent.isComposing || event.keyCode === 229 || event.defaultPrevented) return false;
  const action = actionOf(event, editor);
  if (!action) return false;
  event.preventDefault();
  takeSelection(editor);
  action();
  return true;
}

function actionOf(event: KeyboardEvent, editor: ArticleEditorInstance): (() => void) | undefined {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  const isControl = ctrlKey || metaKey;
  // The browser's own bold, italic and underline: print knows none of them.
  if (isControl && !altKey && /^[biu]$/iu.test(key)) return () => undefined;
  if (key === 'Tab' && !isControl && !altKey) return () => tab(editor, shiftKey ? -1 : 1);
  if ((key === 'ArrowUp' || key === 'ArrowDown') && !isControl && !altKey && !shiftKey) {
    const target = arrowTarget(editor, key === 'ArrowDown' ? 1 : -1);
    return target && (() => goToCell(editor, target));
  }
  return undefined;
}

/** Tab: the next field from title and subtitle, the next cell of a table, one level deeper in a paragraph, the unit's whole name in the source line; with Shift the other way. */
function tab(editor: ArticleEditorInstance, direction: 1 | -1): void {
  const block = editor.selection ? blockAt(editor, editor.selection.focus)?.block : undefined;
  const [unit] = direction > 0 ? sourceCompletions(editor, unitsNow()) : [];
  if (block?.type === 'table') moveCell(editor, direction);
  else if (block?.type === 'paragraph') shiftLevel(editor, direction);
  else if (unit !== undefined) completeSource(editor, unit);
  else leaveField(editor, direction);
}
