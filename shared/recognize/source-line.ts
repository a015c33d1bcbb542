/**
 * What every reader (text, Word) turns its file into before recognition starts, so that one set of rules recognises
 * all of them.
 */

import type { Picture } from '../document/picture.js';
import type { TableForm } from '../document/table.js';

/** A half-open range of UTF-16 offsets within a line's `text`. */
export interface SourceRange {
  readonly start: number;
  readonly end: number;
}

/** A footnote or endnote of a line. */
export interface SourceNote {
  /** Characters of the line's `text` before its number. */
  readonly at: number;
  readonly text: string;
  /** What is told of it where it cannot be one of the issue, in Chinese. */
  readonly reason: string;
}

/** One line of a text file, or one paragraph of a Word file. */
export interface SourceLine {
  /** 1-based line in the file; for Word files the number of the paragraph, body first. */
  readonly line: number;
  /** Marks of the format (`##`, `**`) removed and listed in `marks`; a manual line break in Word is `\n`. */
  readonly text: string;
  /** Bold stretches of `text`, in order, not touching; empty where the file has no bold. */
  readonly bold: readonly SourceRange[];
  /** Stretches in 楷体, likewise; absent where the file has none. */
  readonly kai?: readonly SourceRange[];
  /** All of it is in 黑体. */
  readonly isHei?: true;
  /** Depth of a heading: `#` = 1, or outline level + 1 of a Word style; absent for running text. */
  readonly heading?: number;
  /** What the source's own style says this line is, where it says so (our own Word files do). */
  readonly role?:
    | 'title'
    | 'subtitle'
    | 'column'
    | 'body'
    | 'source'
    | 'author'
    | 'distribution'
    | 'imprint'
    | 'masthead'
    | 'contents'
    | 'furniture'
    | 'editorNote'
    | 'caption';
  /** Which part of the masthead or of the 领导批示 box a line of role `masthead` is, where its style says so. */
  readonly mastheadPart?: 'name' | 'organ' | 'mark' | 'instruction';
  /** A paragraph of the body as our own Word files style it: 0 for running text, 1 to 4 for headings inside an article. */
  readonly bodyLevel?: 0 | 1 | 2 | 3 | 4;
  /** The rest of the paragraph before, which our own Word files part where a page must end. */
  readonly isContinued?: true;
  /** The format's own paragraph (Word): where it ends, a paragraph ends. */
  readonly isParagraph?: true;
  /** The line is a table: `text` is its caption and cells, as `document/table.ts` has them. */
  readonly table?: TableForm;
  /** The format sets it at the top of a new page. */
  readonly startsPage?: true;
  /** Its footnotes, by their places; absent where it has none. */
  readonly footnotes?: readonly SourceNote[];
  /** A picture that stands here; the line has no words then. */
  readonly picture?: Picture;
  /** It stands in a frame of its own: the only words of a table of one cell. */
  readonly isFramed?: true;
  /** Alignment, where the format has one. */
  readonly align?: 'left' | 'center' | 'right' | 'justify';
  /** Its lead was guessed, not set so by anybody, when our own file was written; of a table, its columns were. */
  readonly isGuess?: true;
  /** Format marks taken out of this line, as they stood in the file; they count as left aside. */
  readonly marks: readonly string[];
}

/** Text that is not in the result, with its place and a Chinese reason. */
export interface LeftAsideText {
  readonly line: number;
  readonly text: string;
  readonly reason: string;
}
