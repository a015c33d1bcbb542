import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareParagraphs, type ParagraphChange } from '../../../shared/compare/compare-paragraphs.js';
import { compareText, likeness, sentencesOf } from '../../../shared/compare/compare-text.js';

const show = (before: string, after: string): string =>
  compareText(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
    .join('');

const phrase = fc.array(fc.constantFrom('甲', '乙', '丙', '，', '。', '1', 'a'), { maxLength: 30 }).map((all) => all.join(''));

describe('compareText', () => {
  it('marks a changed word inside its sentence and leaves other sentences alone', () => {
    expect(show('坚持守正创新。开展宣讲三百场。', '坚持守正创新。开展宣讲四百余场。')).toBe('坚持守正创新。开展宣讲[-三百-]{+四百余+}场。');
  });

  it('marks a whole sentence that came or went', () => {
    expect(show('甲一二三。乙一二三。', '甲一二三。丙四五六。乙一二三。')).toBe('甲一二三。{+丙四五六。+}乙一二三。');
    expect(show('甲一二三。乙一二三。', '乙一二三。')).toBe('[-甲一二三。-]乙一二三。');
  });

  it('gives back both wordings exactly', () => {
    fc.assert(
      fc.property(phrase, phrase, (before, after) => {
        const parts = compareText(before, after);
        const of = (...kinds: string[]) =>
          parts
            .filter(({ kind }) => kinds.includes(kind))
            .map(({ text }) => text)
            .join('');
        expect(of('same', 'removed')).toBe(before);
        expect(of('same', 'added')).toBe(after);
        parts.forEach((part, index) => expect(part.kind).not.toBe(parts[index + 1]?.kind));
      }),
    );
  });

  it('cuts into sentences without losing a character', () => {
    fc.assert(fc.property(phrase, (text) => sentencesOf(text).join('') === text));
    expect(sentencesOf('他说：“好。”走了；来了')).toEqual(['他说：“好。”', '走了；', '来了']);
  });
});

describe('likeness', () => {
  it('is 1 for equal, 0 for foreign texts and the same both ways', () => {
    expect(likeness('甲乙丙丁', '甲乙丙丁')).toBe(1);
    expect(likeness('甲乙丙丁', '子丑寅卯')).toBe(0);
    fc.assert(fc.property(phrase, phrase, (left, right) => Math.abs(likeness(left, right) - likeness(right, left)) < 1e-9));
  });
});

const p = (...texts: string[]) => texts.map((text) => ({ text }));
const kinds = (rows: readonly ParagraphChange[]) =>
  rows.map((row) => `${row.kind}${'before' in row ? row.before : ''}${'after' in row ? `>${row.after}` : ''}`);
const one = '第一段讲的是基层宣讲的做法。';
const two = '第二段写文明实践中心建设情况。';
const three = '第三段介绍媒体融合发展经验。';

describe('compareParagraphs', () => {
  it('knows a paragraph that was changed, added, removed', () => {
    expect(kinds(compareParagraphs(p(one, two, three), p(one, two.replace('情况', '成效'), '新的一段，全然不同的内容。', three)))).toEqual([
      'same0>0',
      'changed1>1',
      'added>2',
      'same2>3',
    ]);
    expect(kinds(compareParagraphs(p(one, two, three), p(one, three)))).toEqual(['same0>0', 'removed1', 'same2>1']);
  });

  it('shows a moved paragraph as moved, not as removed and added', () => {
    expect(kinds(compareParagraphs(p(one, two, three), p(two, three, one)))).toEqual(['same1>0', 'same2>1', 'moved0>2']);
  });

  it('follows ids even where every word changed', () => {
    const rows = compareParagraphs([{ id: 'a', text: one }], [{ id: 'a', text: '完全重写的一句' }]);
    expect(kinds(rows)).toEqual(['changed0>0']);
  });

  it('names every paragraph of both states exactly once', () => {
    const texts = fc.array(fc.constantFrom(one, two, three, `${one}改`, '甲乙丙', ''), { maxLength: 8 });
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const rows = compareParagraphs(p(...before), p(...after));
        const named = (side: 'before' | 'after') =>
          rows.flatMap((row) => (side in row ? [(row as unknown as Record<string, number>)[side]] : []));
        expect(named('before').toSorted()).toEqual([...before.keys()]);
        expect(named('after')).toEqual([...after.keys()]);
      }),
    );
  });
});
