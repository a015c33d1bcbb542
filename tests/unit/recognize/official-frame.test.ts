/** Manuscripts that are official documents, or have a contents of their own: only their words are the article's. */
import { describe, expect, it } from 'vitest';
import { readText } from '../../../shared/recognize/read-text.js';
import { recognize } from '../../../shared/recognize/recognize.js';
import { readDocxLines } from '../../../shared/word/read/fold-lines.js';
import { buildDocx } from '../../helpers/build-docx.js';

const paragraph = (text: string, own = '') => `<w:p><w:pPr>${own}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const centred = '<w:jc w:val="center"/>';
const outline = (level: number) => `<w:outlineLvl w:val="${String(level)}"/>`;
const entry = (text: string, page: number) => `<w:p><w:r><w:t>${text}</w:t></w:r><w:r><w:tab/><w:t>${String(page)}</w:t></w:r></w:p>`;
const words = '近日，示例区把旧门市改成社区书房六处，藏书两万册，每日接待读者三千人次。';

function read(...body: readonly string[]) {
  const result = recognize(readDocxLines(buildDocx({ body: body.join('') }), '稿.docx').lines, { as: 'article', nextId: () => 'i' });
  if (result.kind !== 'article') throw new Error('an issue');
  const { title, paragraphs, sources } = result.article;
  const left = (reason: string) => result.leftAside.filter((each) => each.reason.startsWith(reason)).map(({ text }) => text);
  return { title, texts: paragraphs.map(({ text }) => text), sources, facts: result.facts, notes: result.notes, left };
}

describe('an official document', () => {
  const title = ['示例区人民政府关于推进社区书房建设', '有关情况的报告'].map((text) => paragraph(text, centred));
  const document = (...head: readonly string[]) => read(...head.map((text) => paragraph(text, centred)), ...title, paragraph(words));
  const whole = '示例区人民政府关于推进社区书房建设 \n有关情况的报告';

  it.each([
    [['示例区人民政府文件', '示府〔2031〕3号'], ['示例区人民政府文件']],
    [
      ['000001', '机密★10年', '特急', '示例区人民政府文件', '示府发〔2031〕12号'],
      ['000001', '示例区人民政府文件'],
    ],
    [['示例区委宣传部', '示宣[2031]12号'], ['示例区委宣传部']],
  ])('begins with its title, behind what is printed over it: %s', (head, left) => {
    const result = document(...head);
    expect([result.title.replaceAll(' ', ''), result.texts]).toEqual([whole.replaceAll(' ', ''), [words]]);
    expect(result.left('公文的版头')).toEqual(left);
    expect(result.notes).toContain(`文中标明：${head.at(-1) ?? ''}。`);
    if (head.includes('特急')) expect(result.notes).toEqual(expect.arrayContaining(['文中标明：机密★10年。', '文中标明：特急。']));
  });

  it('says who signed it beside its number', () => {
    const { facts, notes } = document('示例区人民政府文件', '示府〔2031〕3号　　　　签发人：张某某');
    expect([facts.signedBy, notes.includes('文中标明：示府〔2031〕3号。')]).toEqual(['张某某', true]);
  });

  it('keeps a title that stands over the number', () => {
    const result = read(paragraph('关于推进社区书房建设的通知', centred), paragraph('示府〔2031〕3号', centred), paragraph(words));
    expect([result.title, result.texts, result.left('公文的版头')]).toEqual(['关于推进社区书房建设的通知', [words], []]);
  });

  it('keeps a number within its words', () => {
    const text = `示府〔2031〕3号文件印发以来，${words}`;
    expect(read(paragraph('示例区书房多', centred), paragraph(text), paragraph(words)).texts).toEqual([text, words]);
  });

  it('ends with who sent it, before what is printed below', () => {
    const tail = ['示例区委宣传部', '2031年3月4日', '抄送：示例市委宣传部，示例市文化局。', '示例区委办公室　2031年3月5日印发'];
    const result = read(paragraph('示例区书房多', centred), paragraph(words), ...tail.map((text) => paragraph(text)));
    expect([result.texts, result.sources, result.left('公文的版记').length]).toEqual([[words], ['示例区委宣传部'], 2]);
  });
});

describe('over the words of a manuscript', () => {
  it('a contents of its headings is left aside', () => {
    const heads = ['建好阵地', '带好队伍'];
    const text = heads.flatMap((head) => [paragraph(head, outline(0)), paragraph(words)]);
    const contents = [paragraph('目录'), ...heads.map((head, at) => entry(head, at + 1))];
    const result = read(paragraph('示例区书房多', centred), ...contents, ...text);
    expect(result.texts).toEqual([heads[0], words, heads[1], words]);
    expect(result.left('目录').map((each) => each.trim())).toEqual(['目录', '建好阵地\t1', '带好队伍\t2']);
    // One line alone, and words that come not again, are no contents.
    expect(read(paragraph('示例区书房多', centred), entry('建好阵地', 1), ...text).left('目录')).toEqual([]);
    const others = [entry('甲类', 1), entry('乙类', 2)];
    expect(read(paragraph('示例区书房多', centred), ...others, paragraph(words)).left('目录')).toEqual([]);
  });

  it('the first chapter of a regulation is no line of the title', () => {
    const marked = [paragraph('示例区书房管理办法', outline(0)), paragraph('第一章 总则', outline(0)), paragraph(words)];
    expect(read(...marked).title).toBe('示例区书房管理办法');
    const plain = recognize(readText(`示例区书房管理办法\n第一章 总则书房开放\n${words}`), { as: 'article', nextId: () => 'i' });
    expect(plain).toMatchObject({ article: { title: '示例区书房管理办法' } });
  });

  it('nor are blanks to be filled in by hand', () => {
    const form = '<w:p><w:r><w:t>示例区书房开放情况采集表</w:t><w:br/><w:t>证号：      日期：   年  月  日</w:t></w:r></w:p>';
    expect(read(form, paragraph(words)).title).toBe('示例区书房开放情况采集表');
  });

  it('the name of a form is no title', () => {
    const form = [paragraph('示 例 区 发 文 稿 纸', centred), paragraph('紧急程度：'), paragraph('标题：示例区书房多'), paragraph(words)];
    expect(read(...form).title).toBe('示例区书房多');
  });
});
