import type { BlockOf } from './block.js';
import { mmToPt, type PageStyle, type TextRole, type TextStyle } from './page-style.js';
import { textArea, type SetBlock, type SetLine, type SetRow, type SetRule, type TextArea } from './set-block.js';
import { lineWidthPt, setRunningText, setSingleLine, type Measure } from './set-text.js';

const coverBlock: Omit<SetBlock, 'rows' | 'spaceBeforePt'> = {
  spaceAfterPt: 0,
  keepWithNext: false,
  keepWithPrevious: false,
  keepTogether: false,
  region: 'cover',
};

/** 报头: marks, red name, 第N期, organ and date, red rule (GB/T 9704-2012, 7.2). */
export function setMasthead(block: BlockOf<'masthead'>, style: PageStyle): SetBlock {
  const marks = markRows(block, style);
  const marksPt = marks.reduce((sum, row) => sum + row.heightPt, 0);
  const nameTopPt = Math.max(0, mmToPt(style.masthead.nameTopMm) - marksPt);
  const rows = [...marks, nameRow(block.name, nameTopPt, style), numberRow(block.numberText, style), ...organRows(block, style)];
  return { ...coverBlock, rows, spaceBeforePt: 0 };
}

function markRows(block: BlockOf<'masthead'>, style: PageStyle): readonly SetRow[] {
  return mastheadMarks(block).map(({ role, left, right }) => pairRow(left, right, role, style));
}

/** One line of marks above the name, its two ends. */
export interface MastheadMarks {
  readonly role: 'mastheadCopy' | 'mastheadMark';
  readonly left: string;
  readonly right: string;
}

/** 份号 at the left with 编号 at the right (3号, GB/T 9704-2012, 7.2.1), then 密级 in 黑体 (7.2.2); empty lines are left out. */
export function mastheadMarks({ copyNumber = '', serial = '', secrecy = '' }: BlockOf<'masthead'>): readonly MastheadMarks[] {
  const lines = [
    { role: 'mastheadCopy', left: copyNumber, right: serial },
    { role: 'mastheadMark', left: secrecy, right: '' },
  ] as const;
  return lines.filter(({ left, right }) => left !== '' || right !== '');
}

/** The name, set narrower where the style's own size is wider than the text area. */
function nameRow(name: string, topPt: number, style: PageStyle): SetRow {
  const area = textArea(style);
  const text = style.text.mastheadName;
  const naturalPt = lineWidthPt([{ text: name, style: text }], style.fitting);
  const ratio = Math.min(1, area.widthPt / Math.max(naturalPt, 1));
  const fitted: TextStyle = ratio === 1 ? text : { ...text, scaleX: text.scaleX * ratio, pitchPt: text.pitchPt * ratio };
  const line = setSingleLine([{ text: name, style: fitted }], fitted, area, style.fitting, { tag: 'p', first: true });
  return spacedRow(topPt + text.spaceBeforePt, [line]);
}

function numberRow(numberText: string, style: PageStyle): SetRow {
  const text = style.text.mastheadNumber;
  const line = setSingleLine([{ text: numberText, style: text }], text, textArea(style), style.fitting, { tag: 'p', first: true });
  return spacedRow(text.spaceBeforePt, [line]);
}

/** Organ left and date right on one line; the date on a line of its own where one does not hold both; the red rule below. */
function organRows(block: BlockOf<'masthead'>, style: PageStyle): readonly SetRow[] {
  const rows = fitsOneLine(block.organ, block.dateText, style)
    ? [pairRow(block.organ, block.dateText, 'mastheadOrgan', style)]
    : [...organNameRows(block.organ, style), pairRow('', block.dateText, 'mastheadOrgan', style)];
  const gapPt = mmToPt(style.masthead.ruleGapMm),
    thicknessPt = mmToPt(style.masthead.ruleThicknessMm);
  return rows.map((row, index) =>
    index < rows.length - 1
      ? row
      : {
          ...row,
          heightPt: row.heightPt + gapPt + thicknessPt,
          rules: [fullRule(textArea(style), row.heightPt + gapPt, thicknessPt, style.masthead.ruleColor)],
        },
  );
}

/** The organ by itself, run over to more lines where several units issue together. */
function organNameRows(organ: string, style: PageStyle): readonly SetRow[] {
  const text: TextStyle = { ...style.text.mastheadOrgan, align: 'left' };
  const rows = setRunningText([{ text: organ, style: text }], text, textArea(style), style.fitting, 'p');
  return rows.map(({ lines }, index) => spacedRow(index === 0 ? text.spaceBeforePt : 0, lines));
}

function fitsOneLine(left: string, right: string, style: PageStyle): boolean {
  const text = style.text.mastheadOrgan;
  const widthPt = [left, right].reduce((sum, words) => sum + lineWidthPt([{ text: words, style: text }], style.fitting), text.pitchPt);
  return widthPt <= textArea(style).widthPt;
}

/** Two texts on one line, at its ends. */
function pairRow(left: string, right: string, role: TextRole, style: PageStyle): SetRow {
  const text = style.text[role];
  const area = textArea(style);
  const place = (words: string, align: TextStyle['align']): readonly SetLine[] =>
    words === '' ? [] : [setSingleLine([{ text: words, style: text }], { ...text, align }, area, style.fitting, { tag: 'p', first: true })];
  return spacedRow(text.spaceBeforePt, [...place(left, 'left'), ...place(right, 'right')]);
}

function spacedRow(spacePt: number, lines: readonly SetLine[]): SetRow {
  const heightPt = Math.max(0, ...lines.map((line) => line.heightPt));
  return { heightPt: spacePt + heightPt, lines: lines.map((line) => ({ ...line, dyPt: spacePt })), rules: [] };
}

function fullRule(area: TextArea, dyPt: number, heightPt: number, color: string): SetRule {
  return { xPt: area.leftPt, dyPt, widthPt: area.widthPt, heightPt, color };
}

/** Room between the box and its text. */
const boxPaddingMm = { side: 2, top: 1 } as const;

/** 领导批示 box: as high as the style says, higher where its text needs it. */
export function setInstruction(block: BlockOf<'instruction'>, style: PageStyle): SetBlock {
  const area = textArea(style);
  const sidePt = mmToPt(boxPaddingMm.side),
    topPt = mmToPt(boxPaddingMm.top);
  const measure: Measure = { leftPt: area.leftPt + sidePt, widthPt: area.widthPt - 2 * sidePt };
  const { instructionLabel: label, instructionText: text } = style.text;
  const fitting = { ...style.fitting, hangingMarks: false };
  const rows = [
    ...setRunningText([{ text: block.label, style: label }], label, measure, style.fitting, 'p'),
    ...setRunningText([{ text: block.text, style: text }], text, measure, fitting, 'p'),
  ];
  const { lines, heightPt: textPt } = stack(rows, topPt);
  const heightPt = Math.max(mmToPt(style.instruction.heightMm), textPt + topPt);
  const box = boxRules(area, heightPt, mmToPt(style.instruction.ruleThicknessMm), style.instruction.ruleColor);
  return { ...coverBlock, rows: [{ heightPt, lines, rules: box }], spaceBeforePt: label.spaceBeforePt };
}

function stack(rows: readonly SetRow[], topPt: number): { readonly lines: readonly SetLine[]; readonly heightPt: number } {
  const lines: SetLine[] = [];
  let heightPt = topPt;
  for (const row of rows) {
    for (const line of row.lines) lines.push({ ...line, dyPt: heightPt + line.dyPt });
    heightPt += row.heightPt;
  }
  return { lines, heightPt };
}

function boxRules(area: TextArea, heightPt: number, thicknessPt: number, color: string): readonly SetRule[] {
  const side = (xPt: number): SetRule => ({ xPt, dyPt: 0, widthPt: thicknessPt, heightPt, color });
  return [
    fullRule(area, 0, thicknessPt, color),
    fullRule(area, heightPt - thicknessPt, thicknessPt, color),
    side(area.leftPt),
    side(area.leftPt + area.widthPt - thicknessPt),
  ];
}
