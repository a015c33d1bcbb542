import { getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { RuleReader } from '../../../../electron/services/recognition/read-pdf-rules.js';
import { recognizeBytes } from '../../../../electron/services/recognition/read-file.js';
import { randomIds } from '../../../../electron/services/system-ports.js';
import { buildPdf, type PlacedText } from '../../../helpers/build-pdf.js';

const read = (bytes: Uint8Array) => recognizeBytes('稿.pdf', bytes, randomIds);

/** Lines of 28 characters on a page, from the head down; two blanks open a paragraph. */
function body(words: string, from = 640): readonly PlacedText[] {
  const all = `　　${words}`;
  const rows = Array.from({ length: Math.ceil(all.length / 28) }, (_, at) => all.slice(at * 28, at * 28 + 28));
  return rows.map((row, at) => ({ text: row.replace(/^　+/u, ''), x: row.startsWith('　') ? 104 : 72, y: from - at * 28 }));
}

const first = '近日，示例区把旧门市改成社区书房六处，藏书两万册，每日接待读者三千人次，居民出门走上一刻钟就能坐下来读书，反映良好。';
const second = '示例区还组织志愿者每周末到书房领读，全年开展领读活动三百二十场，参加的孩子有九千多人次，家长也跟着读起书来了。';
const title: PlacedText = { text: '书房建到家门口', x: 218, y: 740, size: 22 };

describe('a PDF with text', () => {
  it('is read as title, whole paragraphs and source; page numbers and watermarks are left aside', async () => {
    const page = [title, ...body(first), ...body(second, 556), { text: '（示例区委宣传部）', x: 300, y: 450 }];
    const extra = [
      { text: '内部资料', x: 200, y: 400, isSlanted: true },
      { text: '—1—', x: 280, y: 60 },
    ];
    const result = await read(buildPdf([[...page, ...extra]]));
    if (result.kind !== 'article') throw new Error('recognized as an issue');
    expect(result.article.title).toBe('书房建到家门口');
    expect(result.article.paragraphs.map(({ text }) => text)).toEqual([first, second]);
    expect(result.article.sources).toEqual(['示例区委宣传部']);
    expect(result.leftAside.map(({ text, reason }) => [text, reason])).toEqual(
      expect.arrayContaining([
        ['—1—', '页码'],
        ['内部资料', expect.stringContaining('水印')],
      ]),
    );
    expect(result.warnings[0]).toContain('只取了文字');
  });

  it('is read from the head down though it draws its lines in disorder, and on over the page', async () => {
    const rows = [...body(first, 640), ...body(second, 556)];
    const one = [...rows.slice(3), ...rows.slice(0, 3), title];
    const two = [{ text: '领读的人越来越多。', x: 72, y: 740 }];
    const result = await read(buildPdf([one, two]));
    if (result.kind !== 'article') throw new Error('recognized as an issue');
    expect(result.article.paragraphs.map(({ text }) => text)).toEqual([first, second, '领读的人越来越多。']);
  });

  it('names the pages that hold none', async () => {
    const { warnings } = await read(buildPdf([[title, ...body(first)], []]));
    expect(warnings.join()).toContain('第2页没有文字');
  });
});

describe('a PDF that cannot be read', () => {
  it.each([
    ['of a scan', buildPdf([[], []]), 'file-empty', /扫描的图片.*Word 原稿/u],
    [
      'whose characters mean nothing',
      buildPdf([[{ text: '\uE001\uE002\uE003\uE004\uE005', x: 72, y: 700 }]], 'Identity-H'),
      undefined,
      /请/u,
    ],
    ['cut off', Buffer.from('%PDF-1.7\n1 0 obj'), 'file-broken', /打不开/u],
    ['of too many pages', buildPdf(Array.from({ length: 501 }, () => [])), 'file-too-large', /501 页/u],
  ] as const)('%s is refused with what to do', async (_what, bytes, code, message) => {
    await expect(read(bytes)).rejects.toMatchObject({
      ...(code === undefined ? {} : { code }),
      message: expect.stringMatching(message) as string,
    });
  });
});

describe('lines drawn on a page', () => {
  const [xs, ys] = [
    [72, 200, 330],
    [540, 510, 480, 450],
  ];
  const cells = (
    [
      ['镇', '场次'],
      ['甲镇', '12'],
      ['乙镇', '9'],
    ] as const
  ).flatMap((row, at) => row.map((text, column): PlacedText => ({ text, x: (xs[column] ?? 0) + 6, y: (ys[at] ?? 0) - 21 })));
  const pageOf = (...more: readonly PlacedText[]) => [title, ...body(first), ...cells, ...body(second, 400), ...more];
  const [left, right, top, bottom] = [72, 330, 540, 450];
  const textsOf = async (drawing: string) => {
    const result = await read(buildPdf([pageOf()], undefined, drawing));
    if (result.kind !== 'article') throw new Error('recognized as an issue');
    return { texts: result.article.paragraphs.map(({ text }) => text), warnings: result.warnings };
  };
  const table = '\n镇\t场次\n甲镇\t12\n乙镇\t9';

  it.each([
    ['strokes', [...ys.map((y) => `${left} ${y} m ${right} ${y} l S`), ...xs.map((x) => `${x} ${bottom} m ${x} ${top} l S`)].join('\n')],
    ['bars', [...ys.map((y) => `${left} ${y} 258 0.5 re f`), ...xs.map((x) => `${x} ${bottom} 0.5 90 re f`)].join('\n')],
    [
      'boxes',
      ys
        .slice(1)
        .flatMap((y) => [`${left} ${y} 128 30 re S`, `200 ${y} 130 30 re S`])
        .join('\n'),
    ],
    [
      'bars in other measures',
      `q 2 0 0 -2 0 842 cm ${[...ys.map((y) => `36 ${(842 - y) / 2} 129 0.25 re f`), ...xs.map((x) => `${x / 2} ${(842 - top) / 2} 0.25 45 re f`)].join(' ')} Q`,
    ],
  ])('make a table: %s', async (_how, drawing) => {
    expect((await textsOf(drawing)).texts).toEqual([first, table, second]);
  });

  it('make none where they are a rule and a box', async () => {
    expect((await textsOf(`${left} 650 m ${right} 650 l S 60 420 400 140 re S`)).texts).not.toContain(table);
  });

  it('are not looked at, and told so, on a page that draws too much', async () => {
    const { texts, warnings } = await textsOf(`${left} 650 m ${right} 650 l S\n`.repeat(6_000));
    expect(texts).toContain(first);
    expect(warnings).toContain('原件第1页画的线太多，没有按格线读表格，请对照原件。');
  });

  it('are not looked for, and told so, where they stand among more operators than tables take', async () => {
    const grid = [...ys.map((y) => `${left} ${y} m ${right} ${y} l S`), ...xs.map((x) => `${x} ${bottom} m ${x} ${top} l S`)].join('\n');
    const { texts, warnings } = await textsOf(`${grid}\n${'q Q\n'.repeat(51_000)}`);
    expect(texts).toContain(first);
    expect(texts).not.toContain(table);
    expect(warnings).toContain('原件第1页画的线太多，没有按格线读表格，请对照原件。');
    expect((await textsOf(`${grid}\n${'q Q\n'.repeat(40_000)}`)).texts).toContain(table);
  });

  it('are looked for page after page until the file has drawn more than tables take', async () => {
    const drawing = `${left} 650 m ${right} 650 l S\n`.repeat(20);
    const document = await getDocumentProxy(Uint8Array.from(buildPdf([[title], [title], [title]], undefined, drawing)), { verbosity: 0 });
    const found: (number | undefined)[] = [];
    const reader = new RuleReader(60);
    for (const number of [1, 2, 3]) found.push((await reader.read(await document.getPage(number), 0))?.length);
    expect(found).toEqual([20, 20, undefined]);
  });
});
