import { describe, expect, it } from 'vitest';
import { defaultPageStyle } from '../../../shared/layout/page-style.js';
import { lineWidthPt } from '../../../shared/layout/set-text.js';
import { splitsWord, titleLines } from '../../../shared/layout/title-breaking.js';

const { text, fitting } = defaultPageStyle;

/** Lines of a title 20 characters wide. */
function broken(title: string): readonly string[] {
  return titleLines(title, text.title, 20 * text.title.pitchPt, fitting);
}

describe('breakTitle', () => {
  it('leaves what fits on one line, its blank too', () => {
    expect(broken('甲县抓实工作 乙县见效')).toEqual(['甲县抓实工作 乙县见效']);
  });

  it('obeys breaks set by hand', () => {
    expect(broken('甲县\n抓实工作')).toEqual(['甲县', '抓实工作']);
  });

  it('still breaks a part set by hand that is too long', () => {
    expect(broken(`甲县\n${'实'.repeat(30)}`)).toHaveLength(3);
  });

  it('breaks at the half-title blank, which vanishes', () => {
    expect(broken('示例区“三聚焦三提升” 推动文明实践工作开创新局面')).toEqual(['示例区“三聚焦三提升”', '推动文明实践工作开创新局面']);
  });

  it('keeps parallel phrases on one line', () => {
    expect(broken('创意引领 创新驱动 甲市加快推进“示例手造”工艺振兴')).toEqual(['创意引领 创新驱动', '甲市加快推进“示例手造”工艺振兴']);
  });

  it('takes one line more rather than part parallel phrases badly', () => {
    expect(broken('甲市坚持党的建设全面引领 系统推进 协同作战 全力争创全国文明典范城市')).toEqual([
      '甲市坚持党的建设全面引领',
      '系统推进 协同作战',
      '全力争创全国文明典范城市',
    ]);
  });

  it('breaks between words where there is no blank', () => {
    const [first = '', ...rest] = broken('示例区积极推动文化进万家活动深入开展取得明显成效');
    expect(rest).toHaveLength(1);
    expect(splitsWord('示例区积极推动文化进万家活动深入开展取得明显成效', first.length)).toBe(false);
  });

  it('loses nothing but blanks at breaks', () => {
    const title = '甲乙丙 丁戊己 庚辛壬癸子丑寅卯辰巳午未申酉戌亥甲乙丙丁戊己庚辛';
    expect(broken(title).join('').replaceAll(' ', '')).toBe(title.replaceAll(' ', ''));
  });

  it.each([
    ['a long word', `甲县试行${'A'.repeat(100)}系统`],
    ['a row of dashes', `甲县抓实工作${'——'.repeat(30)}示例`],
    ['an address', `见http://${'example.'.repeat(12)}cn`],
  ])('keeps %s that is wider than a line within the lines, nothing lost', (_case, title) => {
    const lines = broken(title);
    expect(lines.join('')).toBe(title);
    for (const line of lines)
      expect(lineWidthPt([{ text: line, style: text.title }], fitting)).toBeLessThanOrEqual(20 * text.title.pitchPt + 0.01);
  });

  it.each([
    ['sense', '示例区抓实工作'],
    ['no sense', 'A'],
    ['blanks', '甲 　'],
    ['characters without width', '甲\u200b'],
  ])('keeps a title of 100,000 characters of %s within the lines, nothing but blanks lost', (_case, piece) => {
    const title = piece.repeat(Math.ceil(100_000 / piece.length));
    const lines = broken(title);
    expect(lines.join('').replace(/[ \u3000]/gu, '')).toBe(title.replace(/[ \u3000]/gu, ''));
    for (const line of lines)
      expect(lineWidthPt([{ text: line, style: text.title }], fitting)).toBeLessThanOrEqual(20 * text.title.pitchPt + 0.01);
  });

  it('tells a cut word from a whole one in a title of any length', () => {
    const title = '示例区积极推动文化进万家活动'.repeat(2000);
    expect([splitsWord(title, 14 * 1000), splitsWord(title, 14 * 1000 + 1)]).toEqual([false, true]);
  });

  it('gives an empty title no line', () => {
    expect(broken('')).toEqual([]);
  });
});
