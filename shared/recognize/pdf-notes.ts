/** Footnotes on the pages of a PDF: lines in small type that open with ① ② …, where the text of their page has the same sign. */
import type { PageLine } from './pdf-piece.js';
import type { SourceNote } from './source-line.js';

/** A line of the text, with the footnotes that hang on it. */
export interface NotedLine extends PageLine {
  readonly footnotes?: readonly SourceNote[];
}

/** How small notes are beside the text; words of tables are larger. */
const noteSize = 0.72;
const sign = /^[\u2460-\u2473\u3251-\u325f\u32b1-\u32bf]/u;
const stop = /[。！？…][”’）]*$/u;

interface FoundNote {
  readonly mark: string;
  text: string;
}

/**
 * The lines of each page without those of its notes, which hang on the text instead. A note without a stop goes on with the
 * small type at the foot of the next page.
 * @param size of the text
 */
export function hangPdfNotes(pages: readonly (readonly NotedLine[])[], size: number): readonly (readonly NotedLine[])[] {
  let last: FoundNote | undefined;
  const parted = pages.map((lines) => {
    const isSmall = (line: PageLine): boolean => line.size < size * noteSize;
    const large = lines.filter((line) => !isSmall(line));
    const notes: FoundNote[] = [];
    let open: FoundNote | undefined;
    const text = lines.filter((line) => {
      const mark = isSmall(line) ? sign.exec(line.text)?.[0] : undefined;
      if (mark !== undefined && large.some((each) => each.text.indexOf(mark) > 0)) {
        notes.push((open = { mark, text: line.text.slice(mark.length).trim() }));
        return false;
      }
      if (isSmall(line) && open === undefined && last && line.place < 0.5 && !stop.test(last.text)) open = last;
      if (!isSmall(line)) open = undefined;
      else if (open) open.text += line.text;
      return open === undefined;
    });
    last = notes.at(-1) ?? (text.length < lines.length ? last : undefined);
    return { text, notes };
  });
  return parted.map(({ text, notes }) => notes.reduce(hang, text));
}

function hang(lines: readonly NotedLine[], { mark, text }: FoundNote): readonly NotedLine[] {
  const index = lines.findIndex((line) => line.text.indexOf(mark) > 0);
  const line = lines[index];
  if (line === undefined) return lines;
  const at = line.text.indexOf(mark);
  const note: SourceNote = { at, text, reason: '脚注，没有收入正文' };
  const words = line.text.slice(0, at) + line.text.slice(at + mark.length);
  const faces = line.faces === undefined ? {} : { faces: line.faces.slice(0, at) + line.faces.slice(at + mark.length) };
  return lines.with(index, { ...line, text: words, ...faces, footnotes: [...(line.footnotes ?? []), note] });
}
