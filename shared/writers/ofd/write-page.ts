import { escapeMarkup } from '../../escape-markup.js';
import type { DrawingFonts } from '../../fonts/drawing-font.js';
import { advanceEm } from '../../layout/font-metrics.js';
import type { Page, PageLine, PagePicture, PageRule, PageRun } from '../../layout/page.js';
import { baselinePt } from '../baseline.js';
import type { OfdFonts } from './ofd-fonts.js';
import type { OfdPictures } from './ofd-pictures.js';
import { box, colorValue, element, millimetres, part } from './ofd-xml.js';

/** What a page is written with. */
export interface OfdPen {
  readonly fonts: DrawingFonts;
  readonly embedded: OfdFonts;
  readonly pictures: OfdPictures;
  /** A number no other object of the document has. */
  nextId(): number;
  readonly widthPt: number;
  readonly heightPt: number;
}

/** A page with one layer (7.7): rules below, then the lines in reading order. */
export function writePage(page: Page, pen: OfdPen): string {
  const area = element('Area', {}, element('PhysicalBox', {}, box(0, 0, pen.widthPt, pen.heightPt)));
  const objects = [...page.rules.map((rule) => writeRule(rule, pen)), ...page.lines.flatMap((line) => writeLine(line, pen))];
  return part('Page', {}, area, element('Content', {}, element('Layer', { ID: pen.nextId(), Type: 'Body' }, ...objects)));
}

/** A rule as a filled path, or the dots of a leader as a dashed one with round ends (9.1). */
function writeRule({ xPt, topPt, widthPt, heightPt, color, dotPitchPt }: PageRule, pen: OfdPen): string {
  const Boundary = box(xPt, topPt, widthPt, heightPt);
  const [width, height] = [millimetres(widthPt), millimetres(heightPt)];
  const value = { Value: colorValue(color) };
  if (dotPitchPt === undefined) {
    const sides = `M 0 0 L ${String(width)} 0 L ${String(width)} ${String(height)} L 0 ${String(height)} C`;
    const shape = { ID: pen.nextId(), Boundary, Stroke: 'false', Fill: 'true' };
    return element('PathObject', shape, element('FillColor', value), element('AbbreviatedData', {}, sides));
  }
  const [middle, from, to] = [heightPt / 2, heightPt / 2, widthPt - heightPt / 2].map(millimetres);
  const dots = { ID: pen.nextId(), Boundary, LineWidth: height, Cap: 'Round', DashPattern: `0 ${String(millimetres(dotPitchPt))}` };
  const path = `M ${String(from)} ${String(middle)} L ${String(to)} ${String(middle)}`;
  return element('PathObject', dots, element('StrokeColor', value), element('AbbreviatedData', {}, path));
}

/** A picture: the unit square, stretched to its box (10.1). */
function writePicture({ xPt, topPt, widthPt, heightPt }: PageLine, { sha256, alt }: PagePicture, pen: OfdPen): readonly string[] {
  const ResourceID = pen.pictures.idOf(sha256);
  if (ResourceID === undefined) return [];
  const CTM = `${String(millimetres(widthPt))} 0 0 ${String(millimetres(heightPt))} 0 0`;
  const Name = alt === '' ? undefined : alt;
  return [element('ImageObject', { ID: pen.nextId(), Boundary: box(xPt, topPt, widthPt, heightPt), Name, CTM, ResourceID })];
}

/** Characters of one run and one font beside each other, each where the layout has it. */
interface Stretch {
  readonly run: PageRun;
  readonly font: number;
  readonly xPt: number;
  readonly characters: string[];
  readonly glyphs: number[];
  /** From the first character's place. */
  readonly offsetsPt: number[];
  endPt: number;
}

function writeLine(line: PageLine, pen: OfdPen): readonly string[] {
  if (line.picture) return writePicture(line, line.picture, pen);
  const baseline = baselinePt(line);
  return stretchesOf(line, pen).map((stretch) => writeStretch(stretch, line, baseline - (stretch.run.number?.raisePt ?? 0), pen));
}

function stretchesOf(line: PageLine, { fonts, embedded }: OfdPen): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let xPt = line.xPt;
  for (const run of line.runs) {
    let open: Stretch | undefined;
    for (const character of run.text) {
      const code = character.codePointAt(0) ?? 0;
      const found = fonts(code, run);
      const advancePt = advanceEm(code, run.face, run.bold) * run.sizePt * run.scaleX + run.letterSpacingPt;
      if (found) {
        const { id, number } = embedded.use(found, code);
        // Some readers count such a character as two and put all after it a place too far on, so it stands by itself.
        const isAlone = code > 0xff_ff;
        if (isAlone || open?.font !== id)
          stretches.push((open = { run, font: id, xPt, characters: [], glyphs: [], offsetsPt: [], endPt: xPt }));
        open.characters.push(character);
        open.glyphs.push(number);
        open.offsetsPt.push(xPt - open.xPt);
        open.endPt = xPt + advancePt;
        if (isAlone) open = undefined;
      } else open = undefined;
      xPt += advancePt;
    }
  }
  return stretches;
}

/**
 * Text as glyphs of the embedded font (11.3): `CGTransform` names them, since no glyph of a subset has the number of its
 * character. Narrowed type is drawn in a space scaled across, in which its distances are the wider.
 */
function writeStretch(
  { run, font, xPt, characters, glyphs, offsetsPt, endPt }: Stretch,
  line: PageLine,
  baseline: number,
  pen: OfdPen,
): string {
  const places = offsetsPt.map((pt) => millimetres(pt / run.scaleX));
  const steps = places.slice(1).map((place, index) => Number((place - (places[index] ?? 0)).toFixed(4)));
  const attributes = {
    ID: pen.nextId(),
    Boundary: box(xPt, line.topPt, Math.max(0.1, endPt - xPt), line.heightPt),
    Font: font,
    Size: millimetres(run.sizePt),
    CTM: run.scaleX === 1 ? undefined : `${String(run.scaleX)} 0 0 1 0 0`,
  };
  const count = characters.length;
  return element(
    'TextObject',
    attributes,
    element('FillColor', { Value: colorValue(run.color) }),
    element('CGTransform', { CodePosition: 0, CodeCount: count, GlyphCount: count }, element('Glyphs', {}, glyphs.join(' '))),
    element(
      'TextCode',
      { X: 0, Y: millimetres(baseline - line.topPt), DeltaX: steps.length > 0 ? steps.join(' ') : undefined },
      escapeMarkup(characters.join('')),
    ),
  );
}
