import { Tab, TextRun, type IRunOptions } from 'docx';
import type { TextStyle } from '../../layout/page-style.js';
import { ptToTwips } from './measures.js';

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

/** One run a line, with a line break (`w:br`) before each but the first. */
export function lineRuns(lines: readonly string[]): readonly TextRun[] {
  return lines.map((line, index) => textRun(line, index === 0 ? {} : { break: 1 }));
}

/** Run options that set text of a style narrower by `ratio`; none when it stays as it is. */
export function narrowing(text: TextStyle, ratio: number): IRunOptions {
  if (ratio >= 1) return {};
  const scale = text.scaleX * ratio;
  return { scale: Math.floor(scale * 100), characterSpacing: ptToTwips(text.pitchPt * ratio - text.sizePt * scale) };
}
