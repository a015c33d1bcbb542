import { noFootnotes, type Footnotes } from '../document/footnotes.js';
import type { ParagraphFit } from '../document/paragraph-fit.js';
import { noMarks, type Marks } from '../document/text-marks.js';
import type { Block, BlockOf, ParagraphBlockKind, ParagraphKindBlock } from './block.js';
import type { PageLine } from './page.js';
import type { PageStyle, TextRole } from './page-style.js';
import type { SetBlock } from './set-block.js';

/** The text style of a block that is one paragraph. */
export type BodyRole = Exclude<TextRole, 'distribution'>;

/** How a block that is one paragraph is set and written; screen, PDF, text and Word go by it. */
export interface ParagraphForm<Block> {
  /** `headline`: lines broken by sense, as of titles and of units. `running`: a lead, if any, and text in the paragraph's measure. */
  readonly shape: 'headline' | 'running';
  readonly role: (block: Block) => BodyRole;
  /** What it is in a tagged page. */
  readonly tag: (block: Block) => PageLine['tag'];
  /** What tells it in a text without type. */
  readonly textMark: 'heading' | 'indent' | 'quote' | 'none';
  /** How its lead is set, and which style names that in Word. */
  readonly lead?: { readonly style: 'lead' | 'noteLead'; readonly name: 'lead' | 'briefTitle' | 'noteLabel' };
  /** Without words it still takes a line, as it does in Word. */
  readonly keepsEmptyLine?: true;
  /** What may not part it from its neighbours, beyond what its text style says. */
  readonly keeps?: (style: PageStyle) => Partial<Pick<SetBlock, 'keepTogether' | 'keepWithPrevious'>>;
  /** What links lead to: an article or brief that opens here, this paragraph. */
  readonly anchors: readonly ('article' | 'paragraph')[];
}

const levelRoles = { 1: 'level1', 2: 'level2', 3: 'level3', 4: 'level4' } as const;

/** THE table of blocks that are one paragraph. A kind of `block.ts` without a row here does not compile. */
export const paragraphForms: { readonly [Kind in ParagraphBlockKind]: ParagraphForm<BlockOf<Kind>> } = {
  columnHeading: { shape: 'headline', role: () => 'columnHeading', tag: () => 'h1', textMark: 'heading', anchors: [] },
  title: {
    shape: 'headline',
    role: () => 'title',
    tag: () => 'h2',
    textMark: 'heading',
    keeps: ({ keepTitleLines }) => ({ keepTogether: keepTitleLines }),
    anchors: ['article'],
  },
  subtitle: { shape: 'headline', role: () => 'subtitle', tag: () => 'p', textMark: 'none', anchors: [] },
  editorNote: {
    shape: 'running',
    role: () => 'editorNote',
    tag: () => 'p',
    textMark: 'quote',
    lead: { style: 'noteLead', name: 'noteLabel' },
    anchors: [],
  },
  paragraph: {
    shape: 'running',
    role: ({ level }) => (level ? levelRoles[level] : 'body'),
    tag: ({ level }) => (level ? 'h3' : 'p'),
    textMark: 'indent',
    lead: { style: 'lead', name: 'lead' },
    keepsEmptyLine: true,
    anchors: ['paragraph'],
  },
  brief: {
    shape: 'running',
    role: () => 'body',
    tag: () => 'p',
    textMark: 'indent',
    lead: { style: 'lead', name: 'briefTitle' },
    keepsEmptyLine: true,
    anchors: ['article', 'paragraph'],
  },
  source: {
    shape: 'headline',
    role: () => 'source',
    tag: () => 'p',
    textMark: 'none',
    keeps: ({ keepSourceWithText }) => ({ keepWithPrevious: keepSourceWithText }),
    anchors: [],
  },
};

/** The row of a block. */
export function formOf(block: ParagraphKindBlock): ParagraphForm<ParagraphKindBlock> {
  return paragraphForms[block.kind] as ParagraphForm<ParagraphKindBlock>;
}

/** What opens a block's text in bold; empty where its kind has none. */
export function leadOf(block: ParagraphKindBlock): string {
  return 'lead' in block ? block.lead : '';
}

/** Whether what opens a block's text was guessed. */
export function isGuess(block: Block): boolean {
  return 'isGuess' in block && block.isGuess === true;
}

/** Emphasis inside a block's text; empty where its kind knows none. */
export function marksOf(block: ParagraphKindBlock): Marks {
  return 'marks' in block ? (block.marks ?? noMarks) : noMarks;
}

/** The footnotes of a block's lead and text; empty where its kind knows none. */
export function footnotesOf(block: ParagraphKindBlock): Footnotes {
  return 'footnotes' in block ? (block.footnotes ?? noFootnotes) : noFootnotes;
}

/** How a block is set closer or wider than its style; undefined where it is not. */
export function fitOf(block: ParagraphKindBlock): ParagraphFit | undefined {
  return 'fit' in block ? block.fit : undefined;
}
