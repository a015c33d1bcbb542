import { setFurnitureAside } from './furniture.js';
import type { Ledger } from './ledger.js';
import { toLines, withRich } from './line.js';
import type { Line } from './line.js';
import { withContentsLines } from './contents-table.js';
import { joinTables } from './page-tables.js';
import type { RecognizeOptions } from './recognized.js';
import { without } from './rich-text.js';
import { withScannedDigits } from './scanned-digits.js';
import type { SourceLine } from './source-line.js';
import { unwrapLines } from './wrapped-lines.js';

/** The lines recognition reads: page furniture set aside, the breaks of a text of fixed width closed and told. */
export function prepareLines(
  source: readonly SourceLine[],
  ledger: Ledger,
  { keepsLines, isDraft }: Pick<RecognizeOptions, 'keepsLines'> & { readonly isDraft?: boolean },
  warnings: string[],
): readonly Line[] {
  const closed = toLines(source).map(closeScanned);
  const scanned = isDraft ? closed : closed.map((line) => withScannedDigits(line, ledger));
  const set = joinTables(setFurnitureAside(withoutQuotes(scanned), ledger, isDraft), ledger);
  const lines = isDraft ? set : withContentsLines(set, ledger);
  for (const { number, table, isGuess } of lines)
    if (table && isGuess) warnings.push(`第${number}行：表中每格各占一行，几格一行是按数字的位置推断的，请核对。`);
  if (keepsLines) return lines.map((line) => ({ ...line, opens: true as const }));
  const { lines: whole, joined, unsure, measure } = unwrapLines(lines);
  if (measure !== undefined && joined > 0) {
    const characters = Math.round(measure.columns / 2);
    warnings.push(
      `原文每行约${characters}字就断行（像是邮件或从PDF取出的文字），已把${joined}处断行接成整段，请核对${unsureNotice(unsure)}。`,
    );
  }
  return whole;
}

/** Words of so many characters that a scan has spaced out. */
const [fewestSpaced, mostSpaced] = [6, 300];
/** Share of the places between characters that one blank stands in. */
const leastBlanks = 0.85;
const blank = /(?<=\S) (?=\S)/gu;

/** A line that a scan has spaced out, 中 共 示 例 县 委, closed up; wide blanks still part its words. */
function closeScanned(line: Line): Line {
  const characters = line.text.length > mostSpaced || line.table ? 0 : line.text.replace(/\s/gu, '').length;
  if (characters < fewestSpaced || (line.text.match(blank)?.length ?? 0) < (characters - 1) * leastBlanks) return line;
  return withRich(line, without(line.rich, blank));
}

/** Lines that a message names one by one. */
const mostNamed = 5;

function unsureNotice(numbers: readonly number[]): string {
  if (numbers.length === 0) return '';
  const named = numbers.slice(0, mostNamed).join('、');
  const rest = numbers.length > mostNamed ? `等${numbers.length}处` : '';
  return `；第${named}行${rest}是否另起一段看不出来`;
}

/** Share of the lines from which on `>` before them is how a mail quotes, and says nothing of a line. */
const mostQuoted = 0.8;

function withoutQuotes(lines: readonly Line[]): readonly Line[] {
  const quoted = lines.filter(({ isQuoted }) => isQuoted).length;
  return quoted < lines.length * mostQuoted ? lines : lines.map((line) => ({ ...line, isQuoted: false }));
}
