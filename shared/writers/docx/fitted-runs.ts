import type { IRunOptions, TextRun } from 'docx';
import type { StyledSpan } from '../../layout/measured-text.js';
import { mmToPt, type PageStyle, type TextStyle } from '../../layout/page-style.js';
import { fitLines } from './line-fit.js';
import { ptToTwips } from './measures.js';
import { textRun } from './runs.js';

/**
 * Running text in as few runs as its styles and line ends allow. `options` holds the run options of each span;
 * `hangPt` is how far the first line stands out to the left of the others.
 */
export function fittedRuns(
  spans: readonly StyledSpan[], text: TextStyle, style: PageStyle, options: readonly IRunOptions[], hangPt = 0,
): readonly TextRun[] {
  const { paper, marginMm } = style;
  const measurePt = mmToPt(paper.widthMm - marginMm.left - marginMm.right) - (text.leftIndentEm + text.rightIndentEm) * text.pitchPt;
  const indentPt = text.firstLineIndentEm * text.pitchPt;
  return fitLines(spans, measurePt - indentPt, measurePt - hangPt, style.fitting)
    .map(({ text: words, span, extraTwips }) => textRun(words, { ...options[span], ...spacing(spans[span]?.style ?? text, extraTwips) }));
}

function spacing(text: TextStyle, extraTwips: number): IRunOptions {
  return extraTwips === 0 ? {} : { characterSpacing: ptToTwips(text.pitchPt - text.sizePt * text.scaleX) + extraTwips };
}
