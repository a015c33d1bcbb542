import { createHash } from 'node:crypto';
import { sm3 } from 'sm-crypto-v2';

export interface Digests {
  /** Lower-case hex. */
  readonly sha256: string;
  /** Lower-case hex. By JavaScript: Electron's own crypto knows no SM3. */
  readonly sm3: string;
}

export function digestsOf(bytes: Uint8Array): Digests {
  return { sha256: sha256Of(bytes), sm3: sm3(bytes) };
}

/** SHA-256 in lower-case hex. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
