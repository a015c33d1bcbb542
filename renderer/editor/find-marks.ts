/** Hits marked in the text, past the document: painted by the CSS Custom Highlight API over ranges of what is on screen. */
import { useEffect } from 'react';
import { ReactEditor } from 'slate-react';
import { isTextPlace } from '../../shared/document/text-place.js';
import { hitId, type Hit } from '../../shared/find/find-hits.js';
import { caretToPoint } from './caret.js';
import type { ArticleEditorInstance } from './slate-types.js';
import { findStore, type FindState } from '../find/find-store.js';

const names = ['find-hit', 'find-off', 'find-current'] as const;

/** Keeps the marks of the shown article true, and the current hit in view. */
export function useFindMarks(editor: ArticleEditorInstance, itemId: string): void {
  useEffect(() => {
    let shown: string | undefined;
    const paint = (state: FindState): void => {
      // The browser holds the letters of a phrase in the text: ranges move along by themselves.
      if (ReactEditor.isComposing(editor)) return;
      const current = paintHits(editor, itemId, state);
      if (current && state.current !== shown) bringIntoView(current);
      shown = state.current;
    };
    paint(findStore.getState());
    const stop = findStore.subscribe(paint);
    return () => {
      stop();
      for (const name of names) CSS.highlights.delete(name);
    };
  }, [editor, itemId]);
}

function paintHits(editor: ArticleEditorInstance, itemId: string, { hits, off, current }: FindState): Range | undefined {
  const ranges: Record<(typeof names)[number], Range[]> = { 'find-hit': [], 'find-off': [], 'find-current': [] };
  for (const hit of hits) {
    const range = isTextPlace(hit.place) && hit.place.itemId === itemId ? rangeOf(editor, hit) : undefined;
    const id = hitId(hit);
    if (range) ranges[id === current ? 'find-current' : off.has(id) ? 'find-off' : 'find-hit'].push(range);
  }
  for (const name of names) {
    if (ranges[name].length === 0) CSS.highlights.delete(name);
    else CSS.highlights.set(name, new Highlight(...ranges[name]));
  }
  return ranges['find-current'][0];
}

function rangeOf(editor: ArticleEditorInstance, { place, from, to }: Hit): Range | undefined {
  if (!isTextPlace(place)) return undefined;
  const anchor = caretToPoint(editor, place);
  const focus = caretToPoint(editor, { ...place, offset: place.offset + to - from });
  if (!anchor || !focus || !ReactEditor.hasRange(editor, { anchor, focus })) return undefined;
  try {
    return ReactEditor.toDOMRange(editor, { anchor, focus });
  } catch {
    // Drawn a moment later: the next look paints it.
    return undefined;
  }
}

function bringIntoView(range: Range): void {
  const scroller = range.startContainer.parentElement?.closest('.ae-scroll');
  const box = range.getBoundingClientRect();
  const view = scroller?.getBoundingClientRect();
  if (!scroller || !view || (box.top >= view.top && box.bottom <= view.bottom)) return;
  scroller.scrollBy(0, (box.top + box.bottom - view.top - view.bottom) / 2);
}
