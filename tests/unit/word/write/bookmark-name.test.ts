import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookmarkName } from '../../../../shared/word/write/bookmark-name.js';

describe('bookmarkName', () => {
  it('keeps short lower-case ids readable', () => {
    expect(bookmarkName('article', 'a1')).toBe('a_a1');
    expect(bookmarkName('paragraph', 'p12')).toBe('p_p12');
  });

  it('gives names Word takes for every id', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/u), (id) => {
        expect(bookmarkName('paragraph', id)).toMatch(/^[a-z]\w{0,39}$/u);
      }),
    );
  });

  it('tells ids apart that differ in case only, as Word does not', () => {
    const names = ['Ab', 'aB', 'AB', 'ab', 'a-b'].map((id) => bookmarkName('article', id).toLowerCase());
    expect(new Set(names).size).toBe(names.length);
  });
});
