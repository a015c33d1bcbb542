/** Tables and heads of pages of a PDF that is not ours, by where its pieces stand. */
import { describe, expect, it } from 'vitest';
import type { PdfPiece } from '../../../shared/recognize/pdf-page.js';
import { readPdfPages } from '../../../shared/recognize/pdf-lines.js';

const height = 842;
const piece = (text: string, x: number, y: number, size = 16): PdfPiece => ({
  text,
  x,
  y,
  width: text.length * size,
  size,
  isSlanted: false,
});
const row = (y: number, ...cells: readonly string[]) => cells.map((text, at) => piece(text, 90 + at * 150, y));
const words = '甲区把文化建设作为凝聚人心的抓手，走出新路子';
const body = (y: number) => piece(`${words}。`, 122, y);

function read(...pieces: readonly PdfPiece[]) {
  const { lines, leftAside } = readPdfPages([{ height, pieces }]);
  return { texts: lines.map(({ text }) => text), tables: lines.flatMap(({ table }) => (table ? [table] : [])), leftAside };
}

describe('a table of a PDF', () => {
  const rows = [row(600, '类别', '去年', '今年'), row(570, '文字', '700', '740'), row(540, '图片', '410', '400')].flat();

  it('is rows of words in columns, under the caption that says so', () => {
    const { texts, tables } = read(body(700), piece('表1播发统计', 230, 630), ...rows, body(500));
    expect(texts).toEqual([`${words}。`, '表1播发统计\n类别\t去年\t今年\n文字\t700\t740\n图片\t410\t400', `${words}。`]);
    expect(tables).toEqual([{ headerRows: 1 }]);
  });

  it('has no line above it as its caption that does not say so', () => {
    expect(read(body(700), ...rows, body(500)).texts).toEqual([
      `${words}。`,
      '\n类别\t去年\t今年\n文字\t700\t740\n图片\t410\t400',
      `${words}。`,
    ]);
  });

  it.each([
    ['two rows', rows.slice(0, 6)],
    ['two columns', [row(600, '审核', '某甲'), row(570, '电话', '0000'), row(540, '日期', '5日')].flat()],
    ['words over the edges of columns', [...rows.slice(0, 6), piece('图片', 90, 540), piece('410', 200, 540), piece('400', 300, 540)]],
    [
      'sentences',
      [row(600, '甲讲。', '乙讲。', '丙讲。'), row(570, '丁讲。', '戊讲。', '己讲。'), row(540, '庚讲。', '辛讲。', '壬讲。')].flat(),
    ],
  ])('is not %s', (_name, pieces) => {
    expect(read(body(700), ...pieces, body(500)).tables).toEqual([]);
  });
});

describe('what stands alone in the upper margin', () => {
  const head = piece('甲区统计分析材料', 394, 780);
  const title = piece('甲区年度宣传工作统计', 168, 710, 22);
  const text = [body(640), body(610)];

  it('is a head of the page, though it has but one', () => {
    const { texts, leftAside } = read(head, title, ...text);
    expect(texts[0]).toBe(title.text);
    expect(leftAside).toEqual([{ line: 1, text: head.text, reason: '页眉' }]);
  });

  it.each([
    ['larger than the text', { ...head, size: 22 }, title],
    ['not far above what follows', head, { ...title, y: 750 }],
    ['lower', { ...head, y: 765 }, { ...title, y: 700 }],
  ])('is words of it where it stands %s', (_name, first, next) => {
    expect(read(first, next, ...text).leftAside).toEqual([]);
  });
});
