import { Document, Packer, SectionType, type ISectionOptions, type IStylesOptions } from 'docx';
import { markedPieces, type MarkKind, type Marks } from '../../document/text-marks.js';
import { isParagraphBlock, type Block } from '../../layout/block.js';
import { isGuess, marksOf } from '../../layout/paragraph-forms.js';
import type { FaceSet } from '../../layout/faces.js';
import { fitCover } from '../../layout/fit-cover.js';
import { layoutIssue } from '../../layout/layout-issue.js';
import type { Page } from '../../layout/page.js';
import { proofHeadStyle, type ProofMarks } from '../../layout/proof-marks.js';
import type { PageStyle } from '../../layout/page-style.js';
import type { PictureBytes } from '../../pictures/picture-bytes.js';
import { baseStylesXml } from './base-styles.js';
import { sectionElements, type SectionElements } from './block-elements.js';
import { blockStyles } from './block-styles.js';
import { finishPackage } from './finish-package.js';
import { footnoteNumberStyleXml, footnoteProperties, footnoteSettingsXml, footnotesXml, footnoteWords } from './footnotes.js';
import { wordFonts } from './font-names.js';
import { emptyFooters, footerDistance, pageFooters } from './footers.js';
import { toPageBox } from './measures.js';
import { appPropertiesXml, corePropertiesXml, customPropertyNames, fontTableXml, settingsXml, type DocxMeta } from './package-parts.js';
import { proofHeaderDistance, proofHeaders, proofHeadWordStyle } from './proof-headers.js';
import { readPageFacts } from './page-facts.js';
import { toDocxStyles } from './styles.js';

export interface DocxOptions {
  /** Official face names (the default) or those of Chinese Windows. */
  readonly faceSet?: FaceSet;
  /** The pages of these blocks in this style, where the caller has them already. */
  readonly pages?: readonly Page[];
  /** The pictures in the blocks. */
  readonly pictures?: PictureBytes;
  /** The marks of a proof, where it is one. */
  readonly proof?: ProofMarks;
}

/**
 * An issue as a Word file that flows natively: named styles, outline levels, bookmarks, real page number fields.
 * The same blocks, style and meta give the same bytes.
 */
export async function writeDocx(
  blocks: readonly Block[],
  style: PageStyle,
  meta: DocxMeta,
  options: DocxOptions = {},
): Promise<Uint8Array> {
  const faceSet = options.faceSet ?? 'gb2312';
  const fonts = wordFonts(faceSet, style.fitting.latinFace);
  const fitted = fitCover(blocks, style);
  const notes = footnoteWords(blocks);
  const hasNotes = notes.length > 0;
  const facts = readPageFacts(options.pages ?? layoutIssue(blocks, style));
  const document = new Document({
    externalStyles: baseStylesXml(
      fonts[style.text.body.face],
      style.fitting,
      hasNotes ? footnoteNumberStyleXml(style, fonts[style.text.body.face]) : '',
    ),
    styles: withProofStyle(
      toDocxStyles(fitted, faceSet, blockStyles(blocks, fitted, facts.linesWithTail), emphasesOf(blocks), {
        hasGuesses: blocks.some(isGuess),
        hasNotes,
      }),
      style,
      fonts,
      options.proof,
    ),
    evenAndOddHeaderAndFooters: true,
    customProperties: [
      { name: customPropertyNames.issueKey, value: meta.issueKey },
      ...(meta.digest === undefined ? [] : [{ name: customPropertyNames.digest, value: meta.digest }]),
    ],
    sections: sectionElements(blocks, fitted, facts, options.pictures ?? (() => undefined)).map((section) =>
      toSection(section, style, hasNotes, options.proof),
    ),
  });
  return finishPackage(new Uint8Array(await Packer.toArrayBuffer(document)), {
    'docProps/core.xml': corePropertiesXml(meta),
    'docProps/app.xml': appPropertiesXml(meta),
    'word/settings.xml': settingsXml(style.fitting, hasNotes ? footnoteSettingsXml() : ''),
    ...(hasNotes ? { 'word/footnotes.xml': footnotesXml(notes) } : {}),
    'word/fontTable.xml': fontTableXml(fonts),
  });
}

/** Every combination of emphasis that the blocks have, in a fixed order. */
function emphasesOf(blocks: readonly Block[]): readonly (readonly MarkKind[])[] {
  const found = blocks.flatMap(markedTexts).flatMap(({ text, marks }) => markedPieces(text, marks).map(({ kinds }) => kinds));
  const byName = new Map(found.filter((kinds) => kinds.length > 0).map((kinds) => [kinds.join(), kinds]));
  return [...byName].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, kinds]) => kinds);
}

function markedTexts(block: Block): readonly { readonly text: string; readonly marks?: Marks }[] {
  if (block.kind === 'table') return [block.caption, ...block.rows.flat()];
  return isParagraphBlock(block) ? [{ text: block.text, marks: marksOf(block) }] : [];
}

function withProofStyle(
  styles: IStylesOptions,
  style: PageStyle,
  fonts: ReturnType<typeof wordFonts>,
  proof: ProofMarks | undefined,
): IStylesOptions {
  if (proof === undefined) return styles;
  return { ...styles, paragraphStyles: [...(styles.paragraphStyles ?? []), proofHeadWordStyle(style, fonts[proofHeadStyle(style).face])] };
}

function toSection(
  { kind, children }: SectionElements,
  style: PageStyle,
  hasNotes: boolean,
  proof: ProofMarks | undefined,
): ISectionOptions {
  const margin = { ...margins(style), ...(proof ? { header: proofHeaderDistance(style) } : {}) };
  const page = { size: paperSize(style), margin };
  const headers = proof && proofHeaders(proof, style);
  if (kind === 'unnumbered')
    return { properties: { type: SectionType.NEXT_PAGE, page }, ...(headers ? { headers } : {}), footers: emptyFooters(), children };
  return {
    properties: { ...(style.pageNumber.onCover ? {} : { titlePage: true }), ...(hasNotes ? { footnoteProperties } : {}), page },
    ...(headers ? { headers } : {}),
    footers: pageFooters(style),
    children,
  };
}

function paperSize(style: PageStyle): { readonly width: number; readonly height: number } {
  const { width, height } = toPageBox(style);
  return { width, height };
}

function margins(style: PageStyle): Readonly<Record<'top' | 'right' | 'bottom' | 'left' | 'header' | 'footer' | 'gutter', number>> {
  const { top, right, bottom, left } = toPageBox(style);
  return { top, right, bottom, left, header: Math.round(top / 2), footer: footerDistance(style), gutter: 0 };
}
