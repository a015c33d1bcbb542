import { AlignmentType, Footer, PageNumber, Paragraph } from 'docx';
import type { PageStyle } from '../../layout/page-style.js';
import { mmToTwips, ptToTwips, toPageBox } from './measures.js';
import { textRun } from './runs.js';
import { emTwips } from './styles.js';
import { paragraphStyleNames } from './style-names.js';

/** Footers with the page number: outside, or centred on every page (GB/T 9704-2012, 7.5). */
export function pageFooters(style: PageStyle): { readonly default: Footer; readonly even: Footer } {
  const outside = style.pageNumber.form === 'outside';
  return {
    default: new Footer({ children: [numberLine(style, outside ? AlignmentType.RIGHT : AlignmentType.CENTER)] }),
    even: new Footer({ children: [numberLine(style, outside ? AlignmentType.LEFT : AlignmentType.CENTER)] }),
  };
}

/** Footers without a number, as high as the others: a section without footers of its own would go on with those before it. */
export function emptyFooters(): { readonly default: Footer; readonly even: Footer } {
  const empty = (): Footer => new Footer({ children: [new Paragraph({ style: paragraphStyleNames.pageNumber.id })] });
  return { default: empty(), even: empty() };
}

/** From the paper's foot to the foot of the number's line, in twips: its dashes stand `gapMm` below the text. */
export function footerDistance(style: PageStyle): number {
  const linePt = style.text.pageNumber.lineHeightPt;
  const { bottom } = toPageBox(style);
  return Math.max(0, bottom - mmToTwips(style.pageNumber.gapMm) - ptToTwips(linePt / 2));
}

function numberLine(style: PageStyle, alignment: (typeof AlignmentType)[keyof typeof AlignmentType]): Paragraph {
  const text = style.text.pageNumber;
  const em = emTwips(text);
  const centred = alignment === AlignmentType.CENTER;
  const children = style.pageNumber.dashes ? ['— ', PageNumber.CURRENT, ' —'] : [PageNumber.CURRENT];
  return new Paragraph({
    style: paragraphStyleNames.pageNumber.id,
    alignment,
    indent: centred ? { left: 0, right: 0 } : { left: Math.round(text.leftIndentEm * em), right: Math.round(text.rightIndentEm * em) },
    children: children.map((child) => (child === PageNumber.CURRENT ? textRun('', { children: [child] }) : textRun(child))),
  });
}
