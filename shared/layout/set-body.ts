import type { BlockOf } from './block.js';
import type { StyledSpan } from './measured-text.js';
import type { LeadStyle, PageStyle, TextRole, TextStyle } from './page-style.js';
import type { PageLine } from './page.js';
import { textArea, type SetBlock, type SetRow } from './set-block.js';
import { indented, lineRow, setRunningText, setSingleLine } from './set-text.js';
import { breakTitle } from './title-breaking.js';

/** 〔经验交流〕 in the body. */
export function setColumnHeading(block: BlockOf<'columnHeading'>, style: PageStyle): SetBlock {
  return bodyBlock('columnHeading', style, setHeadline(block.text, 'columnHeading', style, 'h1'));
}

/** An article's title, broken by sense. */
export function setTitle(block: BlockOf<'title'>, style: PageStyle): SetBlock {
  const rows = setHeadline(block.text, 'title', style, 'h2');
  return { ...bodyBlock('title', style, rows), keepTogether: style.keepTitleLines };
}

export function setSubtitle(block: BlockOf<'subtitle'>, style: PageStyle): SetBlock {
  return bodyBlock('subtitle', style, setHeadline(block.text, 'subtitle', style, 'p'));
}

export function setEditorNote(block: BlockOf<'editorNote'>, style: PageStyle): SetBlock {
  const text = style.text.editorNote;
  return bodyBlock('editorNote', style, setLeadAndText(block, text, style.noteLead, style, 'p'));
}

/** A paragraph, its lead bold; a heading paragraph in the style of its level. */
export function setParagraph(block: BlockOf<'paragraph' | 'brief'>, style: PageStyle): SetBlock {
  const level = block.kind === 'paragraph' ? block.level : undefined;
  const role = level === undefined ? 'body' : (`level${level}` as const);
  const text = style.text[role];
  const rows = setLeadAndText(block, text, style.lead, style, level === undefined ? 'p' : 'h3');
  return bodyBlock(role, style, rows.length > 0 ? rows : [emptyRow(text, style)]);
}

/** A paragraph without words still takes its line, as it does in Word. */
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

/** （甲区委宣传部） */
export function setSource(block: BlockOf<'source'>, style: PageStyle): SetBlock {
  const text = style.text.source;
  const rows = setRunningText([{ text: block.text, style: text }], text, textArea(style), style.fitting, 'p');
  return { ...bodyBlock('source', style, rows), keepWithPrevious: style.keepSourceWithText };
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

function setLeadAndText(
  block: BlockOf<'editorNote' | 'paragraph' | 'brief'>,
  text: TextStyle,
  lead: LeadStyle,
  style: PageStyle,
  tag: PageLine['tag'],
): readonly SetRow[] {
  return setRunningText(runningSpans(block, text, lead), text, textArea(style), style.fitting, tag);
}

/** The words of a running block in their styles: its lead, then its text. */
export function runningSpans(
  block: BlockOf<'editorNote' | 'paragraph' | 'brief'>,
  text: TextStyle,
  lead: LeadStyle,
): readonly [StyledSpan, StyledSpan] {
  return [
    { text: block.lead, style: leadStyle(text, lead) },
    { text: block.text, style: text },
  ];
}

function leadStyle(text: TextStyle, { bold, face }: LeadStyle): TextStyle {
  return { ...text, bold: bold || text.bold, face: face ?? text.face };
}

/** Centred lines broken by sense. */
export function setHeadline(title: string, role: TextRole, style: PageStyle, tag: PageLine['tag']): readonly SetRow[] {
  const text = style.text[role];
  const measure = indented(textArea(style), text);
  return breakTitle(title, text, measure.widthPt, style.fitting).map(({ start, end }, index) => {
    const spans = [{ text: title.slice(start, end), style: text }];
    const line = setSingleLine(spans, text, measure, style.fitting, { tag, first: index === 0, startOffset: start });
    return lineRow(index > 0 && /[^\S\n]/u.test(title[start - 1] ?? '') ? { ...line, followsBlank: true } : line);
  });
}
