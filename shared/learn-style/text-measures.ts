/** The measures of one paragraph as the page style counts them. */
import type { TextMeasure } from '../layout/page-style-setting.js';
import type { SettingValue } from '../layout/page-style-setting.js';
import { lengthPt, type Formatting, type Properties } from '../word/read/formatting.js';
import { typeOf } from '../word/read/run-type.js';
import { alignments } from '../word/read/word-xml.js';
import { faceOfFont } from './face-names.js';
import { lineHeight, plainLinePt } from './grid.js';
import { said, saidOn, saidPt, type SeenParagraph, type SeenRun } from './seen-paragraph.js';

/** A value with where the file says so. */
export interface Reading {
  readonly value: SettingValue;
  /** In Chinese: 样式“正文”. */
  readonly from: string;
  /** Said as it is, not worked out from something else. */
  readonly isStated: boolean;
  /** What it counts beside others: characters, or 1 for a paragraph. */
  readonly weight: number;
}

/** Something the page style has no place for. */
export interface Oddity {
  readonly what: string;
  readonly from: string;
}

/** Width of one full character, the grid's share in it. */
export function pitchPt(look: Properties, { grid, look: paragraph }: SeenParagraph): number {
  const { sizePt, spacingPt, scaleX } = typeOf(look);
  const isOnGrid = saidOn(look, 'snapToGrid') !== false && saidOn(paragraph, 'snapToGrid') !== false;
  return sizePt * scaleX + spacingPt + (isOnGrid ? grid.charSpacePt : 0);
}

/** Characters of an East Asian face. */
export const wideCharacter = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFF60]/u;

/** The font's name that draws a run. */
export function fontOf({ text, look }: SeenRun, formatting: Formatting): { readonly name: string | undefined; readonly from: string } {
  const fonts = look.get('rFonts');
  const get = (name: string): string | undefined => fonts?.attributes.get(name);
  const isWide = wideCharacter.test(text) || get('hint') === 'eastAsia';
  const theme = get(isWide ? 'eastAsiaTheme' : 'asciiTheme');
  const name = (theme === undefined ? undefined : formatting.themeFace(theme)) ?? get(isWide ? 'eastAsia' : 'ascii');
  return { name, from: fonts?.from ?? '文档默认' };
}

/** The font's name that draws ASCII of a run. */
export function latinFontOf({ look }: SeenRun, formatting: Formatting): string | undefined {
  const fonts = look.get('rFonts');
  const theme = fonts?.attributes.get('asciiTheme');
  return (theme === undefined ? undefined : formatting.themeFace(theme)) ?? fonts?.attributes.get('ascii');
}

/** The look of the most characters of a paragraph; that of its mark where it has none. */
export function mainLook({ runs, markLook }: SeenParagraph): Properties {
  const counts = new Map<Properties, number>();
  for (const { text, look } of runs) counts.set(look, (counts.get(look) ?? 0) + text.trim().length);
  const [main] = [...counts].sort(([, left], [, right]) => right - left)[0] ?? [markLook];
  return main;
}

export function lineHeightOf(paragraph: SeenParagraph): { readonly pt: number; readonly isStated: boolean } {
  const { look, grid } = paragraph;
  const rule = { line: said(look, 'spacing', 'line'), rule: said(look, 'spacing', 'lineRule') };
  const sizes = paragraph.runs.filter(({ text }) => text.trim() !== '').map((run) => typeOf(run.look).sizePt);
  const sizePt = sizes.length === 0 ? typeOf(paragraph.markLook).sizePt : Math.max(...sizes);
  return lineHeight({ ...rule, sizePt, isOnGrid: saidOn(look, 'snapToGrid') !== false }, grid);
}

/** Space above or below a paragraph: in lines, where the file counts so, else in points. */
export function spaceOf({ look, grid }: SeenParagraph, side: 'before' | 'after'): number {
  const lines = Number(said(look, 'spacing', `${side}Lines`) ?? Number.NaN);
  const auto = said(look, 'spacing', `${side}Autospacing`);
  if (auto !== undefined && auto !== '0' && auto !== 'false' && auto !== 'off') return 14;
  if (Number.isFinite(lines) && lines > 0) return (lines / 100) * (grid.linePitchPt ?? plainLinePt);
  return Math.max(0, lengthPt(said(look, 'spacing', side)) ?? 0);
}

/** Indents in characters of the paragraph itself. */
export function indentsOf(paragraph: SeenParagraph): Readonly<Record<'first' | 'left' | 'right' | 'hanging', number>> {
  const { look } = paragraph;
  const em = pitchPt(mainLook(paragraph), paragraph);
  const measure = (...names: readonly string[]): number => {
    for (const name of names) {
      const characters = Number(said(look, 'ind', `${name}Chars`) ?? Number.NaN);
      if (Number.isFinite(characters) && characters !== 0) return characters / 100;
      const pt = lengthPt(said(look, 'ind', name));
      if (pt !== undefined && em > 0) return pt / em;
    }
    return 0;
  };
  return { first: measure('firstLine'), left: measure('left', 'start'), right: measure('right', 'end'), hanging: measure('hanging') };
}

type ParagraphMeasure = Exclude<
  TextMeasure,
  'face' | 'sizePt' | 'pitchPt' | 'scaleX' | 'color' | 'bold' | 'spaceBeforePt' | 'spaceAfterPt'
>;

/** What a paragraph says of a measure; undefined where it says nothing. Gaps between paragraphs are told by `gaps`. */
export function paragraphReading(measure: ParagraphMeasure, paragraph: SeenParagraph): Reading | undefined {
  const { look } = paragraph;
  const from = (property: string): string => look.get(property)?.from ?? '文档默认';
  switch (measure) {
    case 'lineHeightPt': {
      const { pt, isStated } = lineHeightOf(paragraph);
      const isGrid = !look.has('spacing') || said(look, 'spacing', 'line') === undefined;
      return { value: pt, from: isGrid && paragraph.grid.linePitchPt !== undefined ? '文档网格' : from('spacing'), isStated, weight: 1 };
    }
    case 'align': {
      const jc = said(look, 'jc') ?? 'left';
      const value = alignments[jc] ?? 'justify';
      return { value, from: from('jc'), isStated: look.has('jc'), weight: 1 };
    }
    case 'keepWithNext': {
      const value = saidOn(look, 'keepNext');
      return value === undefined ? undefined : { value, from: from('keepNext'), isStated: true, weight: 1 };
    }
    case 'firstLineIndentEm':
      return { value: firstIndent(paragraph), from: from('ind'), isStated: true, weight: 1 };
    case 'leftIndentEm': {
      const { left, hanging } = indentsOf(paragraph);
      return { value: Math.max(0, left - hanging), from: from('ind'), isStated: true, weight: 1 };
    }
    case 'rightIndentEm':
      return { value: indentsOf(paragraph).right, from: from('ind'), isStated: true, weight: 1 };
  }
}

/** Of the first line: as the file says, or as blanks typed before the words make it. */
function firstIndent(paragraph: SeenParagraph): number {
  const typed = /^[\u3000 ]+/u.exec(paragraph.text)?.[0] ?? '';
  const blanks = [...typed].reduce((sum, blank) => sum + (blank === '\u3000' ? 1 : 0.5), 0);
  return Math.max(0, indentsOf(paragraph).first) + blanks;
}

type RunMeasure = 'face' | 'sizePt' | 'pitchPt' | 'scaleX' | 'color' | 'bold';

/** What a stretch of words says of a measure; undefined where it cannot be told. */
export function runReading(measure: RunMeasure, run: SeenRun, paragraph: SeenParagraph, formatting: Formatting): Reading | undefined {
  const { look } = run;
  const weight = run.text.trim().length;
  const from = (property: string): string => look.get(property)?.from ?? '文档默认';
  switch (measure) {
    case 'face': {
      const font = fontOf(run, formatting);
      const known = font.name === undefined ? undefined : faceOfFont(font.name);
      return known && { value: known.face, from: `${font.from}（${font.name ?? ''}）`, isStated: known.isSame, weight };
    }
    case 'sizePt':
      return { value: typeOf(look).sizePt, from: from('sz'), isStated: look.has('sz'), weight };
    case 'pitchPt': {
      const isGridded = paragraph.grid.charSpacePt !== 0 && saidPt(look, 'spacing') === undefined;
      return {
        value: pitchPt(look, paragraph),
        from: isGridded ? '文档网格' : from(look.has('spacing') ? 'spacing' : 'sz'),
        isStated: true,
        weight,
      };
    }
    case 'scaleX':
      return { value: typeOf(look).scaleX, from: from('w'), isStated: true, weight };
    case 'color': {
      const value = said(look, 'color') ?? 'auto';
      if (value !== 'auto' && !/^[\da-f]{6}$/iu.test(value)) return undefined;
      return { value: value === 'auto' ? '#000000' : `#${value.toLowerCase()}`, from: from('color'), isStated: true, weight };
    }
    case 'bold':
      return { value: saidOn(look, 'b') ?? false, from: from('b'), isStated: true, weight };
  }
}
