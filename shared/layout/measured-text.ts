import { advanceEm } from './font-metrics.js';
import { classOf, isHan, markClass, type MarkClass } from './mark-classes.js';
import type { FittingStyle, TextStyle } from './page-style.js';

/** A stretch of a block's text set in one style. */
export interface StyledSpan {
  readonly text: string;
  readonly style: TextStyle;
}

/** Text with the natural width of every character (a code point with what stands on it). */
export interface MeasuredText {
  readonly text: string;
  readonly count: number;
  /** UTF-16 offset where character `i` starts; one more entry closes the last. */
  readonly starts: readonly number[];
  readonly codes: readonly number[];
  readonly classes: readonly MarkClass[];
  /** Advance of character `i` with the style's own letter spacing. */
  readonly advancesPt: readonly number[];
  /** Space between character `i - 1` and `i` on one line: autospace, or less than nothing between marks. */
  readonly gapsPt: readonly number[];
  readonly styles: readonly TextStyle[];
}

/** Measures the spans of one block, joined. */
export function measureText(spans: readonly StyledSpan[], fitting: FittingStyle): MeasuredText {
  const starts: number[] = [], codes: number[] = [], classes: MarkClass[] = [], advancesPt: number[] = [], gapsPt: number[] = [];
  const styles: TextStyle[] = [];
  let offset = 0;
  for (const { text, style } of spans) {
    for (const character of text) {
      const code = character.codePointAt(0) ?? 0;
      const kind = classOf(code);
      gapsPt.push(starts.length === 0 ? 0 : gapEm(codes, classes, code, kind, fitting) * style.sizePt * style.scaleX);
      starts.push(offset);
      codes.push(code);
      classes.push(kind);
      advancesPt.push(advancePt(isCurlyQuote(code) ? fitting.quoteEm : advanceEm(code, style.face), style));
      styles.push(style);
      offset += character.length;
    }
  }
  starts.push(offset);
  return { text: spans.map((span) => span.text).join(''), count: codes.length, starts, codes, classes, advancesPt, gapsPt, styles };
}

/** Letter spacing every character of a style gets: what makes `sizePt` type stand at `pitchPt`. */
export function pitchSpacingPt(style: TextStyle): number {
  return style.pitchPt - style.sizePt * style.scaleX;
}

function isCurlyQuote(code: number): boolean {
  return code >= 0x2018 && code <= 0x201d;
}

function advancePt(em: number, style: TextStyle): number {
  return em === 0 ? 0 : em * style.sizePt * style.scaleX + pitchSpacingPt(style);
}

function gapEm(codes: readonly number[], classes: readonly MarkClass[], code: number, kind: MarkClass, fitting: FittingStyle): number {
  const before = codes.length - 1;
  const codeBefore = codes[before] ?? 0;
  const kindBefore = classes[before] ?? markClass.wide;
  if (kind === markClass.opening) return isClosingSide(kindBefore) ? -fitting.closingOpeningEm : 0;
  if (isClosingSide(kind)) return isClosingSide(kindBefore) ? -fitting.closingClosingEm : 0;
  const meets = (kind === markClass.latin && isHan(codeBefore)) || (kindBefore === markClass.latin && isHan(code));
  return meets ? fitting.autoSpaceEm : 0;
}

function isClosingSide(kind: MarkClass): boolean {
  return kind === markClass.closing || kind === markClass.stop;
}
