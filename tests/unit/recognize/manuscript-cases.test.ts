import { describe, expect, it } from 'vitest';
import { recognize } from '../../../shared/recognize/recognize.js';
import { countFacts, manuscriptFacts } from '../../helpers/count-facts.js';
import { manuscriptCases } from '../../helpers/manuscript-cases.js';
import { lostCharacters } from './issue-words.js';

describe('a manuscript of another maker', () => {
  it.each(manuscriptCases)('comes out as a reader has it: $name', ({ lines, facts }) => {
    const source = lines();
    let ids = 0;
    const result = recognize(source, { nextId: () => `i${String((ids += 1))}` });
    if (result.kind !== 'article') throw new Error('recognized as an issue');
    expect((result.parts ?? [result]).map(manuscriptFacts)).toEqual(facts);
    expect(lostCharacters(source, result)).toBe('');
  });

  it('is counted by its facts: what lacks, what differs, what nobody wrote', () => {
    const wanted = { title: '甲', sources: ['乙', '丙'] };
    expect(countFacts(wanted, wanted)).toEqual({ all: 3, wrong: 0 });
    expect(countFacts({ title: '甲', sources: ['乙'] }, wanted)).toEqual({ all: 3, wrong: 1 });
    expect(countFacts({ title: '丁', sources: ['乙', '丙', '戊'] }, wanted)).toEqual({ all: 3, wrong: 2 });
  });
});
