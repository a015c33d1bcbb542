import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPatch, diffJson, invertPatch } from '../../../shared/library/json-patch.js';
import { numbered } from '../../helpers/library-fixture.js';

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const item = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  text: fc.string({ maxLength: 6 }),
  more: fc.jsonValue({ maxDepth: 1 }),
});
const value = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.uniqueArray(item, { selector: ({ id }) => id }),
  fc.record({ list: fc.array(item), words: fc.string({ unit: 'binary' }) }),
);

describe('a patch', () => {
  it('between any two values makes the one of the other, there and back, also after being written and read', () =>
    fc.assert(
      fc.property(value, value, (before, after) => {
        const [from, to] = [plain(before), plain(after)];
        const patch = plain(diffJson(from, to)) as ReturnType<typeof diffJson>;
        expect(plain(applyPatch(from, patch))).toEqual(to);
        expect(plain(applyPatch(to, invertPatch(patch)))).toEqual(from);
      }),
      { numRuns: 2000 },
    ));

  it('of a value and itself is empty, and of few typed characters is small', () => {
    const before = numbered(6);
    const after = { ...before, instruction: '已阅' };
    expect(diffJson(before, before)).toEqual([]);
    expect(diffJson(before, plain(before))).toEqual([]);
    expect(diffJson(before, after)).toEqual([{ at: ['instruction'], from: 0, cut: before.instruction, put: '已阅' }]);
  });

  it('does not look into what is shared', () => {
    const shared = new Proxy({ id: 'x' }, { ownKeys: () => expect.fail('looked into') });
    expect(diffJson({ shared, n: 1 }, { shared, n: 2 })).toEqual([{ at: ['n'], before: 1, after: 2 }]);
  });

  it('keeps to the item that moved up when others come and go', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ id, text: `${id}的长段落` }));
    const patch = diffJson([a, b, c], [{ id: 'n', text: '新' }, { ...b, text: 'b的段落' }, c]);
    expect(patch).toEqual([
      { at: [], from: 0, removed: [a], inserted: [{ id: 'n', text: '新' }] },
      { at: [1, 'text'], from: 2, cut: '长', put: '' },
    ]);
  });

  it('is refused by a value it was not made for', () => {
    const patch = diffJson({ text: '甲乙' }, { text: '甲丙' });
    expect(() => applyPatch({ text: '丁戊' }, patch)).toThrow(RangeError);
    expect(() => applyPatch({}, patch)).toThrow(RangeError);
    expect(() => applyPatch([1, 2], diffJson([1, 3], [1, 4]))).toThrow(RangeError);
  });

  it('shares what it does not touch', () => {
    const before = { left: { deep: [1] }, right: '甲' };
    const after = applyPatch(before, diffJson(before, { ...before, right: '乙' })) as typeof before;
    expect(after.left).toBe(before.left);
  });
});
