import type { IRunOptions, TextRun } from 'docx';
import type { StyledSpan } from '../../layout/measured-text.js';
import { unpartedRuns } from './runs.js';

/** One paragraph's words in their styles, with the run options of each stretch. */
export interface RunningText {
  readonly spans: readonly StyledSpan[];
  readonly options: readonly IRunOptions[];
}

/** Running text, one run a style: it flows by the rules of whatever program shows it. */
export function runningRuns({ spans, options }: RunningText): readonly TextRun[] {
  const last = spans.findLastIndex(({ text }) => text !== '');
  return spans.flatMap(({ text }, index) => unpartedRuns(text, options[index], index === last));
}
