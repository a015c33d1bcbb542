/** Titles of articles behind one that no source closes: news of an office's own, which names nobody who sent it in. */
import { bulletLength } from './bullets.js';
import { isRunningText } from './column-groups.js';
import { numberLevel } from '../document/heading-level.js';
import type { Line } from './line.js';
import { sourceUnits, unitBefore } from './sources.js';
import { isTitleLike } from './titles.js';

const [shortest, longest] = [7, 45];
/** Characters of a text's opening in which it says again what its title said. */
const openingLength = 60;
/** Share of a title's pairs of characters that come again there. */
const leastShare = 0.45;
/** Lines below a title that are looked through for its source. */
const mostBelow = 40;
/** The day news opens with. */
const newsOpening = /^(?:近日|日前|近期|连日来|\d{1,4}\s*年?\s*\d{0,2}\s*月|\d{1,2}\s*日|[上本]周)/u;

/**
 * Whether the line at `at` is the title of another article though the one before names no source. It stands behind a whole paragraph
 * and over a text that opens with a day and says the same again; or it opens with a unit that the source below names and the title
 * before does not; or, where no article of the column names a source, its text names that unit, or the title before has one before a
 * colon as well. What a heading within an article does not do.
 */
export function opensUnsourced(lines: readonly Line[], at: number, titleBefore: string, hasSources: boolean): boolean {
  const [before, line, text] = [lines[at - 1], lines[at], lines[at + 1]];
  if (!before || !line || !text || !mayBeTitle(line) || !/[。！？][”’）)]?$/u.test(before.text) || !isRunningText(text)) return false;
  const opening = text.loose.slice(0, openingLength);
  if (newsOpening.test(text.text) && shareOf(line.loose, opening) >= leastShare) return true;
  const unit = unitBefore(line.text);
  if (unit === undefined || titleBefore.includes(unit)) return false;
  if (hasSources)
    return (
      lines
        .slice(at + 2, at + mostBelow)
        .find(({ rich }) => sourceUnits(rich))
        ?.text.includes(unit) ?? false
    );
  return opening.includes(unit) || (behindColon(line.text) && behindColon(titleBefore));
}

function mayBeTitle(line: Line): boolean {
  const { text } = line;
  if (line.heading !== undefined || line.bodyLevel !== undefined) return false;
  return (
    text.length >= shortest && text.length <= longest && isTitleLike(line) && numberLevel(text) === undefined && bulletLength(text) === 0
  );
}

/** 甲街道：…… */
function behindColon(text: string): boolean {
  return /^\p{Script=Han}{2,14}[：:]./u.test(text) && unitBefore(text) !== undefined;
}

/** The share of a text's pairs of characters that another has too. */
function shareOf(text: string, other: string): number {
  const pairs = [...text].slice(1).map((_, at) => text.slice(at, at + 2));
  return pairs.length === 0 ? 0 : pairs.filter((pair) => other.includes(pair)).length / pairs.length;
}
