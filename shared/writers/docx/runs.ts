import { Tab, TextRun, type IRunOptions } from 'docx';

/** Text as XML 1.0 can hold it: what it cannot (control characters, half surrogates) becomes U+FFFD, visibly. */
export function toXmlText(text: string): string {
  return text.replace(/[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}');
}

/** A run of text. The hint makes “ ” … — Chinese marks; without it Word sets them in the Latin face. */
export function textRun(text: string, options: IRunOptions = {}): TextRun {
  return new TextRun({ ...options, text: toXmlText(text), font: { hint: 'eastAsia' } });
}

/** One run a line, with a line break (`w:br`) before each but the first. */
export function lineRuns(lines: readonly string[]): readonly TextRun[] {
  return lines.map((line, index) => textRun(line, index === 0 ? {} : { break: 1 }));
}

/** A tab and the text after it. */
export function tabRun(text: string): TextRun {
  return new TextRun({ children: [new Tab(), toXmlText(text)], font: { hint: 'eastAsia' } });
}
