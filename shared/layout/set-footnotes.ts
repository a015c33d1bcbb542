/** Footnotes: their numbers in the text, and their words at the page's foot. */
import type { Footnotes } from '../document/footnotes.js';
import type { StyledSpan } from './measured-text.js';
import type { NoteNumber, PageRule } from './page.js';
import type { PageStyle, TextStyle } from './page-style.js';
import { textArea, type SetRow, type TextArea } from './set-block.js';
import { setRunningText } from './set-text.js';

/** Room between the text and the notes of a page, with the rule in its middle. */
export const footnoteGapPt = 8;

/** The rule is a quarter of the measure wide, and as thick as Word's. */
const rule = { share: 0.25, heightPt: 0.5 } as const;

/** A number in the text is so much smaller than the text, and stands so much higher. */
const number = { size: 0.6, raise: 0.3 } as const;

/** The number of a note until its page is known: all numbers are one character wide. */
const anyNumber = '①';

/** Rows of circled numbers, the first of each with its code point (Unicode has them up to 50). */
const circled = [
  { from: 1, code: 0x2460 },
  { from: 21, code: 0x3251 },
  { from: 36, code: 0x32b1 },
  { from: 51, code: undefined },
] as const;

/** ① ② …: the number of a note on its page; beyond 50 in plain figures. */
export function footnoteNumber(count: number): string {
  const row = circled.findLast(({ from }) => from <= count);
  return row?.code === undefined ? String(count) : String.fromCodePoint(row.code + count - row.from);
}

/** How numbers in the text are set: alike in every paragraph, after the style of the body; half points, as Word stores them. */
export function numberStyle({ text: { body } }: Pick<PageStyle, 'text'>): TextStyle {
  const sizePt = Math.round(body.sizePt * number.size * 2) / 2;
  return { ...body, sizePt, pitchPt: sizePt, scaleX: 1 };
}

/** How far above the line numbers stand; half points. */
export function numberRaisePt({ text: { body } }: Pick<PageStyle, 'text'>): number {
  return Math.round(body.sizePt * number.raise * 2) / 2;
}

/** The spans of a text, with the number of each footnote behind the character it hangs on. */
export function withNoteNumbers<Span extends StyledSpan>(spans: readonly Span[], notes: Footnotes, style: PageStyle): readonly Span[] {
  if (notes.length === 0) return spans;
  const own = { text: anyNumber, style: numberStyle(style) };
  const raisePt = numberRaisePt(style);
  let note = 0;
  let start = 0;
  return spans.flatMap((span) => {
    const pieces: Span[] = [];
    let from = 0;
    for (let at = notes[note]?.at; at !== undefined && at <= start + span.text.length; at = notes[note]?.at) {
      pieces.push({ ...span, text: span.text.slice(from, at - start) }, { ...span, ...own, number: { note, raisePt } });
      from = at - start;
      note += 1;
    }
    start += span.text.length;
    return [...pieces, { ...span, text: span.text.slice(from) }].filter(({ text }, index) => text !== '' || index === pieces.length);
  });
}

/** The lines of each footnote, as they stand at the foot of a page. */
export function setFootnotes(notes: Footnotes, style: PageStyle): readonly (readonly SetRow[])[] {
  const text = style.text.footnote;
  return notes.map((each, note) =>
    setRunningText(
      [
        { text: anyNumber, style: numberStyle(style), number: { note, raisePt: 0 } },
        { text: each.text, style: text },
      ],
      text,
      textArea(style),
      style.fitting,
      'note',
    ),
  );
}

/** Which footnotes have their number in a row of text, in order. */
export function notesInRow({ lines }: Pick<SetRow, 'lines'>): readonly number[] {
  const numbers = lines.flatMap(({ runs }) => runs.flatMap((run): readonly NoteNumber[] => (run.number ? [run.number] : [])));
  return numbers.map(({ note }) => note);
}

/** The short rule above the notes of a page, which start at `topPt` of the text area. */
export function footnoteRule(topPt: number, area: TextArea, style: PageStyle): PageRule {
  return {
    kind: 'rule',
    xPt: area.leftPt,
    topPt: area.topPt + topPt - footnoteGapPt / 2,
    widthPt: area.widthPt * rule.share,
    heightPt: rule.heightPt,
    color: style.text.footnote.color,
  };
}
