/**
 * The only home of measurements. Lengths are in the unit their name says; `em` is one character of the text they
 * belong to. Numbers follow GB/T 9704-2012 where it speaks and the printed issues where it does not.
 */

/** Faces by the role they play; which font file serves one is decided by the fonts room. */
export type FaceName = 'title' | 'fangsong' | 'kai' | 'hei' | 'song';

/** Faces of Latin letters and digits alone, for offices that set them otherwise than the 汉字 beside them; each as wide as a font they use. */
export type LatinFaceName = 'roman' | 'sans' | 'humanist' | 'book';

/** What a character can be drawn in. */
export type DrawnFace = FaceName | LatinFaceName;

export type TextRole =
  | 'mastheadName'
  | 'mastheadNumber'
  | 'mastheadOrgan'
  | 'mastheadCopy'
  | 'mastheadMark'
  | 'instructionLabel'
  | 'instructionText'
  | 'contentsHeading'
  | 'contentsEntry'
  | 'columnHeading'
  | 'title'
  | 'subtitle'
  | 'editorNote'
  | 'body'
  | 'level1'
  | 'level2'
  | 'level3'
  | 'level4'
  | 'tableCaption'
  | 'tableHead'
  | 'tableCell'
  | 'pictureCaption'
  | 'source'
  | 'footnote'
  | 'distribution'
  | 'imprint'
  | 'pageNumber';

/** How text of one role is set. */
export interface TextStyle {
  readonly face: FaceName;
  readonly sizePt: number;
  /** Distance from one full-width character to the next; smaller than `sizePt` sets text tighter. */
  readonly pitchPt: number;
  readonly lineHeightPt: number;
  readonly color: string;
  readonly bold: boolean;
  readonly align: 'left' | 'center' | 'right' | 'justify';
  readonly firstLineIndentEm: number;
  readonly leftIndentEm: number;
  readonly rightIndentEm: number;
  readonly spaceBeforePt: number;
  readonly spaceAfterPt: number;
  readonly keepWithNext: boolean;
  /** Horizontal scale of the glyphs, 1 = as drawn (字符缩放). */
  readonly scaleX: number;
}

/** How lines are filled: the rules of Chinese setting that are a matter of house style. */
export interface FittingStyle {
  /** Space between 汉字 and Latin letters or digits (Word's autoSpaceDE, autoSpaceDN). */
  readonly autoSpaceEm: number;
  /** Taken out between a closing and an opening mark: ”“ 、“ 》（. */
  readonly closingOpeningEm: number;
  /** Taken out between two closing marks: ”， 。”. */
  readonly closingClosingEm: number;
  /** One closing mark may stand beyond the right edge (Word's overflowPunct). */
  readonly hangingMarks: boolean;
  /** The face of ASCII (Word's `ascii` font); absent: that of the text. */
  readonly latinFace?: LatinFaceName;
}

/** What a run-in lead changes of the text it opens. */
export interface LeadStyle {
  readonly bold: boolean;
  /** Absent: the face of the text. */
  readonly face?: FaceName;
}

export interface PageStyle {
  readonly paper: { readonly widthMm: number; readonly heightMm: number };
  readonly marginMm: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  readonly masthead: {
    readonly ruleThicknessMm: number;
    readonly ruleColor: string;
    /** From the top of the text area to the top of the name. */
    readonly nameTopMm: number;
    readonly ruleGapMm: number;
  };
  readonly instruction: { readonly heightMm: number; readonly ruleThicknessMm: number; readonly ruleColor: string };
  /**
   * Whether the contents say on which page each title is (the printed issues do not), what leads the eye there, and how far
   * the run-on lines of a title stand in.
   */
  readonly contents: { readonly pageNumbers: boolean; readonly leader: 'dots' | 'none'; readonly hangEm: number };
  /** Rules of a table, the room at one side of a cell's words, and the space below the last row. */
  readonly table: { readonly ruleThicknessMm: number; readonly ruleColor: string; readonly roomMm: number; readonly spaceAfterPt: number };
  readonly tail: { readonly outerRuleMm: number; readonly innerRuleMm: number; readonly onEvenPage: boolean };
  readonly pageNumber: { readonly onCover: boolean; readonly form: 'outside' | 'center'; readonly gapMm: number; readonly dashes: boolean };
  readonly fitting: FittingStyle;
  /** 段首句 and a brief's title. */
  readonly lead: LeadStyle;
  /** The label 编者按：. */
  readonly noteLead: LeadStyle;
  /** A source line never opens a page: the last line of its text goes with it. */
  readonly keepSourceWithText: boolean;
  /** The lines of a title never part over two pages. Without it titles part, and only the last line keeps with its text. */
  readonly keepTitleLines: boolean;
  /** Two lines of text at least stand under a title at a page's foot (题下至少两行). */
  readonly twoLinesUnderTitle: boolean;
  readonly text: Readonly<Record<TextRole, TextStyle>>;
}

/** Millimetres to points. */
export function mmToPt(mm: number): number {
  return (mm * 72) / 25.4;
}

const bodyText: TextStyle = {
  face: 'fangsong',
  sizePt: 16,
  pitchPt: 15.75,
  lineHeightPt: 28.95,
  color: '#000000',
  bold: false,
  align: 'justify',
  firstLineIndentEm: 2,
  leftIndentEm: 0,
  rightIndentEm: 0,
  spaceBeforePt: 0,
  spaceAfterPt: 0,
  keepWithNext: false,
  scaleX: 1,
};

const flush: Partial<TextStyle> = { align: 'left', firstLineIndentEm: 0 };
const red = '#d8000f';

function textStyle(changes: Partial<TextStyle>): TextStyle {
  return { ...bodyText, ...changes };
}

/** The style of the printed issues: A4, 28 × 22, 3号 仿宋 (GB/T 9704-2012, 5.1 and 5.2). */
export const defaultPageStyle: PageStyle = {
  paper: { widthMm: 210, heightMm: 297 },
  marginMm: { top: 37, right: 26, bottom: 35, left: 28 },
  masthead: { ruleThicknessMm: 0.7, ruleColor: red, nameTopMm: 8, ruleGapMm: 2 },
  instruction: { heightMm: 32, ruleThicknessMm: 0.25, ruleColor: '#000000' },
  contents: { pageNumbers: false, leader: 'dots', hangEm: 1 },
  table: { ruleThicknessMm: 0.2, ruleColor: '#000000', roomMm: 1, spaceAfterPt: 6 },
  tail: { outerRuleMm: 0.35, innerRuleMm: 0.25, onEvenPage: false },
  pageNumber: { onCover: false, form: 'outside', gapMm: 7, dashes: true },
  fitting: { autoSpaceEm: 0.2, closingOpeningEm: 0, closingClosingEm: 0, hangingMarks: true },
  lead: { bold: true },
  noteLead: { bold: false, face: 'hei' },
  keepSourceWithText: false,
  keepTitleLines: true,
  twoLinesUnderTitle: true,
  text: {
    mastheadName: textStyle({
      face: 'title',
      sizePt: 56,
      pitchPt: 62,
      lineHeightPt: 78,
      color: red,
      align: 'center',
      firstLineIndentEm: 0,
    }),
    mastheadNumber: textStyle({ align: 'center', firstLineIndentEm: 0, spaceBeforePt: 6 }),
    mastheadOrgan: textStyle({ ...flush, spaceBeforePt: 6 }),
    mastheadCopy: textStyle(flush),
    mastheadMark: textStyle({ ...flush, face: 'hei' }),
    instructionLabel: textStyle({ ...flush, face: 'hei', spaceBeforePt: 12 }),
    instructionText: textStyle({ ...flush, face: 'kai' }),
    contentsHeading: textStyle({
      face: 'hei',
      lineHeightPt: 24,
      align: 'center',
      firstLineIndentEm: 0,
      spaceBeforePt: 6,
      keepWithNext: true,
    }),
    contentsEntry: textStyle({ ...flush, lineHeightPt: 24, leftIndentEm: 1, rightIndentEm: 1, spaceAfterPt: 6 }),
    columnHeading: textStyle({
      face: 'hei',
      align: 'center',
      firstLineIndentEm: 0,
      spaceBeforePt: 28.95,
      spaceAfterPt: 28.95,
      keepWithNext: true,
    }),
    title: textStyle({
      face: 'title',
      sizePt: 22,
      pitchPt: 22,
      lineHeightPt: 28.95,
      align: 'center',
      firstLineIndentEm: 0,
      spaceBeforePt: 28.95,
      spaceAfterPt: 28.95,
      keepWithNext: true,
    }),
    subtitle: textStyle({ face: 'kai', align: 'center', firstLineIndentEm: 0, spaceAfterPt: 28.95, keepWithNext: true }),
    editorNote: textStyle({ face: 'kai' }),
    body: bodyText,
    level1: textStyle({ face: 'hei', keepWithNext: true }),
    level2: textStyle({ face: 'kai', keepWithNext: true }),
    level3: textStyle({ keepWithNext: true }),
    level4: textStyle({ keepWithNext: true }),
    tableCaption: textStyle({ face: 'hei', sizePt: 14, pitchPt: 14, align: 'center', firstLineIndentEm: 0, keepWithNext: true }),
    tableHead: textStyle({ face: 'hei', sizePt: 12, pitchPt: 12, lineHeightPt: 18, align: 'center', firstLineIndentEm: 0 }),
    tableCell: textStyle({ ...flush, sizePt: 12, pitchPt: 12, lineHeightPt: 18 }),
    pictureCaption: textStyle({ face: 'kai', sizePt: 14, pitchPt: 14, align: 'center', firstLineIndentEm: 0, spaceAfterPt: 6 }),
    source: textStyle({ align: 'right', firstLineIndentEm: 0 }),
    footnote: textStyle({ sizePt: 10.5, pitchPt: 10.5, lineHeightPt: 15 }),
    distribution: textStyle({
      sizePt: 14,
      pitchPt: 14,
      lineHeightPt: 24,
      align: 'left',
      firstLineIndentEm: 0,
      leftIndentEm: 1,
      rightIndentEm: 1,
    }),
    imprint: textStyle({
      sizePt: 14,
      pitchPt: 14,
      lineHeightPt: 24,
      align: 'left',
      firstLineIndentEm: 0,
      leftIndentEm: 1,
      rightIndentEm: 1,
    }),
    pageNumber: textStyle({
      face: 'song',
      sizePt: 14,
      pitchPt: 14,
      lineHeightPt: 18,
      firstLineIndentEm: 0,
      leftIndentEm: 1,
      rightIndentEm: 1,
      align: 'right',
    }),
  },
};
