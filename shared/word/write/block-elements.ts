import { BookmarkEnd, BookmarkStart, Paragraph, type IParagraphOptions, type ParagraphChild, type Table } from 'docx';
import type { Block, BlockKind, BlockOf, BlockTable } from '../../layout/block.js';
import type { LeadStyle, PageStyle, TextRole } from '../../layout/page-style.js';
import { runningSpans } from '../../layout/set-body.js';
import { blockStyleName, blockStyles, bodyRole, type BlockStyle } from './block-styles.js';
import { bookmarkName } from './bookmark-name.js';
import { contentsElements } from './contents.js';
import { instructionElements, mastheadElements } from './cover.js';
import { headlineRuns } from './headline.js';
import type { PageFacts } from './page-facts.js';
import { runningRuns, type RunningText } from './running-runs.js';
import { unpartedRuns } from './runs.js';
import { characterStyleNames } from './style-names.js';
import { tailElements } from './tail.js';

type Elements = readonly (Paragraph | Table)[];

/** A block's place among the others, and what that adds to it. */
interface Setting {
  readonly style: PageStyle;
  /** Number of the block; bookmark ids are made from it. */
  readonly index: number;
  /** The style of its paragraph; undefined on the cover and in 版记. */
  readonly own: BlockStyle | undefined;
  /** The first block after the cover starts a page. */
  readonly opensPage: boolean;
  readonly facts: PageFacts;
}

const coverKinds: ReadonlySet<BlockKind> = new Set(['masthead', 'instruction', 'contents']);

/** What one section of a Word file holds: the issue itself, or a blank page with 版记 after it, which are not numbered. */
export interface SectionElements {
  readonly kind: 'numbered' | 'unnumbered';
  readonly children: Elements;
}

/** All blocks as the paragraphs and tables of a Word file, by section, in reading order. */
export function sectionElements(blocks: readonly Block[], style: PageStyle, facts: PageFacts): readonly SectionElements[] {
  const bodyStart = blocks.findIndex((block) => !coverKinds.has(block.kind));
  const styles = blockStyles(blocks, style);
  const elements = blocks.map((block, index) =>
    elementsOf(block, { style, index, own: styles[index], opensPage: index === bodyStart && index > 0, facts }),
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
  const line = (children: readonly ParagraphChild[]): Elements => [new Paragraph(paragraphOptions(children, setting))];
  return {
    masthead: (block) => mastheadElements(block, style),
    instruction: (block) => instructionElements(block, style),
    contents: (block) => contentsElements(block, style, setting.facts.pageOfItem),
    columnHeading: (block) => line(headlineRuns(block.text, 'columnHeading', style)),
    title: (block) => {
      const { start, end } = bookmark('article', block.place.itemId, setting);
      return line([...start, ...headlineRuns(block.text, 'title', style), ...end]);
    },
    subtitle: (block) => line(headlineRuns(block.text, 'subtitle', style)),
    editorNote: (block) => running(block, setting),
    paragraph: (block) => running(block, setting),
    brief: (block) => running(block, setting),
    source: (block) => line(unpartedRuns(block.text)),
    tail: (block) => tailElements(block, style, setting.facts),
  };
}

function paragraphOptions(children: readonly ParagraphChild[], { own, opensPage }: Setting): IParagraphOptions {
  return {
    ...(own === undefined ? {} : { style: blockStyleName(own).id }),
    ...(opensPage ? { pageBreakBefore: true } : {}),
    children,
  };
}

/** Lead and text, with the bookmarks of their paragraph and, in a brief, of the article that starts here. */
function running(block: BlockOf<'editorNote' | 'paragraph' | 'brief'>, setting: Setting): Elements {
  const words = leadAndText(block, bodyRole(block) ?? 'body', setting.style);
  const marks = [
    ...(block.kind === 'brief' ? [bookmark('article', block.place.itemId, setting)] : []),
    ...(block.kind === 'editorNote' ? [] : [bookmark('paragraph', block.place.paragraphId, setting)]),
  ];
  const starts = marks.flatMap(({ start }) => start),
    ends = marks.flatMap(({ end }) => end);
  return [new Paragraph(paragraphOptions([...starts, ...runningRuns(words), ...ends], setting))];
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
