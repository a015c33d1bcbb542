import type { TextRun } from 'docx';
import { mmToPt, type PageStyle, type TextRole } from '../../layout/page-style.js';
import { breakTitle } from '../../layout/title-breaking.js';
import { lineRuns } from './runs.js';

/**
 * A heading in the lines our layout breaks it into, with line breaks between. A blank it is broken at stays at the end
 * of its line, so that the words read back as they were.
 */
export function headlineRuns(text: string, role: TextRole, style: PageStyle): readonly TextRun[] {
  return lineRuns(headlineTexts(text, role, style));
}

function headlineTexts(text: string, role: TextRole, style: PageStyle): readonly string[] {
  const { paper, marginMm } = style;
  const own = style.text[role];
  const measurePt = mmToPt(paper.widthMm - marginMm.left - marginMm.right) - (own.leftIndentEm + own.rightIndentEm) * own.pitchPt;
  const starts = breakTitle(text, own, measurePt, style.fitting).map(({ start }) => start);
  return starts.map((start, index) => text.slice(index === 0 ? 0 : start, starts[index + 1]).replace(/\n$/u, ''));
}
