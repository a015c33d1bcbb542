import { BookmarkEnd, BookmarkStart, Paragraph, type IParagraphOptions, type ParagraphChild, type Table } from 'docx';
import type { Block, BlockKind, BlockOf, BlockTable } from '../../layout/block.js';
import { layoutIssue } from '../../layout/layout-issue.js';
import type { LeadStyle, PageStyle, TextRole, TextStyle } from '../../layout/page-style.js';
import { bookmarkName } from './bookmark-name.js';
import { contentsElements, instructionElements, mastheadElements } from './cover.js';
import { headlineRuns } from './headline.js';
import { fittedRuns } from './fitted-runs.js';
import { characterStyleNames, paragraphStyleNames } from './style-names.js';
import { tailElements } from './tail.js';

type Elements = readonly (Paragraph | Table)[];

/** A block's place among the others, and what that adds to it. */
interface Setting {
  readonly style: PageStyle;
  /** Number of the block; bookmark ids are made from it. */
  readonly index: number;
  /** Starts a page: the first block after the cover, or a 版记 that the last page has no room for. */
  readonly opensPage: boolean;
  /** Its last line stays with the source line after it. */
  readonly keepsNext: boolean;
}

const levelRoles = { 1: 'level1', 2: 'level2', 3: 'level3', 4: 'level4' } as const;
const coverKinds: ReadonlySet<BlockKind> = new Set(['masthead', 'instruction', 'contents']);

/** All blocks as the paragraphs and tables of a Word file, in reading order. */
export function blockElements(blocks: readonly Block[], style: PageStyle): Elements {
  const bodyStart = blocks.findIndex((block) => !coverKinds.has(block.kind));
  const tailAlone = isTailAlone(blocks, style);
  return blocks.flatMap((block, index) => elementsOf(block, {
    style, index,
    opensPage: (index === bodyStart && index > 0) || (block.kind === 'tail' && tailAlone),
    keepsNext: false,
  }));
}

/** Whether our layout gives 版记 a page of its own. */
function isTailAlone(blocks: readonly Block[], style: PageStyle): boolean {
  const lines = layoutIssue(blocks, style).at(-1)?.lines.filter(({ furniture }) => !furniture) ?? [];
  return blocks.length > 1 && lines.every(({ place }) => place.part === 'distribution' || place.part === 'imprint');
}

function elementsOf<Kind extends BlockKind>(block: BlockOf<Kind>, setting: Setting): Elements {
  const write = elementTable(setting)[block.kind] as (block: BlockOf<Kind>) => Elements;
  return write(block);
}

function elementTable(setting: Setting): BlockTable<Elements> {
  const { style } = setting;
  const line = (role: TextRole, children: readonly ParagraphChild[]): Elements => [new Paragraph(paragraphOptions(role, children, setting))];
  return {
    masthead: (block) => mastheadElements(block, style),
    instruction: (block) => instructionElements(block, style),
    contents: (block) => contentsElements(block, style),
    columnHeading: (block) => line('columnHeading', headlineRuns(block.text, 'columnHeading', style)),
    title: (block) => line('title', marked('article', block.place.itemId, headlineRuns(block.text, 'title', style), setting)),
    subtitle: (block) => line('subtitle', headlineRuns(block.text, 'subtitle', style)),
    editorNote: (block) => line('editorNote', leadAndText(block, 'editorNote', style.noteLead, characterStyleNames.noteLabel.id, setting)),
    paragraph: (block) => {
      const role = block.level ? levelRoles[block.level] : 'body';
      const runs = leadAndText(block, role, style.lead, characterStyleNames.lead.id, setting);
      return line(role, marked('paragraph', block.place.paragraphId, runs, setting));
    },
    brief: (block) => line('body', briefRuns(block, setting)),
    source: (block) => line('source', fittedRuns([{ text: block.text, style: style.text.source }], style.text.source, style, [{}])),
    tail: (block) => tailElements(block, style, setting.opensPage),
  };
}

function paragraphOptions(role: TextRole, children: readonly ParagraphChild[], { opensPage, keepsNext }: Setting): IParagraphOptions {
  return {
    style: paragraphStyleNames[role].id,
    ...(opensPage ? { pageBreakBefore: true } : {}),
    ...(keepsNext ? { keepNext: true } : {}),
    children,
  };
}

/** Lead and text in runs whose lines end where our layout ends them. */
function leadAndText(
  block: { readonly lead: string; readonly text: string }, role: TextRole, lead: LeadStyle, leadStyle: string, { style }: Setting,
): readonly ParagraphChild[] {
  const text = style.text[role];
  const leadText: TextStyle = { ...text, bold: lead.bold || text.bold, face: lead.face ?? text.face };
  return fittedRuns([{ text: block.lead, style: leadText }, { text: block.text, style: text }], text, style, [{ style: leadStyle }, {}]);
}

/** A brief is an article that starts inside its first paragraph: both bookmarks begin there. */
function briefRuns(block: BlockOf<'brief'>, setting: Setting): readonly ParagraphChild[] {
  const runs = marked('paragraph', block.place.paragraphId, leadAndText(block, 'body', setting.style.lead, characterStyleNames.briefTitle.id, setting), setting);
  return marked('article', block.place.itemId, runs, setting);
}

function marked(kind: 'article' | 'paragraph', id: string | undefined, children: readonly ParagraphChild[], { index }: Setting): readonly ParagraphChild[] {
  if (id === undefined) return children;
  const bookmarkId = index * 2 + (kind === 'article' ? 0 : 1);
  // A paragraph writes any component; only the library's type for its children leaves bookmark ends out.
  const start = new BookmarkStart(bookmarkName(kind, id), bookmarkId) as ParagraphChild;
  return [start, ...children, new BookmarkEnd(bookmarkId) as ParagraphChild];
}
