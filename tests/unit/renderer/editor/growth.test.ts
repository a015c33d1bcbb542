import { Editor, Node, Transforms, type Operation } from 'slate';
import { createEditor } from 'slate';
import { beforeEach, describe, expect, it } from 'vitest';
import { refusePasted, withGrowthLimits } from '../../../../renderer/editor/growth.js';
import type { ArticleBlock, ArticleEditorInstance } from '../../../../renderer/editor/slate-types.js';
import { withArticle } from '../../../../renderer/editor/with-article.js';
import { itemSize, issueSize, refuseGrowth, sizeLimits } from '../../../../shared/document/issue-size.js';
import { article, brief, column, issue, lead, p } from '../../../helpers/build-issue.js';

const words = (count: number): string => '字'.repeat(count);

let told: (string | undefined)[] = [];
let elsewhere = 0;
const ports = { elsewhere: () => elsewhere, tell: (sentence: string | undefined) => void told.push(sentence) };

/** An editor of one paragraph for each text, the cursor at the end of the last; `operations` are those of one action. */
function editorOf(...texts: readonly string[]): ArticleEditorInstance {
  let id = 0;
  const editor = withGrowthLimits(
    withArticle(createEditor() as ArticleEditorInstance, { form: 'article', nextId: () => `n${String((id += 1))}` }),
    ports,
  );
  editor.children = [
    { type: 'title', children: [{ text: '题' }] },
    ...texts.map((text, index): ArticleBlock => ({ type: 'paragraph', id: `p${String(index)}`, children: [{ text }] })),
    { type: 'source', children: [{ text: '' }] },
  ];
  Transforms.select(editor, Editor.end(editor, [texts.length]));
  editor.operations = [];
  return editor;
}

const changes = (editor: ArticleEditorInstance): readonly Operation[] => editor.operations.filter(({ type }) => type !== 'set_selection');
const text = (editor: ArticleEditorInstance, index = 1): string => Node.string(editor.children[index] as ArticleBlock);

beforeEach(() => {
  told = [];
  elsewhere = 0;
});

describe('an article', () => {
  it('takes what is typed up to the limits of a paragraph, an article and an issue', () => {
    const editor = editorOf(words(sizeLimits.paragraph - 1));
    editor.insertText('末');
    expect([text(editor).length, told]).toEqual([sizeLimits.paragraph, []]);
    elsewhere = sizeLimits.issue - 5;
    const last = editorOf('一二三');
    last.insertText('末');
    expect([text(last), told]).toEqual(['一二三末', []]);
  });

  it('refuses more with a sentence, and stands as before', () => {
    const editor = editorOf(words(sizeLimits.paragraph));
    editor.insertText('末');
    expect(text(editor)).toBe(words(sizeLimits.paragraph));
    elsewhere = sizeLimits.issue - 4;
    const last = editorOf('一二三');
    last.insertText('末');
    expect(text(last)).toBe('一二三');
    expect(told).toEqual([
      '一段最多 10,000 字，没有加进去。请先按 Enter 分段。',
      '一期最多 300,000 字，没有加进去。请把一部分稿件移到来稿或另一期。',
    ]);
  });

  it('draws a refused phrase away, which an input method has put into the page', () => {
    const editor = editorOf(words(sizeLimits.paragraph));
    const before = editor.children[1];
    editor.insertText('末');
    expect(editor.children[1]).not.toBe(before);
    expect(editor.selection?.anchor).toEqual(Editor.end(editor, [1]));
  });

  it('may be typed over and split at its limit: neither makes it larger', () => {
    const editor = editorOf(words(sizeLimits.paragraph));
    Transforms.select(editor, { anchor: { path: [1, 0], offset: 0 }, focus: { path: [1, 0], offset: 3 } });
    editor.insertText('新');
    Transforms.select(editor, { path: [1, 0], offset: 5 });
    editor.insertBreak();
    expect([told, editor.children.length]).toEqual([[], 4]);
  });

  it('takes the sentence away with the next thing it takes', () => {
    const editor = editorOf(words(sizeLimits.paragraph), '短');
    Transforms.select(editor, Editor.end(editor, [1]));
    editor.insertText('末');
    Transforms.select(editor, Editor.end(editor, [2]));
    editor.insertText('末');
    editor.insertText('尾');
    expect([told.length, told.at(-1)]).toEqual([2, undefined]);
  });

  it('has no more than so many paragraphs', () => {
    const editor = editorOf(...Array.from({ length: sizeLimits.paragraphs - 2 }, () => '字'));
    editor.insertBreak();
    expect(told).toEqual(['一篇最多 500 段，没有加进去。请分成几篇。']);
    expect(changes(editor)).toEqual([]);
  });
});

describe('a paste', () => {
  const pasted = (...lines: readonly string[]) => ({ paragraphs: lines.map((line) => ({ lead: '', text: line })), dropped: [] });

  it('is measured with the paragraph it goes into, its own and the rest of the issue', () => {
    const editor = editorOf(words(9000), words(9000));
    expect(refusePasted(editor, pasted(words(1000)), ports)).toBeUndefined();
    expect(refusePasted(editor, pasted(words(1001)), ports)).toContain('一段最多');
    expect(refusePasted(editor, pasted('一', words(sizeLimits.paragraph + 1)), ports)).toContain('一段最多');
    expect(refusePasted(editor, pasted('一', ...Array.from({ length: 4 }, () => words(9000))), ports)).toContain('一篇最多');
    elsewhere = sizeLimits.issue - 20_000;
    expect(refusePasted(editor, pasted('一', words(3000)), ports)).toContain('一期最多');
  });

  it('is measured without what it replaces', () => {
    const editor = editorOf(words(9000));
    Transforms.select(editor, Editor.range(editor, [1]));
    expect(refusePasted(editor, pasted(words(sizeLimits.paragraph)), ports)).toBeUndefined();
  });
});

describe('sizes', () => {
  it('count every text of an item once, and of an issue together', () => {
    const value = issue(
      column('经验交流', {
        ...article('甲县\n抓实', p(lead('一是抓。'), '二是干。'), p('好。')),
        subtitle: '副题',
        editorNote: ['按语'],
        sources: ['甲县'],
      }),
      column('简讯', brief('题', '文。')),
    );
    const [long, short] = value.columns.map(({ items }) => items[0] ?? expect.fail());
    expect(long && itemSize(long)).toBe('甲县\n抓实'.length + '一是抓。二是干。'.length + '好。'.length + 6);
    expect(issueSize(value)).toBe((long ? itemSize(long) : 0) + (short ? itemSize(short) : 0));
  });

  it('are refused by the first limit that is passed', () => {
    const fits = { paragraph: sizeLimits.paragraph, item: sizeLimits.item, paragraphs: sizeLimits.paragraphs, issue: sizeLimits.issue };
    expect(refuseGrowth(fits)).toBeUndefined();
    for (const limit of ['paragraph', 'item', 'paragraphs', 'issue'] as const) {
      expect(refuseGrowth({ ...fits, [limit]: sizeLimits[limit] + 1 })).toMatch(/^一[段篇期]最多 .+没有加进去。请/u);
    }
  });
});
