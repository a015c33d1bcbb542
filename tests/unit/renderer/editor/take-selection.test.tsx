// @vitest-environment window
import { cleanup, render } from '@testing-library/react';
import { createEditor, type Descendant } from 'slate';
import { Editable, Slate, withReact } from 'slate-react';
import { afterEach, expect, test } from 'vitest';
import { useWritingSurface } from '../../../../renderer/editor/use-writing-surface.js';
import { takeSelectionOnLeaving } from '../../../../renderer/editor/take-selection.js';
import type { ArticleEditorInstance } from '../../../../renderer/editor/slate-types.js';

afterEach(cleanup);

function shown(): { readonly editor: ArticleEditorInstance; readonly surface: HTMLElement } {
  const editor = withReact(createEditor()) as ArticleEditorInstance;
  const value = [{ type: 'paragraph', id: 'p', children: [{ text: '示例区举办读书活动' }] }] as unknown as Descendant[];
  const { getByRole } = render(
    <Slate editor={editor} initialValue={value}>
      <Editable />
    </Slate>,
  );
  return { editor, surface: getByRole('textbox') };
}

function select(surface: HTMLElement, from: number, to: number): void {
  const text = document.createTreeWalker(surface, NodeFilter.SHOW_TEXT).nextNode();
  document.getSelection()?.setBaseAndExtent(text!, from, text!, to);
}

// Slate takes over the window's selection up to 100 ms late; a key that leaves the text may come before.
test('what is selected at the moment the text is left is what coming back finds', () => {
  const { editor, surface } = shown();
  const stop = takeSelectionOnLeaving(editor);
  select(surface, 1, 4);
  surface.dispatchEvent(new FocusEvent('blur'));
  expect(editor.selection).toEqual({ anchor: { path: [0, 0], offset: 1 }, focus: { path: [0, 0], offset: 4 } });
  stop();
  select(surface, 0, 2);
  surface.dispatchEvent(new FocusEvent('blur'));
  expect(editor.selection?.focus.offset).toBe(4);
});

test('a text that is taken out of the page is not read any more, though that takes the keyboard from it', () => {
  const editor = withReact(createEditor()) as ArticleEditorInstance;
  const value = [{ type: 'paragraph', id: 'p', children: [{ text: '示例区举办读书活动' }] }] as unknown as Descendant[];
  const nothing = (): void => undefined;
  function Text() {
    useWritingSurface({ editor, isBrief: false, isReadOnly: false, tell: nothing, act: nothing, askNote: nothing });
    return (
      <Slate editor={editor} initialValue={value}>
        <Editable />
      </Slate>
    );
  }
  const { getByRole, unmount, container } = render(<Text />);
  const surface = getByRole('textbox');
  select(surface, 1, 4);
  const troubles: unknown[] = [];
  const note = (event: Event): void => void troubles.push(event);
  window.addEventListener('error', note);
  // As browsers do.
  const { removeChild } = container;
  container.removeChild = <Child extends Node>(child: Child): Child => {
    try {
      surface.dispatchEvent(new FocusEvent('blur'));
    } catch (error) {
      troubles.push(error);
    }
    return removeChild.call(container, child) as Child;
  };
  unmount();
  window.removeEventListener('error', note);
  expect([troubles, editor.selection]).toEqual([[], null]);
});
