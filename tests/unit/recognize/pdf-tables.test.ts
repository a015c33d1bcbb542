/** Tables and heads of pages of a PDF that is not ours, by where its pieces stand. */
import { describe, expect, it } from 'vitest';
import type { PdfPiece } from '../../../shared/recognize/pdf-piece.js';
import { captionsPdfTable, tableRows } from '../../../shared/recognize/pdf-table.js';
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

describe('rows of a table', () => {
  const cells = (...texts: readonly string[]) => ({
    cells: texts.map((text, at) => ({ text, left: 90 + at * 150, right: 180 + at * 150 })),
  });
  const [head, one, two] = [cells('类别', '去年', '今年'), cells('文字', '700', '740'), cells('图片', '410', '400')];

  it('are as many as stand under each other', () => {
    expect(tableRows([head, one, two])).toBe(3);
    expect(tableRows([head, one, two, cells('共计', '1110')])).toBe(3);
    expect(tableRows([head, one, two, cells('共计', '1110', '1140', '合并')])).toBe(3);
    expect(tableRows([head, one, two, cells('共计', '1110', '比去年多。')])).toBe(3);
  });

  it('are told by cells at either side of the head’s', () => {
    const moved = (by: number) => ({ cells: two.cells.map((cell) => ({ ...cell, left: cell.left + by, right: cell.right + by })) });
    expect([-95, -60, 60, 95].map((by) => tableRows([head, one, two, moved(by)]))).toEqual([3, 4, 4, 3]);
  });

  it.each(['共办活动场次比去年同期增长的百分比在全区各镇街中的位次', '见目录……', '见目录....5', '增长。'])(
    'are none under a head with %s',
    (words) => {
      expect(tableRows([cells('类别', '去年', words), one, two])).toBe(0);
    },
  );
});

it.each([
  ['表1播发统计', true],
  ['附表二 播发统计', true],
  ['表1反映了全年播发的情况。', false],
  ['表1如下：', false],
  [`表1${'播发统计'.repeat(15)}`, false],
  ['播发统计', false],
])('%s over a table is its caption: %s', (words, isCaption) => {
  expect(captionsPdfTable(words)).toBe(isCaption);
});

describe('around a table', () => {
  const table = (y: number, ...columns: readonly number[]) =>
    [0, 30, 60].flatMap((down) => columns.map((x, at) => piece(`${String(at)}${String(down)}`, x, y - down)));

  it('another table is no caption', () => {
    const named = piece('表1统计', 230, 730);
    const { texts } = read(body(760), named, ...table(700, 90, 240, 390), ...table(600, 60, 180, 300, 420), body(400));
    expect(texts.map((text) => text.split('\n')[0])).toEqual([`${words}。`, '表1统计', '', `${words}。`]);
  });

  it('a line behind it does not go on with the one before it, on the page before', () => {
    const left = (text: string, y: number) => piece(text, 90, y);
    const pages = (...second: readonly PdfPiece[]) =>
      readPdfPages([
        { height, pieces: [body(700), left(words, 150)] },
        { height, pieces: [...second, left(`${words}。`, 600), body(570)] },
      ]).lines;
    expect(pages()).toHaveLength(2);
    expect(pages(...table(700, 90, 240, 390))).toHaveLength(4);
  });

  it('a cell of several pieces is one, with the blanks between its words', () => {
    const pieces = [piece('类别', 90, 600), piece('new', 240, 600, 10), piece('words', 275, 600, 10), piece('今年', 390, 600)];
    const { texts } = read(body(700), ...pieces, ...row(570, '文字', '700', '740'), ...row(540, '图片', '410', '400'), body(500));
    expect(texts[1]).toContain('类别\tnew words\t今年\n');
  });

  it('a cell ends where its last piece does', () => {
    const pieces = [piece('类别', 90, 600), piece('去', 240, 600), piece('年', 256, 600), piece('今年', 390, 600)];
    const under = (y: number) => [piece('文字', 90, y), piece('7', 262, y), piece('740', 390, y)];
    expect(read(body(700), ...pieces, ...under(570), ...under(540), body(500)).tables).toHaveLength(1);
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

  it('is a head of several pieces on one line, in small type nearer to the text', () => {
    const printed = [piece('2026/3/1 09:05', 30, 815, 8), piece('示例区发布', 400, 815, 8)];
    const { leftAside } = read(...printed, piece(title.text, 90, 765), ...text);
    expect(leftAside.map((each) => [each.text, each.reason])).toEqual(printed.map((each) => [each.text, '页眉']));
  });

  it('has its like beside the number of the page', () => {
    const foot = [piece('http://example.invalid/1', 30, 20, 8), piece('1/1', 540, 20, 8)];
    expect(read(title, ...text, ...foot).leftAside.map(({ reason }) => reason)).toEqual(['页脚', '页码']);
    expect(read(title, ...text, piece('末一行。', 90, 110), piece('3', 540, 20, 8)).leftAside).toHaveLength(1);
  });

  it('is words of the page where nothing but one line stands below it', () => {
    expect(read(head, title).leftAside).toEqual([]);
  });

  it.each([
    ['beside another in the margin', { ...head, y: 830 }, { ...title, y: 775 }],
    ['larger than the text', { ...head, size: 22 }, title],
    ['not far above what follows', head, { ...title, y: 750 }],
    ['in small type, right above it', { ...head, size: 9 }, { ...title, y: 765 }],
    ['lower', { ...head, y: 765 }, { ...title, y: 700 }],
  ])('is words of it where it stands %s', (_name, first, next) => {
    expect(read(first, next, ...text).leftAside).toEqual([]);
  });
});

describe('what opens the pages', () => {
  const pageOf = (head: string, y = 740) => ({ height, pieces: [piece(head, 90, y), body(640), body(610)] });
  const leftOf = (...heads: readonly string[]) => readPdfPages(heads.map((head) => pageOf(head))).leftAside.map(({ text }) => text);

  it('is a head where it is the same on the left pages, and another on the right ones', () => {
    const [left, right] = ['示例区资料', '书房专刊'];
    expect(leftOf(right, left, right, left, right, left)).toEqual([right, left, right, left, right, left]);
    expect(leftOf(right, left, right, left)).toEqual([]);
  });

  it('is a head where two pages open with the very same, but not where they only count on', () => {
    expect(leftOf('示例区资料', '示例区资料')).toEqual(['示例区资料', '示例区资料']);
    expect(leftOf('附件1', '附件2')).toEqual([]);
    const [first, second] = [pageOf('示例区资料'), pageOf('示例区资料', 730)];
    expect(readPdfPages([first, second]).leftAside).toEqual([]);
  });
});
