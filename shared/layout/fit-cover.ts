import type { Block } from './block.js';
import { setContents } from './contents.js';
import { setInstruction, setMasthead } from './cover.js';
import type { PageStyle } from './page-style.js';
import { gapBetweenPt, textArea, type SetBlock } from './set-block.js';

/** Room left at the foot of a full cover: programs differ by a fraction of a point in the height of the box's borders. */
const slackPt = 2;
/** Closest the lines of the contents may stand, as a multiple of their type's size. */
const leastLineRatio = 1.15;

/**
 * The style with the contents set closer where that puts an overfull cover on one page, as an editor would do it: first the
 * space between titles goes, then the lines draw together. As it is where the cover has room; where even the closest lines
 * would not do, the contents run on at their own pitch, without space between.
 */
export function fitCover(blocks: readonly Block[], style: PageStyle): PageStyle {
  const roomPt = textArea(style).heightPt - slackPt;
  const excessPt = coverHeightPt(blocks, style) - roomPt;
  if (excessPt <= 0) return style;
  const spaced = withSpace(style, style.text.contentsEntry.spaceAfterPt - excessPt / contentsTitles(blocks));
  const leftPt = coverHeightPt(blocks, spaced) - roomPt;
  if (leftPt <= 0) return spaced;
  const closer = withLines(spaced, spaced.text.contentsEntry.lineHeightPt - leftPt / contentsLines(blocks, spaced));
  const fits = closer !== undefined && coverHeightPt(blocks, closer) <= roomPt;
  return fits ? closer : spaced;
}

/** The space between titles, in twentieths of a point as Word has it; none where less is wanted. */
function withSpace(style: PageStyle, wantedPt: number): PageStyle {
  const spaceAfterPt = Math.max(0, Math.floor(wantedPt * 20) / 20);
  return { ...style, text: { ...style.text, contentsEntry: { ...style.text.contentsEntry, spaceAfterPt } } };
}

function contentsTitles(blocks: readonly Block[]): number {
  const groups = blocks.flatMap((block) => (block.kind === 'contents' ? block.groups : []));
  return Math.max(
    1,
    groups.reduce((sum, { entries }) => sum + entries.length, 0),
  );
}

/** Headings and entries on lines of one height, in twentieths of a point as Word has them; undefined where that is too close. */
function withLines(style: PageStyle, wantedPt: number): PageStyle | undefined {
  const lineHeightPt = Math.floor(wantedPt * 20) / 20;
  const { contentsHeading: heading, contentsEntry: entry } = style.text;
  if (lineHeightPt < Math.max(heading.sizePt, entry.sizePt) * leastLineRatio) return undefined;
  const closer = {
    contentsHeading: { ...heading, lineHeightPt: Math.min(heading.lineHeightPt, lineHeightPt) },
    contentsEntry: { ...entry, lineHeightPt },
  };
  return { ...style, text: { ...style.text, ...closer } };
}

function coverHeightPt(blocks: readonly Block[], style: PageStyle): number {
  const sets = coverSets(blocks, style);
  return sets.reduce((sum, set, index) => sum + gapAbovePt(sets[index - 1], set) + heightPt(set), 0);
}

function gapAbovePt(before: SetBlock | undefined, set: SetBlock): number {
  return before === undefined ? 0 : gapBetweenPt(before, set);
}

function heightPt({ rows }: SetBlock): number {
  return rows.reduce((sum, row) => sum + row.heightPt, 0);
}

function contentsLines(blocks: readonly Block[], style: PageStyle): number {
  const rows = blocks.flatMap((block) => (block.kind === 'contents' ? setContents(block, style, new Map()).rows : []));
  return Math.max(
    1,
    rows.reduce((sum, { lines }) => sum + lines.length, 0),
  );
}

function coverSets(blocks: readonly Block[], style: PageStyle): readonly SetBlock[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'masthead':
        return [setMasthead(block, style)];
      case 'instruction':
        return [setInstruction(block, style)];
      case 'contents':
        return [setContents(block, style, new Map())];
      default:
        return [];
    }
  });
}
