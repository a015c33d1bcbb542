import fc from 'fast-check';
import { Editor, Node, Range, Transforms } from 'slate';
import { describe, expect, it } from 'vitest';
import type { Item } from '../../../../shared/document/issue.js';
import { itemSchema } from '../../../../shared/document/issue-schema.js';
import { blocksOf, pointInBlock } from '../../../../renderer/editor/article-blocks.js';
import { caretToPoint, pointToCaret } from '../../../../renderer/editor/caret.js';
import { confirmLead, settleMarks, toggleLead } from '../../../../renderer/editor/lead.js';
import { toggleFit } from '../../../../renderer/editor/paragraph-fit.js';
import { setLevel, shiftLevel } from '../../../../renderer/editor/paragraph-level.js';
import { fromSlate } from '../../../../renderer/editor/slate-value.js';
import { textsIn, type ArticleEditorInstance } from '../../../../renderer/editor/slate-types.js';
import { addParagraph, goToPart } from '../../../../renderer/editor/with-article.js';
import { countingIds, editorOf, sampleArticle, sampleBrief } from './article-editor-builder.js';

const [titleLine1, titleLine2, subtitle, note1, , p1, p2, p3, p4, source] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

function at(editor: ArticleEditorInstance, index: number, offset: number): ArticleEditorInstance {
  Transforms.select(editor, pointInBlock(editor, index, offset));
  return editor;
}

function itemOf(editor: ArticleEditorInstance, previous: Item = sampleArticle): Item {
  return fromSlate(blocksOf(editor), previous);
}

function types(editor: ArticleEditorInstance): string {
  return blocksOf(editor)
    .map(({ type }) => type[0])
    .join('');
}

function expectSchema(editor: ArticleEditorInstance, form: 'article' | 'brief'): void {
  expect(types(editor)).toMatch(form === 'article' ? /^t+s?n*p+s$/u : /^t+p+s$/u);
  const blocks = blocksOf(editor);
  const ids = blocks.flatMap((block) => (block.type === 'paragraph' ? [block.id] : []));
  expect(new Set(ids).size).toBe(ids.length);
  for (const block of blocks) {
    if (block.type === 'table') continue;
    const marks = textsIn(block)
      .filter(({ text }) => text !== '')
      .map(({ lead }) => (lead ? 'L' : '-'))
      .join('');
    expect(marks).toMatch(block.type === 'paragraph' ? /^L*-*$/u : /^-*$/u);
  }
  itemSchema.parse(itemOf(editor, form === 'article' ? sampleArticle : sampleBrief));
}

describe('the keys of the article editor', () => {
  it('splits a paragraph on Enter and gives the second part a new id and no level', () => {
    const editor = at(editorOf(sampleArticle), p3, 2);
    editor.insertBreak();
    expect(itemOf(editor).paragraphs.slice(2, 4)).toEqual([
      { id: 'p3', text: '一、', level: 1 },
      { id: 'new-1', text: '加强统筹' },
    ]);
  });

  it('sets paragraphs closer or wider, and as their style has them again; the second part of a split one too', () => {
    const editor = at(editorOf(sampleArticle), p3, 2);
    toggleFit(editor, 'tight');
    expect(itemOf(editor).paragraphs.map(({ fit }) => fit)).toEqual([undefined, undefined, 'tight', undefined]);
    editor.insertBreak();
    expect(itemOf(editor).paragraphs.map(({ fit }) => fit)).toEqual([undefined, undefined, 'tight', undefined, undefined]);
    at(editor, p3, 0);
    toggleFit(editor, 'loose');
    expect(itemOf(editor).paragraphs[2]?.fit).toBe('loose');
    toggleFit(editor, 'loose');
    expect(itemOf(editor).paragraphs[2]).toEqual({ id: 'p3', text: '一、', level: 1 });
  });

  it('merges on Backspace and keeps the first id', () => {
    const editor = at(editorOf(sampleArticle), p2, 0);
    editor.deleteBackward('character');
    expect(itemOf(editor).paragraphs[0]).toEqual({
      id: 'p1',
      text: '今年以来，示例区把阵地建在群众身边。资源在一线集聚。整合农家书屋126处。建成站点98个。',
    });
  });

  it('merges on Delete at a paragraph end', () => {
    const editor = at(editorOf(sampleArticle), p1, 18);
    editor.deleteForward('character');
    expect(itemOf(editor).paragraphs[0]?.text).toContain('身边。资源');
  });

  it('takes a level away before it merges', () => {
    const editor = at(editorOf(sampleArticle), p3, 0);
    editor.deleteBackward('character');
    expect(itemOf(editor).paragraphs[2]).toEqual({ id: 'p3', text: '一、加强统筹' });
  });

  it('never merges the first paragraph into the title or the source into a paragraph', () => {
    const editor = at(editorOf(sampleBrief), 1, 0);
    editor.deleteBackward('character');
    at(editor, 2, 0).deleteBackward('character');
    expect(itemOf(editor, sampleBrief)).toBe(sampleBrief);
  });

  it('breaks a title by hand inside it and leaves it at its end', () => {
    const editor = at(editorOf(sampleArticle), titleLine2, 4);
    editor.insertBreak();
    expect(itemOf(editor).title).toBe('示例区“三个一线”推动\n文明实践\n走深走实');
    at(editor, 2, 4).insertBreak();
    expect(blocksOf(editor)[editor.selection?.anchor.path[0] ?? 0]?.type).toBe('subtitle');
  });

  it('joins title lines on Backspace', () => {
    const editor = at(editorOf(sampleArticle), titleLine2, 0);
    editor.deleteBackward('character');
    expect(itemOf(editor).title).toBe('示例区“三个一线”推动文明实践走深走实');
  });

  it('goes from a brief title to its text on Enter', () => {
    const editor = at(editorOf(sampleBrief), 0, 2);
    editor.insertBreak();
    expect(editor.selection?.anchor).toEqual({ path: [1, 0], offset: 0 });
  });

  it('leaves the title and the rest of a paragraph apart when a selection over both is deleted', () => {
    const editor = editorOf(sampleArticle);
    Transforms.select(editor, { anchor: pointInBlock(editor, titleLine1, 3), focus: pointInBlock(editor, p2, 8) });
    Editor.deleteFragment(editor);
    expect(itemOf(editor)).toMatchObject({
      title: '示例区',
      paragraphs: [{ id: 'p2', text: '整合农家书屋126处。建成站点98个。' }, { id: 'p3' }, { id: 'p4' }],
    });
  });

  it('deletes everything down to an empty article', () => {
    const editor = editorOf(sampleArticle);
    Transforms.select(editor, []);
    Editor.deleteFragment(editor);
    expect(types(editor)).toBe('tps');
    expect(Node.string(editor)).toBe('');
  });

  it('removes an empty subtitle on Backspace', () => {
    const editor = at(editorOf({ ...sampleArticle, subtitle: '' }), subtitle, 0);
    editor.deleteBackward('character');
    expect(itemOf(editor)).not.toHaveProperty('subtitle');
  });

  it('adds a unit on Enter in the source line', () => {
    const editor = at(editorOf(sampleBrief), 2, 2);
    editor.insertBreak();
    editor.insertText('乙镇');
    expect(itemOf(editor, sampleBrief).sources).toEqual(['甲县', '乙镇']);
  });

  it('adds a paragraph below and makes missing parts', () => {
    const editor = at(editorOf({ ...sampleArticle, subtitle: '副' }), p1, 3);
    addParagraph(editor, countingIds('added'));
    expect(itemOf(editor).paragraphs[1]).toEqual({ id: 'added-1', text: '' });
    const bare = editorOf({ type: 'article', id: 'x', title: '题', paragraphs: [], sources: [] });
    goToPart(bare, 'note');
    goToPart(bare, 'subtitle');
    expect(types(bare)).toBe('tsnps');
  });
});

describe('段首句', () => {
  it('is marked to the end of the sentence with the cursor and unmarked again', () => {
    const editor = at(editorOf(sampleArticle), p1, 6);
    toggleLead(editor);
    expect(itemOf(editor).paragraphs[0]).toEqual({ id: 'p1', lead: '今年以来，示例区把阵地建在群众身边。', text: '' });
    toggleLead(at(editor, p1, 2));
    expect(itemOf(editor).paragraphs[0]).toEqual(sampleArticle.paragraphs[0]);
  });

  it('grows to the sentence of the cursor behind it', () => {
    const editor = at(editorOf(sampleArticle), p2, 10);
    toggleLead(editor);
    expect(itemOf(editor).paragraphs[1]).toEqual({ id: 'p2', lead: '资源在一线集聚。整合农家书屋126处。', text: '建成站点98个。' });
  });

  it('takes the selection when it starts the paragraph', () => {
    const editor = editorOf(sampleArticle);
    Transforms.select(editor, { anchor: pointInBlock(editor, p1, 0), focus: pointInBlock(editor, p1, 4) });
    toggleLead(editor);
    expect(itemOf(editor).paragraphs[0]?.lead).toBe('今年以来');
  });

  it('is confirmed one by one or all at once', () => {
    const editor = editorOf(sampleArticle);
    confirmLead(editor, 'p4');
    expect(itemOf(editor).paragraphs[1]?.leadInferred).toBe(true);
    confirmLead(editor, 'p2');
    expect(itemOf(editor).paragraphs[1]).toEqual({ id: 'p2', lead: '资源在一线集聚。', text: '整合农家书屋126处。建成站点98个。' });
  });

  it('does not grow by what is typed right behind it', () => {
    const editor = at(editorOf(sampleArticle), p4, 8);
    settleMarks(editor);
    editor.insertText('新');
    expect(itemOf(editor).paragraphs[3]).toEqual({ id: 'p4', lead: '服务在一线开展。', text: '新每周末开展活动。' });
  });

  it('grows by what is typed inside it', () => {
    const editor = at(editorOf(sampleArticle), p4, 7);
    settleMarks(editor);
    editor.insertText('好');
    expect(itemOf(editor).paragraphs[3]?.lead).toBe('服务在一线开展好。');
  });
});

describe('levels', () => {
  it('number a new heading after those before it', () => {
    const editor = at(editorOf(sampleArticle), p4, 0);
    setLevel(editor, 1);
    expect(itemOf(editor).paragraphs[3]).toMatchObject({ level: 1, lead: '二、服务在一线开展。' });
    setLevel(at(editor, p1, 0), 3);
    expect(itemOf(editor).paragraphs[0]?.text).toBe('1.今年以来，示例区把阵地建在群众身边。');
  });

  it('swap the number when the level changes', () => {
    const editor = at(editorOf(sampleArticle), p3, 3);
    shiftLevel(editor, 1);
    expect(itemOf(editor).paragraphs[2]).toEqual({ id: 'p3', text: '（一）加强统筹', level: 2 });
  });
});

describe('carets', () => {
  it('count title breaks and lead characters', () => {
    const editor = editorOf(sampleArticle);
    expect(pointToCaret(editor, 'a1', pointInBlock(editor, titleLine2, 2))).toEqual({ itemId: 'a1', field: 'title', offset: 14 });
    expect(pointToCaret(editor, 'a1', pointInBlock(editor, p2, 10))).toEqual({
      itemId: 'a1',
      paragraphId: 'p2',
      field: 'text',
      offset: 10,
    });
  });

  it('lead back to the same point in every field', () => {
    const editor = editorOf(sampleArticle);
    for (const [index, offset] of [
      [titleLine1, 3],
      [titleLine2, 0],
      [subtitle, 1],
      [note1 + 1, 2],
      [p2, 8],
      [p4, 0],
      [source, 3],
    ] as const) {
      const point = pointInBlock(editor, index, offset);
      const caret = pointToCaret(editor, 'a1', point);
      expect(caret && caretToPoint(editor, caret)).toEqual(point);
    }
  });
});

describe('any sequence of edits', () => {
  const place = fc.tuple(fc.nat(14), fc.nat(20));
  const edit = fc.oneof(
    fc.record({ kind: fc.constant('type' as const), text: fc.constantFrom('字', '。', '\n', 'a\u0007b', '“”') }),
    fc.record({
      kind: fc.constantFrom('break', 'soft', 'back', 'forward', 'lead', 'level', 'shift', 'add', 'note', 'fragment', 'split', 'retype'),
    }),
  );
  const step = fc.tuple(place, fc.option(place), edit);

  function apply(
    editor: ArticleEditorInstance,
    [start, end, change]: typeof step extends fc.Arbitrary<infer Step> ? Step : never,
    form: 'article' | 'brief',
  ): void {
    const point = ([index, offset]: readonly [number, number]) => pointInBlock(editor, index % editor.children.length, offset);
    Transforms.select(editor, { anchor: point(start), focus: point(end ?? start) });
    settleMarks(editor);
    const actions: Record<string, () => void> = {
      type: () => editor.insertText('text' in change ? change.text : ''),
      break: () => editor.insertBreak(),
      soft: () => editor.insertSoftBreak(),
      back: () => editor.deleteBackward('character'),
      forward: () => editor.deleteForward('character'),
      lead: () => toggleLead(editor),
      level: () => setLevel(editor, 2),
      shift: () => shiftLevel(editor, -1),
      add: () => addParagraph(editor, countingIds(`x${String(Math.floor(start[1]))}`)),
      note: () => goToPart(editor, form === 'article' ? 'note' : 'source'),
      fragment: () => editor.deleteFragment(),
      split: () => Transforms.splitNodes(editor, { always: true }),
      retype: () => Transforms.setNodes(editor, { type: 'source' }, { at: [start[0] % editor.children.length] }),
    };
    actions[change.kind]?.();
  }

  it.each([sampleArticle, sampleBrief])('keeps the schema ($type)', (item) => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const editor = editorOf(item);
        for (const one of steps) {
          apply(editor, one, item.type);
          expectSchema(editor, item.type);
          expect(editor.selection === null || Range.isRange(editor.selection)).toBe(true);
        }
      }),
      { numRuns: 250 },
    );
  });

  it('loses no character to the normaliser, whatever the blocks are', () => {
    const block = fc.record({
      type: fc.constantFrom('title', 'subtitle', 'note', 'paragraph', 'source', 'stranger'),
      lead: fc.boolean(),
      text: fc.string({ unit: fc.constantFrom('字', '句', '。', '1'), maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 8 }), (blocks) => {
        const editor = editorOf(sampleArticle);
        const nodes = blocks.map(({ type, lead, text }) => ({
          type,
          children: [{ text: '前' }, { text, ...(lead ? { lead: true } : {}) }],
        }));
        editor.children = nodes as unknown as typeof editor.children;
        editor.normalize({ force: true });
        expect(Node.string(editor)).toBe(blocks.map(({ text }) => `前${text}`).join(''));
        expectSchema(editor, 'article');
      }),
    );
  });
});
