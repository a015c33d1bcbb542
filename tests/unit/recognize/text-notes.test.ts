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

  it('flow over to the next page in lines wider than its words, down to its number or its own notes', () => {
    const [words, wide] = ['甲县统筹①资源，推动文化惠民走深走实', '资源指文化资源，包括图书馆文化馆博物馆和各镇街的文化站点'];
    const notes = (...rest: readonly string[]) =>
      readText([words, `①${wide}`, '— 2 —', ...rest].join('\n')).map(({ text, footnotes = [] }) => [
        text,
        ...footnotes.map((note) => note.text),
      ]);
    expect(notes('\f乙镇响应②的话', `${wide}，`, '以年初为准。', '— 3 —').slice(0, 1)).toEqual([
      [words.replace('①', ''), `${wide}${wide}，以年初为准。`],
    ]);
    expect(notes('\f乙镇①响应', wide, '年初。', '①含线上。', '— 3 —')).toEqual([
      [words.replace('①', ''), `${wide}${wide}年初。`],
      ['— 2 —'],
      ['乙镇响应', '含线上。'],
      ['— 3 —'],
    ]);
    expect(notes('\f乙镇响应', `${wide}，`, '— 3 —', `\f${wide}。`, '— 4 —')[0]).toEqual([
      words.replace('①', ''),
      `${wide}${wide}，${wide}。`,
    ]);
    // A wide line in the middle of a page, one under a note that has ended, and a short line are words.
    for (const rest of [
      ['\f乙镇响应', wide, '年初。', '丙镇响应', '— 3 —'],
      ['\f乙镇响应', '年初。', '— 3 —'],
    ])
      expect(notes(...rest).flat()).toContain('年初。');
    const short = ['甲县统筹①资源，推动文化惠民②走深走实', `①${wide}。`, '②含线上', '— 2 —', `\f${wide}`];
    expect(readText(short.join('\n')).map(({ text }) => text)).toContain(wide);
    expect(readText([words, `①${wide}。`, '— 2 —', `\f${wide}`].join('\n')).map(({ text }) => text)).toContain(wide);
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
