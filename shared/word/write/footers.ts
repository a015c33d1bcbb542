import { AlignmentType, Footer, Paragraph, SimpleField } from 'docx';
import type { PageStyle } from '../../layout/page-style.js';
import { mmToTwips, ptToTwips, toPageBox } from './measures.js';
import { textRun } from './runs.js';
import { emTwips } from './styles.js';
import { paragraphStyleNames } from './style-names.js';

/** The footers of one section; `first` where its first page has none. */
export interface Footers {
  readonly default: Footer;
  readonly even: Footer;
  readonly first?: Footer;
}

/** Footers with the page number: outside, or centred on every page (GB/T 9704-2012, 7.5). */
export function pageFooters(style: PageStyle): Footers {
  const outside = style.pageNumber.form === 'outside';
  return {
    default: new Footer({ children: [numberLine(style, outside ? AlignmentType.RIGHT : AlignmentType.CENTER, 3)] }),
    even: new Footer({ children: [numberLine(style, outside ? AlignmentType.LEFT : AlignmentType.CENTER, 2)] }),
    ...(style.pageNumber.onCover ? {} : { first: emptyFooter() }),
  };
}

/** Footers without a number, as high as the others: a section without footers of its own would go on with those before it. */
export function emptyFooters(): Footers {
  return { default: emptyFooter(), even: emptyFooter() };
}

function emptyFooter(): Footer {
  return new Footer({ children: [new Paragraph({ style: paragraphStyleNames.pageNumber.id })] });
}

/** From the paper's foot to the foot of the number's line, in twips: its dashes stand `gapMm` below the text. */
export function footerDistance(style: PageStyle): number {
  const linePt = style.text.pageNumber.lineHeightPt;
  const { bottom } = toPageBox(style);
  return Math.max(0, bottom - mmToTwips(style.pageNumber.gapMm) - ptToTwips(linePt / 2));
}

/** The number's line; `shown` stands in the field until a program counts. */
function numberLine(style: PageStyle, alignment: (typeof AlignmentType)[keyof typeof AlignmentType], shown: number): Paragraph {
  const text = style.text.pageNumber;
  const em = emTwips(text);
  const centred = alignment === AlignmentType.CENTER;
  const field = new SimpleField(' PAGE ', String(shown));
  return new Paragraph({
    style: paragraphStyleNames.pageNumber.id,
    alignment,
    indent: centred ? { left: 0, right: 0 } : { left: Math.round(text.leftIndentEm * em), right: Math.round(text.rightIndentEm * em) },
    children: style.pageNumber.dashes ? [textRun('— '), field, textRun(' —')] : [field],
  });
}
