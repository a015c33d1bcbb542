/** Headings of a Word manuscript that have no number: what shows them, and what does not. */
import { describe, expect, it } from 'vitest';
import { recognize } from '../../../shared/recognize/recognize.js';
import { readDocxLines } from '../../../shared/word/read/fold-lines.js';
import { buildDocx } from '../../helpers/build-docx.js';

const text = '示例区把旧门市改成社区书房六处，藏书两万册，每日接待读者三千人次。';
const title = '示例区书香巷里读书忙';
const names = ['建好阵地', '带好队伍', '办好活动'];
const bold = '<w:b/>';
const face = (name: string) => `<w:rFonts w:eastAsia="${name}"/>`;
const paragraph = (words: string, run = '', own = '') =>
  `<w:p><w:pPr>${own}</w:pPr><w:r><w:rPr>${run}</w:rPr><w:t>${words}</w:t></w:r></w:p>`;
const centred = '<w:jc w:val="center"/>';
const outline = (level: number) => `<w:outlineLvl w:val="${String(level)}"/>`;

function read(...body: readonly string[]) {
  const { lines } = readDocxLines(buildDocx({ body: [paragraph(title, '', centred), ...body].join('') }), '稿.docx');
  const result = recognize(lines, { as: 'article', nextId: () => 'i' });
  if (result.kind !== 'article') throw new Error('an issue');
  const headings = result.article.paragraphs.flatMap(({ level, lead, text: words }) =>
    level === undefined ? [] : [`${String(level)} ${lead ?? ''}${words}`],
  );
  return { headings, told: result.notes.filter((note) => note.includes('一类的编号')), notes: result.notes };
}
/** A text whose headings are set in one way, its paragraphs in another. */
const setIn = (run: string, own = '', runningRun = '', runningOwn = '') =>
  read(
    paragraph(text, runningRun, runningOwn),
    ...names.flatMap((name) => [paragraph(name, run, own), paragraph(text, runningRun, runningOwn)]),
  );
const all = names.map((name) => `1 ${name}`);

describe('headings without a number', () => {
  it.each([
    ['bold', bold, ''],
    ['in 黑体', face('黑体'), ''],
    ['in 方正黑体', face('方正黑体_GBK'), ''],
    ['in 楷体', face('楷体_GB2312'), ''],
    ['centred', '', centred],
    ['of a heading style', '', outline(1)],
  ])('are those set alike, with text under each, and told: %s', (_how, run, own) => {
    const { headings, told, notes } = setIn(run, own);
    expect(headings).toEqual(all);
    expect(told).toEqual(['第3段起：“建好阵地”“带好队伍”“办好活动”没有“一、”一类的编号，按样式或字体认作第一层标题，请核对。']);
    expect(notes.join()).not.toContain('已保留');
  });

  it('are taken at the word of their style though there is one, and by its depth beside those with a number', () => {
    expect(read(paragraph('建好阵地', '', outline(1)), paragraph(text)).headings).toEqual(['1 建好阵地']);
    const two = [paragraph('建好阵地', '', outline(1)), paragraph('选址', '', outline(2)), paragraph(text)];
    expect(read(...two).headings).toEqual(['1 建好阵地', '2 选址']);
    const beside = [paragraph('（一）选址', '', outline(2)), paragraph(text), paragraph('开门', '', outline(2)), paragraph(text)];
    expect(read(...beside).headings).toEqual(['2 （一）选址', '2 开门']);
    expect(read(paragraph('1.选址', '', outline(0)), paragraph(text))).toMatchObject({ headings: ['3 1.选址'], told: [] });
  });

  it('may end with a colon where their style says what they are', () => {
    expect(read(paragraph('建好阵地：', '', outline(1)), paragraph(text)).headings).toEqual(['1 建好阵地：']);
  });

  it('have the levels in which they come where they are set in two ways', () => {
    const part = (name: string, inner: string) => [paragraph(name, face('黑体')), paragraph(inner, face('楷体')), paragraph(text)];
    expect(read(...part('建好阵地', '选址'), ...part('带好队伍', '招募')).headings).toEqual([
      '1 建好阵地',
      '2 选址',
      '1 带好队伍',
      '2 招募',
    ]);
  });

  it.each([
    ['set as the text is', () => setIn(bold, '', bold)],
    ['of which there is one', () => read(paragraph('建好阵地', bold), paragraph(text), paragraph(text))],
    [
      'beside headings with a number',
      () => read(paragraph('一、建好阵地'), paragraph(text), ...names.flatMap((name) => [paragraph(name, bold), paragraph(text)])),
    ],
    ['in 雅黑', () => setIn(face('微软雅黑'))],
    ['with no text under them, as in a list', () => read(paragraph(text), ...names.map((name) => paragraph(name, bold)))],
    ['that are sentences', () => read(...names.flatMap((name) => [paragraph(`${name}。`, bold), paragraph(text)]))],
    [
      'that say who writes, whatever their style',
      () => read(paragraph('作者：张某某', '', outline(1)), paragraph('示例区委宣传部', '', outline(1)), paragraph(text)),
    ],
    ['behind marks of a list', () => read(...names.flatMap((name) => [paragraph(`■ ${name}`, bold), paragraph(text)]))],
    [
      'of a style that numbers sentences',
      () => read(paragraph('书房开放如下：', '', outline(1)), ...[text, text].map((each) => paragraph(each, '', outline(1)))),
    ],
    ['that are sentences, whatever their style', () => setIn('', '', '', outline(1))],
    ['that ask', () => read(...names.flatMap((name) => [paragraph(`${name}？`, bold), paragraph(text)]))],
    ['that are dates', () => read(...['2031年3月4日', '2031年3月5日'].flatMap((date) => [paragraph(date, bold), paragraph(text)]))],
    ['longer than headings are', () => read(...names.flatMap((name) => [paragraph(name.repeat(11), bold), paragraph(text)]))],
  ])('are none %s', (_what, result) => {
    expect([result().headings.filter((each) => !each.includes('一、')), result().told]).toEqual([[], []]);
  });
});
