/** Which pages of an issue a print takes, and in which order they leave the printer. */
export interface PrintChoice {
  /** `1-3,5` as typed; empty: every page. */
  readonly range: string;
  /** One side of the sheets at a time, for printers that cannot turn them. */
  readonly sides: 'all' | 'odd' | 'even';
  /** Last page first. */
  readonly isReversed: boolean;
}

/** The pages chosen, from 1, or why the range cannot be printed, in a Chinese sentence. */
export function pagesToPrint(count: number, { range, sides, isReversed }: PrintChoice): readonly number[] | string {
  const ranged = readRange(range, count);
  if (typeof ranged === 'string') return ranged;
  const chosen = ranged.filter((page) => sides === 'all' || page % 2 === (sides === 'odd' ? 1 : 0));
  if (chosen.length === 0) return `所选范围里没有${sides === 'odd' ? '奇' : '偶'}数页。`;
  return isReversed ? [...chosen].reverse() : chosen;
}

/** Pages in their order, each once. Full-width digits and marks are what Chinese keyboards type. */
function readRange(range: string, count: number): readonly number[] | string {
  const parts = range
    .normalize('NFKC')
    .replace(/[—–~至到]+/gu, '-')
    .split(/[,、;\s]+/u)
    .filter((part) => part !== '');
  if (parts.length === 0) return Array.from({ length: count }, (_none, index) => index + 1);
  const pages = new Set<number>();
  for (const part of parts) {
    const [, first, last = first] = /^(\d{1,5})(?:-(\d{1,5}))?$/u.exec(part) ?? [];
    if (first === undefined || last === undefined) return `看不懂“${part}”。请写成 1-3,5 这样。`;
    const [from, to] = [Number(first), Number(last)];
    if (from > to) return `“${part}”前面的页码比后面的大。`;
    if (from < 1 || to > count) return `本期共 ${String(count)} 页，没有第 ${String(from < 1 ? from : to)} 页。`;
    for (let page = from; page <= to; page += 1) pages.add(page);
  }
  return [...pages].sort((left, right) => left - right);
}
