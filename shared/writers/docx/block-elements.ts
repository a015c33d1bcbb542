import { BookmarkEnd, BookmarkStart, Paragraph, type IParagraphOptions, type ParagraphChild, type Table } from 'docx';
import type { Block, BlockKind, BlockOf, BlockTable } from '../../layout/block.js';
import type { PageStyle, TextRole } from '../../layout/page-style.js';
import { bookmarkName } from './bookmark-name.js';
import { contentsElements, instructionElements, mastheadElements, type BreakTitle } from './cover.js';
import { lineRuns, textRun } from './runs.js';
import { characterStyleNames, paragraphStyleNames } from './style-names.js';
import { tailElements } from './tail.js';

export interface ElementContext {
  readonly style: PageStyle;
  readonly breakTitle: BreakTitle;
}

type Elements = readonly (Paragraph | Table)[];
/** What a block's place among the others adds to it. */
interface Setting extends ElementContext {
  /** Number of the block; bookmark ids are made from it. */
  readonly index: number;
  /** First block after the cover: it opens a new page. */
  readonly opensBody: boolean;
}

const levelRoles = { 1: 'level1', 2: 'level2', 3: 'level3', 4: 'level4' } as const;
const coverKinds: ReadonlySet<BlockKind> = new Set(['masthead', 'instruction', 'contents']);

/** All blocks as the paragraphs and tables of a Word file, in reading order. */
export function blockElements(blocks: readonly Block[], context: ElementContext): Elements {
  const bodyStart = blocks.findIndex((block) => !coverKinds.has(block.kind));
  return blocks.flatMap((block, index) => elementsOf(block, { ...context, index, opensBody: index === bodyStart && index > 0 }));
}

function elementsOf<Kind extends BlockKind>(block: BlockOf<Kind>, setting: Setting): Elements {
  const write = elementTable(setting)[block.kind] as (block: BlockOf<Kind>) => Elements;
  return write(block);
}

function elementTable(setting: Setting): BlockTable<Elements> {
  const { style, breakTitle } = setting;
  const line = (role: TextRole, children: readonly ParagraphChild[]): Elements => [new Paragraph(paragraphOptions(role, children, setting))];
  return {
    masthead: (block) => mastheadElements(block, style),
    instruction: (block) => instructionElements(block, style),
    contents: (block) => contentsElements(block, breakTitle),
    columnHeading: (block) => line('columnHeading', [textRun(block.text)]),
    title: (block) => line('title', marked('article', block.place.itemId, lineRuns(breakTitle(block.text, 'title')), setting)),
    subtitle: (block) => line('subtitle', [textRun(block.text)]),
    editorNote: (block) => line('editorNote', leadAndText(block, characterStyleNames.lead.id)),
    paragraph: (block) => line(
      block.level ? levelRoles[block.level] : 'body',
      marked('paragraph', block.place.paragraphId, leadAndText(block, characterStyleNames.lead.id), setting),
    ),
    brief: (block) => line('body', briefRuns(block, setting)),
    source: (block) => line('source', [textRun(block.text)]),
    tail: (block) => tailElements(block, style),
  };
}

function paragraphOptions(role: TextRole, children: readonly ParagraphChild[], { opensBody }: Setting): IParagraphOptions {
  return { style: paragraphStyleNames[role].id, ...(opensBody ? { pageBreakBefore: true } : {}), children };
}

function leadAndText(block: { readonly lead: string; readonly text: string }, leadStyle: string): readonly ParagraphChild[] {
  return [
    ...(block.lead === '' ? [] : [textRun(block.lead, { style: leadStyle })]),
    ...(block.text === '' ? [] : [textRun(block.text)]),
  ];
}

/** A brief is an article that starts inside its first paragraph: both bookmarks begin there. */
function briefRuns(block: BlockOf<'brief'>, setting: Setting): readonly ParagraphChild[] {
  const runs = marked('paragraph', block.place.paragraphId, leadAndText(block, characterStyleNames.briefTitle.id), setting);
  return marked('article', block.place.itemId, runs, setting);
}

function marked(kind: 'article' | 'paragraph', id: string | undefined, children: readonly ParagraphChild[], { index }: Setting): readonly ParagraphChild[] {
  if (id === undefined) return children;
  const bookmarkId = index * 2 + (kind === 'article' ? 0 : 1);
  // A paragraph writes any component; only the library's type for its children leaves bookmark ends out.
  const start = new BookmarkStart(bookmarkName(kind, id), bookmarkId) as ParagraphChild;
  return [start, ...children, new BookmarkEnd(bookmarkId) as ParagraphChild];
}
