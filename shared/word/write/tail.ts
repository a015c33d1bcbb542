import {
  AlignmentType,
  BorderStyle,
  OverlapType,
  Paragraph,
  RelativeVerticalPosition,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  WidthType,
  type IBorderOptions,
  type TabStopDefinition,
} from 'docx';
import type { BlockOf } from '../../layout/block.js';
import type { PageStyle } from '../../layout/page-style.js';
import { textArea } from '../../layout/set-block.js';
import { lineWidthPt } from '../../layout/set-text.js';
import { imprintLines } from '../../layout/tail.js';
import type { PageFacts } from './page-facts.js';
import { mmToEighths, ptToTwips, toHex, toPageBox } from './measures.js';
import { narrowing, tabRun, textRun, unpartedRuns } from './runs.js';
import { emTwips } from './styles.js';
import { anchorStyleName, paragraphStyleNames } from './style-names.js';

const none: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** Least room between two entries of the imprint line, in its characters. */
const leastGapEm = 0.5;

/**
 * 版记: a table that floats at the foot of the text area of the page its anchor stands on, so that its last rule
 * lies on the area's lower edge (GB/T 9704-2012, 7.4.1), and the anchor, which Word wants after a last table. Where the
 * text leaves no room for both they go to the next page, now and after every edit. Only an even page is a matter of a break,
 * and a blank page before it that on which their section starts.
 * The table is placed from the paper's edge: a table as wide as the text that is placed from the margin does not float in LibreOffice.
 * On a page with footnotes, which Word has below everything else, its place is a figure: right above them.
 * One higher than a page does not float, because LibreOffice cuts off what of a floating table is beyond its page.
 */
export function tailElements(
  block: BlockOf<'tail'>,
  style: PageStyle,
  { isTailAlone, isTailParted: runsOn, hasBlankPage, tailTopPt }: PageFacts,
): readonly (Paragraph | Table)[] {
  const { textWidth, left } = toPageBox(style);
  const table = new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [textWidth],
    layout: TableLayoutType.FIXED,
    margins: { top: 0, right: 0, bottom: 0, left: 0 },
    ...(runsOn
      ? {}
      : {
          float: {
            horizontalAnchor: TableAnchorType.PAGE,
            absoluteHorizontalPosition: left,
            verticalAnchor: TableAnchorType.MARGIN,
            ...(tailTopPt === undefined
              ? { relativeVerticalPosition: RelativeVerticalPosition.BOTTOM }
              : { absoluteVerticalPosition: ptToTwips(tailTopPt - textArea(style).topPt) }),
            overlap: OverlapType.NEVER,
          },
        }),
    borders: tailBorders(style),
    rows: [...block.lines.map((line) => distributionLine(line, style)), ...imprintParagraphs(block, style)].map((line) =>
      tailRow(line, textWidth, !runsOn),
    ),
  });
  const anchor = (pageBreakBefore: boolean): Paragraph =>
    new Paragraph({ style: anchorStyleName.id, ...(pageBreakBefore ? { pageBreakBefore } : {}) });
  const opensPage = style.tail.onEvenPage && isTailAlone;
  return [...(hasBlankPage ? [anchor(false)] : []), table, anchor(opensPage && !runsOn)];
}

function tailBorders({
  tail,
  text,
}: PageStyle): Readonly<Record<'top' | 'bottom' | 'left' | 'right' | 'insideHorizontal' | 'insideVertical', IBorderOptions>> {
  const rule = (mm: number): IBorderOptions => ({
    style: BorderStyle.SINGLE,
    size: mmToEighths(mm),
    color: toHex(text.distribution.color),
  });
  const outer = rule(tail.outerRuleMm);
  return { top: outer, bottom: outer, left: none, right: none, insideHorizontal: rule(tail.innerRuleMm), insideVertical: none };
}

function tailRow(line: Paragraph, width: number, cantSplit: boolean): TableRow {
  return new TableRow({ cantSplit, children: [new TableCell({ width: { size: width, type: WidthType.DXA }, children: [line] })] });
}

/** 报：… with run-over lines aligned after the colon (7.4.2). */
function distributionLine(line: { readonly label: string; readonly text: string }, style: PageStyle): Paragraph {
  const text = style.text.distribution;
  const label = `${line.label}：`;
  const hanging = [...label].length * emTwips(text);
  return new Paragraph({
    style: paragraphStyleNames.distribution.id,
    spacing: { before: 0 },
    indent: { left: ptToTwips(text.leftIndentEm * text.pitchPt) + hanging, hanging },
    children: unpartedRuns(`${label}${line.text}`),
  });
}

/** The lines of the imprint, each a paragraph. */
function imprintParagraphs(block: BlockOf<'tail'>, style: PageStyle): readonly Paragraph[] {
  return imprintLines(block, style).map(({ entries, isAtRight }) =>
    isAtRight
      ? new Paragraph({
          style: paragraphStyleNames.imprint.id,
          alignment: AlignmentType.RIGHT,
          children: entries.map((entry) => textRun(entry)),
        })
      : imprintLine(entries, style),
  );
}

/** Entries spread over the line by tabs of equal gaps; narrower where they are too long for it. */
function imprintLine(entries: readonly string[], style: PageStyle): Paragraph {
  const text = style.text.imprint;
  const leastPt = leastGapEm * text.pitchPt;
  const gapPt = Math.max(leastPt, imprintGapPt(entries, style));
  const widthsPt = entries.map((entry) => entryWidthPt(entry, style));
  const ratio = Math.min(1, (imprintRoomPt(style) - leastPt * (entries.length - 1)) / Math.max(1, sum(widthsPt)));
  const tabStops = widthsPt.slice(0, -1).map(
    (_, index): TabStopDefinition => ({
      type: TabStopType.LEFT,
      position: ptToTwips(text.leftIndentEm * text.pitchPt + sum(widthsPt.slice(0, index + 1)) * ratio + gapPt * (index + 1)),
    }),
  );
  return new Paragraph({
    style: paragraphStyleNames.imprint.id,
    tabStops,
    children: entries.map((entry, index) => (index === 0 ? textRun : tabRun)(entry, narrowing(text, ratio))),
  });
}

/** Room left between the entries of one line, shared equally. */
function imprintGapPt(entries: readonly string[], style: PageStyle): number {
  return (imprintRoomPt(style) - sum(entries.map((entry) => entryWidthPt(entry, style)))) / Math.max(1, entries.length - 1);
}

function imprintRoomPt(style: PageStyle): number {
  const { leftIndentEm, rightIndentEm, pitchPt } = style.text.imprint;
  return toPageBox(style).textWidth / 20 - (leftIndentEm + rightIndentEm) * pitchPt;
}

function entryWidthPt(entry: string, style: PageStyle): number {
  return lineWidthPt([{ text: entry, style: style.text.imprint }], style.fitting);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
