import { describe, expect, it } from 'vitest';
import type { SettingValue } from '../../../shared/layout/page-style-setting.js';
import { learnPageStyle } from '../../../shared/learn-style/learn-page-style.js';
import { buildDocx, type DocxParts } from '../../helpers/build-docx.js';

const report = '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>关于示例工作情况的报告</w:t></w:r></w:p>';

/** What a file with a title before these paragraphs teaches. */
function learn({ body, ...parts }: DocxParts, title = report): (path: string) => SettingValue | undefined {
  let count = 0;
  const docx = buildDocx({ body: title + body, ...parts });
  const { values } = learnPageStyle(docx, '往期.docx', () => `n${String((count += 1))}`);
  return (path) => values.find((value) => value.path === path)?.value;
}

const long =
  '示例区把服务送到群众身边，推动资源在一线集聚、服务在一线开展、成效在一线检验，全区实践站活动参与率明显提升，群众满意率不断提高。';

function paragraph(look: string, words: string): string {
  return `<w:p><w:pPr>${look}</w:pPr><w:r><w:rPr><w:sz w:val="32"/></w:rPr><w:t>${words}</w:t></w:r></w:p>`;
}

const numbered = (count: number): string => String('甲乙丙丁戊己庚辛壬癸'[count] ?? '甲');

describe('the style of text, in a file that holds more than text', () => {
  it('has no indents of a list, however many items there are', () => {
    const item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:ind w:firstLineChars="0"/>';
    const learnt = learn({
      body: [
        paragraph('<w:ind w:firstLineChars="200" w:firstLine="640"/>', `今年以来，${long}`),
        ...Array.from({ length: 6 }, (_, at) => paragraph(item, `${numbered(at)}县${long}`)),
      ].join(''),
      numbering:
        '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/><w:pPr><w:ind w:left="1600" w:hanging="640"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>',
    });
    expect([learnt('text.body.firstLineIndentEm'), learnt('text.body.leftIndentEm')]).toEqual([2, 0]);
  });

  it('is that of most words, not of most paragraphs', () => {
    const learnt = learn({
      body: [
        paragraph('<w:spacing w:line="560" w:lineRule="exact"/>', `今年以来，${long}${long}`),
        ...Array.from({ length: 3 }, (_, at) =>
          paragraph('<w:spacing w:line="400" w:lineRule="exact"/>', `${numbered(at)}县活动开展有序。`),
        ),
      ].join(''),
    });
    expect(learnt('text.body.lineHeightPt')).toBe(28);
  });

  it('has between its paragraphs and a title the greater of their spaces, as Word has', () => {
    const title = (words: string): string =>
      `<w:p><w:pPr><w:jc w:val="center"/><w:outlineLvl w:val="1"/><w:spacing w:before="400" w:after="240"/></w:pPr><w:r><w:rPr><w:sz w:val="44"/></w:rPr><w:t>${words}</w:t></w:r></w:p>`;
    const text = (words: string): string => paragraph('<w:spacing w:before="120" w:after="160"/>', words);
    const head = ['宣传信息专报', '第3期', '示例市委宣传部　　2031年3月5日', '〔经验交流〕'].map((words) => paragraph('', words)).join('');
    const articles = ['示例区书香巷里读书忙', '甲县送戏下乡进村头'].map((words) =>
      [title(words), text(`今年以来，${long}`), text(`去年以来，${long}`)].join(''),
    );
    const learnt = learn({ body: head + articles.join('') }, '');
    // 20 pt above the title, 8 of which our pages have below the text already; 12 below it, where the greater stands by itself.
    expect(
      ['title.spaceBeforePt', 'title.spaceAfterPt', 'body.spaceBeforePt', 'body.spaceAfterPt'].map((path) => learnt(`text.${path}`)),
    ).toEqual([12, 12, 6, 8]);
  });

  it('is not that of cells', () => {
    const cells = Array.from(
      { length: 5 },
      (_, at) => `<w:tc>${paragraph('<w:spacing w:line="300" w:lineRule="exact"/>', `${numbered(at)}县${long}`)}</w:tc>`,
    );
    const learnt = learn({
      body: `${paragraph('<w:spacing w:line="560" w:lineRule="exact"/>', `今年以来，${long}`)}${cells.map((cell) => `<w:tbl><w:tr>${cell}</w:tr></w:tbl>`).join('')}<w:p/>`,
    });
    expect(learnt('text.body.lineHeightPt')).toBe(28);
  });

  it('has Latin in the face most of its letters are in, in Times New Roman where nothing is said, as in Word', () => {
    const latin = (fonts: string, words: string): string => `<w:p><w:r><w:rPr>${fonts}</w:rPr><w:t>${words}</w:t></w:r></w:p>`;
    const [roman, chinese] = ['Times New Roman', '仿宋_GB2312'].map((name) => `<w:rFonts w:ascii="${name}" w:eastAsia="仿宋_GB2312"/>`);
    const few = `今年以来，${long}新增站点36个。`;
    const many = `去年以来，${long}WiFi、Windows系统接入1,032路。`;
    const face = (body: string): SettingValue | undefined => learn({ body })('fitting.latinFace');
    expect(face(latin(chinese ?? '', few) + latin(roman ?? '', many))).toBe('roman');
    expect(face(latin(roman ?? '', few) + latin(chinese ?? '', many))).toBe('');
    expect(face(latin('', many))).toBe('roman');
    const said = (name: string): SettingValue | undefined => face(latin(`<w:rFonts w:ascii="${name}" w:eastAsia="仿宋_GB2312"/>`, many));
    expect(['Arial', 'Calibri', 'Cambria', '宋体', 'Tahoma'].map(said)).toEqual(['sans', 'humanist', 'book', '', undefined]);
  });

  it('is kept with what follows only where most of it is said to be', () => {
    const body = [1, 2, 3].map((at) => paragraph(at === 2 ? '<w:keepNext/>' : '', `第${String(at)}年，${long}`)).join('');
    expect(learn({ body })('text.body.keepWithNext')).toBe(false);
    expect(learn({ body: body.replace('<w:keepNext/>', '') })('text.body.keepWithNext')).toBeUndefined();
  });
});
