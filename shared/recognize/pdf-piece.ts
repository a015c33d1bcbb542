/** What a PDF's pages hold, as they place it, and what is made of it line by line. */

/** A piece of text in one font, where the page has it; lengths in points, from the lower left corner. */
export interface PdfPiece {
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly width: number;
  /** Of the font. */
  readonly size: number;
  /** Neither upright nor along the line. */
  readonly isSlanted: boolean;
  /** Stands for a table drawn with lines. */
  readonly table?: RuledText;
  /** Stands for a form drawn with lines: its paragraphs, cell by cell. */
  readonly form?: readonly PdfParagraph[];
  /** What its font is, where the name tells: bold, 楷体, 黑体. */
  readonly face?: PdfFace;
  /** The part of the text that the file's tags say it belongs to. */
  readonly block?: PdfBlock | undefined;
  /** The tags say it is no part of the text: a running head, a page number. */
  readonly isArtifact?: boolean;
}

/** A paragraph in a cell that ends at `right`, line by line. */
export interface PdfParagraph {
  readonly lines: readonly (readonly PdfPiece[])[];
  readonly right: number;
}

export interface PdfFace {
  readonly isBold: boolean;
  readonly isKai: boolean;
  readonly isHei: boolean;
}

/** A part of a page's text, as a tagged PDF has it. */
export interface PdfBlock {
  /** Its place in reading order. */
  readonly order: number;
  /** `loose`: words the tags put in no paragraph. */
  readonly kind: 'paragraph' | 'note' | 'loose';
  /** Depth of a heading, 1 for the highest. */
  readonly heading?: number;
  /** It is an item of a list, which may open with a sign. */
  readonly isItem?: true;
  /** The cell of a table it stands in. */
  readonly cell?: PdfCell;
}

/** A cell by its place: of those that the page has words in. */
export interface PdfCell {
  readonly table: number;
  readonly row: number;
  readonly column: number;
  /** How many its row has. */
  readonly columns: number;
  readonly isHeader: boolean;
}

/** A straight line drawn on a page: the box it fills. */
export interface PdfRule {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export interface PdfPage {
  readonly height: number;
  /** The straight lines it draws; absent where nobody looked. */
  readonly rules?: readonly PdfRule[];
  /** As the page draws them. */
  readonly pieces: readonly PdfPiece[];
}

/** Words of a line that stand apart from its others, as in the columns of a table. */
export interface PageCell {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

export interface PageLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** Its pieces, joined where less than a character and a half parts them. */
  readonly cells: readonly PageCell[];
  /** How high it stands: 0 at the foot of the page, 1 at its head. */
  readonly place: number;
  /** The line is a table drawn with lines. */
  readonly table?: RuledText;
  /** The line is a form drawn with lines. */
  readonly form?: readonly PdfParagraph[];
  /** The first piece of it. */
  readonly opening?: string;
  /** Small signs above its baseline, in their order. */
  readonly raised?: readonly RaisedSign[];
  /** A letter for each character's font (`faceLetter`); absent where no name tells. */
  readonly faces?: string;
  /** The part of the text that the file's tags say it belongs to. */
  readonly block?: PdfBlock;
  /** Where the longest line of its block ends, of those above or below it. */
  readonly blockRight?: number;
}

/** A raised sign, and the characters of its line before it. */
export interface RaisedSign {
  readonly at: number;
  readonly text: string;
}

/** A table as rows of words. */
export interface RuledText {
  readonly caption: string;
  readonly rows: readonly (readonly string[])[];
  readonly headerRows: number;
  readonly hasMerged: boolean;
  /** Where its columns end: a table goes on over a page in columns that are alike. */
  readonly edges: readonly number[];
  /** Cells of its last row whose last line is full: what the next page has there may go on with it. */
  readonly full: readonly boolean[];
}
