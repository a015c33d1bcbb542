/** A contents that Word makes itself (a TOC field) on the cover of an issue: its titles, not the page numbers or the heading. */
import { describe, expect, it } from 'vitest';
import { plainColumnName, plainTitle } from '../../../../shared/document/issue.js';
import { recognize } from '../../../../shared/recognize/recognize.js';
import { readDocxLines } from '../../../../shared/word/read/fold-lines.js';
import { buildDocx } from '../../../helpers/build-docx.js';

const run = (text: string): string =>
  `<w:r>${text
    .split('\t')
    .map((part) => `<w:t xml:space="preserve">${part}</w:t>`)
    .join('<w:tab/>')}</w:r>`;
const paragraph = (text: string, style = ''): string =>
  `<w:p><w:pPr>${style === '' ? '' : `<w:pStyle w:val="${style}"/>`}</w:pPr>${run(text)}</w:p>`;
const named = (id: string, name: string, more = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
const outline = (level: number): string => `<w:pPr><w:outlineLvl w:val="${String(level)}"/></w:pPr>`;
const styles =
  named('H1', 'heading 1', outline(0)) +
  named('H2', 'heading 2', outline(1)) +
  named('T0', 'TOC Heading') +
  named('T1', 'toc 1') +
  named('T2', 'toc 2');

const articles = [
  ['工作动态', '示例区召开书香建设推进会', '示例区召开书香建设推进会，部署全年三十项任务，明确时限和责任单位。会议要求，逐项落实。'],
  ['经验交流', '甲县“三个一”办活社区书房', '甲县把旧门市改成社区书房六处，藏书两万册，每日接待读者三千人次。书房由志愿者轮流值守。'],
  ['经验交流', '乙镇让戏台热闹起来', '乙镇修缮老戏台九座，组建庄户剧团四个，演出四十场。群众自编自演，月月有新戏。'],
] as const;

const field = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
const code = '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r>';

/** An entry as Word writes it: a link over the words, a tab and a field with the page. */
const entry = (style: string, text: string, page: number, opening = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${opening}<w:hyperlink w:anchor="_Toc1">${run(text)}<w:r><w:tab/></w:r>${field('begin')}<w:r><w:instrText> PAGEREF _Toc1 \\h </w:instrText></w:r>${field('separate')}${run(String(page))}${field('end')}</w:hyperlink></w:p>`;

function issueOf(columnMark: (name: string) => string, wrap: (xml: string) => string): string {
  const columns = ['工作动态', '经验交流'];
  const ofColumn = (name: string) => articles.filter(([column]) => column === name);
  const opening = `${field('begin')}${code}${field('separate')}`;
  const toc = columns
    .flatMap((name, at) => [
      entry('T1', columnMark(name), at + 2, at === 0 ? opening : ''),
      ...ofColumn(name).map(([, title]) => entry('T2', title, at + 2)),
    ])
    .join('');
  const body = columns.flatMap((name) => [
    paragraph(columnMark(name), 'H1'),
    ...ofColumn(name).flatMap(([, title, text]) => [paragraph(title, 'H2'), paragraph(text), paragraph('（示例区委宣传部）')]),
  ]);
  return [
    paragraph('海潮宣传简报'),
    paragraph('第3期'),
    paragraph('中共海潮市委宣传部\t2031年4月12日'),
    wrap(`${paragraph('目 录', 'T0')}${toc}<w:p>${field('end')}</w:p>`),
    ...body,
    paragraph('报：省委宣传部'),
    paragraph('承办：信息科　审核：张三　编辑：李四　电话：00000000'),
  ].join('');
}

describe('a contents made by Word', () => {
  const sdt = (xml: string): string =>
    `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${xml}</w:sdtContent></w:sdt>`;
  it.each([
    ['with columns in brackets', (name: string) => `〔${name}〕`, (xml: string) => xml],
    ['with columns in brackets, as a building block', (name: string) => `〔${name}〕`, sdt],
    ['with bare columns', (name: string) => name, sdt],
  ])('is that of the issue, %s', (_name, mark, wrap) => {
    const read = readDocxLines(buildDocx({ body: issueOf(mark, wrap), styles }), '第3期.docx');
    let ids = 0;
    const result = recognize(read.lines, { nextId: () => `i${String((ids += 1))}` });
    if (result.kind !== 'issue') throw new Error(result.notes.join());
    expect(
      result.issue.columns.flatMap(({ name, items }) =>
        items.map((item) => [plainColumnName(name), plainTitle(item.title), item.coverTitle, item.paragraphs.length, item.sources.length]),
      ),
    ).toEqual(articles.map(([column, title]) => [column, title, undefined, 1, 1]));
    expect(result.guessed).toEqual([]);
    expect(result.warnings).toEqual([]);
    expect(result.leftAside.map(({ text }) => text).join('')).not.toMatch(/[甲乙示]/u);
  });
});
