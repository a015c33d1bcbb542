import { describe, expect, it } from 'vitest';
import { faceNamed, FaceNames } from '../../../../electron/services/recognition/read-pdf-faces.js';
import { readPdf } from '../../../../electron/services/recognition/read-pdf.js';
import { TagReader } from '../../../../electron/services/recognition/read-pdf-tags.js';
import { buildPdf } from '../../../helpers/build-pdf.js';

type Page = Parameters<TagReader['read']>[0];
const content = (id: string) => ({ type: 'content', id });
const node = (role: string, ...children: readonly unknown[]) => ({ role, children });
const page = (tree: unknown) => ({ getStructTree: () => Promise.resolve(tree) }) as unknown as Page;
const read = async (...children: readonly unknown[]) => await new TagReader().read(page(node('Root', ...children)));

describe('tags of a page', () => {
  it('name paragraphs, headings and notes in their order; words in none are loose', async () => {
    const tags = await read(
      node('H1', content('a')),
      node('P', node('Span', content('b')), content('c'), node('Link', content('d'))),
      node('NonStruct', node('Link', content('e')), content('f')),
      node('Note', node('Lbl', content('g')), node('P', content('h'))),
    );
    const kinds = ['a', 'b', 'e', 'g'].map((id) => tags?.get(id)?.kind);
    expect(kinds).toEqual(['paragraph', 'paragraph', 'loose', 'note']);
    expect(tags?.get('a')?.heading).toBe(1);
    for (const [one, other] of ['bc', 'cd', 'ef', 'gh'].map((pair) => [...pair] as [string, string]))
      expect(tags?.get(one)).toBe(tags?.get(other));
    const orders = ['a', 'b', 'e', 'g'].map((id) => tags?.get(id)?.order ?? 0);
    expect(orders).toEqual(orders.toSorted((one, other) => one - other));
  });

  it('keep the number of an item with its first paragraph', async () => {
    const tags = await read(
      node('L', node('LI', node('Lbl', content('a')), node('LBody', node('P', content('b')), node('P', content('c'))))),
    );
    expect(tags?.get('a')).toBe(tags?.get('b'));
    expect(tags?.get('c')).not.toBe(tags?.get('b'));
    expect(['b', 'c'].map((id) => tags?.get(id)?.isItem)).toEqual([true, undefined]);
  });

  it('count cells, empty ones too', async () => {
    const row = (...cells: readonly unknown[]) => node('TR', ...cells);
    const tags = await read(node('Table', row(node('TH', content('a')), node('TH')), row(node('TD'), node('TD', node('P', content('b'))))));
    expect(tags?.get('a')?.cell).toEqual({ table: 1, row: 1, column: 1, columns: 2, isHeader: true });
    expect(tags?.get('b')?.cell).toEqual({ table: 1, row: 2, column: 2, columns: 2, isHeader: false });
  });

  it('are not read where there are none, far too many, or too deep', async () => {
    expect(await new TagReader().read(page(null))).toBeUndefined();
    expect(await read(node('P'))).toBeUndefined();
    expect(await read(node('P', ...Array.from({ length: 30_000 }, (_, at) => content(String(at)))))).toBeUndefined();
    let deep: unknown = content('a');
    for (let at = 0; at < 100; at += 1) deep = node('Div', deep);
    expect(await read(deep)).toBeUndefined();
  });

  it('are bounded for a file as for a page', async () => {
    const reader = new TagReader();
    const many = page(node('Root', node('P', ...Array.from({ length: 19_000 }, (_, at) => content(String(at))))));
    let pages = 0;
    while (pages < 50 && (await reader.read(many))) pages += 1;
    expect(pages).toBeGreaterThan(10);
    expect(pages).toBeLessThan(30);
  });
});

describe('names of fonts', () => {
  it.each([
    ['BAAAAA+FangSong_GB2312,Bold', { isBold: true, isKai: false, isHei: false }],
    ['STKaiti-Regular', { isBold: false, isKai: true, isHei: false }],
    ['楷体_GB2312', { isBold: false, isKai: true, isHei: false }],
    ['SimHei', { isBold: false, isKai: false, isHei: true }],
    ['MicrosoftYaHei', { isBold: false, isKai: false, isHei: false }],
    ['ABKAIC+SimSun', { isBold: false, isKai: false, isHei: false }],
  ])('%s', (name, face) => {
    expect(faceNamed(name)).toEqual(face);
  });

  it('are read from the bytes that old files have', () => {
    const fonts = { has: () => true, get: () => ({ name: '\u00bf\u00ac\u00cc\u00e5' }) };
    expect(new FaceNames().faceOf('f1', fonts).isKai).toBe(true);
    expect(new FaceNames().faceOf('f1', { has: () => false, get: () => undefined }).isKai).toBe(false);
  });
});

describe('a tagged PDF', () => {
  const full = '示例区把书房建到居民家门口藏书两万册每天都有人来读书';
  const texts = ['首页　新闻', full, `${full.slice(0, -1)}。`, full, '读书。'];
  const lines = texts.map((text, mark) => ({ text, x: 90, y: 700 - mark * 28, mark }));
  const element = (marks: string) => `<</Type/StructElem/S/P/P 8 0 R/Pg 6 0 R/K[${marks}]>>`;
  const objects = [
    '<</Type/StructTreeRoot/K[9 0 R 10 0 R 11 0 R]/ParentTree 12 0 R>>',
    element('0'),
    element('1 2'),
    element('3 4'),
    '<</Nums[0[9 0 R 10 0 R 10 0 R 11 0 R 11 0 R]]>>',
  ];
  const catalog = '/StructTreeRoot 8 0 R/MarkInfo<</Marked true>>';
  const parted = [texts[0], `${full}${texts[2] ?? ''}`, `${full}读书。`];

  it('is read paragraph by paragraph, as its tags are', async () => {
    const read = async (bytes: Uint8Array) => (await readPdf(bytes, 'assets')).lines.map(({ text }) => text);
    expect(await read(buildPdf([lines], undefined, '', { objects, catalog }))).toEqual(parted);
    expect(await read(buildPdf([lines]))).toEqual([texts[0], texts.slice(1).join('')]);
  });

  it('of a web page says that its title was not found', async () => {
    const info = '<</Creator(Mozilla/5.0)/Title(Demo)>>';
    const { warnings } = await readPdf(buildPdf([lines], undefined, '', { objects: [info], trailer: '/Info 8 0 R' }), 'assets');
    expect(warnings.join()).toContain('网页上没有认出哪一行是标题');
  });
});
