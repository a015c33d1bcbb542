import { imprintFields } from '../document/imprint-fields.js';
import type { BlockOf, BlockPlace } from './block.js';
import type { StyledSpan } from './measured-text.js';
import { mmToPt, type PageStyle, type TextStyle } from './page-style.js';
import { textArea, type SetBlock, type SetLine, type SetRow } from './set-block.js';
import { indented, lineRow, lineWidthPt, setRunningText, setSingleLine, type Measure } from './set-text.js';

/** Least room between two entries of the imprint line, in its characters. */
const leastGapEm = 0.5;

/**
 * Height of the unseen line that holds 版记 to its page in a Word file. No other room is kept between the text and 版记: better
 * close under the text than alone overleaf.
 */
const tailAnchorPt = 1;

/** 版记: receivers with run-over lines aligned after the colon, the imprint on one line, rules between (GB/T 9704-2012, 7.4). */
export function setTail(block: BlockOf<'tail'>, style: PageStyle): SetBlock {
  const groups = [...block.lines.map((line) => receiverRows(line.label, line.text, style)), ...imprintGroups(block, style)];
  const rows = groups.flatMap((rows, index) => ruleAbove(rows, index === 0 ? style.tail.outerRuleMm : style.tail.innerRuleMm, style));
  return {
    rows: ruleBelow(rows, style),
    spaceBeforePt: tailAnchorPt,
    spaceAfterPt: 0,
    keepWithNext: false,
    keepWithPrevious: false,
    keepTogether: true,
    region: 'foot',
  };
}

/** 报：… with what does not fit on the first line set under its words. */
function receiverRows(label: string, words: string, style: PageStyle): readonly SetRow[] {
  const text = style.text.distribution;
  const head = `${label}：`;
  const measure = indented(textArea(style), text);
  const hangPt = [...head].length * text.pitchPt;
  const shifted: TextStyle = { ...text, leftIndentEm: 0, rightIndentEm: 0, firstLineIndentEm: -hangPt / text.pitchPt };
  return setRunningText(
    [{ text: `${head}${words}`, style: text }],
    shifted,
    { leftPt: measure.leftPt + hangPt, widthPt: measure.widthPt - hangPt },
    { ...style.fitting, hangingMarks: false },
    'p',
  );
}

function imprintGroups(block: BlockOf<'tail'>, style: PageStyle): readonly (readonly SetRow[])[] {
  return imprintLines(block, style).map(({ entries, isAtRight }) => [
    isAtRight ? rightRow(entries.join(''), style) : imprintRow(entries, style),
  ]);
}

/** One line of the imprint: entries spread over it, or the print run alone at its right end. */
export interface ImprintLine {
  readonly entries: readonly string[];
  readonly isAtRight?: true;
}

/** Entries of an imprint that has no optional field: they stay on one line, set narrower where they are too long for it. */
const onOneLine = imprintFields.filter(({ isOptional }) => !isOptional).length;

/**
 * The imprint in lines, on screen, in PDF and Word: one, of more fields than every imprint has as many as they need; the print
 * run at the right end of the last, or on a line of its own where that does not hold both.
 */
export function imprintLines({ imprint, printRunText }: BlockOf<'tail'>, style: PageStyle): readonly ImprintLine[] {
  const fits = (entries: readonly string[]): boolean => imprintGapPt(entries, style) >= leastGapEm * style.text.imprint.pitchPt;
  const entries = imprint.map(({ label, text }) => `${label}：${text}`);
  const lines: string[][] = [[]];
  for (const entry of entries) {
    const last = lines.at(-1);
    if (last && (last.length === 0 || entries.length <= onOneLine || fits([...last, entry]))) last.push(entry);
    else lines.push([entry]);
  }
  const last = lines.at(-1) ?? [];
  if (printRunText !== undefined && fits([...last, printRunText])) last.push(printRunText);
  else if (printRunText !== undefined) return [...lines.map((each) => ({ entries: each })), { entries: [printRunText], isAtRight: true }];
  return lines.map((each) => ({ entries: each }));
}

/** Room left between the entries of one line, shared equally; what is left of the line where it holds but one. */
function imprintGapPt(entries: readonly string[], style: PageStyle): number {
  const { widthPt } = indented(textArea(style), style.text.imprint);
  const wordsPt = entries.reduce((sum, entry) => sum + entryWidthPt(entry, style), 0);
  return (widthPt - wordsPt) / Math.max(1, entries.length - 1);
}

function entryWidthPt(entry: string, style: PageStyle): number {
  return lineWidthPt([{ text: entry, style: style.text.imprint }], style.fitting);
}

/** Entries spread over one line; set narrower where they are too long for it. */
function imprintRow(entries: readonly string[], style: PageStyle): SetRow {
  const text = style.text.imprint;
  const measure = indented(textArea(style), text);
  const leastPt = leastGapEm * text.pitchPt;
  const ratio = narrowing(entries, measure, leastPt, style);
  const fitted: TextStyle = { ...text, scaleX: text.scaleX * ratio, pitchPt: text.pitchPt * ratio, align: 'left' };
  const gapPt = ratio < 1 ? leastPt : imprintGapPt(entries, style);
  const lines: SetLine[] = [];
  let xPt = measure.leftPt;
  for (const entry of entries) {
    lines.push(imprintLine([{ text: entry, style: fitted }], fitted, { leftPt: xPt, widthPt: 0 }, style, lines.length === 0));
    xPt += entryWidthPt(entry, style) * ratio + gapPt;
  }
  return { heightPt: text.lineHeightPt, lines, rules: [] };
}

function narrowing(entries: readonly string[], measure: Measure, leastPt: number, style: PageStyle): number {
  const wordsPt = entries.reduce((sum, entry) => sum + entryWidthPt(entry, style), 0);
  const roomPt = measure.widthPt - leastPt * (entries.length - 1);
  return Math.min(1, roomPt / Math.max(1, wordsPt));
}

function rightRow(words: string, style: PageStyle): SetRow {
  const text: TextStyle = { ...style.text.imprint, align: 'right' };
  return lineRow(imprintLine([{ text: words, style: text }], text, indented(textArea(style), text), style, true));
}

const imprintPlace: BlockPlace = { part: 'imprint' };

function imprintLine(spans: readonly StyledSpan[], text: TextStyle, measure: Measure, style: PageStyle, first: boolean): SetLine {
  return { ...setSingleLine(spans, text, measure, style.fitting, { tag: 'p', first }), place: imprintPlace };
}

function ruleAbove(rows: readonly SetRow[], thicknessMm: number, style: PageStyle): readonly SetRow[] {
  const { leftPt, widthPt } = textArea(style);
  const heightPt = mmToPt(thicknessMm);
  return rows.map((row, index) =>
    index > 0
      ? row
      : {
          heightPt: row.heightPt + heightPt,
          lines: row.lines.map((line) => ({ ...line, dyPt: line.dyPt + heightPt })),
          rules: [{ xPt: leftPt, dyPt: 0, widthPt, heightPt, color: style.text.distribution.color }],
        },
  );
}

/** The last rule, on the lower edge of the text area. */
function ruleBelow(rows: readonly SetRow[], style: PageStyle): readonly SetRow[] {
  const { leftPt, widthPt } = textArea(style);
  const heightPt = mmToPt(style.tail.outerRuleMm);
  return rows.map((row, index) =>
    index < rows.length - 1
      ? row
      : {
          ...row,
          heightPt: row.heightPt + heightPt,
          rules: [...row.rules, { xPt: leftPt, dyPt: row.heightPt, widthPt, heightPt, color: style.text.distribution.color }],
        },
  );
}
