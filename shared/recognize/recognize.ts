import { doubtsOf } from './doubts.js';
import { recognizeDraft } from './recognize-draft.js';
import { recognizeIssue } from './recognize-issue.js';
import type { RecognizedDraft, RecognizedIssue, RecognizeOptions } from './recognized.js';
import type { SourceLine } from './source-line.js';

/**
 * What a file's lines hold: a whole issue, where they have a masthead or an editor says so, else a manuscript. Never
 * throws; every character is booked.
 */
export function recognize(lines: readonly SourceLine[], options: RecognizeOptions): RecognizedIssue | RecognizedDraft {
  if (options.as === 'article') return withDoubts(recognizeDraft(lines, options), lines);
  const result = recognizeIssue(lines, options);
  return result.kind === 'issue' ? result : withDoubts(recognizeDraft(lines, options, result.missing), lines);
}

/** The manuscript, or each of several, with what in it looks like something else. */
function withDoubts<Draft extends RecognizedDraft>(draft: Draft, lines: readonly SourceLine[]): Draft {
  if (draft.parts) return { ...draft, parts: draft.parts.map((part) => withDoubts(part, lines)) };
  const told = doubtsOf({ items: [draft.article] }, lines, [...draft.warnings, ...draft.notes]);
  return { ...draft, warnings: [...draft.warnings, ...told] };
}
