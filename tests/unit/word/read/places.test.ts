/** What hangs on places of a Word file is kept or told one by one, where it stands. */
import { describe, expect, it } from 'vitest';
import { readDocxLines } from '../../../../shared/word/read/fold-lines.js';
import { buildDocx } from '../../../helpers/build-docx.js';

const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
const paragraph = (content: string) => `<w:p>${content}</w:p>`;
const mark = (name: string, id: number) => `<w:${name} w:id="${id}"/>`;
const read = (parts: Parameters<typeof buildDocx>[0]) => readDocxLines(buildDocx(parts), '甲.docx');

describe('comments', () => {
  const comment = (id: number, author: string, text: string) =>
    `<w:comment w:id="${id}" w:author="${author}">${paragraph(run(text))}</w:comment>`;
  const about = (id: number, words: string) =>
    `${mark('commentRangeStart', id)}${run(words)}${mark('commentRangeEnd', id)}<w:r>${mark('commentReference', id)}</w:r>`;

  it('carry their author, their line and the words they are about', () => {
    const body = paragraph(run('开头')) + paragraph(`${run('藏书')}${about(1, '两万册')}${run('，')}${about(2, '六处')}`);
    const { leftAside, lines } = read({ body, comments: comment(1, '王审', '请核') + comment(2, '李审', '是否七处') });
    expect(leftAside).toEqual([
      { line: 2, text: '请核', reason: '批注（王审，针对“两万册”）' },
      { line: 2, text: '是否七处', reason: '批注（李审，针对“六处”）' },
    ]);
    expect(lines[1]?.text).toBe('藏书两万册，六处');
  });

  it('carry the words of several paragraphs, and none where they only stand at a point', () => {
    const body =
      paragraph(`${run('一')}${mark('commentRangeStart', 1)}${run('二三')}`) +
      paragraph(`${run('四')}${mark('commentRangeEnd', 1)}${run('五')}`) +
      paragraph(`${run('六')}<w:r>${mark('commentReference', 2)}</w:r>`);
    const { leftAside } = read({ body, comments: comment(1, '', '连起来') + comment(2, '王审', '补充') });
    expect(leftAside.map(({ line, reason }) => [line, reason])).toEqual([
      [1, '批注（未署名，针对“二三四”）'],
      [3, '批注（王审）'],
    ]);
  });
});

describe('notes, pictures, tables, text boxes, embedded files', () => {
  it('hangs a footnote on the words that refer to it', () => {
    const footnotes = `<w:footnote w:type="separator" w:id="0">${paragraph(run('—'))}</w:footnote><w:footnote w:id="2">${paragraph(run('见年鉴。'))}</w:footnote>`;
    const body =
      paragraph(`${run('藏书两万册')}<w:r>${mark('footnoteReference', 2)}</w:r>${run('。')}`) + paragraph(run('（示例区委宣传部）'));
    const { leftAside, lines } = read({ body, footnotes });
    expect(leftAside).toEqual([]);
    expect(lines[0]?.footnotes).toEqual([{ at: 5, text: '见年鉴。', reason: '脚注，在“藏书两万册”之后，没有收入正文' }]);
    expect(lines.map(({ text }) => text)).toEqual(['藏书两万册。', '（示例区委宣传部）']);
  });

  it('lists each picture with what it is called', () => {
    const drawing = (attributes: string) => `<w:r><w:drawing><docPr ${attributes}/><blip/></w:drawing></w:r>`;
    const body = paragraph(run('甲')) + paragraph(drawing('descr="书房外景"')) + paragraph(`${run('乙')}${drawing('')}`);
    expect(read({ body }).leftAside).toEqual([
      { line: 2, text: '图片：书房外景', reason: '图片没有收入' },
      { line: 3, text: '图片', reason: '图片没有收入' },
    ]);
  });

  it('makes one line of a table, but not of one that only sets a line', () => {
    const row = (...cells: readonly string[]) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(run(cell))}</w:tc>`).join('')}</w:tr>`;
    const body = paragraph(run('甲')) + `<w:tbl>${row('项目', '数')}${row('书房', '6')}</w:tbl><w:tbl>${row('左', '右')}</w:tbl>`;
    const { warnings, lines } = read({ body });
    expect(warnings).toEqual([]);
    expect(lines.map(({ text }) => text)).toEqual(['甲', '\n项目\t数\n书房\t6', '左', '右']);
    expect(lines.map(({ table }) => table)).toEqual([undefined, { headerRows: 1 }, undefined, undefined]);
  });

  it('tells of each text box and each embedded file', () => {
    const box = `<w:r><w:pict><w:txbxContent>${paragraph(run('装订线'))}</w:txbxContent></w:pict></w:r>`;
    const { warnings, leftAside } = read({ body: paragraph(run('甲') + box) + '<w:altChunk w:id="r9"/>' });
    expect(warnings).toEqual([
      '第1段的文本框“装订线”接在该段之后，请核对位置。',
      '第3段处嵌有另一份文件，没有读入。请在 Word 里打开，另存为 .docx 后再导入。',
    ]);
    expect(leftAside).toEqual([{ line: 3, text: '嵌入的文件', reason: '嵌在文稿里的另一份文件，没有读入' }]);
  });
});

describe('tracked changes', () => {
  const by = 'w:author="王审"';
  it('count a move once and changes to a table each', () => {
    const moved = `<w:moveFrom ${by}>${run('甲')}</w:moveFrom>${run('乙')}<w:moveTo ${by}>${run('甲')}</w:moveTo>`;
    const cell = `<w:tc><w:tcPr><w:tcPrChange ${by}/></w:tcPr>${paragraph(run('丙'))}</w:tc>`;
    const table = `<w:tbl><w:tblPr><w:tblPrChange ${by}/></w:tblPr><w:tr><w:trPr><w:trPrChange ${by}/></w:trPr>${cell}</w:tr></w:tbl>`;
    const { warnings } = read({ body: paragraph(moved) + table });
    expect(warnings.join()).toContain('移动 1 处，格式修改 3 处');
  });
});
