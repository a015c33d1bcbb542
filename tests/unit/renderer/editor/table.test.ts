// @vitest-environment window
import fc from 'fast-check';
import { Editor, Node, Range, Transforms } from 'slate';
import { describe, expect, it } from 'vitest';
import { blocksOf, offsetInBlock, pointInBlock } from '../../../../renderer/editor/article-blocks.js';
import { pointToCaret } from '../../../../renderer/editor/caret.js';
import { toggleMark } from '../../../../renderer/editor/emphasis.js';
import { copySelection, insertPasted } from '../../../../renderer/editor/insert-pasted.js';
import { setLevel } from '../../../../renderer/editor/paragraph-level.js';
import { readPastedHtml, readPastedText } from '../../../../renderer/editor/paste.js';
import { fromSlate, toSlate } from '../../../../renderer/editor/slate-value.js';
import type { ArticleEditorInstance, TableNode } from '../../../../renderer/editor/slate-types.js';
import { editTable, insertTable, moveCell, tableAt } from '../../../../renderer/editor/table-edit.js';
import { addParagraph } from '../../../../renderer/editor/with-article.js';
import type { TableAction } from '../../../../renderer/state/writing-surface.js';
import type { Article } from '../../../../shared/document/issue.js';
import { itemSchema } from '../../../../shared/document/issue-schema.js';
import { normalizeItem } from '../../../../shared/document/normalize-issue.js';
import { tableText } from '../../../../shared/document/table.js';
import { countingIds, editorOf } from './article-editor-builder.js';

const rows = [
  ['单位', '场次'],
  ['东片区', '128\u2028人次'],
  ['西片区', '96'],
] as const;
const tabled: Article = {
  type: 'article',
  id: 'a1',
  title: '甲县推动宣讲提质',
  paragraphs: [
    { id: 'p1', text: '有关情况见下表。' },
    {
      id: 't1',
      text: tableText('表1 场次', rows),
      marks: [{ from: 6, to: 8, kind: 'bold' }],
      table: { headerRows: 1, widths: [600, 400] },
    },
    { id: 'p2', text: '下一步将补齐短板。' },
  ],
  sources: ['甲县委宣传部'],
};
const [tableIndex, titleIndex, before, after, source] = [2, 0, 1, 3, 4] as const;

function inCell(editor: ArticleEditorInstance, row: number, column: number, offset = 0): ArticleEditorInstance {
  Transforms.select(editor, { path: [tableIndex, row + 1, column, 0], offset });
  return editor;
}

const itemOf = (editor: ArticleEditorInstance): Article => fromSlate(blocksOf(editor), tabled) as Article;
const tableOf = (editor: ArticleEditorInstance) => itemOf(editor).paragraphs.find(({ table }) => table !== undefined);
const act = (editor: ArticleEditorInstance, action: TableAction): void => editTable(editor, action, () => [1, 1]);

describe('a table in the editor', () => {
  it('comes back as it went in, the very same value', () => {
    expect(fromSlate(toSlate(tabled), tabled).paragraphs).toBe(tabled.paragraphs);
    expect(itemOf(editorOf(tabled))).toEqual(tabled);
  });

  it('knows places as offsets in its text, and back', () => {
    const editor = editorOf(tabled);
    const text = tabled.paragraphs[1]?.text ?? '';
    for (const [offset, character] of [...text].entries()) {
      const point = pointInBlock(editor, tableIndex, offset);
      expect([character, offsetInBlock(editor, point)]).toEqual([character, offset]);
    }
    inCell(editor, 2, 1, 1);
    const focus = editor.selection?.focus;
    expect(focus && pointToCaret(editor, 'a1', focus)).toEqual({
      itemId: 'a1',
      paragraphId: 't1',
      field: 'text',
      offset: text.indexOf('96') + 1,
    });
  });

  it('takes the cursor from cell to cell with Tab, and gets a row after the last', () => {
    const editor = inCell(editorOf(tabled), 0, 0);
    moveCell(editor, 1);
    expect(tableAt(editor)?.cell).toEqual({ row: 0, column: 1 });
    moveCell(editor, 1);
    expect(tableAt(editor)?.cell).toEqual({ row: 1, column: 0 });
    moveCell(editor, -1);
    expect(tableAt(editor)?.cell).toEqual({ row: 0, column: 1 });
    inCell(editor, 2, 1);
    moveCell(editor, 1);
    expect(tableAt(editor)?.cell).toEqual({ row: 3, column: 0 });
    expect(tableOf(editor)?.text).toBe(`${tabled.paragraphs[1]?.text ?? ''}\n\t`);
    Transforms.select(editor, Editor.start(editor, [tableIndex, 0]));
    moveCell(editor, -1);
    expect(editor.selection?.focus.path[0]).toBe(before);
  });

  it('breaks lines within a cell on Enter, and leaves the caption for the first cell', () => {
    const editor = inCell(editorOf(tabled), 2, 0, 1);
    editor.insertBreak();
    expect(tableOf(editor)?.text).toContain('西\u2028片区');
    Transforms.select(editor, Editor.end(editor, [tableIndex, 0]));
    editor.insertBreak();
    expect(tableAt(editor)?.cell).toEqual({ row: 0, column: 0 });
  });

  it('adds and removes rows and columns, with header and widths', () => {
    const editor = inCell(editorOf(tabled), 0, 1);
    act(editor, 'rowAbove');
    expect(tableOf(editor)).toMatchObject({ table: { headerRows: 2, widths: [600, 400] } });
    act(editor, 'removeRow');
    expect(tableOf(editor)).toEqual(tabled.paragraphs[1]);
    inCell(editor, 1, 0);
    act(editor, 'columnRight');
    expect(tableOf(editor)).toMatchObject({
      text: '表1 场次\n单位\t\t场次\n东片区\t\t128\u2028人次\n西片区\t\t96',
      table: { widths: [400, 333, 267] },
    });
    expect(tableAt(editor)?.cell).toEqual({ row: 1, column: 1 });
    act(editor, 'removeColumn');
    expect(tableOf(editor)).toEqual(tabled.paragraphs[1]);
    act(editor, 'removeColumn');
    expect(tableOf(editor)).toMatchObject({ text: '表1 场次\n单位\n东片区\n西片区', table: { headerRows: 1, widths: [1000] } });
    act(editor, 'removeColumn');
    expect(tableOf(editor)).toBeUndefined();
  });

  it('sets the header to the row of the cursor and back', () => {
    const editor = inCell(editorOf(tabled), 1, 0);
    act(editor, 'header');
    expect(tableOf(editor)?.table?.headerRows).toBe(2);
    act(editor, 'header');
    expect(tableOf(editor)?.table?.headerRows).toBe(1);
    inCell(editor, 0, 0);
    act(editor, 'header');
    expect(tableOf(editor)?.table?.headerRows).toBe(0);
  });

  it('gets a column wider at the cost of the others, and widths by content again', () => {
    const editor = inCell(editorOf(tabled), 1, 0);
    const share = () => {
      const [first = 0, second = 0] = tableOf(editor)?.table?.widths ?? [];
      return first / (first + second);
    };
    act(editor, 'wider');
    expect(share()).toBeCloseTo(0.5 + 1 / 30, 2);
    act(editor, 'widthsByContent');
    expect(tableOf(editor)?.table).toEqual({ headerRows: 1 });
    for (let press = 0; press < 60; press += 1) editTable(editor, 'narrower', (table) => table.form.widths ?? [1, 1]);
    expect(share()).toBeGreaterThan(0.02);
  });

  it('is put after the paragraph with the cursor, or in place of an empty one', () => {
    const editor = editorOf({
      ...tabled,
      paragraphs: [
        { id: 'p1', text: '一' },
        { id: 'p2', text: '' },
      ],
    });
    Transforms.select(editor, { path: [1, 0], offset: 1 });
    insertTable(editor, countingIds('t'));
    expect(itemOf(editor).paragraphs.map(({ table }) => table !== undefined)).toEqual([false, true, false]);
    expect(tableAt(editor)?.cell).toEqual({ row: 0, column: 0 });
    Transforms.select(editor, { path: [3, 0], offset: 0 });
    insertTable(editor, countingIds('u'));
    expect(itemOf(editor).paragraphs.map(({ table }) => table !== undefined)).toEqual([false, true, true]);
    addParagraph(editor, countingIds('n'));
    expect(itemOf(editor).paragraphs.at(-1)).toEqual({ id: 'n-1', text: '' });
  });

  it('leaves a picture without a caption where it is', () => {
    const picture = { sha256: 'a'.repeat(64), type: 'png' as const, width: 40, height: 30 };
    const editor = editorOf({ ...tabled, paragraphs: [{ id: 'p1', text: '', picture }] });
    Transforms.select(editor, { path: [1, 0], offset: 0 });
    insertTable(editor, countingIds('t'));
    expect(itemOf(editor).paragraphs.map(({ table, picture: own }) => [own !== undefined, table !== undefined])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it('loses no cell to Backspace, Delete or a deleted selection', () => {
    const editor = inCell(editorOf(tabled), 1, 0);
    editor.deleteBackward('character');
    inCell(editor, 1, 0, 3);
    editor.deleteForward('character');
    expect(itemOf(editor)).toEqual(tabled);
    Transforms.select(editor, { anchor: { path: [tableIndex, 2, 0, 0], offset: 1 }, focus: { path: [tableIndex, 3, 0, 0], offset: 2 } });
    editor.deleteFragment();
    expect(tableOf(editor)?.text).toBe('表1 场次\n单位\t场次\n东\t\n区\t96');
    Transforms.select(editor, { anchor: { path: [tableIndex, 3, 1, 0], offset: 1 }, focus: { path: [after, 0], offset: 3 } });
    editor.deleteFragment();
    expect(itemOf(editor).paragraphs.map(({ text }) => text)).toEqual([
      '有关情况见下表。',
      '表1 场次\n单位\t场次\n东\t\n区\t9',
      '将补齐短板。',
    ]);
    Transforms.select(editor, { anchor: { path: [before, 0], offset: 2 }, focus: { path: [after, 0], offset: 1 } });
    editor.deleteFragment();
    expect(itemOf(editor).paragraphs.map(({ text }) => text)).toEqual(['有关补齐短板。']);
  });

  it('sets words apart in cells; level and lead it has none', () => {
    const editor = editorOf(tabled);
    Transforms.select(editor, Editor.range(editor, [tableIndex, 2, 0]));
    toggleMark(editor, 'kai');
    setLevel(editor, 1);
    const { text = '', marks = [] } = tableOf(editor) ?? {};
    expect(marks.filter(({ kind }) => kind === 'kai').map(({ from, to }) => text.slice(from, to))).toEqual(['东片区']);
    expect(tableOf(editor)).not.toHaveProperty('level');
  });
});

describe('pasting tables', () => {
  const excel = '单位\t场次\r\n东片区\t128\r\n';
  const word = `<html><body><p>见下表。</p><table><tr><td colspan=2><p>合计</p></td><td rowspan=2>备注</td></tr>
    <tr><td><p>一</p><p>二</p></td><td>三</td></tr></table><table><tr><td>一格</td></tr></table></body></html>`;

  it('from Excel makes a table of the lines with tabs', () => {
    expect(readPastedText(excel).paragraphs).toMatchObject([{ text: '\n单位\t场次\n东片区\t128', table: { form: { headerRows: 1 } } }]);
    expect(readPastedText('一\t二\n三').paragraphs.every(({ table }) => table === undefined)).toBe(true);
  });

  it('from Word makes a table at its place, merged cells parted and told; one of one cell is text', () => {
    const { paragraphs, dropped } = readPastedHtml(word);
    expect(paragraphs.map(({ text }) => text)).toEqual(['见下表。', '\n合计\t\t备注\n一\u2028二\t三\t', '一格']);
    expect(dropped).toEqual(['合并的单元格 2 处（拆开，文字在第一格）']);
  });

  it('puts a table behind the text before the cursor, and the rest after it', () => {
    const editor = editorOf(tabled);
    Transforms.select(editor, { path: [after, 0], offset: 3 });
    insertPasted(editor, readPastedText(excel), countingIds('n'));
    expect(
      itemOf(editor)
        .paragraphs.slice(2)
        .map(({ text }) => text),
    ).toEqual(['下一步', '\n单位\t场次\n东片区\t128', '将补齐短板。']);
  });

  it('fills cells from the cursor on, with rows and columns it lacks', () => {
    const editor = inCell(editorOf(tabled), 2, 1);
    insertPasted(editor, readPastedText('甲\t乙\n丙\t丁'), countingIds('n'));
    expect(tableOf(editor)?.text).toBe('表1 场次\n单位\t场次\t\n东片区\t128\u2028人次\t\n西片区\t甲\t乙\n\t丙\t丁');
    insertPasted(editor, readPastedText('一段\n又一段'), countingIds('n'));
    expect(tableOf(editor)?.text).toContain('丁一段\u2028又一段');
  });

  it('keeps what stands in more columns than a table has in its last, from Excel, Word and into cells', () => {
    const names = Array.from({ length: 23 }, (_, at) => `列${String(at + 1)}`);
    const last = '列20 列21 列22 列23';
    const cellsIn = (text: string, row: number) => (text.split('\n')[row] ?? '').split('\t');
    const rows = `${names.join('\t')}\n${names.join('\t')}`;
    const html = `<table>${`<tr>${names.map((name) => `<td>${name}</td>`).join('')}</tr>`.repeat(2)}</table>`;
    for (const { paragraphs } of [readPastedText(rows), readPastedHtml(html)])
      expect([cellsIn(paragraphs[0]?.text ?? '', 1).length, cellsIn(paragraphs[0]?.text ?? '', 2).at(-1)]).toEqual([20, last]);
    const editor = inCell(editorOf(tabled), 1, 1);
    insertPasted(editor, readPastedText(rows), countingIds('n'));
    const filled = cellsIn(tableOf(editor)?.text ?? '', 2);
    expect([filled.length, filled[1], filled.at(-1)]).toEqual([20, '列1', `列19 ${last}`]);
  });

  it('keeps words set apart in cells, of this editor and of others, but not the look of a whole cell or of a head', () => {
    const editor = editorOf(tabled);
    Transforms.select(editor, Editor.range(editor, [tableIndex]));
    toggleMark(editor, 'kai');
    const copied: Record<string, string> = {};
    Transforms.select(editor, { anchor: Editor.end(editor, [before]), focus: Editor.start(editor, [after]) });
    copySelection(editor, { setData: (type: string, data: string) => (copied[type] = data) } as unknown as DataTransfer);
    Transforms.select(editor, Editor.end(editor, [after]));
    insertPasted(editor, readPastedHtml(copied['text/html'] ?? ''), countingIds('n'));
    const [own, again] = itemOf(editor).paragraphs.filter(({ table }) => table !== undefined);
    expect(own?.marks?.length).toBeGreaterThan(1);
    expect([again?.text, again?.marks]).toEqual([own?.text, own?.marks]);

    const word = '<table><tr><td><b>单位</b></td><td>做法</td></tr><tr><td><b>甲县</b></td><td>先行<b>先试</b></td></tr></table>';
    const { text, table } = readPastedHtml(word).paragraphs[0] ?? { text: '' };
    expect(table?.marks?.map(({ from, to, kind }) => `${kind} ${text.slice(from, to)}`)).toEqual(['bold 先试']);
    const target = inCell(editorOf(tabled), 1, 0);
    insertPasted(target, readPastedHtml(word), countingIds('n'));
    const filled = tableOf(target);
    expect(filled?.marks?.map(({ from, to }) => filled.text.slice(from, to))).toContain('先试');
  });

  it('in a title or source line puts its rows as lines', () => {
    const editor = editorOf(tabled);
    Transforms.select(editor, Editor.end(editor, [titleIndex]));
    insertPasted(editor, readPastedText(excel), countingIds('n'));
    expect(itemOf(editor)).toMatchObject({ title: '甲县推动宣讲提质单位\u3000场次' });
    expect(itemOf(editor).paragraphs[0]?.text).toBe('东片区\u3000128');
    Transforms.select(editor, Editor.end(editor, [source + 1]));
    insertPasted(editor, readPastedText(excel), countingIds('n'));
    expect(itemOf(editor).sources.at(-1)).toBe('东片区\u3000128');
  });
});

describe('any sequence of edits with tables', () => {
  const actions: readonly TableAction[] = [
    'rowAbove',
    'rowBelow',
    'columnLeft',
    'columnRight',
    'removeRow',
    'removeColumn',
    'header',
    'wider',
    'narrower',
    'widthsByContent',
    'remove',
  ];
  const kinds = [
    'type',
    'break',
    'back',
    'forward',
    'fragment',
    'split',
    'insert',
    'tab',
    'add',
    'paste',
    'retype',
    'bold',
    ...actions,
  ] as const;
  const step = fc.record({
    kind: fc.constantFrom(...kinds),
    start: fc.tuple(fc.nat(9), fc.nat(30)),
    end: fc.option(fc.tuple(fc.nat(9), fc.nat(30))),
  });

  function expectTables(editor: ArticleEditorInstance): void {
    for (const block of blocksOf(editor)) {
      if (block.type !== 'table') continue;
      expect(block.children.map(({ type }) => type).join()).toMatch(/^caption(?:,row)+$/u);
      expect(new Set(block.children.slice(1).map(({ children }) => children.length)).size).toBe(1);
    }
    const item = itemOf(editor);
    itemSchema.parse(item);
    expect(normalizeItem(item)).toBe(item);
  }

  it('keeps the schema', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const editor = editorOf(tabled);
        let count = 0;
        const nextId = (): string => `n${String((count += 1))}`;
        for (const { kind, start, end } of steps) {
          const point = ([index, offset]: readonly [number, number]) => pointInBlock(editor, index % editor.children.length, offset);
          Transforms.select(editor, { anchor: point(start), focus: point(end ?? start) });
          const others: Partial<Record<string, () => void>> = {
            type: () => editor.insertText('字\t\n'),
            break: () => editor.insertBreak(),
            back: () => editor.deleteBackward('character'),
            forward: () => editor.deleteForward('character'),
            fragment: () => editor.deleteFragment(),
            split: () => Transforms.splitNodes(editor, { always: true }),
            insert: () => insertTable(editor, nextId),
            tab: () => moveCell(editor, 1),
            add: () => addParagraph(editor, nextId),
            paste: () => insertPasted(editor, readPastedText('甲\t乙\n丙\t丁'), nextId),
            retype: () =>
              Transforms.setNodes<TableNode>(
                editor,
                { type: start[1] % 2 === 0 ? 'table' : ('source' as never) },
                { at: [start[0] % editor.children.length] },
              ),
            bold: () => toggleMark(editor, 'bold'),
          };
          (others[kind] ?? (() => editTable(editor, kind as TableAction, (table) => table.form.widths ?? [1, 2])))();
          expectTables(editor);
          expect(editor.selection === null || Range.isRange(editor.selection)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('loses no character to the normaliser, whatever a table holds', () => {
    const text = fc.string({ unit: fc.constantFrom('字', '句', '。'), maxLength: 3 }).map((words) => ({ text: `前${words}` }));
    const element = (type: string, children: readonly object[]): object => ({ type, children });
    const leaf = fc
      .record({ type: fc.constantFrom('cell', 'caption', 'row', 'paragraph', 'stranger'), child: text })
      .map(({ type, child }) => element(type, [child]));
    const part = fc
      .record({
        type: fc.constantFrom('row', 'caption', 'cell', 'paragraph'),
        children: fc.array(fc.oneof(text, leaf), { minLength: 1, maxLength: 3 }),
      })
      .map(({ type, children }) => element(type, children));
    fc.assert(
      fc.property(fc.array(fc.oneof(text, part), { minLength: 1, maxLength: 4 }), (children) => {
        const editor = editorOf(tabled);
        const node = { type: 'table', id: 't9', children } as unknown as TableNode;
        const words = Node.string(node);
        editor.children = [editor.children[0] ?? node, node, ...editor.children.slice(-1)];
        editor.normalize({ force: true });
        expect(Node.string(editor).replaceAll(/\s/gu, '')).toBe(`甲县推动宣讲提质${words}甲县委宣传部`);
        expectTables(editor);
      }),
    );
  });
});
