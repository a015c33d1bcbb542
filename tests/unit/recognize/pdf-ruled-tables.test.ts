/** Tables of a PDF drawn with lines, and lines that draw none; text in columns side by side. */
import { describe, expect, it } from 'vitest';
import { readPdfPages } from '../../../shared/recognize/pdf-lines.js';
import type { PdfPiece, PdfRule } from '../../../shared/recognize/pdf-piece.js';

const size = 12;
const piece = (text: string, x: number, y: number): PdfPiece => ({ text, x, y, width: text.length * size, size, isSlanted: false });
const across = (y: number, from: number, to: number): PdfRule => ({ x1: from, x2: to, y1: y, y2: y + 0.5 });
const down = (x: number, from: number, to: number): PdfRule => ({ x1: x, x2: x + 0.5, y1: from, y2: to });

/** Lines around cells, each drawn for itself; `open`: those between two cells that are one, by row and column of the first. */
function grid(
  xs: readonly number[],
  ys: readonly number[],
  open: { right?: readonly string[]; below?: readonly string[] } = {},
): PdfRule[] {
  const rules: PdfRule[] = [];
  ys.forEach((y, row) =>
    xs.slice(1).forEach((x, column) => {
      if (!open.below?.includes(`${row - 1},${column}`)) rules.push(across(y, xs[column] ?? 0, x));
    }),
  );
  xs.forEach((x, column) =>
    ys.slice(1).forEach((y, row) => {
      if (!open.right?.includes(`${row},${column - 1}`)) rules.push(down(x, y, ys[row] ?? 0));
    }),
  );
  return rules;
}

const xs = [80, 180, 300, 420];
const ys = [700, 680, 660, 640];
const row = (y: number, ...words: readonly string[]): PdfPiece[] => words.map((text, at) => piece(text, (xs[at] ?? 0) + 4, y - 15));
const read = (...pages: readonly { readonly pieces: readonly PdfPiece[]; readonly rules: readonly PdfRule[] }[]) => {
  const { lines, warnings } = readPdfPages(pages.map((page) => ({ height: 842, ...page })));
  return { texts: lines.map(({ text, table }) => (table ? [text, table.headerRows] : text)), warnings };
};
const text = (y: number): PdfPiece => piece('示例区各镇办起礼堂，白天讲座，晚上排戏，村民自当主角。', 80, y);

describe('a table drawn with lines', () => {
  const rows = [...row(700, '镇', '礼堂', '场次'), ...row(680, '甲镇', '三', '12'), ...row(660, '乙镇', '二', '9')];

  it('has the cells its lines make, and its caption above', () => {
    const pieces = [text(760), piece('表1 各镇场次', 200, 710), ...rows, text(600)];
    expect(read({ pieces, rules: grid(xs, ys) }).texts).toEqual([
      text(0).text,
      ['表1 各镇场次\n镇\t礼堂\t场次\n甲镇\t三\t12\n乙镇\t二\t9', 1],
      text(0).text,
    ]);
  });

  it('keeps the words of a cell together over its lines', () => {
    const tall = [700, 680, 640, 620];
    const pieces = [
      ...row(700, '镇', '活动', '场次'),
      ...row(680, '甲镇', '讲座排戏剪纸书法', '12'),
      piece('全年不歇', 184, 647),
      ...row(640, '乙镇', '讲座', '9'),
    ];
    const { texts } = read({ pieces: [...pieces, piece('含夜校', 304, 647)], rules: grid(xs, tall) });
    expect(texts).toEqual([['\n镇\t活动\t场次\n甲镇\t讲座排戏剪纸书法全年不歇\t12\u2028含夜校\n乙镇\t讲座\t9', 1]]);
  });

  it('has the words of merged cells in the first, and says so', () => {
    const pieces = [piece('镇', 84, 675), piece('活动', 260, 685), ...row(680, '', '讲座', '排戏'), ...row(660, '甲镇', '8', '4')].filter(
      (each) => each.text !== '',
    );
    const { texts, warnings } = read({ pieces, rules: grid(xs, ys, { right: ['0,1'], below: ['0,0'] }) });
    expect(texts).toEqual([['\n镇\t活动\t\n\t讲座\t排戏\n甲镇\t8\t4', 2]]);
    expect(warnings).toEqual(['第1段的表格有合并的单元格，已拆开，文字在其中第一格，请核对。']);
  });

  it('has its caption in a row over all of it', () => {
    const title = [piece('表2 各镇场次', 200, 685), ...row(680, '镇', '礼堂', '场次'), ...row(660, '甲镇', '三', '12')];
    expect(read({ pieces: title, rules: grid(xs, ys, { right: ['0,0', '0,1'] }) }).texts).toEqual([
      ['表2 各镇场次\n镇\t礼堂\t场次\n甲镇\t三\t12', 1],
    ]);
  });

  it('goes on over a page, its header said once', () => {
    const next = [...row(700, '镇', '礼堂', '场次'), ...row(680, '丙镇', '一', '5'), ...row(660, '丁镇', '四', '7')];
    const rules = grid(xs, ys);
    const whole = '\n镇\t礼堂\t场次\n甲镇\t三\t12\n乙镇\t二\t9\n丙镇\t一\t5\n丁镇\t四\t7';
    expect(read({ pieces: [text(760), ...rows], rules }, { pieces: [...next, text(600)], rules }).texts).toEqual([
      text(0).text,
      [whole, 1],
      text(0).text,
    ]);
    // One in other columns, or below other words, is a table of its own.
    expect(read({ pieces: rows, rules }, { pieces: [text(760), ...next], rules }).texts).toHaveLength(3);
  });
});

describe('lines that draw no table of the text', () => {
  it.each([
    ['a box around words', grid([70, 500], [720, 560])],
    ['rules above and below', [across(710, 80, 420), across(630, 80, 420)]],
    [
      'rules that do not meet',
      [across(710, 80, 420), across(690, 80, 420), across(670, 80, 420), down(20, 100, 800), down(30, 100, 800), down(40, 100, 800)],
    ],
  ])('are passed over: %s', (_name, rules) => {
    const pieces = [text(690), piece('甲镇。', 104, 660), piece('乙镇。', 104, 600)];
    expect(read({ pieces, rules }).texts).toEqual(read({ pieces, rules: [] }).texts);
  });

  it('are passed over where they are those of a form that no manuscript is written in', () => {
    const pieces = [...row(700, '报送单位', '甲镇', '无'), ...row(680, '联系电话', '0000', '无'), ...row(660, '联系人', '某甲', '无')];
    expect(read({ pieces, rules: grid(xs, ys) }).texts).toEqual(read({ pieces, rules: [] }).texts);
  });
});

describe('a form that a manuscript is written in', () => {
  const tall = [700, 680, 600];
  const pieces = [
    ...row(700, '报送单位', '甲镇', '无'),
    // The label stands in the middle of its cell.
    piece('正文', 84, 640),
    piece('全镇办起礼堂六处，', 184, 668),
    piece('晚上排戏。', 184, 648),
    piece('白天讲座。', 184, 628),
  ];
  const rules = grid(xs, tall, { right: ['1,1'] });

  it('is read cell by cell, each with its paragraphs', () => {
    const short = [...pieces.slice(0, 4), piece('全镇办起礼堂六处，白天讲座，晚上排', 184, 668), ...pieces.slice(5)];
    expect(read({ pieces: short, rules }).texts).toEqual([
      '报送单位',
      '甲镇',
      '无',
      '正文',
      '全镇办起礼堂六处，白天讲座，晚上排晚上排戏。',
      '白天讲座。',
    ]);
  });

  it('begins a paragraph where a line is set in, though the one before is full', () => {
    const lines = ['全镇办起礼堂六处，白天讲座，晚上排', '村民自当主角，老少都爱来。'];
    const full = [...pieces.slice(0, 4), piece(lines[0] ?? '', 184, 668), piece(lines[1] ?? '', 208, 648)];
    expect(read({ pieces: full, rules }).texts.slice(4)).toEqual(lines);
  });

  it('ends before the text below it, though its last line is full', () => {
    const [last, next] = ['全镇办起礼堂六处，白天讲座，晚上排', '示例区各镇办起礼堂，白天讲座，晚上排戏，全年不歇。'];
    const shown = [...pieces.slice(0, 4), piece(last, 184, 612), piece(next, 80, 592)];
    expect(read({ pieces: shown, rules }).texts.slice(4)).toEqual([last, next]);
  });

  it('does not go on with the text below it, nor is lost where words stand out of order', () => {
    const below = piece('示例区各镇办起礼堂，白天讲座，晚上排戏', 80, 580);
    const { texts } = read({ pieces: [below, ...pieces.toReversed(), text(560)], rules });
    expect(texts.slice(0, 4)).toEqual(['报送单位', '甲镇', '无', '正文']);
    expect(texts.at(-1)).toContain(below.text);
  });
});

describe('columns side by side', () => {
  const words = ['示例区各镇办起礼堂，白天讲座', '晚上排戏，村民自己当主角，谁', '有空谁开门，全年都不打烊，老', '少都爱来这里坐一坐。'];
  const column = (x: number): PdfPiece[] =>
    [0, 1].flatMap((at) => words.map((line, index) => piece(line, index === 0 ? x + 24 : x, 700 - (at * words.length + index) * 18)));
  it('are read one after the other, each line as full as its own column', () => {
    const whole = words.join('');
    expect(read({ pieces: [...column(80), ...column(320)], rules: [] }).texts).toEqual([whole, whole, whole, whole]);
  });
});
