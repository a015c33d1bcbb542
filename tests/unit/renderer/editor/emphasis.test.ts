// @vitest-environment window
/** Emphasis in the editor: put on and taken off, and kept by its words through every edit. */
import fc from 'fast-check';
import { Editor, Transforms } from 'slate';
import { describe, expect, it } from 'vitest';
import type { Article, Paragraph } from '../../../../shared/document/issue.js';
import { markedPieces, type MarkKind } from '../../../../shared/document/text-marks.js';
import { pointInBlock } from '../../../../renderer/editor/article-blocks.js';
import { copySelection, insertPasted } from '../../../../renderer/editor/insert-pasted.js';
import { readPastedHtml } from '../../../../renderer/editor/paste.js';
import { marksAtCursor, toggleMark } from '../../../../renderer/editor/emphasis.js';
import { toggleLead } from '../../../../renderer/editor/lead.js';
import { mergeItem } from '../../../../renderer/editor/merge-item.js';
import { replaceBlocks } from '../../../../renderer/editor/replace-blocks.js';
import { sameItem } from '../../../../renderer/editor/same-item.js';
import type { ArticleBlock, ArticleEditorInstance } from '../../../../renderer/editor/slate-types.js';
import { fromSlate, toSlate } from '../../../../renderer/editor/slate-value.js';
import { countingIds, editorOf } from './article-editor-builder.js';

const article = (...paragraphs: readonly Paragraph[]): Article => ({ type: 'article', id: 'a1', title: '题', paragraphs, sources: [] });
const select = (editor: ArticleEditorInstance, index: number, from: number, to = from): void =>
  Transforms.select(editor, { anchor: pointInBlock(editor, index, from), focus: pointInBlock(editor, index, to) });
const paragraphs = (editor: ArticleEditorInstance, before: Article): readonly Paragraph[] =>
  fromSlate(editor.children as ArticleBlock[], before).paragraphs;

describe('setting words apart', () => {
  it('marks the selection, takes it back where all of it is marked, and leaves 段首句, title and source as they are', () => {
    const value = article({ id: 'p', lead: '建强阵地。', text: '示例区建成书房。' });
    const editor = editorOf(value);
    select(editor, 1, 2, 8);
    toggleMark(editor, 'bold');
    expect(paragraphs(editor, value)[0]).toEqual({
      id: 'p',
      lead: '建强阵地。',
      text: '示例区建成书房。',
      marks: [{ from: 0, to: 3, kind: 'bold' }],
    });
    select(editor, 1, 6, 10);
    toggleMark(editor, 'bold');
    expect(paragraphs(editor, value)[0]?.marks).toEqual([{ from: 0, to: 5, kind: 'bold' }]);
    select(editor, 1, 6, 8);
    expect(marksAtCursor(editor)).toEqual(['bold']);
    toggleMark(editor, 'bold');
    expect(paragraphs(editor, value)[0]?.marks).toEqual([
      { from: 0, to: 1, kind: 'bold' },
      { from: 3, to: 5, kind: 'bold' },
    ]);
    const before = editor.children;
    select(editor, 0, 0, 1);
    toggleMark(editor, 'kai');
    expect(editor.children).toEqual(before);
  });

  it('without a selection is for what is typed next', () => {
    const value = article({ id: 'p', text: '示例区' });
    const editor = editorOf(value);
    select(editor, 1, 2);
    toggleMark(editor, 'kai');
    expect(marksAtCursor(editor)).toEqual(['kai']);
    Editor.insertText(editor, '新');
    expect(paragraphs(editor, value)[0]).toEqual({ id: 'p', text: '示例新区', marks: [{ from: 2, to: 3, kind: 'kai' }] });
  });

  it('gives way where the words become the 段首句', () => {
    const value = article({ id: 'p', text: '建强阵地。示例区建成。', marks: [{ from: 2, to: 8, kind: 'bold' }] });
    const editor = editorOf(value);
    select(editor, 1, 1);
    toggleLead(editor);
    expect(paragraphs(editor, value)[0]).toEqual({
      id: 'p',
      lead: '建强阵地。',
      text: '示例区建成。',
      marks: [{ from: 0, to: 3, kind: 'bold' }],
    });
    toggleLead(editor);
    expect(paragraphs(editor, value)[0]).toEqual({ id: 'p', text: '建强阵地。示例区建成。', marks: [{ from: 5, to: 8, kind: 'bold' }] });
  });
});

describe('emphasis kept', () => {
  const words = 'ABCDEFGHIJKLMNOPQRSTUVWX';
  const kinds = fc.subarray<MarkKind>(['bold', 'kai']);
  const step = fc.record({
    kind: fc.constantFrom('split', 'join', 'delete', 'type', 'shrink'),
    at: fc.nat(30),
    paragraph: fc.nat(5),
    size: fc.nat(4),
  });

  /** The look of every letter. */
  const looksOf = (list: readonly Paragraph[]): ReadonlyMap<string, string> =>
    new Map(
      list.flatMap(({ text, marks }) =>
        markedPieces(text, marks).flatMap((piece) => [...piece.text].map((letter) => [letter, piece.kinds.join()] as const)),
      ),
    );

  it('by every letter, however paragraphs are split, joined, cut and typed into', () => {
    fc.assert(
      fc.property(fc.array(kinds, { minLength: 24, maxLength: 24 }), fc.array(step, { maxLength: 12 }), (letters, steps) => {
        const marks = letters.flatMap((own, at) => own.map((kind) => ({ from: at, to: at + 1, kind })));
        const value = article({ id: 'p', text: words, marks });
        const editor = editorOf(value);
        for (const { kind, at, paragraph, size } of steps) {
          const index = 1 + (paragraph % (editor.children.length - 2));
          select(editor, index, at % 25, kind === 'delete' ? (at % 25) + size : at % 25);
          if (kind === 'split') editor.insertBreak();
          else if (kind === 'join') {
            Transforms.select(editor, Editor.start(editor, [index]));
            editor.deleteBackward('character');
          } else if (kind === 'delete') editor.deleteFragment();
          else if (kind === 'type') Editor.insertText(editor, '新');
          else editor.deleteForward('character');
        }
        const result = paragraphs(editor, value);
        const before = looksOf(value.paragraphs);
        for (const [letter, look] of looksOf(result)) if (letter !== '新') expect([letter, look]).toEqual([letter, before.get(letter)]);
        expect(fromSlate(toSlate(article(...structuredClone(result))), value).paragraphs).toEqual(result);
      }),
      { numRuns: 150 },
    );
  });

  it('is a difference of two values, and taken in from elsewhere', () => {
    const plain = article({ id: 'p', text: '示例区建成' });
    const bold = article({ id: 'p', text: '示例区建成', marks: [{ from: 0, to: 3, kind: 'bold' }] });
    expect(sameItem(plain, bold)).toBe(false);
    const editor = editorOf(plain);
    replaceBlocks(editor, toSlate(bold));
    expect(paragraphs(editor, plain)).toEqual(bold.paragraphs);
    const kai = article({ id: 'p', text: '示例区建成', marks: [{ from: 0, to: 3, kind: 'kai' }] });
    replaceBlocks(editor, toSlate(kai));
    expect(paragraphs(editor, plain)).toEqual(kai.paragraphs);
  });

  it('when words are typed while it came from elsewhere, and the other way round', () => {
    const base = article({ id: 'p', text: '示例区建成' });
    const typed = article({ id: 'p', text: '近日，示例区建成' });
    const marked = article({ id: 'p', text: '示例区建成', marks: [{ from: 0, to: 3, kind: 'bold' }] });
    const both = [{ id: 'p', text: '近日，示例区建成', marks: [{ from: 3, to: 6, kind: 'bold' }] }];
    expect(mergeItem(base, typed, marked).paragraphs).toEqual(both);
    expect(mergeItem(base, marked, typed).paragraphs).toEqual(both);
  });
});

describe('emphasis copied and pasted', () => {
  const value = article(
    {
      id: 'p',
      lead: '建强阵地。',
      text: '示例区建成书房六处。',
      marks: [
        { from: 3, to: 5, kind: 'bold' },
        { from: 4, to: 7, kind: 'kai' },
      ],
    },
    { id: 'q', text: '近日，' },
  );
  const copied = (from: number, to: number): string => {
    const editor = editorOf(value);
    select(editor, 1, from, to);
    let html = '';
    copySelection(editor, {
      setData: (type: string, data: string) => (html = type === 'text/html' ? data : html),
    } as unknown as DataTransfer);
    return html;
  };
  const pastedInto = (html: string, index: number, offset: number): Paragraph | undefined => {
    const editor = editorOf(value);
    select(editor, index, offset);
    insertPasted(editor, readPastedHtml(html), countingIds());
    return paragraphs(editor, value)[index - 1];
  };

  it('is the same in this editor, and no 段首句 where it opens a paragraph', () => {
    expect(pastedInto(copied(8, 10), 2, 0)).toEqual({
      id: 'q',
      text: '建成近日，',
      marks: [
        { from: 0, to: 2, kind: 'bold' },
        { from: 1, to: 2, kind: 'kai' },
      ],
    });
    expect(pastedInto(copied(0, 12), 2, 3)).toEqual({
      id: 'q',
      text: '近日，建强阵地。示例区建成书房',
      marks: [
        { from: 11, to: 13, kind: 'bold' },
        { from: 12, to: 15, kind: 'kai' },
      ],
    });
  });

  it('comes from Word where part of a paragraph is set apart, not where all of it is', () => {
    const kai = '<span style="font-family:楷体_GB2312">';
    expect(readPastedHtml(`<p>近日，${kai}示例区</span>建成</p><p>${kai}全段楷体。</span></p>`).paragraphs).toEqual([
      { lead: '', text: '近日，示例区建成', marks: [{ from: 3, to: 6, kind: 'kai' }] },
      { lead: '', text: '全段楷体。' },
    ]);
  });
});
