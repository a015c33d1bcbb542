import { AlignmentType, LineRuleType, type ICharacterStyleOptions, type IParagraphStyleOptions, type IStylesOptions } from 'docx';
import type { ParagraphFit } from '../../document/paragraph-fit.js';
import type { MarkKind } from '../../document/text-marks.js';
import type { FaceSet } from '../../layout/faces.js';
import { pitchSpacingPt } from '../../layout/measured-text.js';
import { fitSpacingPt, hangPt } from '../../layout/set-body.js';
import type { FaceName, LeadStyle, PageStyle, TextRole, TextStyle } from '../../layout/page-style.js';
import { wordFonts, type WordFont } from './font-names.js';
import { ptToTwips, toHex } from './measures.js';
import { blockStyleName, type BlockStyle } from './block-styles.js';
import {
  anchorStyleName,
  briefStyleName,
  cellBaseStyleName,
  cellRoles,
  characterStyleNames,
  emphasisStyleName,
  guessedLeadStyleName,
  headingStyleId,
  lastEntryStyleName,
  layoutBreakStyleName,
  paragraphStyleNames,
  type StyleName,
} from './style-names.js';

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
} as const;

/** Style the next paragraph gets when a leader presses Enter; its own where not listed. */
const following: Partial<Record<TextRole, TextRole>> = {
  columnHeading: 'title',
  title: 'body',
  subtitle: 'body',
  level1: 'body',
  level2: 'body',
  level3: 'body',
  level4: 'body',
  contentsHeading: 'contentsEntry',
  instructionLabel: 'instructionText',
};

/**
 * The named styles of a Word file, from the page style, with the variants that its blocks need; `baseStylesXml` holds what
 * lies under them.
 */
export function toDocxStyles(
  style: PageStyle,
  faceSet: FaceSet,
  used: readonly (BlockStyle | undefined)[],
  emphases: readonly (readonly MarkKind[])[],
  { hasGuesses, hasNotes }: { readonly hasGuesses: boolean; readonly hasNotes: boolean } = { hasGuesses: false, hasNotes: false },
): IStylesOptions {
  const fonts = wordFonts(faceSet, style.fitting.latinFace);
  const numberFont = wordFonts(faceSet)[style.text.pageNumber.face];
  const roles = (Object.keys(paragraphStyleNames) as TextRole[]).filter((role) => hasNotes || role !== 'footnote');
  return {
    paragraphStyles: [
      ...roles.map((role) => toParagraphStyle(role, style, role === 'pageNumber' ? numberFont : fonts[style.text[role].face])),
      briefStyle,
      lastEntryStyle(style),
      ...variantStyles(used, style),
      toAnchorStyle(anchorStyleName),
    ],
    characterStyles: [
      toLeadStyle(characterStyleNames.lead, style.lead, fonts),
      toLeadStyle(characterStyleNames.briefTitle, style.lead, fonts),
      toLeadStyle(characterStyleNames.noteLabel, style.noteLead, fonts),
      ...(hasGuesses ? [toLeadStyle(guessedLeadStyleName, style.lead, fonts)] : []),
      ...emphases.map((kinds) => toEmphasisStyle(kinds, fonts)),
      { ...layoutBreakStyleName, basedOn: 'DefaultParagraphFont', run: { size: 2 } },
    ],
  };
}

/** Width of one character of a role, in twips, as indents count it. */
export function emTwips(text: TextStyle): number {
  return ptToTwips(text.pitchPt);
}

/** Named fonts for all four scripts of a run, so that no theme or Latin default gets in. */
function toFontAttributes(font: WordFont): {
  readonly ascii: string;
  readonly eastAsia: string;
  readonly hAnsi: string;
  readonly cs: string;
  readonly hint: string;
} {
  return { ascii: font.latin?.name ?? font.name, eastAsia: font.name, hAnsi: font.name, cs: font.name, hint: 'eastAsia' };
}

function toParagraphStyle(role: TextRole, style: PageStyle, font: WordFont): IParagraphStyleOptions {
  const { id, name, heading } = paragraphStyleNames[role];
  const text = style.text[role];
  const keepLines = role === 'title' ? style.keepTitleLines : text.keepWithNext;
  const next = following[role];
  return {
    id,
    name,
    basedOn: heading === undefined ? baseOf(role) : headingStyleId(heading),
    next: next ? paragraphStyleNames[next].id : id,
    quickFormat: true,
    paragraph: {
      alignment: alignments[text.align],
      spacing: {
        before: spaceStandsAbove(role) ? 0 : ptToTwips(text.spaceBeforePt),
        after: ptToTwips(text.spaceAfterPt),
        line: ptToTwips(text.lineHeightPt),
        lineRule: LineRuleType.EXACT,
      },
      indent: { ...toIndent(text), ...hangingIndent(role, style) },
      keepNext: text.keepWithNext,
      ...(keepLines ? { keepLines } : {}),
    },
    run: {
      font: toFontAttributes(font),
      size: text.sizePt * 2,
      color: toHex(text.color),
      bold: text.bold,
      characterSpacing: spacingTwips(text),
      ...(text.scaleX === 1 ? {} : { scale: Math.round(text.scaleX * 100) }),
    },
  };
}

function baseOf(role: TextRole): string {
  return cellRoles.has(role) ? cellBaseStyleName.id : 'Normal';
}

/** Letter spacing of a role, or of its paragraphs that are set closer or wider. */
function spacingTwips(text: TextStyle, fit?: ParagraphFit): number {
  return ptToTwips(pitchSpacingPt(text)) + ptToTwips(fit === undefined ? 0 : fitSpacingPt[fit]);
}

function toIndent(text: TextStyle): NonNullable<NonNullable<IParagraphStyleOptions['paragraph']>['indent']> {
  const twips = (em: number): number => ptToTwips(text.pitchPt * em);
  return {
    left: twips(text.leftIndentEm),
    right: twips(text.rightIndentEm),
    ...(text.firstLineIndentEm > 0
      ? { firstLine: twips(text.firstLineIndentEm), firstLineChars: Math.round(text.firstLineIndentEm * 100) }
      : {}),
  };
}

/** Lines after the first stand in: Word counts the indent of all of them and takes the first one out again. */
function hangingIndent(role: TextRole, style: PageStyle): { readonly left?: number; readonly hanging?: number } {
  const hanging = ptToTwips(hangPt(role, style));
  const { leftIndentEm, pitchPt } = style.text[role];
  return hanging === 0 ? {} : { left: ptToTwips(pitchPt * leftIndentEm) + hanging, hanging };
}

/** Space above a title or a column's name is in the style of what stands before it (`blockStyles`, `lastEntryStyle`). */
function spaceStandsAbove(role: TextRole): boolean {
  return role === 'title' || role === 'columnHeading' || role === 'contentsHeading';
}

function lastEntryStyle({ text: { contentsEntry, contentsHeading } }: PageStyle): IParagraphStyleOptions {
  return {
    ...lastEntryStyleName,
    basedOn: paragraphStyleNames.contentsEntry.id,
    next: paragraphStyleNames.contentsHeading.id,
    paragraph: { spacing: { after: ptToTwips(contentsEntry.spaceAfterPt + contentsHeading.spaceBeforePt) } },
  };
}

const briefStyle: IParagraphStyleOptions = {
  ...briefStyleName,
  basedOn: paragraphStyleNames.body.id,
  next: briefStyleName.id,
  quickFormat: true,
  paragraph: { outlineLevel: 1 },
};

function variantStyles(used: readonly (BlockStyle | undefined)[], style: PageStyle): readonly IParagraphStyleOptions[] {
  const styles = new Map<string, IParagraphStyleOptions>();
  for (const own of used) {
    if (own === undefined) continue;
    const { variant, ...above } = own;
    const { under, ...plain } = above;
    const { fit, ...even } = plain;
    if (fit !== undefined) addVariant(styles, plain, even, {}, { characterSpacing: spacingTwips(style.text[plain.role], fit) });
    if (under !== undefined) {
      const keeps = under === 'joined' ? { keepNext: true } : { widowControl: true };
      addVariant(styles, above, plain, keeps);
    }
    if (variant !== undefined)
      addVariant(styles, own, above, {
        spacing: { after: ptToTwips(variant.afterPt) },
        keepNext: variant.keepNext,
        ...(variant.keepLines ? { keepLines: true } : {}),
      });
  }
  return [...styles.values()];
}

function addVariant(
  styles: Map<string, IParagraphStyleOptions>,
  own: BlockStyle,
  base: BlockStyle,
  paragraph: NonNullable<IParagraphStyleOptions['paragraph']>,
  run: NonNullable<IParagraphStyleOptions['run']> = {},
): void {
  const { id, name } = blockStyleName(own);
  const basedOn = blockStyleName(base).id;
  const next = following[own.role] ?? own.role;
  const nextId = own.isBrief ? briefStyleName.id : paragraphStyleNames[next].id;
  styles.set(id, { id, name, basedOn, next: nextId, paragraph, run });
}

/** One twentieth of a line: Word wants a paragraph after the last table, and this one must not cost a line. */
function toAnchorStyle({ id, name }: StyleName): IParagraphStyleOptions {
  return {
    id,
    name,
    basedOn: 'Normal',
    next: paragraphStyleNames.body.id,
    paragraph: { spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT } },
    run: { size: 2 },
  };
}

function toEmphasisStyle(kinds: readonly MarkKind[], fonts: Readonly<Record<FaceName, WordFont>>): ICharacterStyleOptions {
  return toLeadStyle(emphasisStyleName(kinds), { bold: kinds.includes('bold'), ...(kinds.includes('kai') ? { face: 'kai' } : {}) }, fonts);
}

function toLeadStyle(
  { id, name }: StyleName,
  { bold, face }: LeadStyle,
  fonts: Readonly<Record<FaceName, WordFont>>,
): ICharacterStyleOptions {
  return {
    id,
    name,
    basedOn: 'DefaultParagraphFont',
    quickFormat: true,
    run: { ...(face ? { font: toFontAttributes(fonts[face]) } : {}), ...(bold ? { bold, boldComplexScript: true } : {}) },
  };
}
