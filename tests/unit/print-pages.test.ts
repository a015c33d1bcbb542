import { describe, expect, it } from 'vitest';
import { pagesToPrint } from '../../shared/print-pages.js';

const all = { range: '', sides: 'all', isReversed: false } as const;

describe('pages to print', () => {
  it('are all of them unless a range is given', () => {
    expect(pagesToPrint(4, all)).toEqual([1, 2, 3, 4]);
    expect(pagesToPrint(9, { ...all, range: '1-3,5' })).toEqual([1, 2, 3, 5]);
  });

  it.each(['１－３，５', '1—3、5', '1至3 5', '1~3；5', '5,1-3,2'])('are read as Chinese keyboards type them: %s', (range) => {
    expect(pagesToPrint(9, { ...all, range })).toEqual([1, 2, 3, 5]);
  });

  it('are one side of the sheets for a printer that cannot turn them', () => {
    expect(pagesToPrint(5, { ...all, sides: 'odd' })).toEqual([1, 3, 5]);
    expect(pagesToPrint(5, { ...all, sides: 'even', isReversed: true })).toEqual([4, 2]);
    expect(pagesToPrint(5, { ...all, range: '2-4', sides: 'odd' })).toEqual([3]);
  });

  it.each([
    ['甲', /看不懂“甲”/u],
    ['1-', /看不懂“1-”/u],
    ['5-2', /前面的页码比后面的大/u],
    ['0', /没有第 0 页/u],
    ['3-12', /共 9 页，没有第 12 页/u],
  ])('are not guessed: %s', (range, sentence) => {
    expect(pagesToPrint(9, { ...all, range })).toMatch(sentence);
  });

  it('are none when the range has none of that side', () => {
    expect(pagesToPrint(9, { ...all, range: '3', sides: 'even' })).toMatch(/没有偶数页/u);
    expect(pagesToPrint(1, { ...all, sides: 'even' })).toMatch(/没有偶数页/u);
  });
});
