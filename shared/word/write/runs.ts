import { CarriageReturn, Tab, TextRun, type IRunOptions } from 'docx';
import type { TextStyle } from '../../layout/page-style.js';
import { cutAtUnpartedMarks } from '../../layout/unparted-marks.js';
import { ptToTwips } from './measures.js';
import { layoutBreakStyleName } from './style-names.js';

/** Text as XML 1.0 can hold it: what it cannot (control characters, half surrogates) becomes U+FFFD, visibly. */
export function toXmlText(text: string): string {
  return text.replace(/[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}');
}

/** A run of text. The hint makes “ ” … — Chinese marks; without it Word sets them in the Latin face. */
export function textRun(text: string, options: IRunOptions = {}): TextRun {
  return new TextRun({ ...options, text: toXmlText(text), font: { hint: 'eastAsia' } });
}

/** Text in runs, those apart that hold marks which stay with what is before them (`unparted-marks.ts`). */
export function unpartedRuns(text: string, options: IRunOptions = {}): readonly TextRun[] {
  return cutAtUnpartedMarks(text).flatMap((piece, index) =>
    piece === '' ? [] : [textRun(piece, index % 2 === 0 ? options : { ...options, language: unpartedLanguage })],
  );
}

/** Not Chinese: LibreOffice then goes by Unicode's line breaking, which keeps these marks whole; Word does anyway. */
export const unpartedLanguage = { eastAsia: 'en-US' } as const;

/** A tab and the text after it. */
export function tabRun(text: string, options: IRunOptions = {}): TextRun {
  return new TextRun({ ...options, children: [new Tab(), toXmlText(text)], font: { hint: 'eastAsia' } });
}

/**
 * A line break made by the layout, with the blanks it stands for, which take no room there; one set by hand is a plain
 * break.
 */
export function layoutBreakRun(blanks = ''): TextRun {
  return new TextRun({ children: [...(blanks === '' ? [] : [blanks]), new CarriageReturn()], style: layoutBreakStyleName.id });
}

/** A line break the editor set, and the blanks before it, which take no room there. */
export function handBreakRuns(blanks: string): readonly TextRun[] {
  const before = blanks === '' ? [] : [new TextRun({ text: blanks, style: layoutBreakStyleName.id })];
  return [...before, new TextRun({ break: 1 })];
}

/** Run options that set text of a style narrower by `ratio`; none when it stays as it is. */
export function narrowing(text: TextStyle, ratio: number): IRunOptions {
  if (ratio >= 1) return {};
  const scale = text.scaleX * ratio;
  return { scale: Math.floor(scale * 100), characterSpacing: ptToTwips(text.pitchPt * ratio - text.sizePt * scale) };
}
