import { isParagraphBlock, type Block } from '../../layout/block.js';
import type { PageStyle } from '../../layout/page-style.js';
import { formOf, type BodyRole } from '../../layout/paragraph-forms.js';
import { gapBetweenPt, type BlockSpace } from '../../layout/set-block.js';
import { spaceAboveTailPt, tailAnchorPt } from '../../layout/tail.js';
import { briefStyleName, paragraphStyleNames, variantOf, type StyleName, type VariantKind } from './style-names.js';

/** The style of one block of the body: that of its role, or a variant of it for what follows. */
export interface BlockStyle {
  readonly role: BodyRole;
  readonly isBrief: boolean;
  readonly variant?: { readonly kind: VariantKind; readonly afterPt: number; readonly keepNext: boolean };
}

/** The name of a block's style. */
export function blockStyleName({ role, isBrief, variant }: BlockStyle): StyleName {
  const base = isBrief ? briefStyleName : paragraphStyleNames[role];
  return variant === undefined ? base : variantOf(base, variant.kind);
}

/** The role of a block that is one paragraph of the body; undefined for the cover and 版记. */
function bodyRole(block: Block): BodyRole | undefined {
  return isParagraphBlock(block) ? formOf(block).role(block) : undefined;
}

/**
 * The style of each block. All space stands below a paragraph: what is below the last one of a page goes, in every program,
 * while space above the first one stays in some. So a paragraph before a title takes a style with that title's space.
 */
export function blockStyles(blocks: readonly Block[], style: PageStyle): readonly (BlockStyle | undefined)[] {
  return blocks.map((block, index) => {
    const role = bodyRole(block);
    return role === undefined ? undefined : withVariant({ role, isBrief: block.kind === 'brief' }, blocks[index + 1], style);
  });
}

function withVariant(own: BlockStyle, next: Block | undefined, style: PageStyle): BlockStyle {
  const { spaceAfterPt } = style.text[own.role];
  const kind = next && variantKind(next, style);
  if (next === undefined || kind === undefined) return own;
  const afterPt = gapBetweenPt(spaceOf(own.role, style), nextSpace(next, style));
  const keepNext = kind === 'kept' || style.text[own.role].keepWithNext;
  const isPlain = afterPt === spaceAfterPt && keepNext === style.text[own.role].keepWithNext;
  return isPlain ? own : { ...own, variant: { kind, afterPt, keepNext } };
}

function variantKind(next: Block, { text, keepSourceWithText }: PageStyle): VariantKind | undefined {
  switch (next.kind) {
    case 'title':
    case 'tail':
      return 'end';
    case 'columnHeading':
      return text.columnHeading.spaceBeforePt === text.title.spaceBeforePt ? 'end' : 'columnEnd';
    case 'subtitle':
      return 'joined';
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
function nextSpace(next: Block, style: PageStyle): BlockSpace {
  if (next.kind === 'tail') return { spaceBeforePt: spaceAboveTailPt(style) - tailAnchorPt, spaceAfterPt: 0 };
  const role = bodyRole(next);
  if (role === undefined) return { spaceBeforePt: 0, spaceAfterPt: 0 };
  const isAbove = role === 'title' || role === 'columnHeading';
  return { role, spaceBeforePt: isAbove ? style.text[role].spaceBeforePt : 0, spaceAfterPt: 0 };
}
