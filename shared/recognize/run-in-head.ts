import type { SourceRange } from './source-line.js';

/** 一、建好阵地。 in 黑体 before running text in another face: a lead, as if it were bold. */
export function runInHead(hei: SourceRange | undefined, text: string): readonly SourceRange[] {
  const isHead = hei?.start === 0 && hei.end < text.length && /[。！？]\s*$/u.test(text.slice(0, hei.end));
  return isHead ? [hei] : [];
}
