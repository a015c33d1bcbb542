/** Tables of a PDF with lines across only. */
import { describe, expect, it } from 'vitest';
import { tableGrid } from '../../../shared/document/table.js';
import { readPdfPages } from '../../../shared/recognize/pdf-lines.js';
import type { PdfPiece, PdfRule } from '../../../shared/recognize/pdf-piece.js';

const size = 14;
const [first, second, third] = [90, 200, 400];
/** Where the words of three columns may stand: 6, 13 and 8 characters. */
const row = (y: number, ...texts: readonly string[]): readonly PdfPiece[] =>
  texts.flatMap((text, at) =>
    text === '' ? [] : [{ text, x: [first, second, third][at] ?? 0, y, width: text.length * size, size, isSlanted: false }],
  );
const rule = (y: number): PdfRule => ({ x1: 85, x2: 530, y1: y, y2: y + 0.5 });
const rules = [rule(720), rule(695), rule(500)];
const read = (pieces: readonly PdfPiece[], own = rules) => {
  const { lines, warnings } = readPdfPages([{ height: 842, pieces, rules: own }]);
  const table = lines.find((line) => line.table);
  return {
    rows: table && tableGrid({ text: table.text }).rows.map((cells) => cells.map(({ text }) => text)),
    warnings: warnings.join(),
    texts: lines.filter((line) => !line.table).map(({ text }) => text),
  };
};
const header = row(702, '任务', '完成情况', '牵头单位');
const wrapped = [...row(680, '市场提升', '改造六个市场划行归市增设公', '甲县市监局'), ...row(660, '', '平秤和投诉台', '')];

describe('a table with lines across only', () => {
  it('is read row by row, wrapped cells whole', () => {
    const pieces = [...header, ...wrapped, ...row(640, '背街小巷', '整治二十三条', '甲县住建局'), ...row(620, '护学岗', '', '甲县公安局')];
    expect(read(pieces)).toEqual({
      rows: [
        ['任务', '完成情况', '牵头单位'],
        ['市场提升', '改造六个市场划行归市增设公平秤和投诉台', '甲县市监局'],
        ['背街小巷', '整治二十三条', '甲县住建局'],
        ['护学岗', '', '甲县公安局'],
      ],
      warnings: '',
      texts: [],
    });
  });

  it('is read over a line above its last row', () => {
    const total = row(510, '合计', '九十八项', '甲县');
    const pieces = [
      ...header,
      ...row(680, '市场提升', '改造六个', '甲县市监局'),
      ...row(660, '护学岗', '增设六处', '甲县公安局'),
      ...total,
    ];
    expect(read(pieces, [...rules.slice(0, 2), rule(530), rule(500)]).rows?.at(-1)).toEqual(['合计', '九十八项', '甲县']);
  });

  it('stays text, and that is told, where its first column stands in the middle of each row', () => {
    const centred = [
      ...row(680, '', '改造六个市场划行归市增设公', '甲县市监局'),
      ...row(660, '市场提升', '', ''),
      ...row(640, '', '平秤和投诉台', ''),
    ];
    const { rows, warnings } = read([...header, ...centred]);
    expect(rows).toBeUndefined();
    expect(warnings).toContain('只画横线的表格');
  });

  it('stays text, and that is told, where a full line stands over the next row', () => {
    const pieces = [
      ...header,
      ...row(680, '市场提升', '改造六个市场划行归市增设公', '甲县'),
      ...row(660, '背街小巷', '整治二十三条', '乙镇'),
    ];
    expect(read(pieces).warnings).toContain('只画横线的表格');
  });

  it.each([
    ['版记 between lines', row(702, '编辑：某甲', '审核：某乙', '签发：某丙'), row(680, '报：某部', '送：某局', '发：某镇')],
    ['a line of two', row(702, '第3期', '示例区'), row(680, '书房建到', '居民家门口')],
    [
      'two lines of three',
      [...header, ...row(699, '一', '二', '三')].map((each, at) => ({ ...each, y: at < 3 ? 712 : 698 })),
      row(680, '甲', '乙', '丙'),
    ],
  ])('is none: %s', (_name, upper, lower) => {
    expect(read([...upper, ...lower])).toMatchObject({ rows: undefined, warnings: '' });
  });

  it('ends where words stand over its columns', () => {
    const text = { text: '改造六个市场划行归市增设公平秤和投诉台群众', x: 90, y: 480, width: 21 * size, size, isSlanted: false };
    const pieces = [...header, ...row(680, '市场提升', '改造六个', '甲县'), ...row(660, '护学岗', '增设六处', '乙镇'), text];
    const { rows, texts } = read(pieces, [...rules, rule(450)]);
    expect(rows).toHaveLength(3);
    expect(texts).toEqual([text.text]);
  });
});
