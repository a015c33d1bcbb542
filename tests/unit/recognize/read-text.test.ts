import { describe, expect, it } from 'vitest';
import { readText } from '../../../shared/recognize/read-text.js';

const one = (text: string) => readText(text)[0];

describe('reading the lines of a text', () => {
  it('ends lines at CR, LF, CRLF, NEL and the Unicode separators, and counts empty ones', () => {
    expect(readText('甲\r乙\n丙\r\n丁\u0085戊\u2028己\u2029\n庚').map(({ line, text }) => `${line}${text}`)).toEqual([
      '1甲',
      '2乙',
      '3丙',
      '4丁',
      '5戊',
      '6己',
      '8庚',
    ]);
  });

  it('takes headings, quotes, indents and trailing blanks into marks', () => {
    expect(one('## 甲  ')).toEqual({ line: 1, text: '甲', bold: [], heading: 2, marks: ['## ', '  '] });
    expect(one('　　> 甲')).toEqual({ line: 1, text: '甲', bold: [], marks: ['　　', '> '] });
    expect(one('---')).toEqual({ line: 1, text: '', bold: [], marks: ['---'] });
  });

  it('leaves # and * alone that mark nothing', () => {
    expect(one('#1高炉')?.text).toBe('#1高炉');
    expect(one('3*4')?.text).toBe('3*4');
  });

  it('lists bold stretches by their place in the text', () => {
    expect(one('**甲乙。**丙**丁**')).toEqual({
      line: 1,
      text: '甲乙。丙丁',
      bold: [
        { start: 0, end: 3 },
        { start: 4, end: 5 },
      ],
      marks: ['**', '**', '**', '**'],
    });
    expect(one('**甲。****乙。**丙')?.bold).toEqual([{ start: 0, end: 4 }]);
  });

  it('removes blanks beside bold marks between Chinese characters only', () => {
    expect(one('**“甲”** 乙')).toEqual({ line: 1, text: '“甲”乙', bold: [{ start: 0, end: 3 }], marks: ['**', '** '] });
    expect(one('**A** B')?.text).toBe('A B');
    expect(one('## 甲乙 **丙丁**')?.text).toBe('甲乙 丙丁');
  });

  it('carries a lead over the page end that cut it', () => {
    const [first, second] = readText('**甲乙，\n\n丙丁。**戊');
    expect(first?.bold).toEqual([{ start: 0, end: 3 }]);
    expect(second).toMatchObject({ text: '丙丁。戊', bold: [{ start: 0, end: 3 }] });
  });

  it('takes a lead between __ for one that our own text marks as guessed; lines to be filled in stay', () => {
    expect(one('　　__抓统筹。__每季度')).toEqual({
      line: 1,
      text: '抓统筹。每季度',
      bold: [{ start: 0, end: 4 }],
      isGuess: true,
      marks: ['　　', '__', '__'],
    });
    for (const kept of ['____年____月', '姓名__张__', '__甲', '__甲**乙**__']) expect(one(kept)).not.toHaveProperty('isGuess');
    expect(one('____年____月')?.text).toBe('____年____月');
  });

  it('makes nothing bold at a mark without its partner', () => {
    expect(one('甲**乙')).toEqual({ line: 1, text: '甲乙', bold: [], marks: ['**'] });
  });

  it('takes control and invisible characters into marks', () => {
    expect(one('甲\u0000乙\u200B丙')).toMatchObject({ text: '甲乙丙', marks: ['\u0000', '\u200B'] });
  });
});
