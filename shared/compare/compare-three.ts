/** Two wordings beside the one they both came from: which characters differ in each. */
import { compareText, type TextPart } from './compare-text.js';

export interface MarkedPart {
  readonly text: string;
  readonly isChanged: boolean;
}

export interface ThreeWordings {
  /** As it was; absent where both sides added something of their own. */
  readonly base?: string | undefined;
  /** Absent where the side took the paragraph out. */
  readonly ours?: string | undefined;
  readonly theirs?: string | undefined;
}

/**
 * Each wording in parts: in the base what either side took out, in the sides what they put in. Without a base the sides are
 * marked against each other.
 */
export function compareThree({ base, ours, theirs }: ThreeWordings): Readonly<Record<keyof ThreeWordings, readonly MarkedPart[]>> {
  const left = compareText(base ?? theirs ?? '', ours ?? '');
  const right = compareText(base ?? ours ?? '', theirs ?? '');
  return { base: base === undefined ? [] : takenOut(base, [left, right]), ours: putIn(left), theirs: putIn(right) };
}

function putIn(parts: readonly TextPart[]): readonly MarkedPart[] {
  return parts.filter(({ kind }) => kind !== 'removed').map(({ kind, text }) => ({ text, isChanged: kind === 'added' }));
}

function takenOut(base: string, sides: readonly (readonly TextPart[])[]): readonly MarkedPart[] {
  const isOut = new Array<boolean>(base.length).fill(false);
  for (const side of sides) {
    let at = 0;
    for (const { kind, text } of side) {
      if (kind === 'added') continue;
      if (kind === 'removed') isOut.fill(true, at, at + text.length);
      at += text.length;
    }
  }
  return runsOf(base, isOut);
}

function runsOf(text: string, marks: readonly boolean[]): readonly MarkedPart[] {
  const parts: MarkedPart[] = [];
  let start = 0;
  for (let at = 1; at <= text.length; at += 1) {
    if (at < text.length && marks[at] === marks[start]) continue;
    parts.push({ text: text.slice(start, at), isChanged: marks[start] ?? false });
    start = at;
  }
  return parts;
}
