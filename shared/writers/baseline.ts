import type { PageLine } from '../layout/page.js';

/** Where the baseline of text lies in its line, as the style sheet of the preview has it. */
const baselineEm = 0.38;

/** Distance of a line's baseline from the top of the page. */
export function baselinePt({ topPt, heightPt, runs }: PageLine): number {
  return topPt + heightPt / 2 + baselineEm * Math.max(0, ...runs.map(({ sizePt }) => sizePt));
}
