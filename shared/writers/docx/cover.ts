import {
  BorderStyle, HeightRule, InternalHyperlink, Paragraph, Table, TableCell, TableLayoutType, TableRow, TabStopType, WidthType,
  type IBorderOptions,
} from 'docx';
import { mmToPt, type PageStyle } from '../../layout/page-style.js';
import type { BlockOf } from '../../layout/block.js';
import { bookmarkName } from './bookmark-name.js';
import { mmToEighths, mmToTwips, ptToTwips, toHex, toPageBox } from './measures.js';
import { lineRuns, tabRun, textRun } from './runs.js';
import { paragraphStyleNames } from './style-names.js';

/** A title in the lines it is printed in. */
export type BreakTitle = (text: string, role: 'title' | 'contentsEntry') => readonly string[];

type Children = readonly (Paragraph | Table)[];

/** 报头: 份号 and 编号, 密级, the name in red, 第N期, organ and date on one line over the red rule. */
export function mastheadElements(block: BlockOf<'masthead'>, style: PageStyle): Children {
  const marks = markLines(block);
  const marksPt = marks.length * style.text.mastheadMark.lineHeightPt;
  const before = Math.max(0, ptToTwips(mmToPt(style.masthead.nameTopMm) - marksPt));
  return [
    ...marks.map((line) => tabbedLine('mastheadMark', line, style)),
    new Paragraph({ style: paragraphStyleNames.mastheadName.id, spacing: { before }, children: [textRun(block.name)] }),
    new Paragraph({ style: paragraphStyleNames.mastheadNumber.id, children: [textRun(block.numberText)] }),
    tabbedLine('mastheadOrgan', [block.organ, block.dateText], style, redRule(style)),
  ];
}

/** 份号 at the left with 编号 at the right, then 密级 (GB/T 9704-2012, 7.2.1 and 7.2.2). */
function markLines(block: BlockOf<'masthead'>): readonly (readonly [string, string])[] {
  const { copyNumber = '', serial = '', secrecy = '' } = block;
  return [[copyNumber, serial] as const, [secrecy, ''] as const].filter(([left, right]) => left !== '' || right !== '');
}

function redRule({ masthead }: PageStyle): IBorderOptions {
  return {
    style: BorderStyle.SINGLE,
    size: mmToEighths(masthead.ruleThicknessMm),
    color: toHex(masthead.ruleColor),
    space: Math.min(31, Math.round(mmToPt(masthead.ruleGapMm))),
  };
}

function tabbedLine(
  role: 'mastheadMark' | 'mastheadOrgan', [left, right]: readonly [string, string], style: PageStyle, rule?: IBorderOptions,
): Paragraph {
  const { textWidth } = toPageBox(style);
  const end = textWidth - ptToTwips(style.text[role].rightIndentEm * style.text[role].pitchPt);
  return new Paragraph({
    style: paragraphStyleNames[role].id,
    tabStops: [{ type: TabStopType.RIGHT, position: end }],
    ...(rule ? { border: { bottom: rule } } : {}),
    children: [...(left === '' ? [] : [textRun(left)]), ...(right === '' ? [] : [tabRun(right)])],
  });
}

/** 领导批示 box: a table of one cell, at least as high as the style says. */
export function instructionElements(block: BlockOf<'instruction'>, style: PageStyle): Children {
  const { textWidth } = toPageBox(style);
  const { heightMm, ruleThicknessMm, ruleColor } = style.instruction;
  const border: IBorderOptions = { style: BorderStyle.SINGLE, size: mmToEighths(ruleThicknessMm), color: toHex(ruleColor) };
  const padding = mmToTwips(2);
  const cell = new TableCell({
    width: { size: textWidth, type: WidthType.DXA },
    margins: { top: mmToTwips(1), bottom: mmToTwips(1), left: padding, right: padding },
    children: [
      new Paragraph({ style: paragraphStyleNames.instructionLabel.id, children: [textRun(block.label)] }),
      ...(block.text === '' ? [] : [new Paragraph({ style: paragraphStyleNames.instructionText.id, children: [textRun(block.text)] })]),
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

/** 目录: column names and titles; each title leads to its article. */
export function contentsElements(block: BlockOf<'contents'>, breakTitle: BreakTitle): Children {
  return block.groups.flatMap((group) => [
    new Paragraph({ style: paragraphStyleNames.contentsHeading.id, children: [textRun(group.heading)] }),
    ...group.entries.map((entry) => new Paragraph({
      style: paragraphStyleNames.contentsEntry.id,
      children: [new InternalHyperlink({ anchor: bookmarkName('article', entry.itemId), children: lineRuns(breakTitle(entry.title, 'contentsEntry')) })],
    })),
  ]);
}
