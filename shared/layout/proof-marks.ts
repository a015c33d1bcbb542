/** Marks of a proof (校样) in the margins of laid-out pages: its stage and date at the head, 段号 beside the text. No line moves. */
import { proofHeadWords, type ProofChoice } from '../document/proof.js';
import type { BlockPlace } from './block.js';
import type { Page, PageLine } from './page.js';
import type { PageStyle, TextStyle } from './page-style.js';
import { textArea } from './set-block.js';
import { setSingleLine, type Measure } from './set-text.js';

/** What the marks say: the choice, and the day as it is printed. */
export interface ProofMarks extends ProofChoice {
  readonly dateText: string;
}

const head = { sizePt: 10.5, lineHeightPt: 18 } as const;
const numbers = { sizePt: 9, gapPt: 8 } as const;

/** The type of a proof's head; a Word file has a style of the same measures. */
export function proofHeadStyle({ text }: PageStyle): TextStyle {
  return {
    ...text.pageNumber,
    ...head,
    face: 'hei',
    pitchPt: head.sizePt,
    scaleX: 1,
    bold: false,
    leftIndentEm: 0,
    rightIndentEm: 0,
    align: 'left',
  };
}

/** From the paper's head to that of the marks' line: half the margin, nearer where the margin does not hold that. */
export function proofHeadTopPt(style: PageStyle): number {
  const { topPt } = textArea(style);
  return Math.max(0, Math.min(topPt / 2, topPt - head.lineHeightPt));
}

/** The pages with the marks of a proof added; their own lines stay the same objects. */
export function withProofMarks(pages: readonly Page[], style: PageStyle, marks: ProofMarks): readonly Page[] {
  const paragraphNumbers = marks.isNumbered ? numberParagraphs(pages) : new Map<PageLine, string>();
  return pages.map((page) => ({
    ...page,
    lines: [
      ...page.lines,
      ...headLines(style, marks),
      ...page.lines.flatMap((line) => {
        const number = paragraphNumbers.get(line);
        return number === undefined ? [] : [numberLine(number, line, style)];
      }),
    ],
  }));
}

/** Neither the contents nor what stands at the foot of a page opens an article. */
const unnumbered: readonly BlockPlace['part'][] = ['contents', 'footnote'];

/** 3-5: the fifth paragraph of the third article or brief, told at the line it opens with. */
function numberParagraphs(pages: readonly Page[]): ReadonlyMap<PageLine, string> {
  const found = new Map<PageLine, string>();
  let [item, itemId, paragraph] = [0, '', 0];
  for (const { lines } of pages) {
    for (const line of lines) {
      if (line.furniture || line.place.itemId === undefined || unnumbered.includes(line.place.part)) continue;
      if (line.place.itemId !== itemId) [item, itemId, paragraph] = [item + 1, line.place.itemId, 0];
      if (line.place.part !== 'paragraph' || !line.first) continue;
      paragraph += 1;
      found.set(line, `${String(item)}-${String(paragraph)}`);
    }
  }
  return found;
}

function headLines(style: PageStyle, { stage, dateText }: ProofMarks): readonly PageLine[] {
  const { leftPt, widthPt } = textArea(style);
  const text = proofHeadStyle(style);
  const { left, right } = proofHeadWords(stage, dateText);
  const line = (words: string, align: TextStyle['align']): PageLine =>
    mark(words, { ...text, align }, { leftPt, widthPt }, style, proofHeadTopPt(style), { part: 'masthead' });
  return [line(left, 'left'), line(right, 'right')];
}

function numberLine(words: string, { topPt, heightPt, place }: PageLine, style: PageStyle): PageLine {
  const { leftPt } = textArea(style);
  const text: TextStyle = {
    ...style.text.pageNumber,
    sizePt: numbers.sizePt,
    pitchPt: numbers.sizePt,
    scaleX: 1,
    lineHeightPt: heightPt,
    align: 'right',
  };
  return mark(words, text, { leftPt: 0, widthPt: leftPt - numbers.gapPt }, style, topPt, place);
}

function mark(words: string, text: TextStyle, measure: Measure, style: PageStyle, topPt: number, place: BlockPlace): PageLine {
  const line = setSingleLine([{ text: words, style: text }], text, measure, style.fitting, { tag: 'artifact', first: true });
  const { dyPt: _dyPt, place: _place, ...rest } = line;
  return { ...rest, kind: 'line', furniture: true, topPt, place };
}
