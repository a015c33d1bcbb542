/** 编者按: what the editors say before an article, by its label or by the file's own marks. */
import { numberLevel } from '../document/heading-level.js';
import { findCoverTitle, isMarkedTitle, isSubtitle, isTitleLike } from './titles.js';
import type { Cover } from './cover.js';
import type { Line } from './line.js';
import { addLine } from './paragraphs.js';
import type { RawParagraph } from './paragraphs.js';
import { sourceUnits } from './sources.js';

const noteLabel =
  /^[【〔[（(]?\s*(?:编\s*者\s*按|编者的话|按\s*语|按(?=\s*[：:】〕\]）)]))(?:\s*[】〕\]）)]\s*[：:]?|\s*[：:]|[ \u3000]|$)\s*/u;

/** Whether a line opens a 编者按: by its label, or by its style in our own Word files. */
export function isNote(line: Line): boolean {
  return line.role === 'editorNote' || (line.role !== 'body' && noteLabel.test(line.text));
}

/** Whether the file itself says that a line is the next paragraph of a 编者按; undefined where it says nothing. */
function continuesNote(first: Line, line: Line): boolean | undefined {
  if (first.role === 'editorNote') return line.role === 'editorNote';
  return first.isQuoted ? line.isQuoted : undefined;
}

/** The 编者按 at `at`: as far as the file marks it, else to the next title when it stands before one (over a title: no article is open, so one is due; below the title of a manuscript there is none to come), else one paragraph. */
export function readNote(
  lines: readonly Line[],
  at: number,
  cover: Cover,
  place: 'within' | 'overTitle' | 'belowTitle' = 'within',
): { readonly paragraphs: readonly RawParagraph[]; readonly end: number } {
  const first = lines[at];
  if (!first) return { paragraphs: [], end: at };
  const label = noteLabel.exec(first.text)?.[0] ?? '';
  const isLabelOnly = label.length === first.text.length;
  const paragraphs: RawParagraph[] = [{ lines: [first] }];
  let end = at + 1;
  for (; end < lines.length; end += 1) {
    const line = lines[end];
    const isMarked = line && continuesNote(first, line);
    if (isMarked === false) break;
    if (line && isMarked) {
      paragraphs.push({ lines: [line] });
      continue;
    }
    if (!line || sourceUnits(line.rich) || isSubtitle(line) || isTitleLike(line) || findCoverTitle(lines, end, cover)) break;
    const before = paragraphs.length;
    const isFirstText = isLabelOnly && before === 1;
    if (isFirstText) paragraphs.push({ lines: [line] });
    else addLine(paragraphs, line);
    if (
      isFirstText ||
      paragraphs.length === before ||
      (place !== 'belowTitle' && titleFollows(lines, end)) ||
      (place === 'overTitle' && isLabelOnly && standsOverTitle(lines, end))
    )
      continue;
    paragraphs.pop();
    break;
  }
  return { paragraphs, end };
}

/** Whether a title, whatever its marks, with its text stands right below. */
function standsOverTitle(lines: readonly Line[], at: number): boolean {
  const [title, text] = [lines[at + 1], lines[at + 2]];
  return title !== undefined && text !== undefined && isTitleLike(title) && numberLevel(title.text) === undefined && !isTitleLike(text);
}

/** Whether a marked title comes before the next source line: the text up to it is still the 编者按. */
function titleFollows(lines: readonly Line[], at: number): boolean {
  for (const line of lines.slice(at, at + 6)) {
    if (sourceUnits(line.rich)) return false;
    if (isMarkedTitle(line)) return true;
  }
  return false;
}

/** The length of the label 编者按： at the start of a text; 0 without one. */
export function noteLabelLength(text: string): number {
  return noteLabel.exec(text)?.[0].length ?? 0;
}

const summary = /^[【〔[（(]?(?:核心提示|内容提要|(?:内容)?摘\s*要|导\s*语|提\s*要)(?:[】〕\]）)]|[：:])/u;

/** Whether a line is a 【核心提示】, which says over a title what the article is about. */
export function isSummary({ text }: Line): boolean {
  return summary.test(text) && /[。！？]$/u.test(text);
}
