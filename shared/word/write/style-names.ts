import { paragraphFits, type ParagraphFit } from '../../document/paragraph-fit.js';
import { markKinds } from '../../document/mark-kinds.js';
import type { MarkKind } from '../../document/text-marks.js';
import type { TextRole } from '../../layout/page-style.js';

/** A named style of our Word files: its id in the file and the name the editor sees in Word. */
export interface StyleName {
  readonly id: string;
  readonly name: string;
  /** Depth of Word's own heading that the style is based on, from 1; absent for running text. */
  readonly heading?: HeadingDepth;
}

export type HeadingDepth = 1 | 2 | 3 | 4 | 5 | 6;

/** Paragraph styles by role. Names keep clear of Word's own (正文, 副标题, 页码 …); our reader goes by the same table. */
export const paragraphStyleNames: Readonly<Record<TextRole, StyleName>> = {
  mastheadName: { id: 'MastheadName', name: '报头刊名' },
  mastheadNumber: { id: 'MastheadNumber', name: '报头期号' },
  mastheadOrgan: { id: 'MastheadOrgan', name: '编发单位' },
  mastheadCopy: { id: 'MastheadCopy', name: '报头份号' },
  mastheadMark: { id: 'MastheadMark', name: '报头标注' },
  instructionLabel: { id: 'InstructionLabel', name: '领导批示' },
  instructionText: { id: 'InstructionText', name: '批示内容' },
  contentsHeading: { id: 'ContentsHeading', name: '目录栏目' },
  contentsEntry: { id: 'ContentsEntry', name: '目录标题' },
  columnHeading: { id: 'ColumnHeading', name: '栏目标题', heading: 1 },
  title: { id: 'ArticleTitle', name: '文章标题', heading: 2 },
  subtitle: { id: 'ArticleSubtitle', name: '文章副标题' },
  editorNote: { id: 'EditorNote', name: '编者按' },
  body: { id: 'Body', name: '文章正文' },
  level1: { id: 'Level1', name: '文章一级标题', heading: 3 },
  level2: { id: 'Level2', name: '文章二级标题', heading: 4 },
  level3: { id: 'Level3', name: '文章三级标题', heading: 5 },
  level4: { id: 'Level4', name: '文章四级标题', heading: 6 },
  tableCaption: { id: 'TableCaption', name: '表格标题' },
  tableHead: { id: 'TableHead', name: '表头文字' },
  tableCell: { id: 'TableCell', name: '表格文字' },
  pictureCaption: { id: 'PictureCaption', name: '图题' },
  source: { id: 'Source', name: '来源单位' },
  /** Word and others know it by the name. */
  footnote: { id: 'Footnote', name: 'footnote text' },
  distribution: { id: 'Distribution', name: '版记' },
  imprint: { id: 'Imprint', name: '承办行' },
  pageNumber: { id: 'PageNumber', name: '版心页码' },
};

/** First paragraph of a brief: body text with an outline level, since its title runs in. */
export const briefStyleName: StyleName = { id: 'Brief', name: '简讯首段' };

/** What the text of cells (tables, the box, 版记) is based on: no mark hangs over the edge of a cell. */
export const cellBaseStyleName: StyleName = { id: 'CellText', name: '格内文字' };

/** Roles whose text stands in cells. */
export const cellRoles: ReadonlySet<TextRole> = new Set<TextRole>([
  'instructionLabel',
  'instructionText',
  'tableHead',
  'tableCell',
  'distribution',
  'imprint',
]);

/** Holds the foot of the last page (版记) in its place; prints nothing. */
export const anchorStyleName: StyleName = { id: 'TailAnchor', name: '版记定位' };

/** The head of a proof's pages: stage and date. */
export const proofHeadStyleName: StyleName = { id: 'ProofHead', name: '校样标记' };

/** Marks a line break that our layout made, not the editor: reading the file back leaves it out. */
export const layoutBreakStyleName: StyleName = { id: 'LayoutBreak', name: '版式换行' };

/** Character styles: the opening sentence of a paragraph, the run-in title of a brief, the label 编者按：. */
export const characterStyleNames = {
  lead: { id: 'Lead', name: '段首句' },
  briefTitle: { id: 'BriefTitle', name: '简讯标题' },
  noteLabel: { id: 'NoteLabel', name: '编者按标签' },
} as const satisfies Readonly<Record<string, StyleName>>;

/** The same for a lead or title that was guessed and has yet to be confirmed; it looks alike. */
export const guessedLeadStyleName: StyleName = { id: 'LeadGuess', name: '段首句（待确认）' };

/** Character style of the numbers of footnotes in the text; Word and others know it by the name. */
export const footnoteNumberStyleName: StyleName = { id: 'FootnoteNumber', name: 'footnote reference' };

const emphasisNames: Readonly<Record<MarkKind, StyleName>> = { bold: { id: 'Bold', name: '加粗' }, kai: { id: 'Kai', name: '楷体' } };

/** Character style of words set apart inside a paragraph: 段内加粗, 段内楷体, 段内加粗楷体. */
export function emphasisStyleName(kinds: readonly MarkKind[]): StyleName {
  const own = markKinds.filter((kind) => kinds.includes(kind)).map((kind) => emphasisNames[kind]);
  return { id: `Inner${own.map(({ id }) => id).join('')}`, name: `段内${own.map(({ name }) => name).join('')}` };
}

const fitNames: Readonly<Record<ParagraphFit, StyleName>> = {
  tight: { id: 'Tight', name: '（紧排）' },
  loose: { id: 'Loose', name: '（松排）' },
};

/** A style set closer or wider: 文章正文（紧排）. */
export function fittedName({ id, name }: StyleName, fit: ParagraphFit): StyleName {
  return { id: id + fitNames[fit].id, name: name + fitNames[fit].name };
}

/** What stands above or below changes a style, each way a style of its own based on it: 来源单位（篇末）, 文章正文（题下）. */
export const variantNames = {
  /** A title stands above: neither its first nor its last line stands alone on a page. */
  unparted: { id: 'UnderTitle', name: '（题下）' },
  /** A title stands above, and it is one line: it goes with the next. */
  joined: { id: 'JoinedUnderTitle', name: '（题下一行）' },
  /** A title or a column follows: the space above it is below this. */
  end: { id: 'End', name: '（篇末）' },
  /** A column follows, where that wants other space than a title. */
  columnEnd: { id: 'ColumnEnd', name: '（栏末）' },
  /** The source line follows: it is kept with this. */
  kept: { id: 'Kept', name: '（接来源）' },
  /** The last source line of the issue follows, and 版记: all three go to one page. */
  last: { id: 'Last', name: '（末段）' },
  /** 版记 follows; where it takes this along to its page, with lines kept together. */
  beforeTail: { id: 'BeforeTail', name: '（版记前）' },
  /** The subtitle follows, close. */
  subtitled: { id: 'Joined', name: '（接副标题）' },
} as const satisfies Readonly<Record<string, StyleName>>;

type VariantKind = keyof typeof variantNames;
/** What stands above. */
export type UpperVariant = Extract<VariantKind, 'unparted' | 'joined'>;
/** What stands below. */
export type LowerVariant = Exclude<VariantKind, UpperVariant>;

/** An entry of the contents that ends its column: the space above the next column's name is below it. */
export const lastEntryStyleName: StyleName = variantOf(paragraphStyleNames.contentsEntry, 'columnEnd');

/** Name and id of a variant of a style. */
export function variantOf({ id, name }: StyleName, kind: VariantKind): StyleName {
  return { id: id + variantNames[kind].id, name: name + variantNames[kind].name };
}

/** Id of Word's own heading of a depth; Word and others know it by its name. */
export function headingStyleId(depth: HeadingDepth): string {
  return `OutlineHeading${String(depth)}`;
}

/** Whether a style belongs in our Word files: ours, and those every file must have. */
export function isOwnStyle(id: string): boolean {
  return ownStyleIds.has(id);
}

const evenStyles = [...Object.values(paragraphStyleNames), briefStyleName];
const plainStyles = [...evenStyles, ...paragraphFits.flatMap((fit) => evenStyles.map((style) => fittedName(style, fit)))];
const blockStyles = [
  ...plainStyles,
  ...(['unparted', 'joined'] as const).flatMap((kind) => plainStyles.map((style) => variantOf(style, kind))),
];

const ownStyleIds: ReadonlySet<string> = new Set([
  'Normal',
  'DefaultParagraphFont',
  'TableNormal',
  'NoList',
  ...([1, 2, 3, 4, 5, 6] as const).map(headingStyleId),
  cellBaseStyleName.id,
  anchorStyleName.id,
  proofHeadStyleName.id,
  guessedLeadStyleName.id,
  layoutBreakStyleName.id,
  footnoteNumberStyleName.id,
  ...blockStyles.map(({ id }) => id),
  ...blockStyles.flatMap((style) => (Object.keys(variantNames) as VariantKind[]).map((kind) => variantOf(style, kind).id)),
  ...Object.values(characterStyleNames).map(({ id }) => id),
  ...[...markKinds.map((kind) => [kind]), markKinds].map((kinds) => emphasisStyleName(kinds).id),
]);
