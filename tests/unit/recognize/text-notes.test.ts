import { describe, expect, it } from 'vitest';
import { readText } from '../../../shared/recognize/read-text.js';

/** Lines of a text of two pages, each with its footnotes. */
const read = (...lines: readonly string[]) =>
  readText([...lines, '\f下一页的话。'].join('\n')).map(({ text, footnotes = [] }) => [
    text,
    ...footnotes.map((note) => `${String(note.at)} ${note.text}`),
  ]);

describe('signs of footnotes in a text of pages', () => {
  it('hang the lines at a page’s foot on the words, a note over two lines as one, and leave what stands below', () => {
    expect(read('甲县统筹①资源，推动②文化惠民。', '① 资源，指', '文化资源。', '②含线上。', '报：省委', '— 2 —')).toEqual([
      ['甲县统筹资源，推动文化惠民。', '4 资源，指文化资源。', '9 含线上。'],
      ['报：省委'],
      ['— 2 —'],
      ['下一页的话。'],
    ]);
  });

  it('stay words where they count the points of a text, or one of them hangs on nothing', () => {
    for (const lines of [
      ['甲县做到三点：', '①建阵地。', '②强队伍。'],
      ['甲县统筹①资源。', '①建阵地。', '②强队伍。'],
      ['甲县统筹①资源。', '**推动②**文化惠民。', '①建阵地。', '②强队伍。'],
      ['甲县统筹①资源。', '②推动文化惠民。', '①建阵地。', '②强队伍。'],
    ])
      expect(read(...lines).flat()).toEqual([...lines.map((line) => line.replaceAll('*', '')), '下一页的话。']);
  });

  it('mean nothing in a text without pages', () => {
    const lines = ['甲县统筹①资源。', '①指文化资源。'];
    expect(readText(lines.join('\n')).map(({ text }) => text)).toEqual(lines);
  });
});
