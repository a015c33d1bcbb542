import { advanceEm } from './font-metrics.js';
import { classOf, isHan, markClass, type MarkClass } from './mark-classes.js';
import type { FittingStyle, TextStyle } from './page-style.js';

/** A stretch of a block's text set in one style. */
export interface StyledSpan {
  readonly text: string;
  readonly style: TextStyle;
  /** “ ” ‘ ’ take half an em: the blank half of each is left out. */
  readonly halfQuotes?: boolean;
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
  /** How much of the glyph's own width is left out: on the left of an opening quote, on the right of a closing one. */
  readonly trimsPt: readonly number[];
  /** Space between character `i - 1` and `i` on one line: autospace, or less than nothing between marks. */
  readonly gapsPt: readonly number[];
  readonly styles: readonly TextStyle[];
}

/** Measures the spans of one block, joined. */
export function measureText(spans: readonly StyledSpan[], fitting: FittingStyle): MeasuredText {
  const starts: number[] = [],
    codes: number[] = [],
    classes: MarkClass[] = [];
  const advancesPt: number[] = [],
    trimsPt: number[] = [],
    gapsPt: number[] = [];
  const styles: TextStyle[] = [];
  let offset = 0;
  let before: Neighbour | undefined;
  for (const { text, style, halfQuotes } of spans) {
    for (const character of text) {
      const code = character.codePointAt(0) ?? 0;
      const current: Neighbour = { code, kind: classOf(code), isTrimmed: halfQuotes === true && isCurlyQuote(code) };
      const emPt = style.sizePt * style.scaleX;
      const trimPt = current.isTrimmed ? halfQuoteEm * emPt : 0;
      gapsPt.push(before === undefined ? 0 : gapEm(before, current, fitting) * emPt);
      before = current;
      starts.push(offset);
      codes.push(code);
      classes.push(current.kind);
      advancesPt.push(advancePt(advanceEm(code, style.face), style) - trimPt);
      trimsPt.push(trimPt);
      styles.push(style);
      offset += character.length;
    }
  }
  starts.push(offset);
  return {
    text: spans.map((span) => span.text).join(''),
    count: codes.length,
    starts,
    codes,
    classes,
    advancesPt,
    trimsPt,
    gapsPt,
    styles,
  };
}

/** Letter spacing every character of a style gets: what makes `sizePt` type stand at `pitchPt`. */
export function pitchSpacingPt(style: TextStyle): number {
  return style.pitchPt - style.sizePt * style.scaleX;
}

/** Width of a half-width quote, and of the blank half left out. */
export const halfQuoteEm = 0.5;

/** ‘ ’ “ ” */
function isCurlyQuote(code: number): boolean {
  return (code | 1) === 0x2019 || (code | 1) === 0x201d;
}

function advancePt(em: number, style: TextStyle): number {
  return em === 0 ? 0 : em * style.sizePt * style.scaleX + pitchSpacingPt(style);
}

/** A character as its neighbour sees it. */
interface Neighbour {
  readonly code: number;
  readonly kind: MarkClass;
  /** Its blank half is left out already. */
  readonly isTrimmed: boolean;
}

function gapEm(before: Neighbour, after: Neighbour, fitting: FittingStyle): number {
  if (isClosingSide(before.kind) && after.kind === markClass.opening) {
    const blankEm = (before.isTrimmed ? 0 : halfQuoteEm) + (after.isTrimmed ? 0 : halfQuoteEm);
    return -Math.min(fitting.closingOpeningEm, blankEm);
  }
  if (isClosingSide(before.kind) && isClosingSide(after.kind)) return before.isTrimmed ? 0 : -fitting.closingClosingEm;
  const meets = (after.kind === markClass.latin && isHan(before.code)) || (before.kind === markClass.latin && isHan(after.code));
  return meets ? fitting.autoSpaceEm : 0;
}

function isClosingSide(kind: MarkClass): boolean {
  return kind === markClass.closing || kind === markClass.stop;
}
