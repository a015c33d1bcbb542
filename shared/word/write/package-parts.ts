import { escapeMarkup } from '../../escape-markup.js';
import type { FaceName, FittingStyle } from '../../layout/page-style.js';
import type { LatinWordFont, WordFont } from './font-names.js';
import { toXmlText } from './runs.js';

/** What goes into the properties of a Word file; all of it is given, so that the same issue makes the same file. */
export interface DocxMeta {
  readonly title: string;
  readonly subject: string;
  /** 编发单位; the document's author. */
  readonly organ: string;
  readonly issueKey: string;
  /** Day of the issue, `2022-07-28`. */
  readonly date: string;
  /** SHA-256 of the issue the file was written from. */
  readonly digest?: string;
}

/** Names under which our custom properties stand. */
export const customPropertyNames = { issueKey: 'zhuanbao.issueKey', digest: 'zhuanbao.digest' } as const;

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** Text for XML content and quoted attributes. */
export function escapeXml(text: string): string {
  return escapeMarkup(toXmlText(text));
}

/** `docProps/core.xml` (ECMA-376 part 2, 11): title, subject, author, language, and the day of the issue as its time. */
export function corePropertiesXml(meta: DocxMeta): string {
  const instant = `${meta.date}T00:00:00Z`;
  const author = escapeXml(meta.organ);
  return [
    declaration,
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeXml(meta.title)}</dc:title><dc:subject>${escapeXml(meta.subject)}</dc:subject>`,
    `<dc:creator>${author}</dc:creator><cp:lastModifiedBy>${author}</cp:lastModifiedBy><cp:revision>1</cp:revision>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${instant}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${instant}</dcterms:modified>`,
    '<dc:language>zh-CN</dc:language></cp:coreProperties>',
  ].join('');
}

/** `docProps/app.xml`: the program that wrote the file. */
export function appPropertiesXml(meta: DocxMeta): string {
  return [
    declaration,
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">',
    `<Application>专报编辑台</Application><Company>${escapeXml(meta.organ)}</Company></Properties>`,
  ].join('');
}

/**
 * `word/settings.xml` as Word 2016 would write it for Chinese text: marks stand as wide as they are unless the style
 * closes them up, odd and even footers
 * differ, and no older layout is imitated (compatibilityMode 15).
 * @param footnotes what it says of footnotes, where there are any
 */
export function settingsXml({ closingOpeningEm, closingClosingEm }: FittingStyle, footnotes = ''): string {
  const closesUp = closingOpeningEm > 0 || closingClosingEm > 0;
  const compatUri = 'http://schemas.microsoft.com/office/word';
  const flags = [
    'overrideTableStyleFontSizeAndJustification',
    'enableOpenTypeFeatures',
    'doNotFlipMirrorIndents',
    'differentiateMultirowTableHeaders',
  ];
  return [
    declaration,
    `<w:settings xmlns:w="${wordNamespace}">`,
    '<w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>',
    '<w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>',
    `<w:characterSpacingControl w:val="${closesUp ? 'compressPunctuation' : 'doNotCompress'}"/>`,
    footnotes,
    '<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/>',
    '<w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>',
    `<w:compatSetting w:name="compatibilityMode" w:uri="${compatUri}" w:val="15"/>`,
    ...flags.map((name) => `<w:compatSetting w:name="${name}" w:uri="${compatUri}" w:val="1"/>`),
    '</w:compat><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>',
  ].join('');
}

function latinFontXml({ name, altName, family }: LatinWordFont): string {
  return `<w:font w:name="${name}"><w:altName w:val="${altName}"/><w:charset w:val="00"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`;
}

/** `word/fontTable.xml`: every face with the name it goes by elsewhere, so that a substitute can be found. */
export function fontTableXml(fonts: Readonly<Record<FaceName, WordFont>>): string {
  return [
    declaration,
    `<w:fonts xmlns:w="${wordNamespace}">`,
    ...(fonts.song.latin ? [latinFontXml(fonts.song.latin)] : []),
    ...Object.values(fonts).map((font) =>
      [
        `<w:font w:name="${font.name}"><w:altName w:val="${font.altName}"/><w:charset w:val="86"/>`,
        `<w:family w:val="${font.family}"/><w:pitch w:val="${font.pitch}"/></w:font>`,
      ].join(''),
    ),
    '</w:fonts>',
  ].join('');
}
