import { diffArrays } from 'diff';
import type { Issue } from '../../shared/document/issue.js';
import { composeIssue } from '../../shared/layout/compose-issue.js';
import { layoutIssue } from '../../shared/layout/layout-issue.js';
import { defaultPageStyle } from '../../shared/layout/page-style.js';
import type { PictureBytes } from '../../shared/pictures/picture-bytes.js';
import { writeDocx } from '../../shared/word/write/write-docx.js';
import { isPrintedLine, type LibreOffice } from './libreoffice.js';
import { sampleMeta } from './sample-issue.js';

/** How far LibreOffice sets the Word file of an issue as our layout sets the issue. */
export interface LineComparison {
  readonly lines: number;
  /** Lines of ours that LibreOffice has too, in order. */
  readonly equalLines: number;
  readonly pages: number;
  /** Pages of ours that hold the same words there. */
  readonly equalPages: number;
}

/** Compares an issue on our pages with its Word file in LibreOffice, line by line. */
export async function compareLines(issue: Issue, office: LibreOffice, pictures?: PictureBytes): Promise<LineComparison> {
  const ours = ourPages(issue);
  const docx = await writeDocx(composeIssue(issue), defaultPageStyle, sampleMeta, pictures ? { pictures } : {});
  const theirs = await office.readLines(docx);
  const equal = diffArrays(ours.flat(), theirs.flat()).filter(({ added, removed }) => !added && !removed);
  return {
    lines: ours.flat().length,
    equalLines: equal.reduce((sum, { value }) => sum + value.length, 0),
    pages: ours.length,
    equalPages: ours.filter((lines, index) => lines.join('') === theirs[index]?.join('')).length,
  };
}

/** Words of every line of our pages with the numbers of notes, blanks and page numbers taken out; what stands at one height is one line. */
function ourPages(issue: Issue): readonly (readonly string[])[] {
  return layoutIssue(composeIssue(issue), defaultPageStyle).map(({ lines }) => {
    const byTop = new Map<number, string>();
    for (const { topPt, runs } of lines) byTop.set(topPt, (byTop.get(topPt) ?? '') + runs.map(({ text }) => text).join(''));
    const sorted = [...byTop].sort(([left], [right]) => left - right);
    return sorted.map(([, text]) => text.replaceAll(/\s/gu, '')).filter(isPrintedLine);
  });
}
