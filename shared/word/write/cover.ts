import {
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  WidthType,
  type IBorderOptions,
  type IParagraphOptions,
} from 'docx';
import type { BlockOf } from '../../layout/block.js';
import { mastheadMarks, type MastheadMarks } from '../../layout/cover.js';
import { mmToPt, type PageStyle } from '../../layout/page-style.js';
import { lineWidthPt } from '../../layout/set-text.js';
import { mmToEighths, mmToTwips, ptToTwips, toHex, toPageBox } from './measures.js';
import { narrowing, tabRun, textRun, unpartedRuns } from './runs.js';
import { paragraphStyleNames } from './style-names.js';

type Children = readonly (Paragraph | Table)[];
type EndRole = MastheadMarks['role'] | 'mastheadOrgan';
type Ends = readonly [left: string, right: string];

/** 报头: 份号 and 编号, 密级, the name in red, 第N期, organ and date over the red rule (GB/T 9704-2012, 7.2). */
export function mastheadElements(block: BlockOf<'masthead'>, style: PageStyle): Children {
  const marks = mastheadMarks(block);
  return [
    ...marks.map(({ role, left, right }) => endsLine(role, [left, right], style)),
    nameLine(block.name, marks, style),
    new Paragraph({ style: paragraphStyleNames.mastheadNumber.id, children: [textRun(block.numberText)] }),
    ...organLines(block, style),
  ];
}

/** The name at its height below the top of the text area; narrower where it is wider than the area. */
function nameLine(name: string, marks: readonly MastheadMarks[], style: PageStyle): Paragraph {
  const text = style.text.mastheadName;
  const marksPt = marks.reduce((sum, { role }) => sum + style.text[role].lineHeightPt + style.text[role].spaceBeforePt, 0);
  const topPt = Math.max(0, mmToPt(style.masthead.nameTopMm) - marksPt);
  const ratio = Math.min(1, toPageBox(style).textWidth / 20 / Math.max(1, lineWidthPt([{ text: name, style: text }], style.fitting)));
  return new Paragraph({
    style: paragraphStyleNames.mastheadName.id,
    spacing: { before: ptToTwips(topPt + text.spaceBeforePt) },
    children: [textRun(name, narrowing(text, ratio))],
  });
}

/** Organ and date on one line, on two where one does not hold them; the red rule below, then the room above the box. */
function organLines(block: BlockOf<'masthead'>, style: PageStyle): readonly Paragraph[] {
  const text = style.text.mastheadOrgan;
  const widthPt = [block.organ, block.dateText].reduce(
    (sum, words) => sum + lineWidthPt([{ text: words, style: text }], style.fitting),
    text.pitchPt,
  );
  const ruled: Partial<IParagraphOptions> = {
    border: { bottom: redRule(style) },
    spacing: { after: ptToTwips(style.text.instructionLabel.spaceBeforePt) },
  };
  return widthPt * 20 <= toPageBox(style).textWidth
    ? [endsLine('mastheadOrgan', [block.organ, block.dateText], style, ruled)]
    : [endsLine('mastheadOrgan', [block.organ, ''], style), endsLine('mastheadOrgan', ['', block.dateText], style, ruled)];
}

function redRule({ masthead }: PageStyle): IBorderOptions {
  return {
    style: BorderStyle.SINGLE,
    size: mmToEighths(masthead.ruleThicknessMm),
    color: toHex(masthead.ruleColor),
    space: Math.min(31, Math.round(mmToPt(masthead.ruleGapMm))),
  };
}

function endsLine(role: EndRole, [left, right]: Ends, style: PageStyle, more: Partial<IParagraphOptions> = {}): Paragraph {
  return new Paragraph({
    ...more,
    style: paragraphStyleNames[role].id,
    tabStops: [{ type: TabStopType.RIGHT, position: toPageBox(style).textWidth }],
    children: [...(left === '' ? [] : [textRun(left)]), ...(right === '' ? [] : [tabRun(right)])],
  });
}

/** Room at the sides of the box's text. */
const boxPaddingMm = 2;

/** 领导批示 box: a table of one cell, at least as high as the style says. */
export function instructionElements(block: BlockOf<'instruction'>, style: PageStyle): Children {
  const { textWidth } = toPageBox(style);
  const { heightMm, ruleThicknessMm, ruleColor } = style.instruction;
  const border: IBorderOptions = { style: BorderStyle.SINGLE, size: mmToEighths(ruleThicknessMm), color: toHex(ruleColor) };
  const padding = mmToTwips(boxPaddingMm);
  const cell = new TableCell({
    width: { size: textWidth, type: WidthType.DXA },
    margins: { top: mmToTwips(1), bottom: mmToTwips(1), left: padding, right: padding },
    children: [
      new Paragraph({ style: paragraphStyleNames.instructionLabel.id, spacing: { before: 0 }, children: [textRun(block.label)] }),
      ...(block.text === '' ? [] : [new Paragraph({ style: paragraphStyleNames.instructionText.id, children: unpartedRuns(block.text) })]),
    ],
  });
  return [
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: [textWidth],
      layout: TableLayoutType.FIXED,
      margins: { top: 0, right: 0, bottom: 0, left: 0 },
      borders: { top: border, left: border, bottom: border, right: border, insideHorizontal: border, insideVertical: border },
      rows: [new TableRow({ cantSplit: true, height: { value: mmToTwips(heightMm), rule: HeightRule.ATLEAST }, children: [cell] })],
    }),
  ];
}
