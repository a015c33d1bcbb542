/** Selection and scroll of every article looked at, so that coming back to one finds it as it was left. */
import { useLayoutEffect } from 'react';
import { Editor, Node, Text, Transforms, type Point, type Range } from 'slate';
import { ReactEditor } from 'slate-react';
import type { ArticleEditorInstance } from './slate-types.js';
import { takeSelection } from './take-selection.js';

interface KeptPlace {
  readonly selection: Range | null;
  readonly scrollTopPx: number;
}

const places = new Map<string, KeptPlace>();

/** Keeps where the editor is in an article when its surface goes away, and takes the surface back there. */
export function useKeptPlace(editor: ArticleEditorInstance, itemId: string): void {
  useLayoutEffect(() => {
    const scroller = ReactEditor.toDOMNode(editor, editor).parentElement;
    const kept = places.get(itemId);
    if (kept) returnTo(editor, scroller, kept);
    return () => {
      takeSelection(editor);
      places.set(itemId, { selection: editor.selection, scrollTopPx: scroller?.scrollTop ?? 0 });
    };
  }, [editor, itemId]);
}

function returnTo(editor: ArticleEditorInstance, scroller: HTMLElement | null, { selection, scrollTopPx }: KeptPlace): void {
  if (selection && isThere(editor, selection.anchor) && isThere(editor, selection.focus)) Transforms.select(editor, selection);
  if (scroller) scroller.scrollTop = scrollTopPx;
}

/** The text may have been changed from elsewhere meanwhile. */
function isThere(editor: ArticleEditorInstance, { path, offset }: Point): boolean {
  if (!Editor.hasPath(editor, path)) return false;
  const node = Node.get(editor, path);
  return Text.isText(node) && offset <= node.text.length;
}
