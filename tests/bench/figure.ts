/** One measured figure; `target` is the most it may be. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 'MB' | '×' | '%' | '处' | '字';
  readonly target?: number;
  /** From where to where it was measured; printed below the table. */
  readonly how?: string;
}

/** Median time of a work in milliseconds, after one unmeasured run. */
export async function medianMs(work: () => unknown, runs = 9): Promise<number> {
  await work();
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) times.push(await timeMs(work));
  return percentile(times, 0.5);
}

/** Time of one run of a work in milliseconds. */
export async function timeMs(work: () => unknown): Promise<number> {
  const startMs = performance.now();
  await work();
  return performance.now() - startMs;
}

/** The value below which the share of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
