import { BookmarkEnd, BookmarkStart, Paragraph, type IParagraphOptions, type ParagraphChild, type Table } from 'docx';
import type { Block, BlockKind, BlockOf, BlockTable } from '../../layout/block.js';
import type { LeadStyle, PageStyle, TextRole } from '../../layout/page-style.js';
import { runningSpans } from '../../layout/set-body.js';
import { bodyRole, spacingChanges, type SpacingChange } from './block-spacing.js';
import { bookmarkName } from './bookmark-name.js';
import type { PageOfItem } from '../../layout/contents.js';
import { contentsElements } from './contents.js';
import { instructionElements, mastheadElements } from './cover.js';
import { runningRuns, type RunningText } from './running-runs.js';
import { headlineRuns } from './headline.js';
import { textRun } from './runs.js';
import { ptToTwips } from './measures.js';
import { placeKey, readPageFacts } from './page-facts.js';
import { characterStyleNames, paragraphStyleNames } from './style-names.js';
import { tailElements } from './tail.js';

type Elements = readonly (Paragraph | Table)[];

/** A block's place among the others, and what that adds to it. */
interface Setting {
  readonly style: PageStyle;
  /** Number of the block; bookmark ids are made from it. */
  readonly index: number;
  /** Starts a page that it would not start by itself: the first block after the cover, 版记, some headings. */
  readonly opensPage: boolean;
  /** A blank page comes first; both are a section of their own. */
  readonly skipsPage: boolean;
  /** Is higher than a page. */
  readonly runsOn: boolean;
  /** Where its last line starts, when that goes to the next page with the source line. */
  readonly keptFrom: number | undefined;
  /** A page ends within it, so it cannot be kept with the next. */
  readonly parted: boolean;
  readonly spacing: SpacingChange;
  readonly pageOfItem: PageOfItem;
}

const coverKinds: ReadonlySet<BlockKind> = new Set(['masthead', 'instruction', 'contents']);

/** What one section of a Word file holds: the issue itself, or a blank page with 版记 after it, which are not numbered. */
export interface SectionElements {
  readonly kind: 'numbered' | 'unnumbered';
  readonly children: Elements;
}

/** All blocks as the paragraphs and tables of a Word file, by section, in reading order. */
export function sectionElements(blocks: readonly Block[], style: PageStyle): readonly SectionElements[] {
  const bodyStart = blocks.findIndex((block) => !coverKinds.has(block.kind));
  const facts = readPageFacts(blocks, style);
  const spacing = spacingChanges(blocks, style, facts);
  const elements = blocks.map((block, index) =>
    elementsOf(block, {
      style,
      index,
      opensPage:
        (index === bodyStart && index > 0) || (block.kind === 'tail' && facts.isTailAlone) || facts.breaksBefore.has(placeKey(block.place)),
      skipsPage: block.kind === 'tail' && facts.hasBlankPage,
      runsOn: block.kind === 'tail' && facts.isTailParted,
      keptFrom: facts.keptLines.get(block.place.paragraphId ?? ''),
      parted: facts.parted.has(placeKey(block.place)),
      spacing: spacing[index] ?? {},
      pageOfItem: facts.pageOfItem,
    }),
  );
  if (!facts.hasBlankPage) return [{ kind: 'numbered', children: elements.flat() }];
  return [
    { kind: 'numbered', children: elements.slice(0, -1).flat() },
    { kind: 'unnumbered', children: elements.slice(-1).flat() },
  ];
}

function elementsOf<Kind extends BlockKind>(block: BlockOf<Kind>, setting: Setting): Elements {
  const write = elementTable(setting)[block.kind] as (block: BlockOf<Kind>) => Elements;
  return write(block);
}

function elementTable(setting: Setting): BlockTable<Elements> {
  const { style } = setting;
  const line = (role: TextRole, children: readonly ParagraphChild[]): Elements => [
    new Paragraph(paragraphOptions(role, children, setting)),
  ];
  return {
    masthead: (block) => mastheadElements(block, style),
    instruction: (block) => instructionElements(block, style),
    contents: (block) => contentsElements(block, style, setting.pageOfItem),
    columnHeading: (block) => line('columnHeading', headlineRuns(block.text, 'columnHeading', style)),
    title: (block) => {
      const { start, end } = bookmark('article', block.place.itemId, setting);
      return line('title', [...start, ...headlineRuns(block.text, 'title', style), ...end]);
    },
    subtitle: (block) => line('subtitle', headlineRuns(block.text, 'subtitle', style)),
    editorNote: (block) => running(block, 'editorNote', setting),
    paragraph: (block) => running(block, bodyRole(block) ?? 'body', setting),
    brief: (block) => running(block, 'body', setting),
    source: (block) =>
      line('source', [textRun(block.text)]),
    tail: (block) => tailElements(block, style, setting),
  };
}

function paragraphOptions(
  role: TextRole,
  children: readonly ParagraphChild[],
  { style, opensPage, parted, spacing }: Setting,
): IParagraphOptions {
  const { beforePt, afterPt } = spacing;
  const changes = {
    ...(beforePt === undefined ? {} : { before: ptToTwips(beforePt) }),
    ...(afterPt === undefined ? {} : { after: ptToTwips(afterPt) }),
  };
  return {
    style: paragraphStyleNames[role].id,
    ...(opensPage ? { pageBreakBefore: true } : {}),
    ...(parted && style.text[role].keepWithNext ? { keepNext: false } : {}),
    ...(Object.keys(changes).length === 0 ? {} : { spacing: changes }),
    children,
  };
}

/** Lead and text, with the bookmarks of their paragraph and, in a brief, of the article that starts here. */
function running(block: BlockOf<'editorNote' | 'paragraph' | 'brief'>, role: TextRole, setting: Setting): Elements {
  const { style } = setting;
  const words = leadAndText(block, role, style);
  const marks = [
    ...(block.kind === 'brief' ? [bookmark('article', block.place.itemId, setting)] : []),
    ...(block.kind === 'editorNote' ? [] : [bookmark('paragraph', block.place.paragraphId, setting)]),
  ];
  const starts = marks.flatMap(({ start }) => start),
    ends = marks.flatMap(({ end }) => end);
  return [new Paragraph(paragraphOptions(role, [...starts, ...runningRuns(words), ...ends], setting))];
}

function leadAndText(block: BlockOf<'editorNote' | 'paragraph' | 'brief'>, role: TextRole, style: PageStyle): RunningText {
  const text = style.text[role];
  const lead: LeadStyle = block.kind === 'editorNote' ? style.noteLead : style.lead;
  const leadStyle = {
    paragraph: characterStyleNames.lead,
    brief: characterStyleNames.briefTitle,
    editorNote: characterStyleNames.noteLabel,
  }[block.kind];
  return { spans: runningSpans(block, text, lead), options: [{ style: leadStyle.id }, {}] };
}

interface BookmarkEnds {
  readonly start: readonly ParagraphChild[];
  readonly end: readonly ParagraphChild[];
}

function bookmark(kind: 'article' | 'paragraph', id: string | undefined, { index }: Setting): BookmarkEnds {
  if (id === undefined) return { start: [], end: [] };
  const bookmarkId = index * 2 + (kind === 'article' ? 0 : 1);
  // A paragraph writes any component; only the library's type for its children leaves bookmark ends out.
  return {
    start: [new BookmarkStart(bookmarkName(kind, id), bookmarkId) as ParagraphChild],
    end: [new BookmarkEnd(bookmarkId) as ParagraphChild],
  };
}
