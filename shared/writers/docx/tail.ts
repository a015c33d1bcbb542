import {
  BorderStyle, OverlapType, Paragraph, RelativeVerticalPosition, Table, TableAnchorType, TableCell, TableLayoutType, TableRow,
  TabStopType, WidthType, type IBorderOptions, type TabStopDefinition,
} from 'docx';
import type { BlockOf } from '../../layout/block.js';
import type { PageStyle } from '../../layout/page-style.js';
import { mmToEighths, toPageBox } from './measures.js';
import { tabRun, textRun } from './runs.js';
import { emTwips } from './styles.js';
import { anchorStyleName, paragraphStyleNames } from './style-names.js';

const none: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/**
 * 版记: a table that floats at the foot of the text area of the page its anchor stands on, so that its last rule
 * lies on the area's lower edge (GB/T 9704-2012, 7.4.1), and the anchor, which Word wants after a last table.
 */
export function tailElements(block: BlockOf<'tail'>, style: PageStyle): readonly (Paragraph | Table)[] {
  const { textWidth, left } = toPageBox(style);
  const outer = rule(style.tail.outerRuleMm);
  const inner = rule(style.tail.innerRuleMm);
  const table = new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [textWidth],
    layout: TableLayoutType.FIXED,
    margins: { top: 0, right: 0, bottom: 0, left: 0 },
    float: {
      horizontalAnchor: TableAnchorType.PAGE, absoluteHorizontalPosition: left,
      verticalAnchor: TableAnchorType.MARGIN, relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
      overlap: OverlapType.NEVER,
    },
    borders: { top: outer, bottom: outer, left: none, right: none, insideHorizontal: inner, insideVertical: none },
    rows: [
      tailRow(block.lines.map((line) => distributionLine(line, style)), textWidth),
      tailRow([imprintLine(block, style)], textWidth),
    ],
  });
  return [table, new Paragraph({ style: anchorStyleName.id })];
}

function rule(thicknessMm: number): IBorderOptions {
  return { style: BorderStyle.SINGLE, size: mmToEighths(thicknessMm), color: '000000' };
}

function tailRow(paragraphs: readonly Paragraph[], width: number): TableRow {
  return new TableRow({ cantSplit: true, children: [new TableCell({ width: { size: width, type: WidthType.DXA }, children: paragraphs })] });
}

/** 报：… with run-over lines aligned after the colon (7.4.2). */
function distributionLine(line: { readonly label: string; readonly text: string }, style: PageStyle): Paragraph {
  const text = style.text.distribution;
  const em = emTwips(text);
  const label = `${line.label}：`;
  const hanging = [...label].length * em;
  return new Paragraph({
    style: paragraphStyleNames.distribution.id,
    indent: { left: Math.round(text.leftIndentEm * em) + hanging, right: Math.round(text.rightIndentEm * em), hanging },
    children: [textRun(`${label}${line.text}`)],
  });
}

/** 承办, 审核, 编辑, 电话 (and 印数) spread over one line by tabs of equal gaps. */
function imprintLine(block: BlockOf<'tail'>, style: PageStyle): Paragraph {
  const items = [...block.imprint.map(({ label, text }) => `${label}：${text}`), ...(block.printRunText ? [block.printRunText] : [])];
  return new Paragraph({
    style: paragraphStyleNames.imprint.id,
    tabStops: imprintTabs(items, style),
    children: items.map((item, index) => (index === 0 ? textRun(item) : tabRun(item))),
  });
}

function imprintTabs(items: readonly string[], style: PageStyle): readonly TabStopDefinition[] {
  const text = style.text.imprint;
  const em = emTwips(text);
  const left = Math.round(text.leftIndentEm * em);
  const room = toPageBox(style).textWidth - left - Math.round(text.rightIndentEm * em);
  const widths = items.map((item) => Math.round(widthEm(item) * em));
  const gap = Math.max(em / 2, (room - widths.reduce((sum, width) => sum + width, 0)) / Math.max(1, items.length - 1));
  return widths.slice(0, -1).map((_, index) => ({
    type: TabStopType.LEFT,
    position: Math.round(left + widths.slice(0, index + 1).reduce((sum, width) => sum + width + gap, 0)),
  }));
}

/** Width of a line in characters; Latin letters and digits of Chinese faces are half as wide. */
function widthEm(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u{20}-\u{7E}]/u.test(character) ? 0.5 : 1), 0);
}
