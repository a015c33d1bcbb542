/** What one article is inside Slate: a flat list of blocks, text with marks; only a table has parts. */
import type { BaseEditor } from 'slate';
import type { ReactEditor } from 'slate-react';
import type { Level, SentParagraph } from '../../shared/document/issue.js';
import type { ParagraphFit } from '../../shared/document/paragraph-fit.js';
import type { Picture } from '../../shared/document/picture.js';
import type { TableForm } from '../../shared/document/table.js';
import type { MarkKind } from '../../shared/document/text-marks.js';

/** `lead` marks the 段首句; only a paragraph's opening texts carry it. What follows it may be set apart: 加粗, 楷体. */
export interface ArticleText extends Partial<Record<MarkKind, true>> {
  text: string;
  lead?: true;
}

/** The number of a footnote among the words of a paragraph; it holds what the note says. */
export interface FootnoteNode {
  type: 'footnote';
  words: string;
  children: ArticleText[];
}

/** What a paragraph's words are made of. */
export type ArticleInline = ArticleText | FootnoteNode;

/** Whether a node is a footnote. */
export function isFootnote(node: object): node is FootnoteNode {
  return 'type' in node && node.type === 'footnote';
}

/** The texts of a block, its footnotes left out. */
export function textsIn(block: { readonly children: readonly ArticleInline[] }): readonly ArticleText[] {
  return block.children.filter((child): child is ArticleText => !isFootnote(child));
}

/** One line of the title: a break set by hand is the gap between two of them. */
export interface TitleLine {
  type: 'title';
  children: ArticleText[];
}

export interface SubtitleBlock {
  type: 'subtitle';
  children: ArticleText[];
}

/** One paragraph of the 编者按. */
export interface NoteBlock {
  type: 'note';
  children: ArticleText[];
}

export interface ParagraphBlock {
  type: 'paragraph';
  id: string;
  level?: Level;
  /** Set closer or wider than its style. */
  fit?: ParagraphFit;
  leadInferred?: true;
  /** A picture: its text is the caption. */
  picture?: Picture;
  /** The sent paragraph it came from; both halves keep it when it is split. */
  from?: SentParagraph;
  children: ArticleInline[];
}

/** A cell of a table; lines within it are parted by `\n`. */
export interface CellLine {
  type: 'cell';
  children: ArticleText[];
}

export interface CaptionLine {
  type: 'caption';
  children: ArticleText[];
}

export interface TableRow {
  type: 'row';
  children: CellLine[];
}

/** A paragraph that holds a table: its caption, then its rows. */
export interface TableNode {
  type: 'table';
  id: string;
  form: TableForm;
  from?: SentParagraph;
  children: (CaptionLine | TableRow)[];
}

/** The units joined by 、 without brackets. */
export interface SourceBlock {
  type: 'source';
  children: ArticleText[];
}

/** A block that holds texts. */
export type TextBlock = TitleLine | SubtitleBlock | NoteBlock | ParagraphBlock | SourceBlock;
export type ArticleBlock = TextBlock | TableNode;
export type ArticleBlockType = ArticleBlock['type'];
export type ArticleValue = ArticleBlock[];
export type ArticleEditorInstance = BaseEditor & ReactEditor;

declare module 'slate' {
  interface CustomTypes {
    Editor: ArticleEditorInstance;
    Element: ArticleBlock | CaptionLine | TableRow | CellLine | FootnoteNode;
    Text: ArticleText;
  }
}
