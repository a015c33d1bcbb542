import { describe, expect, it } from 'vitest';
import { checkOrder } from '../../../shared/bundle/check-order.js';

const digest = (number: number): string => String(number).padStart(64, '0');
const received = (...numbers: readonly number[]) =>
  numbers.map((sequence) => ({ publicKey: 'k', to: '', sequence, digest: digest(sequence), importedAt: '2026-03-02T01:00:00.000Z' }));

describe('checkOrder', () => {
  it.each([
    ['the first', 1, undefined, [], []],
    ['the next one', 3, 2, [1, 2], []],
    ['one before which one is missing', 3, 2, [1], ['packets-missing 缺少第 2 包。']],
    ['one before which some are missing', 5, 4, [1], ['packets-missing 缺少第 2 至 4 包。']],
    ['the first that ever came, though not the first sent', 7, 6, [], []],
    ['a late one', 2, 1, [1, 3], ['came-late 这是较早的一包，已经导入过对方的第 3 包。']],
    ['one that does not follow on the one before', 3, 9, [1, 2], ['chain-broken 不是接着已收到的第 2 包导出的。']],
    ['one that follows on nothing', 3, undefined, [1, 2], ['chain-broken 不是接着已收到的第 2 包导出的。']],
    ['a late one that does not follow on the one before', 2, 9, [1, 3], ['chain-broken 不是接着已收到的第 1 包导出的。']],
  ] as const)('%s', (_name, sequence, previous, seen, told) => {
    const bundle = { sequence, ...(previous === undefined ? {} : { previous: digest(previous) }) };
    const found = checkOrder(bundle, digest(sequence), received(...seen));
    expect(found.map(({ code, message }) => `${code} ${message.slice(0, message.indexOf('。') + 1)}`)).toEqual(told);
  });

  it('knows a bundle again, and another one of the same number', () => {
    const codes = (sequence: number, name: string) =>
      checkOrder({ sequence, previous: digest(1) }, name, received(1, 2)).map(({ code }) => code);
    expect(codes(2, digest(2))).toEqual(['already-imported']);
    expect(codes(2, digest(8))).toEqual(['number-reused']);
  });
});
