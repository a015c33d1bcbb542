// @vitest-environment window
import { cleanup, render } from '@testing-library/react';
import { Transforms } from 'slate';
import { Editable, Slate } from 'slate-react';
import { afterEach, expect, test } from 'vitest';
import type { ArticleEditorInstance } from '../../../../renderer/editor/slate-types.js';
import { useArticleSlate } from '../../../../renderer/editor/use-article-slate.js';
import { sizeLimits } from '../../../../shared/document/issue-size.js';
import type { Item } from '../../../../shared/document/issue.js';
import { article, column, issue, p } from '../../../helpers/build-issue.js';

afterEach(cleanup);

function shown(item: Item) {
  const told: (string | undefined)[] = [];
  let latest = item;
  let made: ArticleEditorInstance | undefined;
  function Surface() {
    const options = { item, focus: undefined, onChange: (next: Item) => (latest = next), onCaret: () => undefined };
    const { editor, initialValue, onSlateChange, editable } = useArticleSlate(options, (sentence) => told.push(sentence));
    made = editor;
    return (
      <Slate editor={editor} initialValue={initialValue} onChange={onSlateChange}>
        <Editable {...editable} />
      </Slate>
    );
  }
  render(<Surface />);
  if (!made) throw new Error('no editor');
  return { editor: made, told, now: () => latest };
}

const sample = issue(column('工作动态', article('示例区读书', p('开头。')))).columns[0]?.items[0] as Item;

const clipboard = (text: string) =>
  ({ files: [] as unknown, getData: (type: string) => (type === 'text/plain' ? text : '') }) as DataTransfer;

// Slate tells of a change after the present turn.
const settled = () => new Promise((resolve) => setTimeout(resolve));

test('a paste goes into the article; one that is too large is refused with a sentence and changes nothing', async () => {
  const { editor, told, now } = shown(sample);
  Transforms.select(editor, { path: [1, 1], offset: 0 });
  editor.insertData(clipboard('甲县'));
  await settled();
  expect(
    now()
      .paragraphs.map(({ text }) => text)
      .join(),
  ).toContain('甲县');
  const before = now();
  editor.insertData(clipboard('乙'.repeat(sizeLimits.paragraph + 1)));
  await settled();
  expect(told.at(-1)).toContain('一段最多');
  expect(now()).toBe(before);
});
