import type { Block } from '../../layout/block.js';
import type { PageStyle, TextRole } from '../../layout/page-style.js';
import { placeKey, type PageFacts } from './page-facts.js';

/** Space above and below a paragraph in points, where it differs from its style's. */
export interface SpacingChange {
  readonly beforePt?: number;
  readonly afterPt?: number;
}

const levelRoles = { 1: 'level1', 2: 'level2', 3: 'level3', 4: 'level4' } as const;

/** The style of a block that is one paragraph of the body; undefined for the cover and 版记. */
export function bodyRole(block: Block): Exclude<TextRole, 'distribution'> | undefined {
  switch (block.kind) {
    case 'columnHeading':
    case 'title':
    case 'subtitle':
    case 'editorNote':
    case 'source':
      return block.kind;
    case 'paragraph':
      return block.level ? levelRoles[block.level] : 'body';
    case 'brief':
      return 'body';
    default:
      return undefined;
  }
}

/**
 * What each block's spacing must change so that gaps are our layout's in every program. Of two spaces that meet, the
 * larger counts; some programs add them, so only one is left. A subtitle stands right under its title. The first block
 * of a page has the space our layout gives it there, and a title that opens one the space below that it kept.
 */
export function spacingChanges(
  blocks: readonly Block[],
  style: PageStyle,
  { openingSpacePt, spaceBelowTitlePt }: Pick<PageFacts, 'openingSpacePt' | 'spaceBelowTitlePt'>,
): readonly SpacingChange[] {
  const own = blocks.map((block) => {
    const role = bodyRole(block);
    return role === undefined
      ? { beforePt: 0, afterPt: 0 }
      : { beforePt: style.text[role].spaceBeforePt, afterPt: style.text[role].spaceAfterPt };
  });
  return blocks.map((block, index) => {
    const { beforePt = 0, afterPt = 0 } = own[index] ?? {};
    const key = placeKey(block.place);
    const openingPt = openingSpacePt.get(key);
    const aboveAfterPt = own[index - 1]?.afterPt ?? 0,
      belowBeforePt = own[index + 1]?.beforePt ?? 0;
    const joins = blocks[index + 1]?.kind === 'subtitle';
    return difference(
      { beforePt, afterPt },
      {
        beforePt: openingPt ?? (block.kind !== 'subtitle' && beforePt <= aboveAfterPt ? 0 : beforePt),
        afterPt: joins || belowBeforePt > afterPt ? 0 : Math.min(afterPt, spaceBelowTitlePt.get(key) ?? afterPt),
      },
    );
  });
}

function difference(own: Required<SpacingChange>, wanted: Required<SpacingChange>): SpacingChange {
  return {
    ...(Math.abs(own.beforePt - wanted.beforePt) < 0.05 ? {} : { beforePt: wanted.beforePt }),
    ...(Math.abs(own.afterPt - wanted.afterPt) < 0.05 ? {} : { afterPt: wanted.afterPt }),
  };
}
