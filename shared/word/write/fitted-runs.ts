import type { IRunOptions, TextRun } from 'docx';
import { pitchSpacingPt, type StyledSpan } from '../../layout/measured-text.js';
import { mmToPt, type PageStyle, type TextStyle } from '../../layout/page-style.js';
import { fitLines, type FittedRun } from './line-fit.js';
import { ptToTwips } from './measures.js';
import { textRun } from './runs.js';

/** One paragraph's words in their styles. */
export interface RunningText {
  readonly spans: readonly StyledSpan[];
  /** Run options of each span. */
  readonly options: readonly IRunOptions[];
  /** The style that sets indents. */
  readonly text: TextStyle;
  /** For 版记 in its table: how far the first line stands out to the left of the others. */
  readonly hangPt?: number;
}

/** Running text in as few runs as its styles and line ends allow; of its characters those from `from` up to `to`. */
export function fittedRuns(
  { spans, options, text, hangPt }: RunningText,
  style: PageStyle,
  from = 0,
  to = Number.POSITIVE_INFINITY,
): readonly TextRun[] {
  const { paper, marginMm } = style;
  const measurePt = mmToPt(paper.widthMm - marginMm.left - marginMm.right) - (text.leftIndentEm + text.rightIndentEm) * text.pitchPt;
  const indentPt = text.firstLineIndentEm * text.pitchPt;
  const measures = { firstPt: measurePt - indentPt, restPt: measurePt - (hangPt ?? 0), inTable: hangPt !== undefined };
  return fitLines(spans, measures, style.fitting)
    .map((run) => ({ ...run, text: run.text.slice(Math.max(0, from - run.start), Math.max(0, to - run.start)) }))
    .filter((run) => run.text !== '')
    .map((run) => textRun(run.text, { ...options[run.span], ...setting(spans[run.span]?.style ?? text, run) }));
}

function setting(text: TextStyle, { extraTwips }: FittedRun): IRunOptions {
  return extraTwips === 0 ? {} : { characterSpacing: ptToTwips(pitchSpacingPt(text)) + extraTwips };
}
