/** Notes of a PDF whose numbers stand raised in the text, and raised figures that are none. */
import { describe, expect, it } from 'vitest';
import type { PdfPage, PdfPiece } from '../../../shared/recognize/pdf-piece.js';
import { readPdfPages } from '../../../shared/recognize/pdf-lines.js';

interface Words {
  readonly text: string;
  /** Sign raised behind it, and the words behind that. */
  readonly raised?: string;
  readonly rest?: string;
  readonly size?: number;
  /** Down from the line before. */
  readonly gap?: number;
}

/** A full line, which the first of each page goes on with. */
const wide = '示例区各镇开展宣讲一百场次有余，听众逾一万人次，';

const page = (...lines: readonly Words[]): PdfPage => {
  let y = 800;
  const pieces = [{ text: wide } as Words, ...lines].flatMap(({ text, raised, rest, size = 16, gap = 28 }): readonly PdfPiece[] => {
    y -= gap;
    const at = 80 + text.length * size;
    const piece = (words: string, x: number, own: number, up = 0): PdfPiece => ({
      text: words,
      x,
      y: y + up,
      width: words.length * own,
      size: own,
      isSlanted: false,
    });
    return [
      piece(text, 80, size),
      ...(raised === undefined ? [] : [piece(raised, at, size * 0.6, size * 0.4)]),
      ...(rest === undefined ? [] : [piece(rest, at + (raised?.length ?? 0) * size * 0.6, size)]),
    ];
  });
  return { height: 842, pieces };
};

const note = (number: string, text: string, gap = 18): Words => ({ text: number, raised: '', rest: text, size: 10, gap });
const read = (...pages: readonly PdfPage[]) =>
  readPdfPages(pages).lines.map(({ text, footnotes = [] }) =>
    footnotes.length === 0 ? text : [text, ...footnotes.map((each) => `${String(each.at)} ${each.text}`)],
  );

const body: Words = { text: '甲镇先行。' };
const opening = wide + body.text;

describe('notes with raised numbers', () => {
  it('hang on the words their numbers stand behind', () => {
    const marked: Words = { text: '乙镇办讲堂', raised: '1', rest: '三所。' };
    expect(read(page(body, marked, { text: '丙镇有讲台。', raised: '2' }, note('1', '据乙镇', 60), note('2', '见附件。')))).toEqual([
      opening,
      ['乙镇办讲堂三所。', '5 据乙镇'],
      ['丙镇有讲台。', '6 见附件。'],
    ]);
  });

  it('are read over two lines and in brackets', () => {
    const marked: Words = { text: '乙镇办讲堂。', raised: '[1]' };
    expect(read(page(body, marked, note('[1]', '据乙镇统计，', 60), { text: '不含村办的。', size: 10, gap: 18 }))).toEqual([
      opening,
      ['乙镇办讲堂。', '6 据乙镇统计，不含村办的。'],
    ]);
  });

  it('go on at the foot of the next page, before its own', () => {
    const first = page(body, { text: '乙镇办讲堂。', raised: '1' }, note('1', '据乙镇统计，', 60));
    const second = page(body, { text: '丙镇也办。', raised: '2' }, { text: '不含村办的。', size: 10, gap: 60 }, note('2', '见附件。'));
    expect(read(first, second)).toEqual([opening, ['乙镇办讲堂。', '6 据乙镇统计，不含村办的。'], opening, ['丙镇也办。', '5 见附件。']]);
  });

  it('in the size of the text are told by the room above them', () => {
    const large = (gap: number) => ({ ...note('1', '据乙镇统计。', gap), size: 16 });
    const marked: Words = { text: '乙镇办讲堂。', raised: '1' };
    expect(read(page(body, marked, body, large(60)))).toEqual([opening, ['乙镇办讲堂。', '6 据乙镇统计。'], body.text]);
    expect(read(page(body, marked, body, large(28))).at(-1)).toBe('1据乙镇统计。');
  });

  it('at the end of the file hang on a page before', () => {
    const marked = page(body, { text: '乙镇办讲堂。', raised: 'i' }, body);
    expect(read(marked, { ...page(note('i', '据乙镇统计。')), pieces: page(note('i', '据乙镇统计。')).pieces.slice(1) })).toEqual([
      opening,
      ['乙镇办讲堂。', '6 据乙镇统计。'],
      body.text,
    ]);
  });

  it('whose number stands nowhere stay lines of their own', () => {
    expect(read(page(body, { text: '乙镇办讲堂。', raised: '1' }, note('1', '据乙镇。', 60), note('3', '无处可挂。')))).toEqual([
      opening,
      ['乙镇办讲堂。', '6 据乙镇。'],
      '3无处可挂。',
    ]);
  });
});

describe('raised figures that number no note', () => {
  it('are characters of their own', () => {
    expect(read(page(body, { text: '讲堂占地30m', raised: '2', rest: '，' }, body))).toEqual([opening, `讲堂占地30m²，`, body.text]);
  });
  it('are a power behind a letter, whatever opens with that figure below', () => {
    const small: Words = { ...note('2', '楼设讲台。', 60), size: 10 };
    expect(read(page(body, { text: '讲堂占地30m', raised: '2' }, small)).slice(1)).toEqual(['讲堂占地30m²', '2楼设讲台。']);
  });
});
