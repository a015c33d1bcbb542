// @vitest-environment window
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { createEditor, Node } from 'slate';
import { Slate, withReact } from 'slate-react';
import { afterEach, describe, expect, it } from 'vitest';
import { EditorToolbar } from '../../../../renderer/editor/editor-toolbar.js';
import type { ArticleBlock, ArticleEditorInstance } from '../../../../renderer/editor/slate-types.js';
import { toSlate } from '../../../../renderer/editor/slate-value.js';
import { withArticle } from '../../../../renderer/editor/with-article.js';
import { article, brief, column, issue, p } from '../../../helpers/build-issue.js';

afterEach(cleanup);

/** The toolbar over an item; the editor it works on. */
function show(part: ReturnType<typeof article> | ReturnType<typeof brief>, isReadOnly = false): ArticleEditorInstance {
  const item = issue(column('经验交流', part)).columns[0]?.items[0] ?? expect.fail();
  const editor = withArticle(withReact(createEditor()), { form: item.type, nextId: () => 'n' });
  render(
    <Slate editor={editor} initialValue={toSlate(item)}>
      <EditorToolbar isBrief={item.type === 'brief'} isReadOnly={isReadOnly} item={item} act={(edit) => edit(editor)} />
    </Slate>,
  );
  return editor;
}

const more = (): HTMLElement => screen.getByRole('button', { name: '更多 ▾' });
const blocks = (editor: ArticleEditorInstance): readonly string[] => (editor.children as ArticleBlock[]).map(({ type }) => type);

async function choose(label: string): Promise<void> {
  fireEvent.click(more());
  const menu = await screen.findByRole('menu');
  fireEvent.click(within(menu).getByText(label));
}

describe('更多', () => {
  it('offers every part that has a button of its own in a wide pane, in the same words', async () => {
    show(article('甲县抓实宣讲', p('甲县开展活动。')));
    fireEvent.click(more());
    const menu = await screen.findByRole('menu');
    const buttons = ['编者按', '副标题', '来源单位'].map((name) => screen.getByRole('button', { name }).title);
    expect(
      within(menu)
        .getAllByRole('menuitem')
        .map(({ textContent }) => textContent),
    ).toEqual(buttons);
  });

  it('takes the cursor to the part, which is made when it is missing', async () => {
    const editor = show(article('甲县抓实宣讲', p('甲县开展活动。')));
    expect(blocks(editor)).not.toContain('subtitle');
    await choose('转到副标题，没有则添加');
    const index = blocks(editor).indexOf('subtitle');
    expect(index).toBe(1);
    expect(editor.selection?.anchor.path[0]).toBe(index);
    expect(Node.string(editor.children[index] as ArticleBlock)).toBe('');
  });

  it('offers of a brief what a brief has', async () => {
    show(brief('丁县启动宣讲', '近日，活动启动。'));
    fireEvent.click(more());
    const menu = await screen.findByRole('menu');
    expect(
      within(menu)
        .getAllByRole('menuitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['转到来源单位']);
  });

  it('opens nothing on an article that can only be read', () => {
    show(article('甲县抓实宣讲', p('甲县开展活动。')), true);
    fireEvent.click(more());
    expect([(more() as HTMLButtonElement).disabled, screen.queryByRole('menu')]).toEqual([true, null]);
  });
});
