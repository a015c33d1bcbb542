/** The sealed form of a bundle: what stands before the encrypted pieces. README.md beside this file specifies it. */
import { z } from 'zod';
import type { DeepReadonly } from '../document/issue.js';
import { limits } from './format.js';

/** First bytes of every sealed bundle, of any version; the version and a line feed follow. */
export const sealMark = 'zhuanbao-sealed-bundle ';
/** Version that is written, and the newest that is read. */
export const sealVersion = 1;
/** Bytes of a bundle that are encrypted at once; the last piece holds the rest. */
export const pieceBytes = 256 * 1024;
/** What authenticates a piece, behind it. */
export const tagBytes = 16;
/** The three lines before the pieces are no longer than this. */
export const sealHeadBytes = 1024;
/** scrypt with N = 2^17, r = 8, p = 1: 128 MB and some tenths of a second for every try at a passphrase. */
export const sealCost = 17;

const hex16Schema = z.string().regex(/^[0-9a-f]{32}$/u);

/** The second line, canonical JSON. */
export const sealHeadSchema = z.object({
  /** Of the bundle inside. */
  bytes: z.int().min(1).max(limits.totalBytes),
  cipher: z.literal('AES-256-GCM'),
  kdf: z.literal('scrypt'),
  /** Binary logarithm of scrypt's N; r is 8 and p is 1. Bounded, so that no file makes its reader run out of memory. */
  logN: z.int().min(10).max(18),
  salt: hex16Schema,
  /** Tells a wrong passphrase from damage before anything is decrypted. */
  check: hex16Schema,
});
export type SealHead = DeepReadonly<z.infer<typeof sealHeadSchema>>;

/** Whether a file with these first bytes is sealed, or the beginning of one that is. */
export function startsAsSealed(first: Uint8Array): boolean {
  return first.length > 0 && first.subarray(0, sealMark.length).every((byte, at) => byte === sealMark.charCodeAt(at));
}

/** How many pieces a bundle of this size makes. */
export function piecesOf(bytes: number): number {
  return Math.ceil(bytes / pieceBytes);
}
