/** The passphrase (口令) of a bundle: how it is read, and what one may be. */

import { wordsOf } from './fingerprint.js';

/** Characters of a passphrase after `tidyPassphrase`. */
export const passphraseLimits = { least: 6, most: 200 } as const;

/** What is typed full-width, with blanks around or by another input method is the same passphrase: NFKC, trimmed. */
export function tidyPassphrase(typed: string): string {
  return typed.normalize('NFKC').trim();
}

/** Why a new bundle cannot get this passphrase, as a Chinese sentence; undefined when it can. */
export function refusePassphrase(typed: string): string | undefined {
  const { length } = [...tidyPassphrase(typed)];
  if (length < passphraseLimits.least) return `口令至少要 ${passphraseLimits.least} 个字符。`;
  return length > passphraseLimits.most ? `口令最多 ${passphraseLimits.most} 个字符。` : undefined;
}

const madeWords = 5;

/** Five words that can be said over the telephone, of 60 random bits: bytes of chance, eight of them. */
export function madePassphrase(chance: Uint8Array): string {
  return wordsOf(chance, madeWords).join(' ');
}
