import type { ParagraphFit } from '../document/paragraph-fit.js';
import { markedPieces, type MarkKind } from '../document/text-marks.js';
import type { ParagraphKindBlock } from './block.js';
import type { StyledSpan } from './measured-text.js';
import type { LeadStyle, PageStyle, TextRole, TextStyle } from './page-style.js';
import type { PageLine } from './page.js';
import { fitOf, footnotesOf, formOf, leadOf, marksOf, type ParagraphForm } from './paragraph-forms.js';
import { textArea, type SetBlock, type SetRow } from './set-block.js';
import { setFootnotes, withNoteNumbers } from './set-footnotes.js';
import { indented, lineRow, setRunningText, setSingleLine } from './set-text.js';
import { breakTitle, type TitleLine } from './title-breaking.js';

/** A block of one paragraph, as its row in the table of forms says. */
export function setParagraphBlock(block: ParagraphKindBlock, style: PageStyle): SetBlock {
  const form = formOf(block);
  const role = form.role(block);
  const rows = form.shape === 'headline' ? setHeadline(block.text, role, style, form.tag(block)) : setRunning(block, form, style);
  const notes = footnotesOf(block);
  const own = notes.length === 0 ? {} : { footnotes: setFootnotes(notes, style) };
  return { ...bodyBlock(role, style, rows), ...own, ...form.keeps?.(style) };
}

function setRunning(block: ParagraphKindBlock, form: ParagraphForm<ParagraphKindBlock>, style: PageStyle): readonly SetRow[] {
  const text = style.text[form.role(block)];
  const rows = setRunningText(runningSpans(block, style), text, textArea(style), style.fitting, form.tag(block));
  return rows.length > 0 || form.keepsEmptyLine === undefined ? rows : [emptyRow(text, style)];
}

function emptyRow(text: TextStyle, style: PageStyle): SetRow {
  const { leftPt } = indented(textArea(style), text);
  return lineRow({
    xPt: leftPt + text.firstLineIndentEm * text.pitchPt,
    dyPt: 0,
    heightPt: text.lineHeightPt,
    widthPt: 0,
    runs: [],
    text: '',
    startOffset: 0,
    first: true,
    tag: 'p',
    furniture: false,
  });
}

function bodyBlock(role: TextRole, style: PageStyle, rows: readonly SetRow[]): SetBlock {
  const text = style.text[role];
  return {
    role,
    rows,
    spaceBeforePt: text.spaceBeforePt,
    spaceAfterPt: text.spaceAfterPt,
    keepWithNext: text.keepWithNext,
    keepWithPrevious: false,
    keepTogether: text.keepWithNext,
    region: 'body',
  };
}

/** A stretch of a running block: its lead, or a part of its text with the emphasis it has. */
export interface RunningSpan extends StyledSpan {
  readonly part: 'lead' | readonly MarkKind[];
}

/** The words of a running block in their styles: its lead, then its text in stretches of like emphasis; numbers of footnotes among them. */
export function runningSpans(block: ParagraphKindBlock, style: PageStyle): readonly RunningSpan[] {
  const form = formOf(block);
  const text = fittedStyle(style.text[form.role(block)], fitOf(block));
  const spans: readonly RunningSpan[] = [
    { part: 'lead', text: leadOf(block), style: form.lead ? leadStyle(text, style[form.lead.style]) : text },
    ...markedPieces(block.text, marksOf(block)).map(({ text: words, kinds }) => ({
      part: kinds,
      text: words,
      style: markStyle(text, kinds),
    })),
  ];
  return withNoteNumbers(spans, footnotesOf(block), style);
}

/** Letter spacing that a paragraph set closer or wider has beyond its style's: of these sizes nobody sees them. */
export const fitSpacingPt: Readonly<Record<ParagraphFit, number>> = { tight: -0.2, loose: 0.1 };

/** The style of a paragraph's words; its indents stay those of the plain style. */
function fittedStyle(text: TextStyle, fit: ParagraphFit | undefined): TextStyle {
  return fit === undefined ? text : { ...text, pitchPt: text.pitchPt + fitSpacingPt[fit] };
}

/** The style of words set apart. */
export function markStyle(text: TextStyle, kinds: readonly MarkKind[]): TextStyle {
  return kinds.reduce((own, kind) => markStyles[kind](own), text);
}

/** How each kind of emphasis is set. */
const markStyles: Readonly<Record<MarkKind, (text: TextStyle) => TextStyle>> = {
  bold: (text) => ({ ...text, bold: true }),
  kai: (text) => ({ ...text, face: 'kai' }),
};

function leadStyle(text: TextStyle, { bold, face }: LeadStyle): TextStyle {
  return { ...text, bold: bold || text.bold, face: face ?? text.face };
}

/** How far run-on lines of a title of the contents stand in; those of other headlines stand under the first. */
export function hangPt(role: TextRole, { contents, text }: PageStyle): number {
  const { align, pitchPt } = text[role];
  return role === 'contentsEntry' && (align === 'left' || align === 'justify') ? contents.hangEm * pitchPt : 0;
}

/** How far the first line stands in: of a source line as its style says, of other headlines not at all. */
function firstIndentPt(role: TextRole, { text }: PageStyle): number {
  return role === 'source' ? text.source.firstLineIndentEm * text.source.pitchPt : 0;
}

/** The lines of a headline: broken by sense, the run-on ones in a measure that leaves room to stand in. */
export function breakHeadline(title: string, role: TextRole, style: PageStyle): readonly TitleLine[] {
  const text = style.text[role];
  const widthPt = indented(textArea(style), text).widthPt - firstIndentPt(role, style);
  const hangingPt = hangPt(role, style);
  if (hangingPt === 0) return breakTitle(title, text, widthPt, style.fitting);
  const lines: TitleLine[] = [];
  let from = 0;
  for (const [index, part] of title.split('\n').entries()) {
    const whole = breakTitle(part, text, index === 0 ? widthPt : widthPt - hangingPt, style.fitting);
    const broken = whole.length > 1 ? breakTitle(part, text, widthPt - hangingPt, style.fitting) : whole;
    lines.push(...broken.map(({ start, end }) => ({ start: from + start, end: from + end })));
    from += part.length + 1;
  }
  return lines;
}

/** Lines broken by sense. */
export function setHeadline(title: string, role: TextRole, style: PageStyle, tag: PageLine['tag']): readonly SetRow[] {
  const text = style.text[role];
  const whole = indented(textArea(style), text);
  const inPt = hangPt(role, style);
  return breakHeadline(title, role, style).map(({ start, end }, index) => {
    const spans = [{ text: title.slice(start, end), style: text }];
    const fromPt = index === 0 ? firstIndentPt(role, style) : inPt;
    const measure = { leftPt: whole.leftPt + fromPt, widthPt: whole.widthPt - fromPt };
    const line = setSingleLine(spans, text, measure, style.fitting, { tag, first: index === 0, startOffset: start });
    return lineRow(index > 0 && /[^\S\n]/u.test(title[start - 1] ?? '') ? { ...line, followsBlank: true } : line);
  });
}
