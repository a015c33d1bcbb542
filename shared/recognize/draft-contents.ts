/** A contents (目录) that Word made over a manuscript: its headings once more, each with its page. */
import { entryEnd } from './cover.js';
import type { Ledger } from './ledger.js';
import { toLoose } from './line.js';
import type { Line } from './line.js';
import { contentsLabel } from './masthead-fields.js';

/** The lines without two and more entries in a row that end with a page and whose words stand again in the text, and the label over it. */
export function withoutContents(lines: readonly Line[], ledger: Ledger): readonly Line[] {
  const known = new Set(lines.map(({ loose }) => loose));
  const isEntry = lines.map(({ rich }) => {
    const end = entryEnd(rich);
    return end !== undefined && known.has(toLoose(rich.text.slice(0, end)));
  });
  const first = isEntry.findIndex((is, at) => is && isEntry[at + 1] === true);
  if (first < 0) return lines;
  const end = isEntry.indexOf(false, first);
  const until = end < 0 ? lines.length : end;
  const label = lines[first - 1];
  const from = label && contentsLabel.test(label.text) ? first - 1 : first;
  for (const line of lines.slice(from, until)) ledger.leave(line.rich, '目录，正文里都有');
  return [...lines.slice(0, from), ...lines.slice(until)];
}
