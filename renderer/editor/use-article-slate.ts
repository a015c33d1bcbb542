/** The Slate editor behind the writing surface: out go items and carets, in come values from elsewhere and wishes for the cursor. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { createEditor, Transforms } from 'slate';
import { EDITOR_TO_PENDING_INSERTION_MARKS } from 'slate-dom';
import { ReactEditor, withReact } from 'slate-react';
import { findItem } from '../../shared/document/edit-issue.js';
import { issueSize, itemSize } from '../../shared/document/issue-size.js';
import type { Item } from '../../shared/document/issue.js';
import { mergeItem } from './merge-item.js';
import { issueSession } from '../state/issue-session.js';
import { newId } from '../state/new-id.js';
import type { FocusRequest } from '../state/selection.js';
import type { TextPlace } from '../../shared/document/text-place.js';
import { blocksOf } from './article-blocks.js';
import { caretToPoint, pointToCaret } from './caret.js';
import { refusePasted, withGrowthLimits, type GrowthPorts } from './growth.js';
import { insertPictures, picturesIn } from './insert-pictures.js';
import { copySelection, insertPasted } from './insert-pasted.js';
import { readPaste } from './paste.js';
import { replaceBlocks } from './replace-blocks.js';
import { sameItem } from './same-item.js';
import { showCaret } from './show-caret.js';
import type { ArticleEditorInstance } from './slate-types.js';
import { fromSlate, toSlate } from './slate-value.js';
import { createUndoSteps } from './undo-step.js';
import { takeSelection, takeSelectionForPhrase } from './take-selection.js';
import { withArticle } from './with-article.js';

export interface ArticleSlateOptions {
  readonly item: Item;
  readonly focus?: FocusRequest | undefined;
  onChange(item: Item, merge: string): void;
  onCaret(caret: TextPlace): void;
}

/** What `Editable` is to call around a composed phrase and before the browser's own edits. */
export interface WritingHandlers {
  onCompositionStart(): void;
  onCompositionEnd(): void;
  onDOMBeforeInput(event: InputEvent): void;
}

export function useArticleSlate(options: ArticleSlateOptions, tell: (sentence: string | undefined) => void) {
  const { item, focus } = options;
  const [editor] = useState(() => makeEditor(item.type, tell));
  const [initialValue] = useState(() => toSlate(item));
  const [steps] = useState(createUndoSteps);
  const latest = useRef({ options, item, shown: item });
  useLayoutEffect(() => {
    latest.current.options = options;
  });
  /** Shows what came from elsewhere; not while a phrase is composed, whose letters the browser holds in the text. */
  const takeIn = useCallback(() => {
    const { current } = latest;
    if (current.shown === current.item || ReactEditor.isComposing(editor)) return;
    current.shown = current.item;
    replaceBlocks(editor, toSlate(current.item));
  }, [editor]);
  // A value that did not come from this editor: undo, or an edit elsewhere.
  useLayoutEffect(() => {
    latest.current.item = item;
    takeIn();
  }, [item, takeIn]);
  useFocusRequest(editor, item.id, focus);
  const onSlateChange = useCallback(() => {
    const { current } = latest;
    const { operations } = editor;
    if (operations.some(({ type }) => type !== 'set_selection')) {
      const next = fromSlate(blocksOf(editor), current.shown);
      const merge = steps.keyFor(operations, blocksOf(editor));
      if (!sameItem(next, current.shown)) {
        current.item = current.shown === current.item ? next : mergeItem(current.shown, next, current.item);
        current.shown = next;
        current.options.onChange(current.item, merge);
      }
      takeIn();
    }
    const caret = editor.selection && pointToCaret(editor, current.item.id, editor.selection.focus);
    if (caret) current.options.onCaret(caret);
  }, [editor, steps, takeIn]);
  const editable = useMemo(() => writing(editor, steps.commitPhrase), [editor, steps]);
  // A phrase given up changes nothing: what came meanwhile is shown once the editor knows that it has ended.
  useEffect(() => {
    const surface = ReactEditor.toDOMNode(editor, editor);
    const takeInSoon = (): void => void setTimeout(takeIn);
    surface.addEventListener('compositionend', takeInSoon);
    return () => surface.removeEventListener('compositionend', takeInSoon);
  }, [editor, takeIn]);
  return { editor, initialValue, onSlateChange, editable };
}

function makeEditor(form: Item['type'], tell: (sentence: string | undefined) => void): ArticleEditorInstance {
  const ports: GrowthPorts = { elsewhere: sizeElsewhere, tell };
  const editor = withGrowthLimits(withArticle(withReact(createEditor()), { form, nextId: newId }), ports);
  editor.setFragmentData = (data) => {
    takeSelection(editor);
    copySelection(editor, data);
  };
  editor.insertData = (data) => {
    const pictures = picturesIn(data);
    // Word puts a picture of the words beside the words.
    if (pictures.length > 0 && data.getData('text/plain').trim() === '') {
      void insertPictures(editor, pictures, newId, tell);
      return;
    }
    const pasted = readPaste(data.getData('text/html'), data.getData('text/plain'));
    const refusal = 'refusal' in pasted ? pasted.refusal : refusePasted(editor, pasted, ports);
    tell('refusal' in pasted || refusal !== undefined ? refusal : insertPasted(editor, pasted, newId));
  };
  return editor;
}

/** Length of the open issue's texts outside the item that is shown. */
function sizeElsewhere(): number {
  const { issue, current } = issueSession.getState();
  const shown = issue && current.kind === 'item' ? findItem(issue, current.itemId)?.item : undefined;
  return issue ? issueSize(issue) - (shown ? itemSize(shown) : 0) : 0;
}

/** The last wish that was carried out; wishes of an earlier visit to the article are not repeated. */
let served: FocusRequest | undefined;

function useFocusRequest(editor: ArticleEditorInstance, itemId: string, focus: FocusRequest | undefined): void {
  useEffect(() => {
    if (!focus || focus.caret.itemId !== itemId || focus === served) return undefined;
    served = focus;
    const point = caretToPoint(editor, focus.caret);
    if (!point) return undefined;
    const end = focus.to && caretToPoint(editor, focus.to);
    Transforms.select(editor, end ? { anchor: point, focus: end } : point);
    ReactEditor.focus(editor);
    // Slate scrolls only to a selection that it sets while drawing; focusing sets it before.
    const frame = requestAnimationFrame(() => showCaret(editor));
    return () => cancelAnimationFrame(frame);
  }, [editor, itemId, focus]);
}

/**
 * Placeholders must not show under a phrase being composed, which Slate's value does not hold yet. The attribute is
 * set past React: nothing may render into a block while it is composed in.
 */
function writing(editor: ArticleEditorInstance, commitPhrase: () => void): WritingHandlers {
  const mark = (isComposing: boolean): void => {
    ReactEditor.toDOMNode(editor, editor).toggleAttribute('data-composing', isComposing);
  };
  let marks: ArticleEditorInstance['marks'] = null;
  return {
    onCompositionStart: () => {
      takeSelectionForPhrase(editor);
      marks = editor.marks;
      mark(true);
    },
    onCompositionEnd: () => {
      mark(false);
      // Slate writes the phrase with the marks it drew last, which may be those of where the cursor was a key before.
      if (marks === null) EDITOR_TO_PENDING_INSERTION_MARKS.delete(editor);
      else EDITOR_TO_PENDING_INSERTION_MARKS.set(editor, marks);
      commitPhrase();
    },
    // Slate deletes what it has selected itself: of keys pressed quickly after one another that would be what was selected before.
    onDOMBeforeInput: ({ inputType, isComposing }) => {
      if (inputType.startsWith('delete') && !isComposing) takeSelection(editor);
    },
  };
}
