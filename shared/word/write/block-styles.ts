import type { ParagraphFit } from '../../document/paragraph-fit.js';
import { isParagraphBlock, type Block } from '../../layout/block.js';
import type { PageStyle } from '../../layout/page-style.js';
import { fitOf, formOf, type BodyRole } from '../../layout/paragraph-forms.js';
import { gapBetweenPt, keptWithTail, textArea, underTitle, type BlockSpace } from '../../layout/set-block.js';
import { setParagraphBlock } from '../../layout/set-body.js';
import { setTail } from '../../layout/tail.js';
import {
  briefStyleName,
  fittedName,
  paragraphStyleNames,
  variantOf,
  type LowerVariant,
  type StyleName,
  type UpperVariant,
} from './style-names.js';

/** The style of one block of the body: that of its role, or a variant of it for what stands above or below. */
export interface BlockStyle {
  readonly role: BodyRole;
  readonly isBrief: boolean;
  readonly fit?: ParagraphFit;
  readonly under?: UpperVariant;
  readonly variant?: {
    readonly kind: LowerVariant;
    readonly afterPt: number;
    readonly keepNext: boolean;
    /** Its lines stay on one page. */
    readonly keepLines?: true;
  };
}

/** The name of a block's style. */
export function blockStyleName({ role, isBrief, fit, under, variant }: BlockStyle): StyleName {
  const even = isBrief ? briefStyleName : paragraphStyleNames[role];
  const plain = fit === undefined ? even : fittedName(even, fit);
  const base = under === undefined ? plain : variantOf(plain, under);
  return variant === undefined ? base : variantOf(base, variant.kind);
}

/** The role of a block that is one paragraph of the body; undefined for the cover and 版记. */
function bodyRole(block: Block): BodyRole | undefined {
  return isParagraphBlock(block) ? formOf(block).role(block) : undefined;
}

/**
 * The style of each block. All space stands below a paragraph: what is below the last one of a page goes, in every program,
 * while space above the first one stays in some. So a paragraph before a title takes a style with that title's space, and one
 * under a title a style that keeps it there.
 * @param linesWithTail most lines that 版记 takes along to its page
 */
export function blockStyles(blocks: readonly Block[], style: PageStyle, linesWithTail: number): readonly (BlockStyle | undefined)[] {
  const keptFrom = firstKeptWithTail(blocks, style, linesWithTail);
  return blocks.map((block, index) => {
    const role = bodyRole(block);
    if (role === undefined) return undefined;
    const under = upperVariant(blocks[index - 1], block, style);
    const fit = isParagraphBlock(block) ? fitOf(block) : undefined;
    const own = {
      role,
      isBrief: block.kind === 'brief',
      ...(fit === undefined ? {} : { fit }),
      ...(under === undefined ? {} : { under }),
    };
    const next = blocks[index + 1];
    return index >= keptFrom && next ? withTailVariant(own, next, style) : withLowerVariant(own, next, style);
  });
}

/** The first of the blocks that 版记 takes along to its page, as the layout finds them. */
function firstKeptWithTail(blocks: readonly Block[], style: PageStyle, mostLines: number): number {
  const at = blocks.findIndex(({ kind }) => kind === 'tail');
  const tail = blocks[at];
  if (tail?.kind !== 'tail') return blocks.length;
  const sets = blocks
    .slice(Math.max(0, at - 2), at)
    .map((block) => (isParagraphBlock(block) ? setParagraphBlock(block, style) : { rows: [] }));
  const paging = { tailOnEvenPage: style.tail.onEvenPage, heightPt: textArea(style).heightPt };
  return at - keptWithTail(sets, setTail(tail, style), paging, mostLines);
}

function withTailVariant(own: BlockStyle, next: Block, style: PageStyle): BlockStyle {
  const afterPt = gapBetweenPt(spaceOf(own.role, style), nextSpace(next, style));
  return { ...own, variant: { kind: next.kind === 'tail' ? 'beforeTail' : 'last', afterPt, keepNext: true, keepLines: true } };
}

/** What the layout finds of a block under a title. */
function upperVariant(before: Block | undefined, block: Block, style: PageStyle): UpperVariant | undefined {
  const role = before && bodyRole(before);
  if (role === undefined || !isParagraphBlock(block)) return undefined;
  return underTitle({ role, keepWithNext: style.text[role].keepWithNext }, setParagraphBlock(block, style), style);
}

function withLowerVariant(own: BlockStyle, next: Block | undefined, style: PageStyle): BlockStyle {
  const { spaceAfterPt } = style.text[own.role];
  const kind = next && lowerVariant(next, style);
  if (next === undefined || kind === undefined) return own;
  const afterPt = gapBetweenPt(spaceOf(own.role, style), nextSpace(next, style));
  const keepsNext = own.under === 'joined' || style.text[own.role].keepWithNext;
  // One line under a title goes with more text, not with the next title.
  const keepNext = kind === 'kept' || (keepsNext && !(own.under === 'joined' && endsArticle(kind)));
  const isPlain = afterPt === spaceAfterPt && keepNext === keepsNext;
  return isPlain ? own : { ...own, variant: { kind, afterPt, keepNext } };
}

function endsArticle(kind: LowerVariant): boolean {
  return kind === 'end' || kind === 'columnEnd' || kind === 'beforeTail';
}

function lowerVariant(next: Block, { text, keepSourceWithText }: PageStyle): LowerVariant | undefined {
  switch (next.kind) {
    case 'title':
      return 'end';
    case 'tail':
      return 'beforeTail';
    case 'columnHeading':
      return text.columnHeading.spaceBeforePt === text.title.spaceBeforePt ? 'end' : 'columnEnd';
    case 'subtitle':
      return 'subtitled';
    case 'source':
      return keepSourceWithText ? 'kept' : undefined;
    default:
      return undefined;
  }
}

function spaceOf(role: BodyRole, { text }: PageStyle): BlockSpace {
  return { role, spaceBeforePt: text[role].spaceBeforePt, spaceAfterPt: text[role].spaceAfterPt };
}

/** What the next block asks for above itself and does not bring in a style of its own. */
export function nextSpace(next: Block, style: PageStyle): BlockSpace {
  const role = bodyRole(next);
  if (role === undefined) return { spaceBeforePt: 0, spaceAfterPt: 0 };
  const isAbove = role === 'title' || role === 'columnHeading';
  return { role, spaceBeforePt: isAbove ? style.text[role].spaceBeforePt : 0, spaceAfterPt: 0 };
}
