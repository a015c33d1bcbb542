import type { WordFont } from './font-names.js';
import type { FittingStyle } from '../../layout/page-style.js';
import { cellBaseStyleName, headingStyleId, type HeadingDepth } from './style-names.js';

const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

const headingDepths = [1, 2, 3, 4, 5, 6] as const;

/** Word's own heading, bare: ours are based on it, so that every reader knows titles by it. */
function headingXml(depth: HeadingDepth): string {
  return [
    `<w:style w:type="paragraph" w:styleId="${headingStyleId(depth)}"><w:name w:val="heading ${String(depth)}"/><w:basedOn w:val="Normal"/>`,
    `<w:next w:val="Normal"/><w:uiPriority w:val="9"/><w:pPr><w:outlineLvl w:val="${String(depth - 1)}"/></w:pPr></w:style>`,
  ].join('');
}

/**
 * The styles every Word file must have, under our named ones. No widow control, which would move page ends of the
 * 22-line page, and no grid. What Word does by itself stays unsaid: forbidden marks kept from line edges, closing marks
 * hanging, a quarter em between Chinese and Latin. (LibreOffice 7.4 reads a spoken overflowPunct as its opposite.)
 */
export function baseStylesXml(body: WordFont, { hangingMarks }: FittingStyle, more = ''): string {
  const fonts = `w:ascii="${body.latin?.name ?? body.name}" w:eastAsia="${body.name}" w:hAnsi="${body.name}" w:cs="${body.name}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    `<w:styles xmlns:w="${namespace}">`,
    '<w:docDefaults>',
    `<w:rPrDefault><w:rPr><w:rFonts ${fonts}/><w:sz w:val="32"/><w:szCs w:val="32"/>`,
    '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>',
    '<w:pPrDefault><w:pPr><w:widowControl w:val="0"/>',
    `${hangingMarks ? '' : '<w:overflowPunct w:val="0"/>'}<w:snapToGrid w:val="0"/></w:pPr></w:pPrDefault>`,
    '</w:docDefaults>',
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${cellBaseStyleName.id}"><w:name w:val="${cellBaseStyleName.name}"/>`,
    '<w:basedOn w:val="Normal"/><w:pPr><w:overflowPunct w:val="0"/></w:pPr></w:style>',
    ...headingDepths.map(headingXml),
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>',
    '<w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>',
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>',
    '<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>',
    '<w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/>',
    '<w:semiHidden/><w:unhideWhenUsed/></w:style>',
    more,
    '</w:styles>',
  ].join('');
}
