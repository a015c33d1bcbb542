import type { Problem } from './problems.js';

/**
 * What a signature is worth here: `trusted` by a key that was confirmed, `unknown` by one never seen, `changed` by
 * another key than the unit's confirmed one, `withdrawn` by a key that was given up; `none` and `broken` speak for
 * themselves.
 */
export type SignatureState = 'trusted' | 'unknown' | 'changed' | 'withdrawn' | 'none' | 'broken';

/** What came of looking at a bundle. `valid` says that nothing of it was changed; `signature` who vouches for it. */
export interface Verdict {
  /** Everything the manifest lists is there, in its size, and nothing else. */
  readonly complete: boolean;
  /** No step found an error; warnings may be left. */
  readonly valid: boolean;
  readonly signature: SignatureState;
  readonly problems: readonly Problem[];
}
