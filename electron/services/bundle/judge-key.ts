import { scryptSync } from 'node:crypto';
import { fingerprintBytes, fingerprintWords } from '../../../shared/bundle/fingerprint.js';
import { problem } from '../../../shared/bundle/problems.js';
import type { JudgeKey } from './verify-bundle.js';

/** The key of a bundle as one that was never confirmed here. */
export const judgeAsUnknown: JudgeKey = (publicKey, { unit }) => ({
  state: 'unknown',
  problems: [problem('key-unknown', unit, `（四个词：${fingerprintOf(publicKey)}）`)],
});

/**
 * The four words of a key, to be compared by telephone: 青山 白马 晨钟 远帆. 48 bits, from scrypt, so that every try
 * at a key with the same words costs some 30 ms and 16 MB.
 */
export function fingerprintOf(publicKey: string): string {
  const stretched = scryptSync(Buffer.from(publicKey, 'base64'), 'zhuanbao-fingerprint', fingerprintBytes, { N: 16_384, r: 8, p: 1 });
  return fingerprintWords(stretched).join(' ');
}
