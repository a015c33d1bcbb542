/** PDF files with tags: paragraphs, tables and notes as the tags have them, where they can be believed. */
import { describe, expect, it } from 'vitest';
import { tableGrid } from '../../../shared/document/table.js';
import { readPdfPages } from '../../../shared/recognize/pdf-lines.js';
import type { PdfBlock, PdfPiece } from '../../../shared/recognize/pdf-piece.js';
import { piece } from '../../helpers/pdf-piece.js';

const page = (...pieces: readonly PdfPiece[]) => ({ height: 842, pieces });
const texts = (...pages: readonly ReturnType<typeof page>[]) => readPdfPages(pages).lines.map(({ text }) => text);
const paragraph = (order: number, more: Partial<PdfBlock> = {}): PdfBlock => ({ order, kind: 'paragraph', ...more });

const full = '示例区把书房建到居民家门口藏书两万册每天都有人来读书';
/** Lines from the head of the text down, each in the block of its number. */
const column = (...rows: readonly (readonly [string, PdfBlock | undefined])[]) =>
  rows.map(([text, block], at) => piece(text.trim(), text.startsWith('　') ? 122 : 90, 700 - at * 28, { block }));
const fullStop = `${full.slice(0, -1)}。`;

describe('paragraphs of a tagged PDF', () => {
  it('end where the tags say, though the line is full and the next not indented', () => {
    const rows = [fullStop, fullStop, `${full.slice(0, 12)}。`];
    const [one, two] = [paragraph(1), paragraph(2)];
    const own = column([full, one], [rows[0] ?? '', one], [rows[1] ?? '', two], [rows[2] ?? '', two]);
    expect(texts(page(...own))).toEqual([`${full}${rows[0] ?? ''}`, `${rows[1] ?? ''}${rows[2] ?? ''}`]);
    expect(texts(page(...own.map(({ block: _block, ...each }) => each)))).toEqual([`${full}${rows.join('')}`]);
  });

  it('stand in the order of the tags, not of the drawing, and headings keep their depth', () => {
    const heading = paragraph(1, { heading: 2 });
    const own = [piece('后面的话。', 90, 500, { block: paragraph(2) }), piece('前面的标题', 90, 700, { block: heading })];
    const { lines } = readPdfPages([page(...own)]);
    expect(lines.map(({ text, heading: depth }) => [text, depth])).toEqual([
      ['前面的标题', 2],
      ['后面的话。', undefined],
    ]);
  });

  it('keep a line that was ended by hand', () => {
    const one = paragraph(1);
    expect(texts(page(...column(['乙镇文化站', one], [full, one], ['报送。', one])))).toEqual([`乙镇文化站\n${full}报送。`]);
  });

  it('have no sign before an item, but its number', () => {
    const item = (opening: string, order: number, y: number, isItem: true | undefined) => {
      const block = paragraph(order, isItem ? { isItem } : {});
      return [piece(opening, 90, y, { block }), piece('书房六处。', 122, y, { block })];
    };
    const own = [...item('●', 1, 700, true), ...item('2', 2, 672, true), ...item('●', 3, 644, undefined)];
    expect(texts(page(...own))).toEqual(['书房六处。', expect.stringMatching(/^2/u), expect.stringMatching(/^●/u)]);
  });

  it('of a heading do not go on with the text of the next page', () => {
    const heading = paragraph(1, { heading: 1 });
    const one = paragraph(1);
    const own = column([full, one], [full, one], [full, one], [full, paragraph(2)]);
    expect(texts(page(piece(full, 90, 100, { block: heading })), page(...own))[0]).toBe(full);
  });

  it('leave artifacts aside, each said to be what it is', () => {
    const one = paragraph(1);
    const own = [
      piece('示例区信息', 200, 800, { isArtifact: true }),
      ...column([full, one], [full, one], [full, one], ['读书。', one]),
      piece('单位件数', 200, 400, { isArtifact: true }),
      piece('1', 290, 40, { isArtifact: true }),
    ];
    const { lines, leftAside } = readPdfPages([page(...own)]);
    expect(lines).toHaveLength(1);
    expect(leftAside.map(({ text, reason }) => [text, reason])).toEqual([
      ['示例区信息', '页眉'],
      ['单位件数', '原件标明不是正文的文字'],
      ['1', '页码'],
    ]);
  });

  it('have their notes, whose tags stand where the text calls for them, from the foot of the page', () => {
    const [one, two] = [paragraph(1), paragraph(3)];
    const note: PdfBlock = { order: 2, kind: 'note' };
    const own = [
      ...column([full, one], [full, one]),
      piece('读书。', 90, 644, { block: one }),
      piece('1', 138, 649, { size: 8, width: 4, block: one }),
      ...[full, full, '领读的人越来越多。'].map((text, at) => piece(text, 90, 616 - at * 28, { block: two })),
      piece('1', 90, 122, { size: 6, width: 3, block: note }),
      piece('乙镇文化站提供。', 96, 120, { size: 9, block: note }),
    ];
    const { lines, leftAside } = readPdfPages([page(...own)]);
    expect(lines.map(({ text }) => text)).toEqual([`${full}${full}读书。`, `${full}${full}领读的人越来越多。`]);
    expect(lines.map(({ footnotes = [] }) => footnotes.map(({ text, at }) => [text, at]))).toEqual([
      [['乙镇文化站提供。', full.length * 2 + 3]],
      [],
    ]);
    expect(leftAside).toEqual([]);
  });

  it('leave a note aside that nothing in the text calls for', () => {
    const own = [...column([full, paragraph(1)]), piece('乙镇文化站提供。', 90, 120, { size: 9, block: { order: 2, kind: 'note' } })];
    expect(readPdfPages([page(...own)]).leftAside).toEqual([
      expect.objectContaining({ text: '乙镇文化站提供。', reason: expect.stringContaining('脚注') }),
    ]);
  });
});

describe('tags that lie', () => {
  const rows = [`　　${full.slice(2)}`, full, full, full, full, '读书。'];

  it('as one paragraph a line does, are not believed', () => {
    const own = column(...rows.map((text, at) => [text, paragraph(at)] as const));
    expect(texts(page(...own))).toEqual([rows.join('').trim()]);
  });

  it('as one paragraph for the whole page does, are not believed', () => {
    const one = paragraph(1);
    const three = [...rows.slice(4), ...rows.slice(4), ...rows.slice(4), ...rows.slice(4)].map((text, at) =>
      at % 2 ? text : `　　${text.slice(2)}`,
    );
    const read = texts(page(...column(...three.map((text) => [text, one] as const))));
    expect(read).toEqual(Array.from({ length: 4 }, () => `${full.slice(2)}读书。`));
  });

  it('as a tree that holds half of the words does, are not believed', () => {
    const own = column([full, undefined], [fullStop, undefined], [full, paragraph(1)], [`${full.slice(0, 20)}。`, paragraph(2)]);
    expect(texts(page(...own))).toEqual([`${full}${fullStop}${full}${full.slice(0, 20)}。`]);
  });
});

describe('tables of the tags', () => {
  const cell = (row: number, at: number, text: string, y: number, isHeader = false, columns = 3) =>
    text.split('\n').map((line, down) =>
      piece(line, 90 + at * 150, y - down * 20, {
        size: 14,
        width: line.length * 14,
        block: cellBlocks(row, at, isHeader, columns),
      }),
    );
  const known = new Map<string, PdfBlock>();
  const cellBlocks = (row: number, at: number, isHeader: boolean, columns: number): PdfBlock => {
    const key = [row, at, isHeader, columns].join();
    const made = known.get(key) ?? paragraph(row * 10 + at, { cell: { table: 1, row, column: at + 1, columns, isHeader } });
    known.set(key, made);
    return made;
  };
  const grid = (...pages: readonly ReturnType<typeof page>[]) => {
    const { lines } = readPdfPages(pages);
    expect(lines.filter(({ table }) => table)).toHaveLength(1);
    const [line] = lines;
    return { form: line?.table, rows: tableGrid({ text: line?.text ?? '' }).rows.map((row) => row.map(({ text }) => text)) };
  };
  const header = ['项目', '进展', '单位'].flatMap((text, at) => cell(1, at, text, 700, true));
  const first = [...cell(2, 0, '文化站', 670), ...cell(2, 1, '主体结构已经封顶正在\n装修', 670), ...cell(2, 2, '乙镇', 670)];

  it('are read without a line drawn, wrapped cells whole, empty ones in their place', () => {
    const second = [...cell(3, 0, '村史馆', 620), ...cell(3, 2, '丙村', 620)];
    expect(grid(page(...header, ...first, ...second))).toEqual({
      form: { headerRows: 1 },
      rows: [
        ['项目', '进展', '单位'],
        ['文化站', '主体结构已经封顶正在装修', '乙镇'],
        ['村史馆', '', '丙村'],
      ],
    });
  });

  it('go on over a page, in the middle of a cell too', () => {
    const cut = [
      ...cell(3, 0, '村史馆', 120),
      ...cell(3, 1, '征集老物件二百件布展\n施工单位已经选定下月', 120),
      ...cell(3, 2, '丙村', 120),
    ];
    const next = [...cell(3, 1, '进场', 780), ...cell(4, 0, '影院', 750), ...cell(4, 1, '选址', 750), ...cell(4, 2, '丁村', 750)];
    expect(grid(page(...header, ...first, ...cut), page(...next)).rows.slice(2)).toEqual([
      ['村史馆', '征集老物件二百件布展施工单位已经选定下月进场', '丙村'],
      ['影院', '选址', '丁村'],
    ]);
  });

  it('do not take a row for the rest of one where the line before is not full', () => {
    const cut = [...cell(3, 0, '村史馆', 120), ...cell(3, 1, '布展', 120), ...cell(3, 2, '丙村', 120)];
    const next = [...cell(3, 1, '进场', 780), ...cell(4, 0, '影院', 750), ...cell(4, 1, '选址', 750), ...cell(4, 2, '丁村', 750)];
    expect(grid(page(...header, ...first, ...cut), page(...next)).rows.slice(2, 4)).toEqual([
      ['村史馆', '布展', '丙村'],
      ['', '进场', ''],
    ]);
  });

  it('put cells of a row that has fewer under those they stand below, and tell', () => {
    const merged = [...cell(3, 0, '合计', 620, false, 2), ...cell(3, 1, '三家', 620, false, 2).map((own) => ({ ...own, x: 390 }))];
    const { warnings } = readPdfPages([page(...header, ...first, ...merged)]);
    expect(grid(page(...header, ...first, ...merged)).rows.at(-1)).toEqual(['合计', '', '三家']);
    expect(warnings.join()).toContain('合并的单元格');
  });

  it('are none where they lay out a form', () => {
    const form = [
      ...cell(1, 0, '标题', 700),
      ...cell(1, 1, '书房建到家门口', 700),
      ...cell(2, 0, '报送单位', 670),
      ...cell(2, 1, '乙镇', 670),
    ];
    expect(readPdfPages([page(...form)]).lines.some(({ table }) => table)).toBe(false);
  });
});
