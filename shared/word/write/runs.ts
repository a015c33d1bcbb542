import { Tab, TextRun, type IRunOptions } from 'docx';
import type { TextStyle } from '../../layout/page-style.js';
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

/** A tab and the text after it. */
export function tabRun(text: string, options: IRunOptions = {}): TextRun {
  return new TextRun({ ...options, children: [new Tab(), toXmlText(text)], font: { hint: 'eastAsia' } });
}

/** A line break made by the layout; one set by hand is a plain break. */
export function layoutBreakRun(): TextRun {
  return new TextRun({ break: 1, style: layoutBreakStyleName.id });
}

/** A line break the editor set. */
export function handBreakRun(): TextRun {
  return new TextRun({ break: 1 });
}

/** Run options that set text of a style narrower by `ratio`; none when it stays as it is. */
export function narrowing(text: TextStyle, ratio: number): IRunOptions {
  if (ratio >= 1) return {};
  const scale = text.scaleX * ratio;
  return { scale: Math.floor(scale * 100), characterSpacing: ptToTwips(text.pitchPt * ratio - text.sizePt * scale) };
}
