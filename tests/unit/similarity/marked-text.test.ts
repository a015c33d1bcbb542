import { describe, expect, it } from 'vitest';
import { markNew, markOther, shareOfAll } from '../../../shared/similarity/marked-text.js';
import { PassageFinder } from '../../../shared/similarity/shared-passages.js';

const passage = '示例区坚持守正创新，围绕中心工作开展主题宣讲。\n累计举办基层宣讲活动三百余场次，覆盖群众五万余人';
const text = `标题甲\n${passage}；此后另有安排。`;
const other = `标题乙\n开头。${passage}。`;

function shared() {
  const finder = new PassageFinder();
  finder.put({ id: 'other', text: other });
  return finder.find(text);
}

describe('shared passages in two texts', () => {
  it('are marked line by line, and the lines are whole', () => {
    const [found] = shared();
    for (const [lines, whole] of [
      [markNew(text, found!.passages), text],
      [markOther(other, found!.passages), other],
    ] as const) {
      expect(lines.map((parts) => parts.map((part) => part.text).join('')).join('\n')).toBe(whole);
      const marked = lines.flatMap((parts) => parts.filter((part) => part.passage === 0).map((part) => part.text)).join('\n');
      expect(marked).toBe(passage);
    }
  });

  it('count once, however many texts hold them', () => {
    const [found] = shared();
    const letters = (words: string): number => words.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    const share = letters(passage) / letters(text);
    expect(shareOfAll(text, [found!])).toBeCloseTo(share);
    expect(shareOfAll(text, [found!, found!])).toBeCloseTo(share);
    expect(shareOfAll('', [])).toBe(0);
  });
});
