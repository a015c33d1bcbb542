import { describe, expect, it } from 'vitest';
import { judgeKey } from '../../../shared/bundle/judge-key.js';
import { emptyExchange, trustKey, type KnownKey } from '../../../shared/bundle/exchange-state.js';

const known = (publicKey: string, unit: string, state: KnownKey['state'] = 'trusted'): KnownKey => ({
  publicKey,
  unit,
  device: 'A',
  fingerprint: publicKey,
  state,
  decidedAt: '2026-03-02T01:00:00.000Z',
});
const judged = (publicKey: string, unit: string, ...keys: readonly KnownKey[]) => {
  const { state, problems } = judgeKey({ publicKey, unit, fingerprint: '青山 白马' }, keys);
  return [state, ...problems.map(({ code }) => code)];
};

describe('judgeKey', () => {
  it('asks for the first, trusts what was confirmed, alarms at another of the unit, refuses what was withdrawn', () => {
    expect(judged('甲钥', '甲区')).toEqual(['unknown', 'key-unknown']);
    expect(judged('甲钥', '甲区', known('甲钥', '甲区'))).toEqual(['trusted']);
    expect(judged('新钥', '甲区', known('甲钥', '甲区'))).toEqual(['changed', 'key-changed']);
    expect(judged('甲钥', '甲区', known('甲钥', '甲区', 'withdrawn'))).toEqual(['withdrawn', 'key-withdrawn']);
    expect(judged('乙钥', '乙区', known('甲钥', '甲区'))).toEqual(['unknown', 'key-unknown']);
  });

  it('tells when a confirmed key comes under another name', () => {
    expect(judged('甲钥', '市里', known('甲钥', '甲区'))).toEqual(['trusted', 'name-changed']);
    const [told] = judgeKey({ publicKey: '甲钥', unit: '市里', fingerprint: '' }, [known('甲钥', '甲区')]).problems;
    expect(told?.message).toMatch(/^署名“市里”，这个密钥核对时是“甲区”的。/u);
  });

  it('asks again, and does not alarm, when the only key of a unit was withdrawn', () => {
    expect(judged('新钥', '甲区', known('甲钥', '甲区', 'withdrawn'))).toEqual(['unknown', 'key-unknown']);
  });
});

describe('trustKey', () => {
  const { state: _state, ...fresh } = known('新钥', '甲区');
  const before = { ...emptyExchange, keys: [known('甲钥', '甲区'), known('乙钥', '乙区')] };
  const states = (replacing: boolean) => trustKey(before, fresh, replacing).keys.map(({ publicKey, state }) => `${publicKey} ${state}`);

  it('stands beside the others of its unit, or takes their place; other units keep theirs', () => {
    expect(states(false)).toEqual(['甲钥 trusted', '乙钥 trusted', '新钥 trusted']);
    expect(states(true)).toEqual(['甲钥 withdrawn', '乙钥 trusted', '新钥 trusted']);
  });

  it('is there once, however often it is trusted', () => {
    const twice = trustKey(trustKey(before, fresh, false), fresh, false);
    expect(twice.keys.filter(({ publicKey }) => publicKey === '新钥')).toHaveLength(1);
  });
});
