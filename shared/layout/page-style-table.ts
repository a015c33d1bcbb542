/** The one table of settings: every measure an editor may change, by printed part, with its range. Paper stays A4. */
import type { BlockPlace } from './block.js';
import { faceLabels, latinFaceNames } from './faces.js';
import type { TextRole } from './page-style.js';
import {
  alignLabels,
  faceOrder,
  type ChoiceSetting,
  type FramePath,
  type NumberRange,
  type PageStyleSetting,
  type SettingGroup,
  type SettingPath,
  type SettingSection,
  type TextMeasure,
} from './page-style-setting.js';

const faceOptions = faceOrder.map((value) => ({ value, label: faceLabels[value] }));
const alignOptions = (['left', 'center', 'right', 'justify'] as const).map((value) => ({ value, label: alignLabels[value] }));

const mm = (min: number, max: number, step = 1, multipleOf = 0.1): NumberRange => ({ unit: 'mm', min, max, step, multipleOf });
/** Twentieths of a point are what Word stores. */
const pt = (min: number, max: number, step: number, multipleOf = 0.05): NumberRange => ({ unit: 'pt', min, max, step, multipleOf });
/** Word counts indents in hundredths of a character. */
const em = (min: number, max: number, step = 0.5): NumberRange => ({ unit: 'em', min, max, step, multipleOf: 0.01 });
const ruleRange = mm(0.1, 3, 0.05, 0.05);

function number(path: SettingPath, label: string, range: NumberRange): PageStyleSetting {
  return { kind: 'number', path, label, ...range };
}

function onOff(path: SettingPath, label: string): PageStyleSetting {
  return { kind: 'switch', path, label };
}

function color(path: SettingPath, label = '颜色'): PageStyleSetting {
  return { kind: 'color', path, label };
}

function choice(path: SettingPath, label: string, options: ChoiceSetting['options']): PageStyleSetting {
  return { kind: 'choice', path, label, options };
}

/** What a measure of text is called, and its range; sizes are half points, as in Word. */
const textMeasures: Readonly<Record<TextMeasure, (path: SettingPath) => PageStyleSetting>> = {
  face: (path) => choice(path, '字体', faceOptions),
  sizePt: (path) => number(path, '字号', pt(5, 72, 0.5, 0.5)),
  pitchPt: (path) => number(path, '每字占', pt(5, 90, 0.25)),
  lineHeightPt: (path) => number(path, '行距', pt(6, 120, 0.5)),
  color: (path) => color(path),
  bold: (path) => onOff(path, '加粗'),
  align: (path) => choice(path, '对齐', alignOptions),
  firstLineIndentEm: (path) => number(path, '首行缩进', em(0, 8)),
  leftIndentEm: (path) => number(path, '左缩进', em(0, 8)),
  rightIndentEm: (path) => number(path, '右缩进', em(0, 8)),
  spaceBeforePt: (path) => number(path, '段前', pt(0, 120, 1)),
  spaceAfterPt: (path) => number(path, '段后', pt(0, 120, 1)),
  keepWithNext: (path) => onOff(path, '与下段同页'),
  scaleX: (path) => number(path, '字符缩放', { unit: 'ratio', min: 0.5, max: 1.5, step: 0.05, multipleOf: 0.01 }),
};

const glyphs: readonly TextMeasure[] = ['face', 'sizePt', 'pitchPt', 'lineHeightPt', 'scaleX', 'color', 'bold'];
const sides: readonly TextMeasure[] = ['leftIndentEm', 'rightIndentEm'];
/** One line at a set place of the cover. */
const coverLine: readonly TextMeasure[] = [...glyphs, 'spaceBeforePt'];
/** Lines broken by sense; the first has no indent of its own. */
const headline: readonly TextMeasure[] = [...glyphs, 'align', ...sides, 'spaceBeforePt', 'spaceAfterPt', 'keepWithNext'];
const running: readonly TextMeasure[] = [
  ...glyphs,
  'align',
  'firstLineIndentEm',
  ...sides,
  'spaceBeforePt',
  'spaceAfterPt',
  'keepWithNext',
];

/** The measures of each role that its place in print leaves open. */
const roleMeasures: Readonly<Record<TextRole, readonly TextMeasure[]>> = {
  mastheadName: [...coverLine, 'align'],
  mastheadNumber: [...coverLine, 'align'],
  mastheadOrgan: coverLine,
  mastheadCopy: coverLine,
  mastheadMark: coverLine,
  instructionLabel: [...glyphs, 'align', 'firstLineIndentEm', ...sides, 'spaceBeforePt'],
  instructionText: [...glyphs, 'align', 'firstLineIndentEm', ...sides],
  contentsHeading: [...glyphs, 'align', ...sides, 'spaceBeforePt'],
  contentsEntry: [...glyphs, 'align', ...sides, 'spaceAfterPt'],
  columnHeading: headline,
  title: headline,
  subtitle: headline,
  editorNote: running,
  body: running,
  level1: running,
  level2: running,
  level3: running,
  level4: running,
  tableCaption: [...glyphs, 'align', ...sides, 'spaceBeforePt'],
  tableHead: [...glyphs, 'align'],
  tableCell: glyphs,
  pictureCaption: [...glyphs, 'align', ...sides, 'spaceAfterPt'],
  source: running,
  footnote: [...glyphs, 'align', 'firstLineIndentEm', ...sides],
  distribution: [...glyphs, 'align', ...sides],
  imprint: [...glyphs, ...sides],
  pageNumber: [...glyphs, ...sides],
};

/** Where the measures of one role are unlike the others'. */
const ownMeasures: Readonly<Partial<Record<`${TextRole}.${TextMeasure}`, (path: SettingPath) => PageStyleSetting>>> = {
  'mastheadName.sizePt': (path) => number(path, '字号', pt(20, 120, 1, 0.5)),
  'mastheadName.pitchPt': (path) => number(path, '每字占', pt(10, 140, 1)),
  'mastheadName.lineHeightPt': (path) => number(path, '行距', pt(20, 200, 1)),
  'instructionLabel.spaceBeforePt': (path) => number(path, '框上空', pt(0, 120, 1)),
};

function roleSettings(role: TextRole): readonly PageStyleSetting[] {
  return roleMeasures[role].map((measure) => (ownMeasures[`${role}.${measure}`] ?? textMeasures[measure])(`text.${role}.${measure}`));
}

function section(
  group: SettingGroup,
  id: string,
  label: string,
  part: BlockPlace['part'] | undefined,
  settings: readonly PageStyleSetting[],
): SettingSection {
  return { id, group, label, ...(part ? { part } : {}), settings };
}

/** A section of one role's measures, with what else belongs to that part. */
function textSection(
  group: SettingGroup,
  role: TextRole,
  label: string,
  part: BlockPlace['part'] | undefined,
  more: readonly PageStyleSetting[] = [],
): SettingSection {
  return section(group, role, label, part, [...roleSettings(role), ...more]);
}

function leadFace(path: FramePath): PageStyleSetting {
  return choice(path, '字体', [{ value: '', label: '同本段' }, ...faceOptions]);
}

const pageSections: readonly SettingSection[] = [
  section('page', 'margin', '页边距', undefined, [
    number('marginMm.top', '上边距', mm(10, 80, 1, 0.01)),
    number('marginMm.bottom', '下边距', mm(10, 80, 1, 0.01)),
    number('marginMm.left', '左边距', mm(10, 60, 1, 0.01)),
    number('marginMm.right', '右边距', mm(10, 60, 1, 0.01)),
  ]),
];

const bodySections: readonly SettingSection[] = [
  textSection('body', 'body', '正文', 'paragraph'),
  section('body', 'lead', '段首句', 'paragraph', [leadFace('lead.face'), onOff('lead.bold', '加粗')]),
  textSection('body', 'editorNote', '编者按', 'editorNote'),
  section('body', 'noteLead', '“编者按：”三字', 'editorNote', [leadFace('noteLead.face'), onOff('noteLead.bold', '加粗')]),
  textSection('body', 'source', '来源单位', 'source', [onOff('keepSourceWithText', '不落页首')]),
  textSection('body', 'footnote', '脚注', 'footnote'),
  textSection('body', 'tableCaption', '表格标题', 'paragraph'),
  textSection('body', 'tableHead', '表头', 'paragraph'),
  textSection('body', 'tableCell', '表格文字', 'paragraph'),
  textSection('body', 'pictureCaption', '图片说明', 'paragraph'),
  section('body', 'table', '表格的线和空', 'paragraph', [
    number('table.ruleThicknessMm', '粗细', ruleRange),
    color('table.ruleColor'),
    number('table.roomMm', '字距线', mm(0, 10, 0.5)),
    number('table.spaceAfterPt', '表后空', pt(0, 120, 1)),
  ]),
  section('body', 'fitting', '标点与西文', 'paragraph', [
    number('fitting.autoSpaceEm', '中西文间空', em(0, 1, 0.05)),
    number('fitting.closingOpeningEm', '”“ 相遇减', em(0, 1, 0.05)),
    number('fitting.closingClosingEm', '”。相遇减', em(0, 1, 0.05)),
    onOff('fitting.hangingMarks', '标点悬挂'),
    choice('fitting.latinFace', '西文和数字', [
      { value: '', label: '随汉字' },
      ...latinFaceNames.map((value) => ({ value, label: faceLabels[value] })),
    ]),
  ]),
];

const headingSections: readonly SettingSection[] = [
  textSection('headings', 'columnHeading', '栏目名', 'column'),
  textSection('headings', 'title', '标题', 'title', [onOff('keepTitleLines', '各行同页'), onOff('twoLinesUnderTitle', '题下至少两行')]),
  textSection('headings', 'subtitle', '副标题', 'subtitle'),
  textSection('headings', 'level1', '一级 一、', 'paragraph'),
  textSection('headings', 'level2', '二级 （一）', 'paragraph'),
  textSection('headings', 'level3', '三级 1.', 'paragraph'),
  textSection('headings', 'level4', '四级 （1）', 'paragraph'),
];

const coverSections: readonly SettingSection[] = [
  textSection('cover', 'mastheadName', '刊名', 'masthead', [number('masthead.nameTopMm', '距版心上沿', mm(0, 80))]),
  textSection('cover', 'mastheadNumber', '期号', 'masthead'),
  textSection('cover', 'mastheadOrgan', '编发单位和日期', 'masthead'),
  section('cover', 'mastheadRule', '红线', 'masthead', [
    number('masthead.ruleThicknessMm', '粗细', ruleRange),
    number('masthead.ruleGapMm', '距上行', mm(0, 10, 0.5)),
    color('masthead.ruleColor'),
  ]),
  textSection('cover', 'mastheadCopy', '份号 编号', 'masthead'),
  textSection('cover', 'mastheadMark', '密级', 'masthead'),
  section('cover', 'instruction', '批示框', 'instruction', [
    number('instruction.heightMm', '高', mm(8, 120)),
    number('instruction.ruleThicknessMm', '框线粗细', ruleRange),
    color('instruction.ruleColor', '框线颜色'),
  ]),
  textSection('cover', 'instructionLabel', '“领导批示”四字', 'instruction'),
  textSection('cover', 'instructionText', '批示文字', 'instruction'),
  section('cover', 'contents', '目录', 'contents', [
    onOff('contents.pageNumbers', '印页码'),
    choice('contents.leader', '页码前', [
      { value: 'dots', label: '点线' },
      { value: 'none', label: '空白' },
    ]),
    number('contents.hangEm', '转行缩进', em(0, 4)),
  ]),
  textSection('cover', 'contentsHeading', '目录中的栏目', 'contents'),
  textSection('cover', 'contentsEntry', '目录中的标题', 'contents'),
];

const tailSections: readonly SettingSection[] = [
  section('tail', 'tail', '位置和线', 'distribution', [
    number('tail.outerRuleMm', '首末线粗细', ruleRange),
    number('tail.innerRuleMm', '中间线粗细', ruleRange),
    onOff('tail.onEvenPage', '排在双数页'),
  ]),
  textSection('tail', 'distribution', '报 送 发', 'distribution'),
  textSection('tail', 'imprint', '承办 审核 编辑 电话', 'imprint'),
];

const pageNumberSections: readonly SettingSection[] = [
  section('pageNumber', 'numberForm', '位置和样式', undefined, [
    choice('pageNumber.form', '位置', [
      { value: 'outside', label: '单页居右 双页居左' },
      { value: 'center', label: '居中' },
    ]),
    number('pageNumber.gapMm', '距版心下沿', mm(0, 30, 0.5)),
    onOff('pageNumber.dashes', '两侧一字线'),
    onOff('pageNumber.onCover', '首页也印'),
  ]),
  textSection('pageNumber', 'pageNumber', '数字', undefined),
];

/** Every section in the order of the settings page. */
export const settingSections: readonly SettingSection[] = [
  ...pageSections,
  ...bodySections,
  ...headingSections,
  ...coverSections,
  ...tailSections,
  ...pageNumberSections,
];
