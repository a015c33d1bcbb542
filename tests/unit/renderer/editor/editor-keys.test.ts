// @vitest-environment window
import type { KeyboardEvent } from 'react';
import { createEditor, Editor, Transforms } from 'slate';
import { ReactEditor, withReact } from 'slate-react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { handleKey } from '../../../../renderer/editor/editor-keys.js';
import type { ArticleEditorInstance, ParagraphBlock } from '../../../../renderer/editor/slate-types.js';
import { withArticle } from '../../../../renderer/editor/with-article.js';

let editor: ArticleEditorInstance;
beforeEach(() => {
  vi.spyOn(ReactEditor, 'toDOMNode').mockReturnValue(document.body);
  editor = withArticle(withReact(createEditor()), { form: 'article', nextId: () => 'n' });
  editor.children = [
    { type: 'title', children: [{ text: '甲县抓实宣讲' }] },
    { type: 'paragraph', id: 'p', children: [{ text: '开展活动。' }] },
    { type: 'source', children: [{ text: '' }] },
  ];
  Transforms.select(editor, Editor.start(editor, [1]));
});

function press(init: KeyboardEventInit & { keyCode?: number }) {
  const nativeEvent = new window.KeyboardEvent('keydown', { cancelable: true, ...init });
  const { key, ctrlKey, metaKey, altKey, shiftKey } = nativeEvent;
  const event = {
    nativeEvent,
    key,
    ctrlKey,
    metaKey,
    altKey,
    shiftKey,
    keyCode: init.keyCode ?? 0,
    defaultPrevented: false,
    preventDefault: vi.fn(),
  };
  return { isTaken: handleKey(event as unknown as KeyboardEvent, editor), event };
}

const level = () => (editor.children[1] as ParagraphBlock).level;

describe('the keys of the writing surface', () => {
  it('make a paragraph a heading and a plain one again', () => {
    expect(press({ key: 'Tab' }).isTaken).toBe(true);
    expect(level()).toBe(1);
    press({ key: 'Tab', shiftKey: true });
    expect(level()).toBeUndefined();
  });

  it('go on from a title to the text', () => {
    Transforms.select(editor, Editor.start(editor, [0]));
    press({ key: 'Tab' });
    expect(editor.selection?.anchor.path[0]).toBe(1);
  });

  it('are the input method’s while it composes, also where it does not say so', () => {
    for (const init of [
      { key: 'Tab', isComposing: true },
      { key: 'Tab', keyCode: 229 },
      { key: 'b', ctrlKey: true, isComposing: true },
    ]) {
      const { isTaken, event } = press(init);
      expect([isTaken, event.preventDefault.mock.calls.length]).toEqual([false, 0]);
    }
    expect(level()).toBeUndefined();
  });

  it('keep bold, italic and underline of the browser out of the text, and leave the rest', () => {
    for (const key of ['b', 'i', 'u']) expect(press({ key, ctrlKey: true }).event.preventDefault).toHaveBeenCalledOnce();
    expect([press({ key: 'a' }).isTaken, press({ key: 'c', ctrlKey: true }).isTaken]).toEqual([false, false]);
  });
});
