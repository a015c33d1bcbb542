import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faceLabels, latinFaceNames } from '../../../shared/layout/faces.js';
import { resolvePageStyle } from '../../../shared/layout/page-style-settings.js';
import { buildDocx } from '../../helpers/build-docx.js';
import { compareLearnt } from '../../helpers/compare-learnt.js';
import { hasLibreOffice, openLibreOffice, type LibreOffice } from '../../helpers/libreoffice.js';
import { officeFile, plainHand } from '../../helpers/office-file.js';

const words = [
  '围绕群众所需，甲县在12个乡镇建起“流动讲堂”86个，组织宣讲员320余名走村入户；乙区把APP、H5等新载体用起来，',
  '推出《示例区文明实践指引》（试行），线上线下同频共振，覆盖率达97.3%，比去年提高5个百分点。丙市坚持“群众点单、',
  '中心派单、站所接单”，全年开展活动1,032场，让党的创新理论“飞入寻常百姓家”。',
].join('');

const changes = {
  'text.body.lineHeightPt': 27.7,
  'text.body.sizePt': 15,
  'text.body.pitchPt': 15,
  'text.body.face': 'song',
  'marginMm.left': 30,
  'text.title.sizePt': 20,
} as const;
const style = resolvePageStyle(changes);
/** As GB/T 9704 has it: a line holds a character more than type of its size would leave room for. */
const narrow = resolvePageStyle({ ...changes, 'text.body.pitchPt': 14.9 });

/** Characters stand wider apart than they are, or are narrower than their size. */
const wide = resolvePageStyle({ ...changes, 'text.body.pitchPt': 16.5 });
const scaled = resolvePageStyle({ ...changes, 'text.body.scaleX': 0.8, 'text.body.pitchPt': 12 });

const latinWords = `${words}依托WiFi、Windows和HarmonyOS系统，MIMO与LoRaWAN等technology用于一线，让Willow Wall（示例）项目落地。`;

/** Indents in characters are left out: LibreOffice 7.4 goes by the twips beside them, Word by the characters. */
const files: Readonly<Record<string, () => Uint8Array>> = {
  'named styles': () => officeFile(style, { ...plainHand, indents: 'twips' }, words),
  'direct formatting on a grid of lines': () =>
    officeFile(style, { ...plainHand, indents: 'twips', looks: 'direct', grid: 'lines' }, words),
  'both, blanks for indents': () =>
    officeFile(style, { ...plainHand, looks: 'mixed', indents: 'blanks', spaces: 'lines', bodyFace: 'theme' }, words),
  'a grid of characters narrower than the type': () =>
    officeFile(narrow, { ...plainHand, indents: 'twips', looks: 'direct', grid: 'linesAndChars' }, words),
  'a grid of characters wider than the type': () =>
    officeFile(wide, { ...plainHand, indents: 'twips', looks: 'direct', grid: 'linesAndChars' }, words),
  'styles upon styles, headings that Word counts, lengths in points': () => countedHeadings(),
  'characters set wider': () => officeFile(wide, { ...plainHand, indents: 'twips', looks: 'direct' }, words),
  'characters set narrow': () => officeFile(scaled, { ...plainHand, indents: 'twips' }, words),
  'written by a program that knows no Chinese': () =>
    changed(officeFile(style, { ...plainHand, indents: 'twips', looks: 'direct' }, words), (xml) =>
      xml.replaceAll('<w:rPr>', '<w:rPr><w:lang w:val="en-US" w:eastAsia="en-US"/>'),
    ),
  ...Object.fromEntries(
    latinFaceNames.map((face) => [
      `Latin in ${faceLabels[face]}`,
      () =>
        officeFile(
          resolvePageStyle({ ...changes, 'fitting.latinFace': face }),
          { ...plainHand, indents: 'twips', looks: 'direct' },
          latinWords,
        ),
    ]),
  ),
  'hanging marks spoken of, as WPS does': () =>
    changed(officeFile(style, { ...plainHand, indents: 'twips', looks: 'direct' }, words), (xml) =>
      xml.replaceAll(/<w:keepNext [^>]*\/>/gu, (keep) => `${keep}<w:overflowPunct/>`),
    ),
};

/** A manuscript of which every look is a style's, and the numbers of its headings are the program's. */
function countedHeadings(): Uint8Array {
  const style = (id: string, name: string, base: string, look: string, type = ''): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${base && `<w:basedOn w:val="${base}"/>`}<w:pPr>${look}</w:pPr><w:rPr>${type}</w:rPr></w:style>`;
  const face = (name: string): string => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}"/>`;
  const level = (at: number, id: string, text: string): string =>
    `<w:lvl w:ilvl="${String(at)}"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:pStyle w:val="${id}"/><w:suff w:val="nothing"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const heading = (at: number): string =>
    `<w:keepNext/><w:numPr><w:ilvl w:val="${String(at)}"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="${String(at)}"/>`;
  const paragraph = (id: string, own: string): string => `<w:p><w:pPr><w:pStyle w:val="${id}"/></w:pPr><w:r><w:t>${own}</w:t></w:r></w:p>`;
  const parts = ['建强阵地', '用活载体', '做实保障'].flatMap((own) => [
    paragraph('H1', own),
    paragraph('H2', '健全机制'),
    ...['第一，', '第二，', '第三，'].map((first) => paragraph('Text', first + own + words + words)),
  ]);
  const page = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1701" w:right="1701" w:bottom="1701" w:left="1701"/></w:sectPr>';
  return buildDocx({
    body: paragraph('Title', '关于示例区推进阵地建设的报告') + parts.join('') + page,
    styles: [
      '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>',
      style(
        'Base',
        '底',
        '',
        '<w:jc w:val="both"/><w:spacing w:line="26pt" w:lineRule="exact"/>',
        `${face('楷体')}<w:spacing w:val="-4"/><w:sz w:val="30"/>`,
      ),
      style('Text', '文', 'Base', '<w:ind w:firstLine="30pt"/>'),
      style('Title', 'Title', 'Base', '<w:jc w:val="center"/>', `${face('黑体')}<w:sz w:val="40"/>`),
      style('H1', 'heading 1', 'Text', heading(0), face('黑体')),
      style('H2', 'heading 2', 'Text', heading(1), '<w:b/>'),
    ].join(''),
    numbering: `<w:abstractNum w:abstractNumId="0">${level(0, 'H1', '%1、')}${level(1, 'H2', '（%2）')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
  });
}

/** A Word file with its main part changed. */
function changed(docx: Uint8Array, change: (xml: string) => string): Uint8Array {
  const { 'word/document.xml': main = new Uint8Array(), ...others } = unzipSync(docx);
  return zipSync({ ...others, 'word/document.xml': strToU8(change(strFromU8(main))) });
}

describe.skipIf(!hasLibreOffice)('an office’s file, and our pages in the style learnt from it', { concurrent: true }, () => {
  let office: LibreOffice | undefined;
  beforeAll(async () => {
    office = await openLibreOffice();
  }, 120_000);
  afterAll(() => office?.close());

  it.each(Object.entries(files))(
    'break at the same characters: %s',
    async (_name, file) => {
      if (!office) throw new Error('no LibreOffice');
      const { learnt, byDefault, all, apart } = await compareLearnt(file(), office);
      expect(all.lines).toBeGreaterThan(60);
      expect(apart).toEqual({ cell: 0, otherwise: 0, title: 0, unplaced: 0 });
      expect(learnt).toEqual({ lines: all.lines, equal: all.lines });
      expect(byDefault.equal / byDefault.lines).toBeLessThan(0.5);
    },
    120_000,
  );

  it('are compared where the style can tell: not in cells, nor where a paragraph stands apart', async () => {
    if (!office) throw new Error('no LibreOffice');
    const paragraph = (indent: number, own: string): string =>
      `<w:p><w:pPr><w:ind w:left="${String(indent)}"/></w:pPr><w:r><w:rPr><w:sz w:val="32"/></w:rPr><w:t>${own}${words}</w:t></w:r></w:p>`;
    const docx = buildDocx({
      body: [
        '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>关于示例工作情况的报告</w:t></w:r></w:p>',
        ...['第一年', '第二年', '第三年'].map((own) => paragraph(0, own)),
        paragraph(1600, '此外，'),
        `<w:tbl><w:tr><w:tc>${paragraph(0, '另外，')}</w:tc></w:tr></w:tbl><w:p/>`,
      ].join(''),
    });
    const { learnt, all, apart } = await compareLearnt(docx, office);
    expect(apart.otherwise).toBeGreaterThan(4);
    expect(apart.cell).toBeGreaterThan(4);
    expect(learnt.lines).toBe(all.lines - apart.otherwise - apart.cell);
    expect(learnt.lines).toBeGreaterThan(12);
  }, 120_000);
});
