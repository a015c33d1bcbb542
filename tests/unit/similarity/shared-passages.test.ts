import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PassageFinder, passageLetters } from '../../../shared/similarity/shared-passages.js';

const passage = '示例区委宣传部坚持守正创新，围绕中心工作开展主题宣讲，累计举办基层宣讲活动三百余场次，覆盖群众五万余人。';

function finderOf(...texts: string[]): PassageFinder {
  const finder = new PassageFinder();
  for (const [index, text] of texts.entries()) finder.put({ id: `t${index}`, text });
  return finder;
}

describe('PassageFinder', () => {
  it('finds a passage inside other words and says where', () => {
    const other = `甲乙丙丁。${passage}戊己庚辛。`;
    const text = `前面另有一段完全不同的话，${passage}后面也不一样。`;
    const [found] = finderOf('无关的文字'.repeat(30), other).find(text);
    expect(found?.id).toBe('t1');
    expect(found?.passages).toHaveLength(1);
    const { start, end, otherStart, otherEnd } = found!.passages[0]!;
    expect(text.slice(start, end)).toBe(passage.slice(0, -1));
    expect(other.slice(otherStart, otherEnd)).toBe(passage.slice(0, -1));
    expect(found!.share).toBeGreaterThan(0.6);
    expect(found!.share).toBeLessThan(0.9);
  });

  it('passes over marks, blanks, width and capitals', () => {
    const loose = passage.replaceAll('，', ' , ').replaceAll('宣讲', '宣 讲');
    expect(finderOf(`２０２６ＡＢｃ${passage}`).find(`2026abC${loose}`)[0]?.share).toBe(1);
  });

  it('tells nothing of passages shorter than the limit', () => {
    const letters = passage.replace(/[，。]/gu, '');
    // Wherever it stands: a text is sampled at some of its places only.
    for (let before = 0; before < passageLetters; before += 1) {
      const known = finderOf(`${'甲'.repeat(before)}${letters.slice(0, passageLetters - 1)}乙`);
      expect(known.find(`丙${letters.slice(0, passageLetters - 1)}丁`), `${before} before`).toEqual([]);
    }
    expect(finderOf(`甲${letters.slice(0, passageLetters)}乙`).find(`丙${letters.slice(0, passageLetters)}丁`)).toHaveLength(1);
  });

  it('counts letters once that stand twice in the other text', () => {
    const [found] = finderOf(`${passage}两遍，${passage}`).find(`前言。${passage}`);
    expect(found?.passages).toHaveLength(1);
    expect(found?.share).toBeLessThan(1);
  });

  it('takes a new text in the place of an old one, and forgets', () => {
    const finder = finderOf(passage);
    finder.put({ id: 't0', text: '换了一篇' });
    expect(finder.find(passage)).toEqual([]);
    finder.put({ id: 't0', text: passage });
    expect(finder.find(passage)).toHaveLength(1);
    expect(finder.find(passage, new Set(['t0']))).toEqual([]);
    finder.remove('t0');
    expect(finder.find(passage)).toEqual([]);
  });

  it('finds any passage of the limit at any place of any two texts', () => {
    const letter = fc.integer({ min: 0x4e00, max: 0x4e00 + 400 }).map((code) => String.fromCharCode(code));
    const words = (minLength: number, maxLength: number) => fc.array(letter, { minLength, maxLength }).map((all) => all.join(''));
    fc.assert(
      fc.property(words(0, 60), words(0, 60), words(0, 60), words(0, 60), words(passageLetters, 80), (a, b, c, d, shared) => {
        const text = `${a}${shared}${b}`;
        const [found] = finderOf(`${c}${shared}${d}`).find(text);
        if (found === undefined) return false;
        return found.passages.some(({ start, end }) => start <= a.length && end >= a.length + shared.length);
      }),
    );
  });

  it('never tells overlapping passages, nor more than the whole', () => {
    const letter = fc.constantFrom('甲', '乙');
    const words = fc.array(letter, { maxLength: 200 }).map((all) => all.join(''));
    fc.assert(
      fc.property(words, words, (text, other) => {
        for (const { passages, share } of finderOf(other).find(text)) {
          expect(share).toBeLessThanOrEqual(1);
          passages.forEach((each, index) => expect(each.start).toBeGreaterThanOrEqual(passages[index - 1]?.end ?? 0));
        }
      }),
      { numRuns: 40 },
    );
  });
});
