import type { Received } from './exchange-state.js';
import type { Manifest } from './manifest.js';
import { problem, type Problem } from './problems.js';

type Numbered = Pick<Manifest, 'sequence' | 'previous'>;

/**
 * Where a bundle stands among those of the same key for the same receiver. Numbers of one key say nothing about
 * another's, so that a stolen key cannot make the true one look old. No clock comes into it.
 */
export function checkOrder({ sequence, previous }: Numbered, digest: string, seen: readonly Received[]): readonly Problem[] {
  if (seen.some((other) => other.digest === digest)) return [problem('already-imported')];
  if (seen.some((other) => other.sequence === sequence)) return [problem('number-reused', '', `第 ${sequence} 包`)];
  const before = seen.find((other) => other.sequence === sequence - 1);
  if (before !== undefined && previous !== before.digest) return [problem('chain-broken', '', `第 ${sequence - 1} 包`)];
  const last = Math.max(0, ...seen.map((other) => other.sequence));
  if (sequence < last) return [problem('came-late', '', `第 ${last} 包`)];
  return last > 0 && sequence > last + 1 ? [problem('packets-missing', '', missingBefore(sequence, seen))] : [];
}

/** Bundles of a sender that did not come before one with this number: 第 2 至 3 包; empty where all did. */
export function missingBefore(sequence: number, seen: readonly Received[]): string {
  const last = Math.max(0, ...seen.map((other) => other.sequence));
  return sequence > last + 1 ? spellGap(last + 1, sequence - 1) : '';
}

function spellGap(from: number, to: number): string {
  return from === to ? `第 ${from} 包` : `第 ${from} 至 ${to} 包`;
}
