import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../shared/app-error.js';
import { readDocxLines } from '../../../../shared/word/read/fold-lines.js';
import { buildDocx } from '../../../helpers/build-docx.js';

const paragraph = (inner: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${inner}</w:p>`;
const run = (text: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const texts = (body: string, parts = {}): readonly string[] =>
  readDocxLines(buildDocx({ body, ...parts }), '甲.docx').lines.map(({ text }) => text);

describe('readDocxLines', () => {
  it('reads bold stretches, line breaks, tabs and alignment', () => {
    const body = paragraph(
      `${run('建强阵地。', '<w:b/>')}${run('示例区')}<w:r><w:tab/><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r>`,
      '<w:jc w:val="center"/>',
    );
    expect(readDocxLines(buildDocx({ body }), '甲.docx').lines).toEqual([
      { line: 1, text: '建强阵地。示例区\t甲\n乙', bold: [{ start: 0, end: 5 }], marks: [], isParagraph: true, align: 'center' },
    ]);
  });

  it('takes bold, outline level and role from styles and their ancestors', () => {
    const styles = `<w:style w:type="paragraph" w:styleId="a"><w:name w:val="基础"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="b"><w:name w:val="文章标题"/><w:basedOn w:val="a"/></w:style>`;
    const body = paragraph(run('标题'), '<w:pStyle w:val="b"/>') + paragraph(run('不粗', '<w:b w:val="0"/>'), '<w:pStyle w:val="b"/>');
    const [first, second] = readDocxLines(buildDocx({ body, styles }), '甲.docx').lines;
    expect(first).toEqual({ line: 1, text: '标题', bold: [{ start: 0, end: 2 }], marks: [], isParagraph: true, heading: 2, role: 'title' });
    expect(second?.bold).toEqual([]);
  });

  it('writes out automatic numbers as Word shows them', () => {
    const level = (index: number, format: string, text: string): string =>
      `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:abstractNum w:abstractNumId="1">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'decimal', '%2.')}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>`;
    const item = (text: string, depth: number): string =>
      paragraph(run(text), `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="7"/></w:numPr>`);
    const body = item('甲', 0) + item('子', 1) + item('丑', 1) + item('乙', 0) + item('寅', 1);
    expect(texts(body, { numbering })).toEqual(['一、甲', '1.子', '2.丑', '二、乙', '1.寅']);
  });

  it('reads text boxes once, after the paragraph they hang on', () => {
    const box = `<w:txbxContent>${paragraph(run('框内'))}</w:txbxContent>`;
    const body = paragraph(
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('段落')}`,
    );
    expect(texts(body)).toEqual(['段落', '框内']);
  });

  it('unwraps WPS document fields around the words', () => {
    const mark =
      '<mc:AlternateContent><mc:Choice Requires="wpsCustomData"><docfieldStart docfieldname="标题"/></mc:Choice></mc:AlternateContent>';
    expect(texts(paragraph(`${mark}${run('示例市通报')}${mark}`))).toEqual(['示例市通报']);
  });

  it('reads tracked changes as accepted, lists what they delete and says so', () => {
    const body = paragraph(
      `${run('原文')}<w:ins w:author="甲"><w:r><w:t>新增</w:t></w:r></w:ins><w:del w:author="乙"><w:r><w:delText>旧词</w:delText></w:r></w:del>`,
    );
    const { lines, leftAside, warnings } = readDocxLines(buildDocx({ body }), '甲.docx');
    expect(lines[0]?.text).toBe('原文新增');
    expect(leftAside).toEqual([{ line: 1, text: '旧词', reason: '修订中删除的文字' }]);
    expect(warnings.join()).toContain('插入 1 处，删除 1 处；修订人：甲、乙');
  });

  it('joins paragraphs whose mark was deleted', () => {
    const body = paragraph(run('上段，'), '<w:rPr><w:del w:author="甲"/></w:rPr>') + paragraph(run('下段。'));
    expect(texts(body)).toEqual(['上段，下段。']);
  });

  it('lists comments and announces them', () => {
    const comments = '<w:comment w:id="1" w:author="审核人"><w:p><w:r><w:t>请核数字</w:t></w:r></w:p></w:comment>';
    const { leftAside, warnings } = readDocxLines(buildDocx({ body: paragraph(run('正文')), comments }), '甲.docx');
    expect(leftAside).toEqual([{ line: 1, text: '请核数字', reason: '批注（审核人）' }]);
    expect(warnings.join()).toContain('批注 1 条（批注人：审核人）');
  });

  it('keeps what a field shows and not its instructions', () => {
    const body = paragraph(
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>10月</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
    );
    expect(texts(body)).toEqual(['10月']);
  });

  it('refuses a part with a DOCTYPE, and a damaged package, naming the file', () => {
    const body = paragraph(run('正文'));
    const bytes = buildDocx({ body });
    expect(() => readDocxLines(bytes.slice(0, bytes.length - 40), '丙.docx')).toThrow(/^丙\.docx：压缩包已损坏/u);
  });

  it('reads or refuses whatever happens to the bytes, and never gives other words', () => {
    const words = '示例区扎实推进文明实践'.repeat(20);
    const bytes = buildDocx({ body: paragraph(run(words)) });
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), fc.nat(bytes.length), (place, change, end) => {
        const damaged = bytes.slice();
        damaged[place] = (damaged[place] ?? 0) ^ change;
        for (const candidate of [damaged, bytes.slice(0, end)]) {
          try {
            const read = readDocxLines(candidate, '丁.docx')
              .lines.map(({ text }) => text)
              .join('');
            expect(['', words]).toContain(read);
          } catch (error) {
            expect(error).toBeInstanceOf(AppError);
          }
        }
      }),
      { numRuns: 400 },
    );
  });
});
