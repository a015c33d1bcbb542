import type { TextRole } from '../../layout/page-style.js';

/** A named style of our Word files: its id in the file and the name the editor sees in Word. */
export interface StyleName {
  readonly id: string;
  readonly name: string;
  /** 0-based depth in Word's navigation pane; absent for running text. */
  readonly outlineLevel?: number;
}

/** Paragraph styles by role. The reader of our own Word files goes by the same table. */
export const paragraphStyleNames: Readonly<Record<TextRole, StyleName>> = {
  mastheadName: { id: 'MastheadName', name: '报头刊名' },
  mastheadNumber: { id: 'MastheadNumber', name: '期号' },
  mastheadOrgan: { id: 'MastheadOrgan', name: '编发单位' },
  mastheadMark: { id: 'MastheadMark', name: '报头标注' },
  instructionLabel: { id: 'InstructionLabel', name: '领导批示' },
  instructionText: { id: 'InstructionText', name: '批示内容' },
  contentsHeading: { id: 'ContentsHeading', name: '目录栏目' },
  contentsEntry: { id: 'ContentsEntry', name: '目录标题' },
  columnHeading: { id: 'ColumnHeading', name: '栏目标题', outlineLevel: 0 },
  title: { id: 'ArticleTitle', name: '文章标题', outlineLevel: 1 },
  subtitle: { id: 'ArticleSubtitle', name: '副标题' },
  editorNote: { id: 'EditorNote', name: '编者按' },
  body: { id: 'Body', name: '正文' },
  level1: { id: 'Level1', name: '一级标题', outlineLevel: 2 },
  level2: { id: 'Level2', name: '二级标题', outlineLevel: 3 },
  level3: { id: 'Level3', name: '三级标题', outlineLevel: 4 },
  level4: { id: 'Level4', name: '四级标题', outlineLevel: 5 },
  source: { id: 'Source', name: '来源单位' },
  distribution: { id: 'Distribution', name: '版记' },
  imprint: { id: 'Imprint', name: '承办行' },
  pageNumber: { id: 'PageNumber', name: '页码' },
};

/** Last line of a paragraph that must go to the next page with its source line: the paragraph before, continued. */
export const continuationStyleName: StyleName = { id: 'BodyContinued', name: '正文续行' };

/** Holds the foot of the last page (版记) in its place; prints nothing. */
export const anchorStyleName: StyleName = { id: 'TailAnchor', name: '版记定位' };

/** Marks a line break that our layout made, not the editor: reading the file back leaves it out. */
export const layoutBreakStyleName: StyleName = { id: 'LayoutBreak', name: '版式换行' };

/** Character styles: the opening sentence of a paragraph, the run-in title of a brief, the label 编者按：. */
export const characterStyleNames = {
  lead: { id: 'Lead', name: '段首句' },
  briefTitle: { id: 'BriefTitle', name: '简讯标题' },
  noteLabel: { id: 'NoteLabel', name: '编者按标签' },
} as const satisfies Readonly<Record<string, StyleName>>;

/** Ids of all styles that belong in our Word files; the first four are those every file must have. */
export const ownStyleIds: ReadonlySet<string> = new Set([
  'Normal',
  'DefaultParagraphFont',
  'TableNormal',
  'NoList',
  anchorStyleName.id,
  continuationStyleName.id,
  layoutBreakStyleName.id,
  ...Object.values(paragraphStyleNames).map(({ id }) => id),
  ...Object.values(characterStyleNames).map(({ id }) => id),
]);
