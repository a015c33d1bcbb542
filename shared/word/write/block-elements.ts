import { BookmarkEnd, BookmarkStart, Paragraph, type IParagraphOptions, type ParagraphChild, type Table } from 'docx';
import { byOwnForm, isParagraphBlock, type Block, type BlockKind, type ParagraphKindBlock } from '../../layout/block.js';
import type { PageStyle } from '../../layout/page-style.js';
import { formOf, isGuess } from '../../layout/paragraph-forms.js';
import { runningSpans } from '../../layout/set-body.js';
import type { PictureBytes } from '../../pictures/picture-bytes.js';
import { blockStyleName, blockStyles, nextSpace, type BlockStyle } from './block-styles.js';
import { bookmarkName } from './bookmark-name.js';
import { contentsElements } from './contents.js';
import { instructionElements, mastheadElements } from './cover.js';
import { firstNoteIds } from './footnotes.js';
import { headlineRuns } from './headline.js';
import type { PageFacts } from './page-facts.js';
import { pictureElements } from './picture.js';
import { runningRuns } from './running-runs.js';
import { characterStyleNames, guessedLeadStyleName } from './style-names.js';
import { tableElements } from './table.js';
import { tailElements } from './tail.js';

type Elements = readonly (Paragraph | Table)[];

/** A block's place among the others, and what that adds to it. */
interface Setting {
  readonly style: PageStyle;
  /** Number of the block; bookmark ids are made from it. */
  readonly index: number;
  /** Id of its first footnote. */
  readonly firstNoteId: number;
  /** The style of its paragraph; undefined on the cover and in 版记. */
  readonly own: BlockStyle | undefined;
  /** The first block after the cover starts a page. */
  readonly opensPage: boolean;
  readonly next: Block | undefined;
  readonly facts: PageFacts;
  readonly bytesOf: PictureBytes;
}

const coverKinds: ReadonlySet<BlockKind> = new Set(['masthead', 'instruction', 'contents']);

/** What one section of a Word file holds: the issue itself, or a blank page with 版记 after it, which are not numbered. */
export interface SectionElements {
  readonly kind: 'numbered' | 'unnumbered';
  readonly children: Elements;
}

/** All blocks as the paragraphs and tables of a Word file, by section, in reading order. */
export function sectionElements(
  blocks: readonly Block[],
  style: PageStyle,
  facts: PageFacts,
  bytesOf: PictureBytes,
): readonly SectionElements[] {
  const bodyStart = blocks.findIndex((block) => !coverKinds.has(block.kind));
  const styles = blockStyles(blocks, style, facts.linesWithTail);
  const noteIds = firstNoteIds(blocks);
  const elements = blocks.map((block, index) =>
    elementsOf(block, {
      style,
      index,
      firstNoteId: noteIds[index] ?? 1,
      own: styles[index],
      opensPage: index === bodyStart && index > 0,
      next: blocks[index + 1],
      facts,
      bytesOf,
    }),
  );
  if (!facts.hasBlankPage) return [{ kind: 'numbered', children: elements.flat() }];
  return [
    { kind: 'numbered', children: elements.slice(0, -1).flat() },
    { kind: 'unnumbered', children: elements.slice(-1).flat() },
  ];
}

function elementsOf(block: Block, setting: Setting): Elements {
  const { style, facts } = setting;
  if (isParagraphBlock(block)) return [paragraphElement(block, setting)];
  return byOwnForm<Elements>(
    {
      masthead: (masthead) => mastheadElements(masthead, style),
      instruction: (instruction) => instructionElements(instruction, style),
      contents: (contents) => contentsElements(contents, style, facts.pageOfItem),
      table: (table) =>
        tableElements(table, style, {
          marks: bookmark('paragraph', table.place.paragraphId, setting),
          gapPt: gapBelowTable(setting),
          opensPage: setting.opensPage,
        }),
      picture: (picture) =>
        pictureElements(picture, style, {
          marks: bookmark('paragraph', picture.place.paragraphId, setting),
          gapPt: style.text.pictureCaption.spaceAfterPt + (setting.next ? nextSpace(setting.next, style).spaceBeforePt : 0),
          opensPage: setting.opensPage,
          number: setting.index + 1,
          bytesOf: setting.bytesOf,
        }),
      tail: (tail) => tailElements(tail, style, facts),
    },
    block,
  );
}

/** Space below a table; undefined where a paragraph follows that asks for none. */
function gapBelowTable({ next, style }: Setting): number | undefined {
  const gapPt = style.table.spaceAfterPt + (next ? nextSpace(next, style).spaceBeforePt : 0);
  const isParagraph = next !== undefined && (isParagraphBlock(next) || (next.kind === 'table' && next.caption.text !== ''));
  return gapPt === 0 && isParagraph ? undefined : gapPt;
}

/** A block of one paragraph, with the bookmarks of what opens with it. */
function paragraphElement(block: ParagraphKindBlock, setting: Setting): Paragraph {
  const { shape, role, lead, anchors } = formOf(block);
  const spans = runningSpans(block, setting.style);
  const runs =
    shape === 'headline'
      ? headlineRuns(block.text, role(block), setting.style)
      : runningRuns(
          spans,
          lead ? { style: (isGuess(block) ? guessedLeadStyleName : characterStyleNames[lead.name]).id } : {},
          setting.firstNoteId,
        );
  const marks = anchors.map((kind) => bookmark(kind, kind === 'article' ? block.place.itemId : block.place.paragraphId, setting));
  return new Paragraph(paragraphOptions([...marks.flat(), ...runs], setting));
}

function paragraphOptions(children: readonly ParagraphChild[], { own, opensPage }: Setting): IParagraphOptions {
  return {
    ...(own === undefined ? {} : { style: blockStyleName(own).id }),
    ...(opensPage ? { pageBreakBefore: true } : {}),
    children,
  };
}

/**
 * A bookmark before the words, which stands at them and not around them: behind a stop that hangs over the edge LibreOffice
 * would put the end of one on an empty line.
 */
function bookmark(kind: 'article' | 'paragraph', id: string | undefined, { index }: Setting): readonly ParagraphChild[] {
  if (id === undefined) return [];
  const bookmarkId = index * 2 + (kind === 'article' ? 0 : 1);
  // A paragraph writes any component; only the library's type for its children leaves bookmark ends out.
  return [new BookmarkStart(bookmarkName(kind, id), bookmarkId) as ParagraphChild, new BookmarkEnd(bookmarkId) as ParagraphChild];
}
