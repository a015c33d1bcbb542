import type { DrawingFonts } from '../../fonts/drawing-font.js';
import { advanceEm } from '../../layout/font-metrics.js';
import type { PageLine, PagePicture, PageRule, PageRun } from '../../layout/page.js';
import { baselinePt } from '../baseline.js';
import type { EmbeddedFonts } from './embedded-fonts.js';
import type { EmbeddedPictures } from './embedded-pictures.js';
import { hex4, number, text } from './pdf-file.js';

/** What the operators of a page draw with; the page is so high. */
export interface Pen {
  readonly fonts: DrawingFonts;
  readonly embedded: EmbeddedFonts;
  readonly pictures: EmbeddedPictures;
  readonly heightPt: number;
}

/** A stretch of a line that one structure element holds: words, or the number of a footnote among them. */
export interface DrawnPiece {
  readonly operators: string;
  /** Which footnote of its paragraph, where it is the number of one, and where that stands. */
  readonly number?: { readonly note: number; readonly xPt: number; readonly widthPt: number };
}

/** A line as it is drawn. */
export interface DrawnLine {
  /** None where the line draws nothing. */
  readonly pieces: readonly DrawnPiece[];
  /**
   * The line's words, its actual text (14.9.4): readers that guess blanks from gaps would else put some between 汉字 and digits,
   * or around the number of a footnote. A picture has none.
   */
  readonly words?: string;
}

/** A line with every glyph where the layout has it, parted where a number of a footnote stands. */
export function drawLine(line: PageLine, pen: Pen): DrawnLine {
  if (!line.runs.some((run) => run.number)) return { pieces: drawRuns(line.runs, line.xPt, line, pen), words: line.text };
  const pieces: DrawnPiece[] = [];
  let xPt = line.xPt;
  let from = 0;
  line.runs.forEach((run, index) => {
    const endsPiece = index + 1 === line.runs.length || run.number !== undefined || line.runs[index + 1]?.number !== undefined;
    if (!endsPiece) return;
    const runs = line.runs.slice(from, index + 1);
    const widthPt = runs.reduce((sum, each) => sum + runWidthPt(each), 0);
    const number = run.number && { note: run.number.note, xPt, widthPt };
    pieces.push(...drawRuns(runs, xPt, line, pen).map((piece) => (number ? { ...piece, number } : piece)));
    xPt += widthPt;
    from = index + 1;
  });
  return { pieces, words: line.runs.map((run) => run.text).join('') };
}

/** Operators between those that say what a line's words are. */
export function withWords(words: string | undefined, operators: readonly string[]): readonly string[] {
  return words === undefined ? operators : [`/Span <</ActualText ${text(words)}>> BDC`, ...operators, 'EMC'];
}

/** Nothing for runs that draw nothing. */
function drawRuns(runs: readonly PageRun[], xPt: number, line: PageLine, pen: Pen): readonly DrawnPiece[] {
  const stretches = stretchesOf(runs, xPt, line, pen);
  if (stretches.length === 0) return [];
  return [{ operators: `BT\n${stretches.map((each) => drawStretch(each)).join('\n')}\nET` }];
}

function runWidthPt(run: PageRun): number {
  return [...run.text].reduce((sum, character) => sum + advancePt(character.codePointAt(0) ?? 0, run), 0);
}

function advancePt(code: number, run: PageRun): number {
  return advanceEm(code, run.face, run.bold) * run.sizePt * run.scaleX + run.letterSpacingPt;
}

/** The operators that draw a picture in its box; one whose bytes are missing leaves it empty. */
export function drawPicture({ xPt, topPt, widthPt, heightPt }: PageLine, { sha256 }: PagePicture, pen: Pen): DrawnLine {
  const name = pen.pictures.nameOf(sha256);
  if (name === undefined) return { pieces: [] };
  const place = [widthPt, 0, 0, heightPt, xPt, pen.heightPt - topPt - heightPt].map(number).join(' ');
  return { pieces: [{ operators: `q ${place} cm /${name} Do Q` }] };
}

/** Characters of one run and one font beside each other. */
interface Stretch {
  readonly run: PageRun;
  readonly fontName: string;
  readonly xPt: number;
  readonly yPt: number;
  readonly glyphs: { readonly number: number; readonly natural: number; readonly advancePt: number }[];
}

function stretchesOf(runs: readonly PageRun[], startPt: number, line: PageLine, { fonts, embedded, heightPt }: Pen): readonly Stretch[] {
  const stretches: Stretch[] = [];
  const basePt = heightPt - baselinePt(line);
  let xPt = startPt;
  for (const run of runs) {
    let open: Stretch | undefined;
    const yPt = basePt + (run.number?.raisePt ?? 0);
    for (const character of run.text) {
      const code = character.codePointAt(0) ?? 0;
      const ownPt = advancePt(code, run);
      const found = fonts(code, run);
      if (found) {
        const { fontName, number } = embedded.use(found, code);
        if (open?.fontName !== fontName) stretches.push((open = { run, fontName, xPt, yPt, glyphs: [] }));
        open.glyphs.push({ number, natural: found.font.advanceOf(found.glyph) / found.font.unitsPerEm, advancePt: ownPt });
      } else open = undefined;
      xPt += ownPt;
    }
  }
  return stretches;
}

/** Letter spacing does the common work; what a glyph is wider or narrower than laid out is made up for after it. */
function drawStretch({ run, fontName, xPt, yPt, glyphs }: Stretch): string {
  const spacingPt = Number(number(run.letterSpacingPt / run.scaleX));
  const parts: string[] = [];
  let digits = '';
  let [laidOutPt, drawnPt] = [0, 0];
  for (const { number: glyph, natural, advancePt } of glyphs) {
    const behind = Math.round(((drawnPt - laidOutPt) / (run.sizePt * run.scaleX)) * 1000);
    if (behind !== 0) {
      parts.push(...(digits === '' ? [] : [`<${digits}>`]), String(behind));
      drawnPt -= (behind / 1000) * run.sizePt * run.scaleX;
      digits = '';
    }
    digits += hex4(glyph);
    laidOutPt += advancePt;
    drawnPt += (natural * run.sizePt + spacingPt) * run.scaleX;
  }
  parts.push(`<${digits}>`);
  const show = parts.length === 1 ? `${parts[0] ?? ''} Tj` : `[${parts.join(' ')}] TJ`;
  return [
    `/${fontName} ${number(run.sizePt)} Tf`,
    `${number(run.scaleX * 100)} Tz`,
    `${number(spacingPt)} Tc`,
    fillColor(run.color),
    `1 0 0 1 ${number(xPt)} ${number(yPt)} Tm`,
    show,
  ].join(' ');
}

/** Black and grey as such, so that a press needs one ink for them. */
function fillColor(color: string): string {
  const values = colorValues(color);
  return values.length === 1 ? `${values.join(' ')} g` : `${values.join(' ')} rg`;
}

function strokeColor(color: string): string {
  return fillColor(color).toUpperCase();
}

const knownColors = new Map<string, readonly string[]>();

function colorValues(color: string): readonly string[] {
  const known = knownColors.get(color);
  if (known) return known;
  const values = readColor(color);
  knownColors.set(color, values);
  return values;
}

function readColor(color: string): readonly string[] {
  const shares = [1, 3, 5].map((at) => number(Number.parseInt(color.slice(at, at + 2), 16) / 255));
  return new Set(shares).size === 1 ? shares.slice(0, 1) : shares;
}

/** A rule, or the dots of a leader. */
export function drawRule({ xPt, topPt, widthPt, heightPt, color, dotPitchPt }: PageRule, pageHeightPt: number): string {
  const bottomPt = pageHeightPt - topPt - heightPt;
  if (dotPitchPt === undefined) return `${fillColor(color)} ${[xPt, bottomPt, widthPt, heightPt].map(number).join(' ')} re f`;
  const [y, radius] = [number(bottomPt + heightPt / 2), heightPt / 2];
  const ends = `${number(xPt + radius)} ${y} m ${number(xPt + widthPt - radius)} ${y} l`;
  return `q ${strokeColor(color)} ${number(heightPt)} w 1 J [0 ${number(dotPitchPt)}] 0 d ${ends} S Q`;
}
