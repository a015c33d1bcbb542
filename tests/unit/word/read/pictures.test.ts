/** Pictures of Word files: kept at their places with caption and words for those who cannot see them, or told why not. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { recognizeBytes } from '../../../../electron/services/recognition/read-file.js';
import type { Paragraph } from '../../../../shared/document/issue.js';
import { buildDocx } from '../../../helpers/build-docx.js';
import { pngOf, tinyJpeg } from '../../../helpers/pictures.js';

const png = pngOf({ width: 40, height: 30 });
const other = pngOf({ width: 41, height: 30 });
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const emf = Uint8Array.from({ length: 60 }, (_, at) => [0x20, 0x45, 0x4d, 0x46][at - 40] ?? 0);

const words = (text: string, properties = '') =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`;
const drawing = (relation: string, alt = '', cx = 2808000) =>
  `<w:r><w:drawing><wp:inline><wp:extent cx="${cx}" cy="900000"/><wp:docPr id="1" name="Picture 1" descr="${alt}"/>` +
  `<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${relation}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
const shown = (...runs: readonly string[]) => `<w:p>${runs.join('')}</w:p>`;

const media = {
  rId20: ['image1.png', png],
  rId21: ['image2.jpeg', tinyJpeg],
  rId22: ['image3.emf', emf],
  rId23: ['image4.png', other],
} as const;

const title = '示例区书香巷里读书忙';
const text = '示例区把旧门市改成社区书房六处，藏书两万册，每日接待读者三千人次，群众反映良好。';
const more = '书房由志愿者轮流值守，每周公布借阅排行，接受居民监督，做到了月月有活动、周周有新书。';

async function read(...body: readonly string[]) {
  let ids = 0;
  const styles = '<w:style w:type="paragraph" w:styleId="Caption1"><w:name w:val="caption"/></w:style>';
  const bytes = buildDocx({ body: body.join(''), styles, media });
  return recognizeBytes('稿.docx', bytes, { next: () => `i${(ids += 1)}` });
}

const shapes = (paragraphs: readonly Paragraph[]) =>
  paragraphs.map((each) =>
    each.picture
      ? `〔${each.picture.sha256 === sha(png) ? 'png' : each.picture.sha256 === sha(other) ? 'other' : 'jpeg'}：${each.text}〕`
      : each.text,
  );

async function draft(...body: readonly string[]) {
  const file = await read(...body);
  if (file.kind !== 'article') throw new Error('recognized as an issue');
  return file;
}

describe('a picture of a Word file', () => {
  it('is kept at its place, its bytes as they were', async () => {
    const file = await draft(
      words(title),
      words(text),
      shown(drawing('rId20', '书房外景')),
      words('图1 书房外景'),
      words(more),
      words('（示例区委宣传部）'),
    );
    expect(shapes(file.article.paragraphs)).toEqual([text, '〔png：图1 书房外景〕', more]);
    expect(file.article.paragraphs[1]?.picture).toEqual({
      sha256: sha(png),
      type: 'png',
      width: 40,
      height: 30,
      alt: '书房外景',
      share: 50,
    });
    expect(file.article.sources).toEqual(['示例区委宣传部']);
    expect(file.pictures?.map(({ sha256, base64 }) => [sha256, Buffer.from(base64, 'base64').equals(Buffer.from(png))])).toEqual([
      [sha(png), true],
    ]);
    expect(file.leftAside.map((each) => each.text).join('')).not.toContain('图1');
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ['before the title', [shown(drawing('rId20')), words(title), words(text)], ['〔png：〕', text]],
    ['under the title', [words(title), shown(drawing('rId20')), words(text)], ['〔png：〕', text]],
    [
      'inside a paragraph',
      [words(title), `<w:p><w:r><w:t>${text}</w:t></w:r>${drawing('rId20')}</w:p>`, words(more)],
      [text, '〔png：〕', more],
    ],
    [
      'two in a row',
      [words(title), words(text), shown(drawing('rId20'), drawing('rId21')), words('图为书房'), words(more)],
      [text, '〔png：〕', '〔jpeg：图为书房〕', more],
    ],
    ['behind the source', [words(title), words(text), words('（示例区委宣传部）'), shown(drawing('rId20'))], [text, '〔png：〕']],
    [
      'with a caption by its style',
      [words(title), words(text), shown(drawing('rId20')), words('书房一角', '<w:pStyle w:val="Caption1"/>'), words(more)],
      [text, '〔png：书房一角〕', more],
    ],
    [
      'under its caption',
      [words(title), words(text), words('图1：书房外景'), shown(drawing('rId20')), words(more)],
      [text, '〔png：图1：书房外景〕', more],
    ],
    [
      'under its caption, as the next one does',
      [words(title), words(text), words('图1：外景'), shown(drawing('rId20')), words('图2：内景'), shown(drawing('rId21')), words(more)],
      [text, '〔png：图1：外景〕', '〔jpeg：图2：内景〕', more],
    ],
    [
      'over its caption, as the next one does',
      [words(title), words(text), shown(drawing('rId20')), words('图1：外景'), shown(drawing('rId21')), words('图2：内景'), words(more)],
      [text, '〔png：图1：外景〕', '〔jpeg：图2：内景〕', more],
    ],
    [
      'before an ordinary paragraph',
      [words(title), words(text), shown(drawing('rId20')), words('图书下乡活动由志愿者承担。'), words(more)],
      [text, '〔png：〕', '图书下乡活动由志愿者承担。', more],
    ],
  ])('stands %s', async (_name, body, expected) => {
    expect(shapes((await draft(...body)).article.paragraphs)).toEqual(expected);
  });

  it.each([
    ['图1 书房一角', '', '〔png：图1 书房一角〕', '\n书房\t藏书\n东门\t九十'],
    ['书房一角', '<w:pStyle w:val="Caption1"/>', '〔png：书房一角〕', '\n书房\t藏书\n东门\t九十'],
    ['表1 书房藏书', '<w:pStyle w:val="Caption1"/>', '〔png：〕', '表1 书房藏书\n书房\t藏书\n东门\t九十'],
  ])('right above a table keeps its caption, but not the one of the table: %s', async (caption, properties, ...expected) => {
    const table = [
      ['书房', '藏书'],
      ['东门', '九十'],
    ].map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${words(cell)}</w:tc>`).join('')}</w:tr>`);
    const body = [words(title), words(text), shown(drawing('rId20')), words(caption, properties), `<w:tbl>${table.join('')}</w:tbl>`];
    expect(shapes((await draft(...body)).article.paragraphs)).toEqual([text, ...expected]);
  });

  it('in a table is set behind it, and told', async () => {
    const cell = (...inner: readonly string[]) => `<w:tc>${inner.join('')}</w:tc>`;
    const rows = [
      [cell(words('书房')), cell(words('样子'))],
      [cell(words('东门书房')), cell(words('一层'), shown(drawing('rId20')))],
    ].map((cells) => `<w:tr>${cells.join('')}</w:tr>`);
    const { article, warnings } = await draft(words(title), words(text), `<w:tbl>${rows.join('')}</w:tbl>`, words(more));
    expect(shapes(article.paragraphs)).toEqual([text, '\n书房\t样子\n东门书房\t一层', '〔png：〕', more]);
    expect(warnings.join()).toContain('表格里有图片，已移到表格之后');
  });

  it('is told where it is not taken, with the reason', async () => {
    const { article, leftAside, pictures } = await draft(
      words(title),
      words(text),
      shown(drawing('rId22', '示意图')),
      words(more),
      shown(drawing('rId99')),
    );
    expect(shapes(article.paragraphs)).toEqual([text, more]);
    expect(pictures).toBeUndefined();
    expect(leftAside.filter((each) => each.text.startsWith('图片'))).toEqual([
      { line: 3, text: '图片：示意图', reason: '图片没有收入：是 EMF 格式，只收 PNG 和 JPEG' },
      { line: 5, text: '图片', reason: '图片没有收入：文件不在文稿里，或太大' },
    ]);
  });

  it('stays in its article of an issue; one on the cover is told', async () => {
    const file = await read(
      words('海潮宣传简报'),
      words('第3期'),
      shown(drawing('rId23', '徽标')),
      words('中共海潮市委宣传部'),
      words('2031年4月12日'),
      words('〔工作动态〕'),
      words(title, '<w:outlineLvl w:val="1"/>'),
      shown(drawing('rId20')),
      words(text),
      words('（示例区委宣传部）'),
      words('报：省委宣传部'),
    );
    if (file.kind !== 'issue') throw new Error('no issue');
    expect(file.issue.columns.flatMap(({ items }) => items.map((item) => shapes(item.paragraphs)))).toEqual([['〔png：〕', text]]);
    expect(file.leftAside).toContainEqual({ line: 3, text: '图片：徽标', reason: '图片不在稿件里，没有收入' });
    expect(file.pictures?.map(({ sha256 }) => sha256)).toEqual([sha(png)]);
  });
});
