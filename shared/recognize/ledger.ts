import type { Footnotes } from '../document/footnotes.js';
import type { Rich } from './rich-text.js';
import type { LeftAsideText, SourceLine, SourceNote } from './source-line.js';

const unclaimed = 0;
const kept = 1;
const firstReason = 2;

/** Reasons that need no look by the editor when only blanks or marks are concerned. */
const blankReason = '扫描或排版留下的空白';
const markReason = '排版标记';
const defaultReason = '未能归入专报的任何部分';

/**
 * Books every character of the source as kept in the issue or left aside. What nobody claims is left aside: so no
 * character can be lost, whatever the rules of recognition overlook.
 */
export interface Ledger {
  /** Books the characters as being in the issue and gives the text back to put there. */
  keep(rich: Rich): string;
  /** Names why characters that are not kept are left aside. */
  leave(rich: Rich, reason: string): void;
  /** Books the footnotes that hang on these characters as being in the issue; their places count in `rich`. */
  keepNotes(rich: Rich): Footnotes;
  /** Everything not kept, by line, one entry a line and reason. */
  leftAside(): readonly LeftAsideText[];
}

export function openLedger(source: readonly SourceLine[]): Ledger {
  const states = source.map((line) => new Uint16Array(line.text.length));
  const notes = source.map(({ footnotes = [] }) => new Set(footnotes));
  const reasons: string[] = [];
  const codes = new Map<string, number>();

  function each(rich: Rich, visit: (state: Uint16Array, start: number, end: number) => void): void {
    for (const span of rich.spans) {
      const state = states[span.line];
      if (state) visit(state, span.start, span.start + span.length);
    }
  }

  function codeOf(reason: string): number {
    const known = codes.get(reason);
    if (known !== undefined) return known;
    const code = firstReason + reasons.length;
    reasons.push(reason);
    codes.set(reason, code);
    return code;
  }

  return {
    keep(rich) {
      each(rich, (state, start, end) => state.fill(kept, start, end));
      return rich.text;
    },
    leave(rich, reason) {
      const code = codeOf(reason);
      each(rich, (state, start, end) => {
        for (let at = start; at < end; at += 1) if (state[at] !== kept) state[at] = code;
      });
    },
    keepNotes(rich) {
      let offset = 0;
      return rich.spans.flatMap(({ line, start, length }) => {
        const open = notes[line] ?? new Set<SourceNote>();
        const own = [...open].filter(({ at }) => (at > start && at <= start + length) || (at === 0 && start === 0));
        for (const note of own) open.delete(note);
        const found = own.map(({ at, text }) => ({ at: offset + at - start, text }));
        offset += length;
        return found;
      });
    },
    leftAside: () =>
      source.flatMap((line, index) => [
        ...entriesOf(line, states[index], reasons),
        ...[...(notes[index] ?? [])].map(({ text, reason }) => ({ line: line.line, text, reason })),
      ]),
  };
}

function entriesOf(line: SourceLine, state: Uint16Array | undefined, reasons: readonly string[]): readonly LeftAsideText[] {
  const texts = new Map<string, string>();
  const add = (reason: string, text: string) => texts.set(reason, (texts.get(reason) ?? '') + text);
  if (line.marks.length > 0) add(line.marks.join('').trim() === '' ? blankReason : markReason, line.marks.join(''));
  let running: string | undefined;
  for (let at = 0; at < line.text.length; at += 1) {
    const code = state?.[at] ?? unclaimed;
    const character = line.text.charAt(at);
    const named = reasons[code - firstReason];
    if (code === kept) running = undefined;
    // A blank inside words that are left aside stays with them; alone it is only a blank.
    else if (character.trim() !== '') running = named ?? defaultReason;
    if (code !== kept) add(running ?? named ?? blankReason, character);
  }
  return [...mergeBlanks(texts)].map(([reason, text]) => ({ line: line.line, text, reason }));
}

/** Blanks alone are only blanks, whatever they stood in. */
function mergeBlanks(texts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const merged = new Map<string, string>();
  for (const [reason, text] of texts) {
    const key = text.trim() === '' ? blankReason : reason;
    merged.set(key, (merged.get(key) ?? '') + text);
  }
  return merged;
}
