import type { IRunOptions, TextRun } from 'docx';
import type { StyledSpan } from '../../layout/measured-text.js';
import { cutAtUnpartedMarks } from '../../layout/unparted-marks.js';
import { textRun } from './runs.js';

/** One paragraph's words in their styles, with the run options of each stretch. */
export interface RunningText {
  readonly spans: readonly StyledSpan[];
  readonly options: readonly IRunOptions[];
}

/** Running text, one run a style: it flows by the rules of whatever program shows it. */
export function runningRuns({ spans, options }: RunningText): readonly TextRun[] {
  return spans.flatMap(({ text }, index) => cutAtUnpartedMarks(text).flatMap((t,i)=>t===''?[]:[textRun(t, {...options[index],...(i%2?{language:{eastAsia:'en-US'}}:{})})]));
}
