/** How words look in the HTML they are pasted from, and the emphasis that makes. */
import { plainLine } from '../../shared/document/plain-characters.js';
import type { Marks } from '../../shared/document/text-marks.js';

export interface Look {
  readonly isBold: boolean;
  readonly isKai: boolean;
  /** This editor set them apart: they are no 段首句, however they stand. */
  readonly isOwn: boolean;
}

/** Words of one look. */
export interface LookedText extends Look {
  readonly text: string;
}

export const plainLook: Look = { isBold: false, isKai: false, isOwn: false };

/** The look of what stands in an element. */
export function lookOf(element: Element, inherited: Look): Look {
  const face = /font-family\s*:\s*([^;]+)/iu.exec(element.getAttribute('style') ?? '')?.[1] ?? element.getAttribute('face');
  return {
    isBold: boldOf(element, inherited.isBold),
    isKai: face === null ? inherited.isKai : /楷|kai/iu.test(face),
    isOwn: inherited.isOwn || element.hasAttribute('data-mark'),
  };
}

function boldOf(element: Element, inherited: boolean): boolean {
  const weight = /font-weight\s*:\s*([a-z0-9]+)/iu.exec(element.getAttribute('style') ?? '')?.[1];
  if (weight !== undefined) return weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;
  return inherited || /^(?:B|STRONG)$/u.test(element.tagName);
}

/** The emphasis of words one after the other. */
export function emphasisOf(runs: readonly LookedText[]): Marks {
  let at = 0;
  return runs.flatMap(({ text, isBold, isKai }): Marks => {
    const from = at;
    at += plainLine(text).length;
    if (text.trim() === '') return [];
    return [...(isBold ? [{ from, to: at, kind: 'bold' as const }] : []), ...(isKai ? [{ from, to: at, kind: 'kai' as const }] : [])];
  });
}
