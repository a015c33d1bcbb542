import { diffArrays } from 'diff';
import type { Issue } from '../../shared/document/issue.js';
import { composeIssue } from '../../shared/layout/compose-issue.js';
import { layoutIssue } from '../../shared/layout/layout-issue.js';
import { defaultPageStyle, type PageStyle } from '../../shared/layout/page-style.js';
import { resolvePageStyle } from '../../shared/layout/page-style-settings.js';
import { learnPageStyle } from '../../shared/learn-style/learn-page-style.js';
import { styleProposals, takeProposals } from '../../shared/learn-style/proposals.js';
import { recognize } from '../../shared/recognize/recognize.js';
import { foldLines } from '../../shared/word/read/fold-lines.js';
import { readDocx } from '../../shared/word/read/read-docx.js';
import { numbered } from './library-fixture.js';
import type { LibreOffice } from './libreoffice.js';

/** How far our pages break an office's file as LibreOffice breaks the file itself. */
export interface LearntComparison {
  /** Lines of titles and text on our pages. */
  readonly lines: number;
  /** Those that LibreOffice has too, in the style learnt from the file and in the one every office starts with. */
  readonly equalLearnt: number;
  readonly equalDefault: number;
}

const compared: ReadonlySet<string> = new Set(['title', 'subtitle', 'editorNote', 'paragraph', 'source']);

/** Compares a Word file, as LibreOffice shows it, with what it says on our pages in its own style. */
export async function compareLearnt(docx: Uint8Array, office: LibreOffice): Promise<LearntComparison> {
  const theirs = (await office.readLines(docx)).flat().map(plainWords);
  const ours = learntLines(docx);
  return {
    lines: ours.length,
    equalLearnt: equalLines(ours, theirs),
    equalDefault: equalLines(linesOf(issueIn(docx), defaultPageStyle), theirs),
  };
}

/** Titles and text of a Word file on our pages in its own style, line by line. */
export function learntLines(docx: Uint8Array): readonly string[] {
  return linesOf(issueIn(docx), learntFrom(docx));
}

function learntFrom(docx: Uint8Array): PageStyle {
  const learnt = learnPageStyle(docx, '往期.docx', countingIds());
  return resolvePageStyle(takeProposals({}, styleProposals(learnt, defaultPageStyle)));
}

function issueIn(docx: Uint8Array): Issue {
  const found = recognize(foldLines(readDocx(docx, '往期.docx')).lines, { nextId: countingIds(), fileName: '往期.docx' });
  if (found.kind === 'issue') return found.issue;
  const items = (found.parts ?? [found]).map(({ article }) => article);
  return { ...numbered(1), columns: [{ id: 'c', name: '稿件', form: 'article', items }] };
}

function countingIds(): () => string {
  let count = 0;
  return () => `n${String((count += 1))}`;
}

function linesOf(issue: Issue, style: PageStyle): readonly string[] {
  const lines = layoutIssue(composeIssue(issue), style).flatMap((page) => page.lines);
  return lines
    .filter(({ furniture, cell, place }) => !furniture && !cell && compared.has(place.part))
    .map(({ text }) => plainWords(text))
    .filter((text) => text !== '');
}

/** Words without blanks and without the marks of lists, which fonts of symbols draw. */
function plainWords(text: string): string {
  return text.replaceAll(/[\s\u{E000}-\u{F8FF}]/gu, '');
}

function equalLines(ours: readonly string[], theirs: readonly string[]): number {
  const equal = diffArrays([...ours], [...theirs]).filter(({ added, removed }) => !added && !removed);
  return equal.reduce((sum, { value }) => sum + value.length, 0);
}
