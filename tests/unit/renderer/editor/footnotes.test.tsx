// @vitest-environment window
/** Footnotes in the writing surface: their numbers stand among the words and go with them, their words are said below. */
import { Editor, Transforms } from 'slate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf, offsetInBlock, pointInBlock } from '../../../../renderer/editor/article-blocks.js';
import { caretToPoint } from '../../../../renderer/editor/caret.js';
import { footnotesIn, insertFootnote, mayTakeFootnote, removeFootnote, sayFootnote } from '../../../../renderer/editor/footnote-edit.js';
import { copySelection, insertPasted } from '../../../../renderer/editor/insert-pasted.js';
import { setLead } from '../../../../renderer/editor/lead.js';
import { readPaste, type Pasted } from '../../../../renderer/editor/paste.js';
import { replaceBlocks } from '../../../../renderer/editor/replace-blocks.js';
import type { ArticleEditorInstance } from '../../../../renderer/editor/slate-types.js';
import { fromSlate, toSlate } from '../../../../renderer/editor/slate-value.js';
import { createUndoSteps } from '../../../../renderer/editor/undo-step.js';
import type { Article, Paragraph } from '../../../../shared/document/issue.js';
import { countingIds, editorOf, sampleArticle } from './article-editor-builder.js';

const noted: Article = {
  ...sampleArticle,
  paragraphs: [
    {
      id: 'p1',
      lead: '聚焦机制。',
      text: '甲县开展活动，乙镇响应。',
      footnotes: [
        { at: 5, text: '指调度。' },
        { at: 9, text: '见附表。' },
        { at: 9, text: '' },
      ],
    },
    { id: 'p2', text: '第二段。' },
  ],
};
const at = (editor: ArticleEditorInstance, id: string): number => blocksOf(editor).findIndex((block) => 'id' in block && block.id === id);
const read = (editor: ArticleEditorInstance): readonly Paragraph[] => fromSlate(blocksOf(editor), noted).paragraphs;
const notes = (editor: ArticleEditorInstance, index = 0): readonly string[] =>
  (read(editor)[index]?.footnotes ?? []).map((note) => `${String(note.at)} ${note.text}`);
const put = (editor: ArticleEditorInstance, id: string, offset: number): void =>
  Transforms.select(editor, pointInBlock(editor, at(editor, id), offset));

describe('footnotes of a paragraph in the editor', () => {
  it('come back as they were, whatever stands around them', () => {
    expect(fromSlate(blocksOf(editorOf(noted)), noted)).toEqual(noted);
    expect(fromSlate(toSlate(noted), noted).paragraphs).toBe(noted.paragraphs);
    const place = fc.nat(17);
    fc.assert(
      fc.property(
        fc.array(place, { maxLength: 5 }),
        fc.nat(5),
        fc.array(fc.record({ from: fc.nat(11), size: fc.integer({ min: 1, max: 4 }) }), { maxLength: 2 }),
        (places, leadSize, bold) => {
          const words = '聚焦机制。甲县开展活动，乙镇响应。';
          const text = words.slice(leadSize);
          const [mark] = bold.filter(({ from, size }) => from + size <= text.length && from + size < text.length);
          const item: Article = {
            ...noted,
            paragraphs: [
              {
                id: 'p1',
                ...(leadSize > 0 ? { lead: words.slice(0, leadSize) } : {}),
                text,
                ...(mark ? { marks: [{ from: mark.from, to: mark.from + mark.size, kind: 'bold' as const }] } : {}),
                ...(places.length > 0
                  ? { footnotes: [...places].sort((a, b) => a - b).map((each, index) => ({ at: each, text: `注${String(index)}` })) }
                  : {}),
              },
            ],
          };
          expect(fromSlate(structuredClone(blocksOf(editorOf(item))), item).paragraphs).toEqual(item.paragraphs);
        },
      ),
    );
  });

  it('stay behind their words while text is typed, split and joined', () => {
    const editor = editorOf(noted);
    put(editor, 'p1', 7);
    editor.insertText('正在');
    expect(notes(editor)).toEqual(['5 指调度。', '11 见附表。', '11 ']);
    put(editor, 'p1', 10);
    editor.insertBreak();
    expect([notes(editor), notes(editor, 1)]).toEqual([['5 指调度。'], ['1 见附表。', '1 ']]);
    editor.deleteBackward('character');
    expect(notes(editor)).toEqual(['5 指调度。', '11 见附表。', '11 ']);
    expect(read(editor)[0]).toMatchObject({ lead: '聚焦机制。', text: '甲县正在开展活动，乙镇响应。' });
  });

  it('go with the words they hang on when those are deleted, one at a time with a key', () => {
    const editor = editorOf(noted);
    const [first] = footnotesIn(editor);
    Transforms.select(editor, Editor.start(editor, [first?.path[0] ?? 0, (first?.path[1] ?? 0) + 1]));
    editor.deleteBackward('character');
    expect(notes(editor)).toEqual(['9 见附表。', '9 ']);
    expect(read(editor)[0]?.lead).toBe('聚焦机制。');
    Transforms.select(editor, { anchor: pointInBlock(editor, at(editor, 'p1'), 7), focus: pointInBlock(editor, at(editor, 'p1'), 12) });
    editor.deleteFragment();
    expect(read(editor)[0]).toEqual({ id: 'p1', lead: '聚焦机制。', text: '甲县乙镇响应。' });
  });

  it('keep their paragraph where nothing else is left in it', () => {
    const editor = editorOf({
      ...noted,
      paragraphs: [
        { id: 'p1', text: '', footnotes: [{ at: 0, text: '注。' }] },
        { id: 'p2', text: '第二段。' },
      ],
    });
    Transforms.select(editor, Editor.start(editor, [at(editor, 'p2')]));
    editor.deleteBackward('character');
    expect(read(editor).flatMap(({ footnotes = [] }) => footnotes.map(({ text }) => text))).toEqual(['注。']);
    const other = editorOf({
      ...noted,
      paragraphs: [
        { id: 'p1', text: '', footnotes: [{ at: 0, text: '注。' }] },
        { id: 'p2', text: '第二段。' },
      ],
    });
    Transforms.select(other, Editor.end(other, [at(other, 'p1') - 1]));
    other.deleteForward('character');
    expect(notes(other)).toEqual(['0 注。']);
  });

  it('follow a lead that is taken away, and what came from elsewhere', () => {
    const editor = editorOf(noted);
    setLead(editor, at(editor, 'p1'), 0);
    expect(read(editor)[0]).toEqual({ id: 'p1', text: '聚焦机制。甲县开展活动，乙镇响应。', footnotes: noted.paragraphs[0]?.footnotes });
    const other: Article = {
      ...noted,
      paragraphs: [{ id: 'p1', text: '聚焦机制。', footnotes: [{ at: 2, text: '另注。' }] }, ...noted.paragraphs.slice(1)],
    };
    replaceBlocks(editor, toSlate(other));
    expect(notes(editor)).toEqual(['2 另注。']);
    replaceBlocks(
      editor,
      toSlate({
        ...other,
        paragraphs: [{ id: 'p1', text: '聚焦机制。', footnotes: [{ at: 2, text: '再注。' }] }, ...noted.paragraphs.slice(1)],
      }),
    );
    expect(notes(editor)).toEqual(['2 再注。']);
  });
});

describe('the cursor and footnotes', () => {
  it('goes over a number from either side, and types beside it', () => {
    const editor = editorOf(noted);
    const path = footnotesIn(editor)[0]?.path ?? expect.fail('no note');
    const index = at(editor, 'p1');
    put(editor, 'p1', 5);
    editor.onChange();
    Transforms.select(editor, { path: [...path, 0], offset: 0 });
    editor.onChange();
    expect(editor.selection?.focus.path).toEqual([index, (path[1] ?? 0) + 1]);
    editor.insertText('全');
    expect(read(editor)[0]).toMatchObject({ lead: '聚焦机制。', text: '全甲县开展活动，乙镇响应。' });
    expect(notes(editor)[0]).toBe('5 指调度。');
    Transforms.select(editor, Editor.start(editor, [index, (path[1] ?? 0) + 1]));
    editor.onChange();
    Transforms.select(editor, { path: [...path, 0], offset: 0 });
    editor.onChange();
    expect(editor.selection?.focus.path).toEqual([index, (path[1] ?? 0) - 1]);
  });

  it('stands right behind the number whose words are asked for', () => {
    const editor = editorOf(noted);
    const place = { itemId: 'a1', paragraphId: 'p1', field: 'footnote', offset: 5 } as const;
    const point = caretToPoint(editor, place) ?? expect.fail('no point');
    expect(offsetInBlock(editor, point)).toBe(9);
    expect(point.path[1]).toBe((footnotesIn(editor)[1]?.path[1] ?? 0) + 1);
    expect(caretToPoint(editor, { ...place, paragraphId: 'p2' })).toBeUndefined();
  });
});

describe('a footnote that came to stand where none can be', () => {
  it('is words in brackets: in a title, in the caption of a picture', () => {
    const editor = editorOf(noted);
    Transforms.insertNodes(editor, { type: 'footnote', words: '题注。', children: [{ text: '' }] }, { at: { path: [0, 0], offset: 2 } });
    expect((fromSlate(blocksOf(editor), noted) as Article).title.split('\n')[0]).toBe('示例〔注：题注。〕区“三个一线”推动');
    const picture = { sha256: 'a'.repeat(64), type: 'png' as const, width: 4, height: 3 };
    Transforms.setNodes(editor, { picture }, { at: [at(editor, 'p1')] });
    expect(read(editor)[0]).toMatchObject({ text: '聚焦机制。〔注：指调度。〕甲县开展〔注：见附表。〕〔注：〕活动，乙镇响应。' });
    expect(notes(editor)).toEqual([]);
  });
});

describe('putting a footnote in', () => {
  it('takes a place behind the cursor or the selected words, and a number among the others', () => {
    const editor = editorOf(noted);
    put(editor, 'p1', 7);
    expect(insertFootnote(editor)).toBe(1);
    expect(notes(editor)).toEqual(['5 指调度。', '7 ', '9 见附表。', '9 ']);
    sayFootnote(editor, footnotesIn(editor)[1]?.path ?? [], '新\n注。');
    expect(notes(editor)[1]).toBe('7 新注。');
    Transforms.select(editor, { anchor: pointInBlock(editor, at(editor, 'p2'), 0), focus: pointInBlock(editor, at(editor, 'p2'), 2) });
    expect(insertFootnote(editor)).toBe(4);
    expect(notes(editor, 1)).toEqual(['2 ']);
    expect(read(editor)[1]?.text).toBe('第二段。');
    removeFootnote(editor, footnotesIn(editor)[1]?.path ?? []);
    expect(notes(editor)).toEqual(['5 指调度。', '9 见附表。', '9 ']);
    expect(offsetInBlock(editor, editor.selection?.focus ?? expect.fail('no cursor'))).toBe(7);
  });

  it('is for paragraphs of the text alone', () => {
    const editor = editorOf(noted);
    Transforms.select(editor, Editor.start(editor, [0]));
    expect([mayTakeFootnote(editor), insertFootnote(editor)]).toEqual([false, undefined]);
    expect(read(editor)).toEqual(noted.paragraphs);
  });

  it('is a step of undo, and so is each stretch of what it says', () => {
    const editor = editorOf(noted);
    const steps = createUndoSteps();
    const keyOf = (edit: () => void): string => {
      editor.operations = [];
      edit();
      return steps.keyFor(editor.operations, blocksOf(editor));
    };
    put(editor, 'p1', 7);
    const inserted = keyOf(() => insertFootnote(editor));
    const path = footnotesIn(editor)[1]?.path ?? expect.fail('no note');
    const said = ['新', '新注', '新注。', '新注。又'].map((words) => keyOf(() => sayFootnote(editor, path, words)));
    expect(new Set([inserted, ...said]).size).toBe(3);
    expect([said[0] === said[1], said[1] === said[2], said[2] === said[3]]).toEqual([true, true, false]);
  });
});

describe('footnotes copied and pasted', () => {
  const copied = (editor: ArticleEditorInstance): { readonly html: string; readonly text: string } => {
    const data: Record<string, string> = {};
    copySelection(editor, { setData: (type: string, words: string) => (data[type] = words) } as unknown as DataTransfer);
    return { html: data['text/html'] ?? '', text: data['text/plain'] ?? '' };
  };
  const whole = (editor: ArticleEditorInstance): void => {
    const index = at(editor, 'p1');
    Transforms.select(editor, { anchor: Editor.start(editor, [index]), focus: Editor.end(editor, [index]) });
  };

  it('go along, and are words in brackets where none can be', () => {
    const editor = editorOf(noted);
    whole(editor);
    const { html, text } = copied(editor);
    expect(text).toBe('聚焦机制。〔注：指调度。〕甲县开展〔注：见附表。〕〔注：〕活动，乙镇响应。');
    const pasted = readPaste(html, text) as Pasted;
    put(editor, 'p2', 2);
    insertPasted(editor, pasted, countingIds());
    expect(read(editor)[1]?.text).toBe('第二聚焦机制。甲县开展活动，乙镇响应。段。');
    expect(notes(editor, 1)).toEqual(['7 指调度。', '11 见附表。', '11 ']);
    Transforms.select(editor, Editor.end(editor, [0]));
    insertPasted(editor, pasted, countingIds());
    expect((fromSlate(blocksOf(editor), noted) as Article).title.split('\n')[0]).toContain('〔注：指调度。〕');
  });
});
