import { diffArrays } from 'diff';
import type { Issue } from '../../shared/document/issue.js';
import { composeIssue } from '../../shared/layout/compose-issue.js';
import { latinFaceOfFont } from '../../shared/layout/faces.js';
import { layoutIssue } from '../../shared/layout/layout-issue.js';
import { defaultPageStyle, type PageStyle } from '../../shared/layout/page-style.js';
import { resolvePageStyle } from '../../shared/layout/page-style-settings.js';
import type { PageLine } from '../../shared/layout/page.js';
import { faceOfFont } from '../../shared/learn-style/face-names.js';
import { learnPageStyle } from '../../shared/learn-style/learn-page-style.js';
import { styleProposals, takeProposals } from '../../shared/learn-style/proposals.js';
import { roledParagraphs, runningRoles, type Recognised, type RoledParagraph } from '../../shared/learn-style/roles.js';
import { seeParagraphs } from '../../shared/learn-style/seen-paragraph.js';
import { indentsOf, latinFontOf, paragraphReading, pitchPt } from '../../shared/learn-style/text-measures.js';
import { toLoose } from '../../shared/recognize/line.js';
import { recognize } from '../../shared/recognize/recognize.js';
import { foldLines } from '../../shared/word/read/fold-lines.js';
import { readFormatting, type Formatting } from '../../shared/word/read/formatting.js';
import { openPackage } from '../../shared/word/read/open-package.js';
import { readDocx } from '../../shared/word/read/read-docx.js';
import { asWordReads } from './as-word-reads.js';
import { numbered } from './library-fixture.js';
import type { LibreOffice } from './libreoffice.js';

/**
 * Why a line says nothing of the style: it stands in a cell or a box; its paragraph is set otherwise than most of its part, which
 * one style cannot hold, or its Latin in another font than the style has for all (told); it is of a title of several lines, which we break by sense; its paragraph was not found again.
 */
export type Apart = 'cell' | 'otherwise' | 'title' | 'unplaced';

export interface Count {
  readonly lines: number;
  /** Those LibreOffice has too. */
  readonly equal: number;
}

/** How far our pages break an office's file as LibreOffice breaks the file itself. */
export interface LearntComparison {
  /** Lines of titles and text in the learnt style, of paragraphs the style speaks of. */
  readonly learnt: Count;
  /** Those of the same paragraphs in the style every office starts with. */
  readonly byDefault: Count;
  /** All lines of titles and text in the learnt style. */
  readonly all: Count;
  readonly apart: Readonly<Record<Apart, number>>;
}

const compared: ReadonlySet<string> = new Set(['title', 'subtitle', 'editorNote', 'paragraph', 'source']);

const comparedRoles: ReadonlySet<string> = new Set([...runningRoles, 'title', 'subtitle', 'source']);

/** Compares a Word file, as LibreOffice shows it, with what it says on our pages in its own style. */
export async function compareLearnt(docx: Uint8Array, office: LibreOffice): Promise<LearntComparison> {
  const theirs = (await office.readLines(asWordReads(docx))).flat().map(plainWords);
  const { recognised, issue } = recognisedIn(docx);
  const style = learntFrom(docx);
  const ours = linesOf(issue, style);
  const equal = equalLines(ours, theirs);
  const apart = apartIn(docx, recognised, style);
  const reasons = ours.map((line) => apart(line, ours));
  const speaks = (_line: OurLine, at: number): boolean => reasons[at] === undefined;
  const places = new Set(ours.filter(speaks).map(({ place }) => place));
  const usual = linesOf(issue, defaultPageStyle);
  const usualEqual = equalLines(usual, theirs);
  const spoken = (line: OurLine): boolean => places.has(line.place);
  const all: Readonly<Record<Apart, number>> = { cell: 0, otherwise: 0, title: 0, unplaced: 0 };
  return {
    learnt: { lines: ours.filter(speaks).length, equal: ours.filter((line, at) => speaks(line, at) && equal.has(at)).length },
    byDefault: { lines: usual.filter(spoken).length, equal: usual.filter((line, at) => spoken(line) && usualEqual.has(at)).length },
    all: { lines: ours.length, equal: equal.size },
    apart: reasons.reduce((counts, reason) => (reason ? { ...counts, [reason]: counts[reason] + 1 } : counts), all),
  };
}

/** How many lines of titles and text a Word file has on our pages in its own style. */
export function learntLineCount(docx: Uint8Array): number {
  return linesOf(recognisedIn(docx).issue, learntFrom(docx)).length;
}

/**
 * The style as 采用 takes it over when nothing is ticked or unticked by hand: without what is only worked out, and with the space
 * between 汉字 and Latin that LibreOffice leaves where a file has none (autoSpaceDE).
 */
function learntFrom(docx: Uint8Array): PageStyle {
  const proposals = styleProposals(learnPageStyle(docx, '往期.docx', countingIds()), defaultPageStyle);
  return resolvePageStyle(
    takeProposals(
      {},
      proposals.filter(({ path, confidence }) => confidence !== 'derived' && path !== 'fitting.autoSpaceEm'),
    ),
  );
}

function recognisedIn(docx: Uint8Array): { readonly recognised: Recognised; readonly issue: Issue } {
  const found = recognize(foldLines(readDocx(docx, '往期.docx')).lines, { nextId: countingIds(), fileName: '往期.docx' });
  if (found.kind === 'issue') return { recognised: { kind: 'issue', issue: found.issue }, issue: found.issue };
  const articles = (found.parts ?? [found]).map(({ article }) => article);
  const issue: Issue = { ...numbered(1), columns: [{ id: 'c', name: '稿件', form: 'article', items: articles }] };
  return { recognised: { kind: 'article', articles }, issue };
}

function countingIds(): () => string {
  let count = 0;
  return () => `n${String((count += 1))}`;
}

interface OurLine {
  readonly words: string;
  /** Which paragraph of the issue it is of. */
  readonly place: string;
  readonly part: PageLine['place']['part'];
}

function linesOf(issue: Issue, style: PageStyle): readonly OurLine[] {
  const lines = layoutIssue(composeIssue(issue), style).flatMap((page) => page.lines);
  return lines
    .filter(({ furniture, cell, place }) => !furniture && !cell && compared.has(place.part))
    .map(({ text, place }) => ({
      words: plainWords(text),
      place: [place.part, place.itemId, place.paragraphId].join(' '),
      part: place.part,
    }))
    .filter(({ words }) => words !== '');
}

/** Words without blanks and without the marks of lists, which fonts of symbols draw. */
function plainWords(text: string): string {
  return text.replaceAll(/[\s\u{E000}-\u{F8FF}]/gu, '');
}

/**
 * A line without the stop at its end: LibreOffice does not draw one that hangs before a Latin word. No line starts with one, so
 * two that are alike without it end alike.
 */
function withoutStop(words: string): string {
  return words.replace(/[，。、；：？！]$/u, '');
}

/** Which of our lines LibreOffice has too, in the order of both. */
function equalLines(ours: readonly OurLine[], theirs: readonly string[]): ReadonlySet<number> {
  const equal = new Set<number>();
  let at = 0;
  for (const { value, added, removed } of diffArrays(
    ours.map(({ words }) => withoutStop(words)),
    theirs.map(withoutStop),
  )) {
    if (added) continue;
    if (!removed) value.forEach((_line, index) => equal.add(at + index));
    at += value.length;
  }
  return equal;
}

/** Why a line of ours says nothing of the style, by the paragraph of the file it comes from; undefined where it does. */
function apartIn(
  docx: Uint8Array,
  recognised: Recognised,
  style: PageStyle,
): (line: OurLine, lines: readonly OurLine[]) => Apart | undefined {
  const word = openPackage(docx, '往期.docx');
  const formatting = readFormatting(word);
  const roled = roledParagraphs(seeParagraphs(word, formatting), recognised).filter(({ role }) => comparedRoles.has(role));
  const known = new Map<string, Apart | undefined>();
  let next = 0;
  return ({ place, part }, lines) => {
    if (known.has(place)) return known.get(place);
    const own = lines.filter((line) => line.place === place).map(({ words }) => words);
    const words = toLoose(own.join(''));
    const found = roled.findIndex(({ text }, at) => at >= next && isTextOf(toLoose(text), words));
    const paragraph = roled[found];
    if (paragraph) next = found;
    const reason =
      (part === 'title' || part === 'subtitle') && own.length > 1
        ? 'title'
        : paragraph
          ? whyApart(paragraph, style, formatting)
          : 'unplaced';
    known.set(place, reason);
    return reason;
  };
}

/** Whether words of the file are those of a paragraph of ours, which may have the number that Word counted before them. */
function isTextOf(text: string, words: string): boolean {
  return text !== '' && (words.endsWith(text) || text.includes(words));
}

function whyApart(paragraph: RoledParagraph, style: PageStyle, formatting: Formatting): Apart | undefined {
  if (paragraph.within !== 'text') return 'cell';
  const text = style.text[paragraph.role];
  const isOff = (value: unknown, wanted: number, by: number): boolean => Math.abs(Number(value ?? 0) - wanted) > by;
  const hasOtherType = paragraph.runs.some((run) => run.text.trim() !== '' && isOff(pitchPt(run.look, paragraph), text.pitchPt, 0.06));
  const indents = (['firstLineIndentEm', 'leftIndentEm', 'rightIndentEm'] as const).some((measure) =>
    isOff(paragraphReading(measure, paragraph)?.value, text[measure], 0.02),
  );
  const { hanging, left } = indentsOf(paragraph);
  // The number of an item that stands in stands before a tab; on our pages it is part of the words.
  const isList = paragraph.look.has('numPr') && left !== 0;
  return hasOtherType ||
    hasOtherLatin(paragraph, style, formatting) ||
    indents ||
    isList ||
    hanging !== 0 ||
    /[\t\n]/u.test(paragraph.text.trim())
    ? 'otherwise'
    : undefined;
}

/** Whether Latin is not in the one face that the style has for all of it. */
function hasOtherLatin({ runs }: RoledParagraph, { fitting }: PageStyle, formatting: Formatting): boolean {
  return runs.some((run) => {
    const font = /[A-Za-z\d]/u.test(run.text) ? latinFontOf(run, formatting) : undefined;
    return font !== undefined && (latinFaceOfFont(font) ?? (faceOfFont(font) ? undefined : font)) !== fitting.latinFace;
  });
}
