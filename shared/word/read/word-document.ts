/** A Word file as a value: everything a reader or a comparison needs of it, nothing of what is made of it. */
import type { RunType } from './run-type.js';

export interface WordDocument {
  readonly body: readonly WordBlock[];
  /** Headers and footers, one list each. */
  readonly furniture: readonly (readonly WordBlock[])[];
  /** Footnotes and endnotes. */
  readonly notes: readonly WordNote[];
  readonly comments: readonly WordComment[];
  readonly bookmarks: readonly WordBookmark[];
  /** Every tracked change in reading order; runs, rows, cells and paragraph marks hold the same values. */
  readonly changes: readonly WordChange[];
  /** The file has a style that only our first writer made. */
  readonly isOwnFile: boolean;
}

export type WordBlock = WordParagraph | WordTable | WordEmbedded;

export interface WordParagraph {
  readonly kind: 'paragraph';
  /** How many paragraphs stand before it: body, headers and footers, notes, each with its text boxes behind it. */
  readonly index: number;
  readonly styleName: string;
  /** 0 for the highest heading. */
  readonly outlineLevel?: number;
  readonly align?: 'left' | 'center' | 'right' | 'justify';
  /** The number Word shows before the words, such as 一、; empty where it shows none. */
  readonly number: string;
  /** What its style says of its words. */
  readonly traits: RunTraits;
  readonly inlines: readonly WordInline[];
  /** Changes of the mark that ends it: where it was deleted or moved away, the next paragraph runs on. */
  readonly markChanges: readonly WordChange[];
  /** A page break, its own or the last one before it, puts it on a new page. */
  readonly startsPage?: true;
  /** Text boxes that hang on it. */
  readonly boxes: readonly (readonly WordBlock[])[];
}

export interface WordTable {
  readonly kind: 'table';
  /** Widths of its columns as the file states them, in twips; empty where it does not. */
  readonly widths: readonly number[];
  /** How the words of its first and its last row are set, where it has any. */
  readonly looks?: { readonly first: CellLook; readonly last: CellLook };
  readonly rows: readonly WordRow[];
}

/** What of a cell says how wide its column is for what it holds. */
export interface CellLook extends RunType {
  /** The font of ASCII. */
  readonly latin?: string;
  /** Room at the end of its lines; undefined where the cell says none. */
  readonly roomPt?: number;
}

export interface WordRow {
  /** Repeated on every page. */
  readonly isHeader: boolean;
  readonly cells: readonly WordCell[];
  readonly changes: readonly WordChange[];
}

export interface WordCell {
  /** Columns it stands over. */
  readonly span: number;
  /** It goes on from the cell above. */
  readonly isMerged: boolean;
  readonly blocks: readonly WordBlock[];
  readonly changes: readonly WordChange[];
}

/** Another file that stands in this one (altChunk). */
export interface WordEmbedded {
  readonly kind: 'embedded';
  /** Absent where it is not in the package, or too large. */
  readonly bytes?: Uint8Array;
}

export type WordInline = WordRun | WordGuide | WordPicture | WordRemark;

/** Words with one set of traits and changes. A line break is `\n`; what was deleted is there as well, with its change. */
export interface WordRun {
  readonly kind: 'text';
  readonly text: string;
  readonly traits: RunTraits;
  /** What an empty content control says in place of words. */
  readonly isPrompt?: true;
  /** Outermost first: inserted by one, deleted by another. */
  readonly changes: readonly WordChange[];
}

/** How to say the words before it (注音). */
export interface WordGuide {
  readonly kind: 'guide';
  readonly text: string;
}

export interface WordPicture {
  readonly kind: 'picture';
  /** What its file calls it; empty where it does not say. */
  readonly name: string;
  /** The bytes of its file; absent where they lie elsewhere or are too many. */
  readonly bytes?: Uint8Array;
  /** How wide it is set, and the text area it stands in. */
  readonly widthPt?: number;
  readonly measurePt: number;
  readonly changes: readonly WordChange[];
}

/** What is to be told of a place: something that could not be taken over, or was so only in part. */
export interface WordRemark {
  readonly kind: 'remark';
  readonly text: string;
  /** In Chinese, behind the text. */
  readonly why: string;
  /** The text stands in the words as well. */
  readonly isKept: boolean;
  readonly changes: readonly WordChange[];
}

/** How words look, styles included. */
export interface RunTraits {
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isUnderlined: boolean;
  readonly isStruck: boolean;
  readonly isHidden: boolean;
  /** The face of 汉字, where the run or a style of it names one. */
  readonly face?: string;
  readonly raised?: 'superscript' | 'subscript';
  /** Our own style of a lead that was guessed. */
  readonly isGuess?: true;
}

export interface WordChange {
  readonly kind: 'ins' | 'del' | 'moveFrom' | 'moveTo' | 'format';
  /** Empty where the file does not say. */
  readonly author: string;
  /** As the file writes it, ISO 8601. */
  readonly date?: string;
  /** What both ends of a move are called. */
  readonly move?: string;
}

/** A place: before the character `offset` of a paragraph's runs, deleted ones counted, its number not. */
export interface WordPoint {
  readonly paragraph: number;
  readonly offset: number;
}

/** A stretch of words; without `to` it runs to the end. */
export interface WordRange {
  readonly from: WordPoint;
  readonly to?: WordPoint;
}

export interface WordComment {
  readonly id: string;
  readonly author: string;
  readonly date?: string;
  readonly paragraphs: readonly string[];
  /** The words it is about; absent where nothing in the file refers to it. */
  readonly range?: WordRange;
  /** Who wrote the comment it answers. */
  readonly answers?: string;
  readonly isResolved?: true;
}

export interface WordNote {
  readonly kind: 'footnotes' | 'endnotes';
  readonly id: string;
  readonly blocks: readonly WordBlock[];
  /** Where its mark stands; absent where nothing refers to it. */
  readonly at?: WordPoint;
  /** Its mark stands in words that were deleted. */
  readonly isDeleted?: true;
}

export interface WordBookmark {
  readonly name: string;
  readonly range: WordRange;
}

/** Whether the next paragraph runs on from this one. */
export function runsOn({ markChanges }: WordParagraph): boolean {
  return markChanges.some(isLoss);
}

/** Whether a change takes away what it is on. */
export function isLoss({ kind }: WordChange): boolean {
  return kind === 'del' || kind === 'moveFrom';
}
