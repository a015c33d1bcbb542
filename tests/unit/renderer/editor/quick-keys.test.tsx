// @vitest-environment window
import { cleanup, render } from '@testing-library/react';
import { Transforms } from 'slate';
import { EDITOR_TO_PENDING_INSERTION_MARKS } from 'slate-dom';
import { Editable, Slate } from 'slate-react';
import { afterEach, expect, test } from 'vitest';
import type { ArticleEditorInstance } from '../../../../renderer/editor/slate-types.js';
import { useArticleSlate, type WritingHandlers } from '../../../../renderer/editor/use-article-slate.js';
import { article, column, issue, p } from '../../../helpers/build-issue.js';

afterEach(cleanup);

const item = issue(column('工作动态', article('示例区读书', p('一是建强队伍。')))).columns[0]!.items[0]!;

function shown() {
  let made: { readonly editor: ArticleEditorInstance; readonly editable: WritingHandlers } | undefined;
  function Surface() {
    const { editor, initialValue, onSlateChange, editable } = useArticleSlate(
      { item, focus: undefined, onChange: () => undefined, onCaret: () => undefined },
      () => undefined,
    );
    made = { editor, editable };
    return (
      <Slate editor={editor} initialValue={initialValue} onChange={onSlateChange}>
        <Editable {...editable} />
      </Slate>
    );
  }
  const { getByText } = render(<Surface />);
  return { ...made!, text: getByText('一是建强队伍。').firstChild! };
}

const key = (inputType: string, isComposing = false) => ({ inputType, isComposing }) as InputEvent;

// The browser tells of a new selection only in a later turn; Delete pressed at once must take what is seen to be selected.
test('a delete takes what the window has selected, told of or not', () => {
  const { editor, editable, text } = shown();
  const before = { anchor: { path: [1, 0], offset: 7 }, focus: { path: [1, 0], offset: 7 } };
  for (const [event, isTaken] of [
    [key('deleteContentForward'), true],
    [key('deleteWordBackward'), true],
    [key('deleteContentBackward', true), false],
    [key('insertText'), false],
  ] as const) {
    Transforms.select(editor, before);
    document.getSelection()?.setBaseAndExtent(text, 7, text, 2);
    editable.onDOMBeforeInput(event);
    expect(editor.selection?.focus.offset, event.inputType).toBe(isTaken ? 2 : 7);
  }
});

// Slate notes the marks it drew; of arrow keys pressed quickly those may be of where the cursor was a key before.
test('a phrase is written with the marks of where it was begun', () => {
  const { editor, editable } = shown();
  for (const [now, drawn] of [
    [null, {}],
    [{ lead: true }, {}],
    [{}, undefined],
  ] as const) {
    Transforms.select(editor, { path: [1, 0], offset: 3 });
    document.getSelection()?.removeAllRanges();
    editor.marks = now;
    if (drawn === undefined) EDITOR_TO_PENDING_INSERTION_MARKS.delete(editor);
    else EDITOR_TO_PENDING_INSERTION_MARKS.set(editor, drawn);
    editable.onCompositionStart();
    editable.onCompositionEnd();
    expect(EDITOR_TO_PENDING_INSERTION_MARKS.get(editor) ?? null).toEqual(now);
  }
});
