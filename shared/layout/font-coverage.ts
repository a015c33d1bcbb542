import type { BlockPlace } from './block.js';
import { faceChain } from './faces.js';
import { fontCoverageData } from './font-coverage-data.js';
import type { DrawnFace } from './page-style.js';
import type { Page, PageLine } from './page.js';

/** A character that its face does not draw. */
export interface MissingCharacter {
  readonly character: string;
  readonly face: DrawnFace;
  /** The face that draws it instead, by the stated order 仿宋 → 楷 → 宋; absent when no bundled face can. */
  readonly lentBy?: DrawnFace;
  /** How often it is printed. */
  readonly count: number;
  /** Where it is printed first. */
  readonly page: number;
  readonly place: BlockPlace;
  readonly line: PageLine;
}

/** Whether the bundled font of a face draws a code point. */
export function drawsCharacter(face: DrawnFace, code: number): boolean {
  const { starts, ends } = rangesOf(face);
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ends[middle] ?? 0) < code) low = middle + 1;
    else high = middle;
  }
  return low < starts.length && (starts[low] ?? Infinity) <= code;
}

/** The face that draws a code point in text of `face`: itself if it can, else the first that can; undefined when none can. */
export function drawingFace(face: DrawnFace, code: number): DrawnFace | undefined {
  return faceChain(face).find((name) => drawsCharacter(name, code));
}

/** Every character of the laid-out pages that its own face lacks, once for each face, in reading order. */
export function missingCharacters(pages: readonly Page[]): readonly MissingCharacter[] {
  const found = new Map<string, MissingCharacter>();
  for (const page of pages) {
    for (const line of page.lines) {
      for (const run of line.runs) {
        for (const character of run.text) note(found, character, run.face, page.number, line);
      }
    }
  }
  return [...found.values()];
}

function note(found: Map<string, MissingCharacter>, character: string, face: DrawnFace, page: number, line: PageLine): void {
  const code = character.codePointAt(0) ?? 0;
  if (drawsCharacter(face, code) || isInvisible(character)) return;
  const key = `${face}${character}`;
  const known = found.get(key);
  const lentBy = drawingFace(face, code);
  found.set(
    key,
    known
      ? { ...known, count: known.count + 1 }
      : { character, face, ...(lentBy ? { lentBy } : {}), count: 1, page, place: line.place, line },
  );
}

/** Blanks, joiners and variation selectors print nothing by themselves. */
function isInvisible(character: string): boolean {
  return /[\s\p{Cf}\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]/u.test(character);
}

interface Ranges {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const decoded = new Map<DrawnFace, Ranges>();

function rangesOf(face: DrawnFace): Ranges {
  const known = decoded.get(face);
  if (known) return known;
  const ranges = decodeRanges(fontCoverageData[face]);
  decoded.set(face, ranges);
  return ranges;
}

/** Runs `gap:length` in base 36, the gap counted from the last code point of the run before. */
function decodeRanges(data: string): Ranges {
  const starts: number[] = [];
  const ends: number[] = [];
  let last = 0;
  for (const run of data.split(' ')) {
    const [gap = '0', length = '1'] = run.split(':');
    const start = last + Number.parseInt(gap, 36);
    last = start + Number.parseInt(length, 36) - 1;
    starts.push(start);
    ends.push(last);
  }
  return { starts, ends };
}
