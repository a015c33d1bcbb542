import { recognizeDraft } from './recognize-draft.js';
import { recognizeIssue } from './recognize-issue.js';
import type { RecognizedDraft, RecognizedIssue, RecognizeOptions } from './recognized.js';
import type { SourceLine } from './source-line.js';

/**
 * What a file's lines hold: a whole issue, where they have a masthead or an editor says so, else a manuscript. Never
 * throws; every character is booked.
 */
export function recognize(lines: readonly SourceLine[], options: RecognizeOptions): RecognizedIssue | RecognizedDraft {
  if (options.as === 'article') return recognizeDraft(lines, options);
  const result = recognizeIssue(lines, options);
  return result.kind === 'issue' ? result : recognizeDraft(lines, options, result.missing);
}
