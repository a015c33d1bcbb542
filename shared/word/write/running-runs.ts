import type { IRunOptions, TextRun } from 'docx';
import type { MarkKind } from '../../document/text-marks.js';
import type { RunningSpan } from '../../layout/set-body.js';
import { footnoteNumberRun } from './footnotes.js';
import { emphasisStyleName } from './style-names.js';
import { unpartedRuns } from './runs.js';

/**
 * Running text, one run a style: it flows by the rules of whatever program shows it.
 * @param firstNoteId id of the first footnote among it
 */
export function runningRuns(spans: readonly RunningSpan[], lead: IRunOptions, firstNoteId = 1): readonly TextRun[] {
  return spans.flatMap(({ part, text, number }) =>
    number ? [footnoteNumberRun(firstNoteId + number.note)] : unpartedRuns(text, part === 'lead' ? lead : emphasisOptions(part)),
  );
}

/** Bold is said on the run too: a style that is bold would turn a bold paragraph's words light (ECMA-376, 17.7.3). */
function emphasisOptions(kinds: readonly MarkKind[]): IRunOptions {
  return kinds.length === 0 ? {} : { style: emphasisStyleName(kinds).id, ...(kinds.includes('bold') ? { bold: true } : {}) };
}
