/** Footnotes of a Word file: `word/footnotes.xml`, the number in the text, and what the settings say of them. */
import { FootnoteReference, NoteNumberRestart, NumberFormat, TextRun, type IFootnotePropertiesOptions } from 'docx';
import { isParagraphBlock, type Block } from '../../layout/block.js';
import type { PageStyle } from '../../layout/page-style.js';
import { footnotesOf } from '../../layout/paragraph-forms.js';
import { footnoteGapPt, numberRaisePt, numberStyle } from '../../layout/set-footnotes.js';
import { cutAtUnpartedMarks } from '../../layout/unparted-marks.js';
import type { WordFont } from './font-names.js';
import { ptToTwips, toHex } from './measures.js';
import { escapeXml } from './package-parts.js';
import { unpartedLanguage } from './runs.js';
import { footnoteNumberStyleName, paragraphStyleNames } from './style-names.js';

/** Words of every footnote, in order; the first has the id 1. */
export function footnoteWords(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => (isParagraphBlock(block) ? footnotesOf(block).map(({ text }) => text) : []));
}

/** The id of the first footnote of each block. */
export function firstNoteIds(blocks: readonly Block[]): readonly number[] {
  let next = 1;
  return blocks.map((block) => {
    const id = next;
    if (isParagraphBlock(block)) next += footnotesOf(block).length;
    return id;
  });
}

/** The number of a footnote in the text: Word counts it by itself. */
export function footnoteNumberRun(id: number): TextRun {
  return new TextRun({ style: footnoteNumberStyleName.id, children: [new FootnoteReference(id)] });
}

/** Ids of the two rules above notes, of those that start on a page and of those that go on. */
const separators = [
  { id: -1, type: 'separator', element: 'separator' },
  { id: 0, type: 'continuationSeparator', element: 'continuationSeparator' },
] as const;

/** ① ② …, from ① on every page (ECMA-376 part 1, 17.11.18 and 17.11.19); said of each section too, where LibreOffice reads it. */
export const footnoteProperties: IFootnotePropertiesOptions = {
  numberFormat: { type: NumberFormat.DECIMAL_ENCLOSED_CIRCLE_CHINESE },
  restart: NoteNumberRestart.EACH_PAGE,
};

/** The same for the whole file, with the rules above the notes. */
export function footnoteSettingsXml(): string {
  const rules = separators.map(({ id }) => `<w:footnote w:id="${String(id)}"/>`).join('');
  return `<w:footnotePr><w:numFmt w:val="decimalEnclosedCircleChinese"/><w:numRestart w:val="eachPage"/>${rules}</w:footnotePr>`;
}

/** `word/footnotes.xml`: the rules, then every note in a paragraph of its style. */
export function footnotesXml(words: readonly string[]): string {
  const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const spacing = `<w:spacing w:before="0" w:after="0" w:line="${String(ptToTwips(footnoteGapPt))}" w:lineRule="exact"/>`;
  const rules = separators.map(
    ({ id, type, element }) =>
      `<w:footnote w:type="${type}" w:id="${String(id)}"><w:p><w:pPr>${spacing}</w:pPr><w:r><w:${element}/></w:r></w:p></w:footnote>`,
  );
  const style = `<w:pPr><w:pStyle w:val="${paragraphStyleNames.footnote.id}"/></w:pPr>`;
  const number = `<w:r><w:rPr><w:rStyle w:val="${footnoteNumberStyleName.id}"/><w:position w:val="0"/></w:rPr><w:footnoteRef/></w:r>`;
  const notes = words.map(
    (text, index) => `<w:footnote w:id="${String(index + 1)}"><w:p>${style}${number}${textRunsXml(text)}</w:p></w:footnote>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes xmlns:w="${namespace}">${[...rules, ...notes].join('')}</w:footnotes>`;
}

function textRunsXml(text: string): string {
  return cutAtUnpartedMarks(text)
    .map((piece, index) => {
      const language = index % 2 === 0 ? '' : `<w:lang w:eastAsia="${unpartedLanguage.eastAsia}"/>`;
      const words = `<w:t xml:space="preserve">${escapeXml(piece)}</w:t>`;
      return piece === '' ? '' : `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/>${language}</w:rPr>${words}</w:r>`;
    })
    .join('');
}

/**
 * The style of the numbers in the text; Word and others know it by its name. Raised, not superscript: how small a superscript
 * is differs by program, and lines would end elsewhere. LibreOffice shows it on the line.
 */
export function footnoteNumberStyleXml(style: PageStyle, font: WordFont): string {
  const { sizePt, color } = numberStyle(style);
  const size = String(sizePt * 2);
  const fonts = `w:ascii="${font.name}" w:eastAsia="${font.name}" w:hAnsi="${font.name}" w:cs="${font.name}" w:hint="eastAsia"`;
  return [
    `<w:style w:type="character" w:styleId="${footnoteNumberStyleName.id}"><w:name w:val="${footnoteNumberStyleName.name}"/>`,
    `<w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:rFonts ${fonts}/><w:color w:val="${toHex(color)}"/><w:spacing w:val="0"/><w:w w:val="100"/>`,
    `<w:position w:val="${String(numberRaisePt(style) * 2)}"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/><w:vertAlign w:val="baseline"/></w:rPr></w:style>`,
  ].join('');
}
