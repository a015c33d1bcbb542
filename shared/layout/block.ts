/**
 * A block is one printed part of an issue in reading order. Blocks carry words and their place in the issue, no
 * measures and no format: writers and the line breaker both start from them.
 */

import type { Footnotes } from '../document/footnotes.js';
import type { ParagraphFit } from '../document/paragraph-fit.js';
import type { Picture } from '../document/picture.js';
import type { TableForm, TableGrid } from '../document/table.js';
import type { Marks } from '../document/text-marks.js';

/** The place in the issue a block was made from, so that preview, outline and editor can find each other. */
export interface BlockPlace {
  readonly part:
    | 'masthead'
    | 'instruction'
    | 'contents'
    | 'column'
    | 'title'
    | 'subtitle'
    | 'editorNote'
    | 'paragraph'
    | 'footnote'
    | 'source'
    | 'distribution'
    | 'imprint';
  readonly columnId?: string;
  readonly itemId?: string;
  readonly paragraphId?: string;
}

interface BlockBase {
  readonly place: BlockPlace;
}

/** 报头: everything from 份号/密级 to the red rule. `numberText` is 第10期, 增刊第1期 or 第10期（总第168期）, `dateText` 2022年7月28日. */
export interface MastheadBlock extends BlockBase {
  readonly kind: 'masthead';
  readonly name: string;
  readonly numberText: string;
  readonly organ: string;
  readonly dateText: string;
  readonly secrecy?: string;
  /** As printed: six digits, or 份号：… */
  readonly copyNumber?: string;
  /** As printed: 编号：… */
  readonly serial?: string;
}

/** 领导批示 box with room to write. */
export interface InstructionBlock extends BlockBase {
  readonly kind: 'instruction';
  readonly label: string;
  readonly text: string;
}

/** 目录: one group a column; an entry's title may hold `\n` for breaks set by hand. */
export interface ContentsBlock extends BlockBase {
  readonly kind: 'contents';
  readonly groups: readonly {
    readonly heading: string;
    readonly columnId: string;
    readonly entries: readonly { readonly title: string; readonly itemId: string }[];
  }[];
}

/** 〔经验交流〕 before its articles. */
export interface ColumnHeadingBlock extends BlockBase {
  readonly kind: 'columnHeading';
  readonly text: string;
}

/** Article title; `\n` is a break set by hand. */
export interface TitleBlock extends BlockBase {
  readonly kind: 'title';
  readonly text: string;
}

export interface SubtitleBlock extends BlockBase {
  readonly kind: 'subtitle';
  readonly text: string;
}

interface RunningBlock extends BlockBase {
  readonly lead: string;
  /** The lead was guessed and has yet to be confirmed; it is printed as any other. */
  readonly isGuess?: true;
  readonly text: string;
}

/** One paragraph of the 编者按; the first carries its label as lead. */
export interface EditorNoteBlock extends RunningBlock {
  readonly kind: 'editorNote';
}

/** Text with emphasis inside. */
interface MarkedBlock extends RunningBlock {
  /** Within `text`; absent where nothing is set apart. */
  readonly marks?: Marks;
  /** Placed by their offsets in lead and text; absent where there are none. */
  readonly footnotes?: Footnotes;
  /** It is set closer or wider than its style. */
  readonly fit?: ParagraphFit;
}

/** Body paragraph; `level` marks a heading paragraph 一、（一）1.（1）. */
export interface ParagraphBlock extends MarkedBlock {
  readonly kind: 'paragraph';
  readonly level?: 1 | 2 | 3 | 4;
  /** Nothing in its words tells its level: a text has to say it by a mark. */
  readonly isUnnumbered?: true;
}

/** First paragraph of a brief: its title runs in, bold. */
export interface BriefBlock extends MarkedBlock {
  readonly kind: 'brief';
}

/** （甲区委宣传部、乙局） */
export interface SourceBlock extends BlockBase {
  readonly kind: 'source';
  readonly text: string;
}

/** A table: its caption and its cells, which start at their places in the paragraph's text. */
export interface TableBlock extends BlockBase, TableGrid, TableForm {
  readonly kind: 'table';
}

/** A picture, and its caption below it. */
export interface PictureBlock extends BlockBase {
  readonly kind: 'picture';
  readonly picture: Picture;
  readonly caption: string;
}

/** 版记: 报/送/发 with their rules, 本期增发, imprint line; stands at the foot of the last page. */
export interface TailBlock extends BlockBase {
  readonly kind: 'tail';
  /** `label` without the colon. */
  readonly lines: readonly { readonly label: string; readonly text: string }[];
  /** 承办 审核 编辑 电话, in this order, on one line; with 签发, 主编 and 校对 on as many as they need. */
  readonly imprint: readonly { readonly label: string; readonly text: string }[];
  /** 印200份, at the right end; absent without a print run. */
  readonly printRunText?: string;
}

export type Block =
  | MastheadBlock
  | InstructionBlock
  | ContentsBlock
  | ColumnHeadingBlock
  | TitleBlock
  | SubtitleBlock
  | EditorNoteBlock
  | ParagraphBlock
  | BriefBlock
  | TableBlock
  | PictureBlock
  | SourceBlock
  | TailBlock;

export type BlockKind = Block['kind'];
export type BlockOf<Kind extends BlockKind> = Extract<Block, { kind: Kind }>;

/** Kinds that are set and written in a way of their own; all others are one paragraph, by their row in `paragraph-forms.ts`. */
export type OwnFormKind = 'masthead' | 'instruction' | 'contents' | 'table' | 'picture' | 'tail';
export type ParagraphBlockKind = Exclude<BlockKind, OwnFormKind>;
/** A block that is one paragraph. */
export type ParagraphKindBlock = BlockOf<ParagraphBlockKind>;

const ownForms: Readonly<Record<OwnFormKind, true>> = {
  masthead: true,
  instruction: true,
  contents: true,
  table: true,
  picture: true,
  tail: true,
};

/** Whether a block is one paragraph. */
export function isParagraphBlock(block: Block): block is ParagraphKindBlock {
  return !(block.kind in ownForms);
}

/** One function per kind with a form of its own: a new one breaks the build of every writer until it is handled. */
export type OwnFormTable<Result> = {
  readonly [Kind in OwnFormKind]: (block: BlockOf<Kind>) => Result;
};

/** What a table of functions makes of a block with a form of its own. */
export function byOwnForm<Result>(table: OwnFormTable<Result>, block: BlockOf<OwnFormKind>): Result {
  return (table[block.kind] as (block: BlockOf<OwnFormKind>) => Result)(block);
}
