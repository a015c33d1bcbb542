import { scryptSync } from 'node:crypto';
import type { KnownKey } from '../../../shared/bundle/exchange-state.js';
import { fingerprintBytes, fingerprintWords } from '../../../shared/bundle/fingerprint.js';
import { judgeKey } from '../../../shared/bundle/judge-key.js';
import type { JudgeKey } from './verify-bundle.js';

/** Judges keys by what the editor decided so far; this installation's own key needs no decision. */
export function judgeBy(known: readonly KnownKey[], ownKey: string): JudgeKey {
  return (publicKey, { unit }) =>
    publicKey === ownKey ? { state: 'trusted', problems: [] } : judgeKey({ publicKey, unit, fingerprint: fingerprintOf(publicKey) }, known);
}

/**
 * The four words of a key, to be compared by telephone: 青山 白马 晨钟 远帆. 48 bits, from scrypt, so that every try
 * at a key with the same words costs some 30 ms and 16 MB.
 */
export function fingerprintOf(publicKey: string): string {
  if (lastWords.publicKey !== publicKey) lastWords = { publicKey, words: stretchedWords(publicKey) };
  return lastWords.words;
}

/** A bundle that is looked at is looked at again: its key's words are made once. */
let lastWords = { publicKey: '', words: '' };

function stretchedWords(publicKey: string): string {
  const stretched = scryptSync(Buffer.from(publicKey, 'base64'), 'zhuanbao-fingerprint', fingerprintBytes, { N: 16_384, r: 8, p: 1 });
  return fingerprintWords(stretched).join(' ');
}
