import { InternalHyperlink, type ParagraphChild, type TextRun } from 'docx';
import type { PageStyle, TextRole } from '../../layout/page-style.js';
import { breakHeadline } from '../../layout/set-body.js';
import { handBreakRuns, layoutBreakRun, unpartedRuns } from './runs.js';

/**
 * A heading in the lines our layout breaks it into. Breaks the layout made are told from those set by hand, and a blank
 * it broke at goes into the break, so that the words read back as they were.
 */
export function headlineRuns(text: string, role: TextRole, style: PageStyle): readonly TextRun[] {
  return headlineLines(text, role, style).flatMap((line, index, lines) => [
    ...unpartedRuns(line.trimEnd()),
    ...(index < lines.length - 1 ? breaksAfter(line) : []),
  ]);
}

function breaksAfter(line: string): readonly TextRun[] {
  const blanks = /[^\S\n]*(?=\n?$)/u.exec(line)?.[0] ?? '';
  return line.endsWith('\n') ? handBreakRuns(blanks) : [layoutBreakRun(blanks)];
}

/**
 * The same as links to a bookmark. Each line is a link of its own: the style that marks a break of the layout, inside a
 * link, makes LibreOffice set the whole title blue and underlined.
 */
export function linkedHeadline(text: string, role: TextRole, style: PageStyle, anchor: string): readonly ParagraphChild[] {
  return headlineLines(text, role, style).flatMap((line, index, lines) => [
    new InternalHyperlink({ anchor, children: [...unpartedRuns(line.trimEnd())] }),
    ...(index < lines.length - 1 ? breaksAfter(line) : []),
  ]);
}

/** Lines with all their characters, a break set by hand included. */
function headlineLines(text: string, role: TextRole, style: PageStyle): readonly string[] {
  const starts = breakHeadline(text, role, style).map(({ start }) => start);
  return starts.map((start, index) => text.slice(index === 0 ? 0 : start, starts[index + 1]));
}
