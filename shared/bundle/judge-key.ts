import type { KnownKey } from './exchange-state.js';
import { problem, type Problem } from './problems.js';
import type { SignatureState } from './verdict.js';

export interface KeyJudgement {
  readonly state: SignatureState;
  readonly problems: readonly Problem[];
}

/** A key of a good signature: whose it says it is, and its four words. */
export interface SigningKey {
  readonly publicKey: string;
  readonly unit: string;
  readonly fingerprint: string;
}

/**
 * What a good signature is worth: a unit's first key asks, another key of a unit that has one alarms. Names of units
 * are what the sender says they are; only a key that was compared by telephone ties one to a name, and a confirmed key
 * that comes under another name is told.
 */
export function judgeKey({ publicKey, unit, fingerprint }: SigningKey, known: readonly KnownKey[]): KeyJudgement {
  const own = known.find((key) => key.publicKey === publicKey);
  const words = `（四个词：${fingerprint}）`;
  if (own?.state === 'withdrawn') return { state: 'withdrawn', problems: [problem('key-withdrawn', unit, words)] };
  if (own !== undefined) return { state: 'trusted', problems: own.unit === unit ? [] : [problem('name-changed', unit, `“${own.unit}”的`)] };
  const isOther = known.some((key) => key.unit === unit && key.state === 'trusted');
  if (isOther) return { state: 'changed', problems: [problem('key-changed', unit, words)] };
  return { state: 'unknown', problems: [problem('key-unknown', unit, words)] };
}
