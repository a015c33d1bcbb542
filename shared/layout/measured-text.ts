import { isLatinFaced } from './faces.js';
import { advanceEm } from './font-metrics.js';
import { scriptOf, type Script } from './scripts.js';
import { breakClassOf, type BreakClass } from './unicode-breaks.js';
import { classOf, isOfWord, markClass, type MarkClass } from './mark-classes.js';
import type { NoteNumber } from './page.js';
import { cutAtUnpartedMarks } from './unparted-marks.js';
import type { DrawnFace, FittingStyle, TextStyle } from './page-style.js';

/** A stretch of a block's text set in one style. */
export interface StyledSpan {
  readonly text: string;
  readonly style: TextStyle;
  /** It is printed among the text and no part of it. */
  readonly number?: NoteNumber;
}

/** Text with the natural width of every character (a code point with what stands on it). */
export interface MeasuredText {
  /** Without the numbers of footnotes. */
  readonly text: string;
  readonly count: number;
  /** UTF-16 offset in `text` where character `i` starts; one more entry closes the last. */
  readonly starts: readonly number[];
  readonly codes: readonly number[];
  readonly classes: readonly MarkClass[];
  /** Script of character `i`; marks of both go with the one before, blanks too. */
  readonly scripts: readonly Script[];
  /** What Unicode's line breaking takes it for: the number of a footnote, as what stands on a character, for what is before. */
  readonly breaks: readonly BreakClass[];
  /** Where the stretch starts that programs set with character `i` in one go: of one script, style and run. */
  readonly stretches: readonly number[];
  /** Whether it is set as no Chinese (`unparted-marks.ts`), so that Unicode's rules part its line. */
  readonly foreign: readonly boolean[];
  /** Advance of character `i` with the style's own letter spacing. */
  readonly advancesPt: readonly number[];
  /** Space between character `i - 1` and `i` on one line: autospace, or less than nothing between marks. */
  readonly gapsPt: readonly number[];
  readonly styles: readonly TextStyle[];
  /** What draws it: the face of its style, or that of Latin. */
  readonly faces: readonly DrawnFace[];
  /** The number of a footnote that character `i` is, if it is one; it goes with what stands before it. */
  readonly numbers: readonly (NoteNumber | undefined)[];
}

/** Measures the spans of one block, joined. */
export function measureText(spans: readonly StyledSpan[], fitting: FittingStyle): MeasuredText {
  const starts: number[] = [],
    codes: number[] = [],
    classes: MarkClass[] = [];
  const advancesPt: number[] = [],
    gapsPt: number[] = [];
  const styles: TextStyle[] = [],
    faces: DrawnFace[] = [],
    scripts: Script[] = [],
    breaks: BreakClass[] = [],
    starting: number[] = [],
    foreign: boolean[] = [],
    numbers: (NoteNumber | undefined)[] = [];
  let offset = 0;
  let before: Neighbour | undefined;
  for (const { text, style, number, isForeign } of stretches(spans)) {
    let isFirst = true;
    for (const character of text) {
      const code = character.codePointAt(0) ?? 0;
      const current: Neighbour = {
        code,
        kind: classOf(code),
        script: scriptOf(code) ?? before?.script ?? 'asian',
        style,
        isFirst,
        isNumber: number !== undefined,
      };
      isFirst = false;
      const goesOn = before?.script === current.script && !current.isFirst;
      gapsPt.push(before === undefined ? 0 : gapPt(before, current, fitting) + (goesOn ? 0 : lostSpacingPt(before.style)));
      before = current;
      const isAttached = (number !== undefined || advanceEm(code, style.face, style.bold) === 0) && breaks.length > 0;
      breaks.push(isAttached ? (breaks.at(-1) ?? 'letter') : breakClassOf(code));
      starting.push(goesOn ? (starting.at(-1) ?? 0) : starting.length);
      foreign.push(isForeign);
      starts.push(offset);
      codes.push(code);
      classes.push(current.kind);
      scripts.push(current.script);
      const face = fitting.latinFace !== undefined && isLatinFaced(code) ? fitting.latinFace : style.face;
      faces.push(face);
      advancesPt.push(advancePt(advanceEm(code, face, style.bold), style));
      styles.push(style);
      numbers.push(number);
      if (number === undefined) offset += character.length;
    }
  }
  starts.push(offset);
  return {
    text: spans.map(({ text, number }) => (number ? '' : text)).join(''),
    count: codes.length,
    starts,
    codes,
    classes,
    scripts,
    breaks,
    stretches: starting,
    foreign,
    advancesPt,
    gapsPt,
    styles,
    faces,
    numbers,
  };
}

/** Letter spacing every character of a style gets: what makes `sizePt` type stand at `pitchPt`. */
export function pitchSpacingPt(style: TextStyle): number {
  return style.pitchPt - style.sizePt * style.scaleX;
}

function advancePt(em: number, style: TextStyle): number {
  return em === 0 ? 0 : em * style.sizePt * style.scaleX + pitchSpacingPt(style);
}

/** A character as its neighbour sees it. */
interface Neighbour {
  readonly code: number;
  readonly kind: MarkClass;
  readonly script: Script;
  readonly style: TextStyle;
  /** It opens a stretch. */
  readonly isFirst: boolean;
  /** It is of the number of a footnote. */
  readonly isNumber: boolean;
}

interface Stretch extends StyledSpan {
  readonly isForeign: boolean;
}

/**
 * The spans in the stretches programs set them in: a line is set in stretches of one script and style, the last character of each
 * without the letter spacing of its style where that draws characters together.
 */
function stretches(spans: readonly StyledSpan[]): readonly Stretch[] {
  return spans.flatMap((span) =>
    cutAtUnpartedMarks(span.text).map((piece, index) => ({ ...span, text: piece, isForeign: index % 2 === 1 })),
  );
}

function lostSpacingPt(style: TextStyle): number {
  return Math.max(0, -pitchSpacingPt(style));
}

/** Space taken out between marks, which are as wide as their type; that between scripts goes by its size, however narrow it is. */
function gapPt(before: Neighbour, after: Neighbour, fitting: FittingStyle): number {
  const { sizePt, scaleX } = after.style;
  if (isClosingSide(before.kind) && after.kind === markClass.opening) return -fitting.closingOpeningEm * sizePt * scaleX;
  if (isClosingSide(before.kind) && isClosingSide(after.kind)) return -fitting.closingClosingEm * sizePt * scaleX;
  const meets = before.script !== after.script && !before.isNumber && !after.isNumber && isOfWord(before.code) && isOfWord(after.code);
  return meets ? fitting.autoSpaceEm * sizePt : 0;
}

function isClosingSide(kind: MarkClass): boolean {
  return kind === markClass.closing || kind === markClass.stop;
}
