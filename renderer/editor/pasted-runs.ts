/** The runs of a pasted paragraph, freed of the blanks of HTML's own lines and ends. */
import type { Footnotes } from '../../shared/document/footnotes.js';
import type { LookedText } from './pasted-look.js';

/** A stretch of words, or a footnote, which has none. */
export interface PastedRun extends LookedText {
  readonly footnote?: string;
}

/** The footnotes among the runs of a paragraph, each at the place in the words before it. */
export function pastedFootnotes(runs: readonly PastedRun[]): Footnotes {
  let at = 0;
  return runs.flatMap(({ text, footnote }) => {
    at += text.length;
    return footnote === undefined ? [] : [{ at, text: footnote }];
  });
}

const eastAsian = /[\p{Script=Han}\u2014\u2018-\u201d\u2026\u3000-\u303f\uff00-\uffef]/u;

/** A line end of the HTML source is a blank, but none between Chinese characters: Word ends its lines anywhere. */
export function resolveLineEnds(runs: readonly PastedRun[]): readonly PastedRun[] {
  const whole = [...runs.map(({ text }) => text).join('')];
  let index = -1;
  return runs.map((run) => ({
    ...run,
    text: [...run.text]
      .map((character) => {
        index += 1;
        if (character !== '\n') return character;
        return eastAsian.test(whole[index - 1] ?? '') && eastAsian.test(whole[index + 1] ?? '') ? '' : ' ';
      })
      .join(''),
  }));
}

/** Runs without the blanks that HTML does not show at a paragraph's ends, and without a typed indent. */
export function trimRuns(runs: readonly PastedRun[]): readonly PastedRun[] {
  const kept = [...runs];
  while (kept[0] && isBlank(kept[0])) kept.shift();
  if (kept[0]) kept[0] = { ...kept[0], text: trimStart(kept[0].text) };
  while (kept.length > 0 && isBlank(kept.at(-1))) kept.pop();
  const last = kept.at(-1);
  if (last) kept[kept.length - 1] = { ...last, text: last.text.trimEnd() };
  return kept;
}

function isBlank(run: PastedRun | undefined): boolean {
  return run?.footnote === undefined && trimStart(run?.text ?? '') === '';
}

/** Words without the blanks they open with, typed indents among them. */
export function trimStart(text: string): string {
  return text.replace(/^[\s\u3000\u00a0]+/u, '');
}
