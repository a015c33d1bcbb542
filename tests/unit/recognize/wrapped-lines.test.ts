/** Text broken at a width by any program comes back as its paragraphs; what cannot be told is named. */
import { describe, expect, it } from 'vitest';
import { readText } from '../../../shared/recognize/read-text.js';
import { recognize } from '../../../shared/recognize/recognize.js';
import { toLines } from '../../../shared/recognize/line.js';
import { byCells, byCharacters } from '../../../shared/recognize/text-columns.js';
import { findMeasures } from '../../../shared/recognize/wrap-measure.js';
import { unwrapLines } from '../../../shared/recognize/wrapped-lines.js';
import { wrapText, type Wrap } from '../../helpers/wrap-text.js';
import { numbersOf } from '../../helpers/stress-issues.js';

const whole = (text: string) => unwrapLines(toLines(readText(text))).lines.map((line) => line.text);
const lines = (...all: readonly string[]) => whole(all.join('\n'));

/** Full lines of 28 characters that make a text known as wrapped. */
const filler = wrapText('甲县统筹城乡文化资源推动文化惠民走深走实群众满意度稳步提升，'.repeat(6).replace(/，$/u, '。'), { columns: 56 });

const subjects = ['理论宣讲', '文明创建', '文化惠民', '网络安全', '基层治理', '志愿服务', '全民阅读'];
const pieces = [
  'APP',
  'https://www.example.gov.cn/a/b/index.html?id=12345&page=2',
  '97.23%',
  '2024年',
  'ISO 9001',
  '“一县一品”',
  '《条例》（试行）',
];

/** Paragraphs of invented words, the same for a seed. */
function made(seed: number): readonly string[] {
  const pick = numbersOf(seed);
  const one = (list: readonly string[]) => list[pick(list.length)] ?? '';
  const clause = () =>
    `${one(['甲县', '乙区', '示例区'])}${one(['推进', '开展', '组织'])}${one(subjects)}${pick(5) === 0 ? one(pieces) : ''}`;
  return Array.from({ length: 12 }, () =>
    Array.from({ length: 2 + pick(4) }, () => `${Array.from({ length: 1 + pick(5) }, clause).join('，')}。`).join(''),
  );
}

describe('text broken at a width', () => {
  const share = (wrap: Wrap, between = '\n'): number => {
    let [right, all] = [0, 0];
    for (let seed = 1; seed <= 20; seed += 1) {
      const paragraphs = made(seed);
      const found = whole(paragraphs.map((text) => wrapText(text, wrap).join('\n')).join(between));
      right += paragraphs.filter((text) => found.includes(text)).length;
      all += paragraphs.length;
    }
    return right / all;
  };

  it('comes back whole where paragraphs are indented or parted by empty lines, at any measure', () => {
    for (const columns of [40, 56, 72, 78]) {
      expect(share({ columns, indent: '　　' })).toBe(1);
      expect(share({ columns, indent: '  ' })).toBe(1);
      expect(share({ columns }, '\n\n')).toBe(1);
      expect(share({ columns, hangs: true, partsAddresses: true, indent: '　　' })).toBe(1);
    }
  });

  it('comes back nearly whole where indents are lost, or never were', () => {
    for (const columns of [56, 64]) {
      expect(share({ columns, lostIndent: 4 })).toBe(1);
      expect(share({ columns, lostIndent: 4, hangs: true })).toBeGreaterThan(0.95);
      expect(share({ columns })).toBeGreaterThan(0.93);
    }
  });
});

describe('the measure of a text', () => {
  it('is that of the program that broke it: by cells, or by characters', () => {
    const of = (paragraphs: readonly string[], wrap: (text: string) => readonly string[]) =>
      unwrapLines(toLines(readText(paragraphs.flatMap(wrap).join('\n')))).measure;
    const mails = [1, 2, 3].flatMap(made);
    expect(of(mails, (text) => wrapText(text, { columns: 40 }))).toEqual({ columns: 40, ruler: byCells });
    expect(of(mails, (text) => text.replace(/(.{30})/gu, '$1\n').split('\n'))).toEqual({ columns: 60, ruler: byCharacters });
  });

  it('is not that of first lines whose indents are lost, where paragraphs are short', () => {
    const paragraphs = ['甲县', '乙区', '丙市', '丁镇', '戊街道', '己村'].map(
      (name) => `${name}统筹城乡文化资源，推动文化惠民走深走实，群众满意度稳步提升，建起长效机制。`,
    );
    const text = paragraphs.flatMap((each) => wrapText(each, { columns: 56, lostIndent: 4 }));
    const longer = ['甲县', '乙区', '丙市'].flatMap((name) =>
      wrapText(`${name}统筹城乡文化资源推动文化惠民走深走实群众满意度稳步提升，并建起长效机制推动阵地建设队伍建设落到实处，成效明显。`, {
        columns: 56,
        lostIndent: 4,
      }),
    );
    const { lines: found, measure } = unwrapLines(toLines(readText([...text, ...longer].join('\n'))));
    expect(measure?.columns).toBe(56);
    expect(found).toHaveLength(9);
    // Wider lines that are seen are measures too, whatever most lines have.
    const han = '甲县统筹城乡文化资源推动文化惠民走深走实群众满意度稳步提';
    const narrow = Array.from({ length: 5 }, () => `${han.slice(0, 26)}7`);
    expect(findMeasures(toLines(readText([...narrow, han, han].join('\n')))).map(({ columns }) => columns)).toContain(56);
  });

  it('is none where lines are paragraphs, however long', () => {
    for (let seed = 1; seed <= 20; seed += 1) expect(unwrapLines(toLines(readText(made(seed).join('\n')))).measure).toBeUndefined();
  });
});

describe('text as programs hand it on', () => {
  const paragraphs = made(3).slice(0, 6);
  const title = '示例区“一街一品”做活文化惠民大文章';
  const article = (text: string) => {
    let ids = 0;
    const result = recognize(readText(text), { as: 'article', nextId: () => `i${String((ids += 1))}` });
    if (result.kind !== 'article') throw new Error('an issue');
    return {
      ...result,
      title: result.article.title,
      paragraphs: result.article.paragraphs.map(({ lead = '', text: words }) => lead + words),
    };
  };
  const indented = paragraphs.flatMap((text) => wrapText(text, { columns: 56, indent: '　　' }));

  it('is read beneath the signs of a mail that quotes it', () => {
    const quoted = [title, ...paragraphs.flatMap((text) => ['', ...wrapText(text, { columns: 72 })])].map((line) => `> ${line}`.trimEnd());
    expect(article(quoted.join('\n'))).toMatchObject({ title, paragraphs });
  });

  it('is read through empty lines that stand between all of its lines', () => {
    expect(article([title, ...indented].join('\n\n'))).toMatchObject({ title, paragraphs });
  });

  it('is read without the heads and numbers of its pages', () => {
    const pages = [0, 1, 2].map((at) => indented.slice(at * 8, at === 2 ? undefined : at * 8 + 8));
    const paged = (mark: string, foot: (page: number) => string) =>
      pages
        .map((lines, at) =>
          [`${at > 0 ? mark : ''}示例区工作信息第${String(at + 1)}页`, ...(at === 0 ? [title] : []), ...lines, foot(at + 1)].join('\n'),
        )
        .join('\n');
    for (const text of [
      paged('\f', (page) => `${String(page)} / 3`),
      paged('', (page) => `第 ${String(page)} 页 共 3 页`),
      paged('', (page) => `- ${String(page)} -`),
    ]) {
      const { leftAside, ...found } = article(text);
      expect(found).toMatchObject({ title, paragraphs });
      expect(leftAside.filter(({ reason }) => reason === '页眉、页脚')).toHaveLength(3);
    }
  });

  it('keeps a line that comes again elsewhere than at the ends of pages, or only twice', () => {
    const page = (at: number, ...rest: readonly string[]) => ['本期关注', ...filler, ...rest, `- ${String(at)} -`].join('\n');
    expect(article([page(1), page(2), page(3, '本期关注', '甲县响应。')].join('\n')).leftAside.map(({ text }) => text)).not.toContain(
      '本期关注',
    );
    expect(article([page(1), page(2)].join('\n')).leftAside.map(({ text }) => text)).not.toContain('本期关注');
  });

  it('keeps the items of a list apart whose further lines are set in', () => {
    const items = paragraphs.map((text, at) => `${String(at + 1)}. ${text}`);
    const hanging = items.flatMap((text) => wrapText(text, { columns: 60 }).map((line, at) => (at > 0 ? `   ${line}` : line)));
    expect(whole(hanging.join('\n'))).toEqual(items);
  });

  it('keeps a title apart that is as wide as the narrow lines below', () => {
    const narrow = paragraphs.flatMap((text) => wrapText(text, { columns: 36, indent: '　　' }));
    expect(article([title, ...narrow].join('\n'))).toMatchObject({ title, paragraphs });
  });
});

describe('lines of such a text', () => {
  it('join without a blank, but for one between words', () => {
    const seam = (before: string, after: string) => lines(...filler, before, after, ...filler).find((text) => text.includes(before));
    const short = '甲县深入开展宣讲活动并建立健全工作机制推进文化惠民';
    expect(seam(`${short}详见https://www.example.cn/`, 'a/b/index.html?id=1，共两页。')).toContain('example.cn/a/b');
    expect(seam(`${short}（`, 'https://www.example.gov.cn/a/index.html）。')).toContain('（https://');
    expect(seam(`${short}按ISO`, '9001的要求建设阵地。')).toContain('ISO 9001');
    expect(seam(`${short}共2`, '000处阵地。')).toContain('共2000处');
    expect(seam(`${short}用Node.js 和 Web`, 'Worker 建设平台。')).toContain('Web Worker');
    expect(seam(`${short}见www.example.`, 'gov.cn网站。')).toContain('www.example.gov.cn');
    expect(seam(`${short}用e-`, 'mail联系。')).toContain('e-mail');
  });

  it('are cut anywhere where a program counts characters', () => {
    const cut =
      '2030年建成书房131处，上架图书9.65万册，累计借阅420.5万册次，满意度达96.85%，每月更新2000册，流通5.25次，培训1860人次，用APP评议12场，';
    const text = `${cut.repeat(3)}成效明显。`;
    const cuts = text.replace(/(.{26})/gu, '$1\n');
    expect(cuts).toMatch(/A\nPP|AP\nP/u);
    expect(whole(`${cuts}\n${cuts}`)).toEqual([text, text]);
  });

  it('are measured without the addresses that are wider than all', () => {
    const address = 'https://www.example.gov.cn/xuanchuan/yaowen/2031/05/index.html?id=12345&page=2';
    const words = '统筹城乡文化资源，推动文化惠民走深走实，群众满意度稳步提升，建立健全长效机制，组织开展宣讲活动';
    const texts = ['甲县', '乙区', '丙市', '丁镇'].map((name) => `${name}${words}，详见${address}，成效明显。`);
    expect(lines(...texts.flatMap((text) => wrapText(text, { columns: 40, indent: '　　' })))).toEqual(texts);
  });

  it('go on with a sentence although they open like a number, and open a paragraph where the sentence ended', () => {
    expect(lines(...filler, '甲县统筹城乡文化资源推动文化惠民走深走实群众满意度达第', '1、第2位，成效明显。', ...filler)).toContain(
      '甲县统筹城乡文化资源推动文化惠民走深走实群众满意度达第1、第2位，成效明显。',
    );
    const item = '1.甲县统筹城乡文化资源推动文化惠民走深走实群众满意度升。';
    expect(lines(...filler, item, '2.乙区响应。', ...filler)).toEqual(expect.arrayContaining([item, '2.乙区响应。']));
    expect(lines(...filler, '一、主要做法', '甲县统筹。', '1.建强阵地。', '2.建强队伍。', ...filler)).toEqual(
      expect.arrayContaining(['一、主要做法', '甲县统筹。', '1.建强阵地。', '2.建强队伍。']),
    );
  });

  it.each([
    ['甲县统筹城乡文化资源推动文化惠民走深走实，指标分别达', '95.7%、88.5%、91.7%，成效明显。'],
    ['甲县统筹城乡文化资源推动文化惠民走深走实用', 'HEVC（H.265）编码，成效明显。'],
    ['甲县统筹详见https://www.example.invalid/a/b?', 'id=203105060708，成效明显。'],
  ])('are short where the next word does not fit with what may not be parted from it: %s', (...both) => {
    expect(lines(...filler, ...both, ...filler)).toContain(both.join(''));
  });

  it('open with a title of the contents, where all else would join it to the sentence before', () => {
    const titles = ['甲县推进文化惠民走深走实', '乙区推进网络安全走深走实'];
    const full = '甲县统筹城乡文化资源推动文化惠民走深走实群众满意度稳升。';
    const found = lines('目  录', '〔工作动态〕', ...titles, '〔工作动态〕', titles[0] ?? '', ...filler, full, titles[1] ?? '', ...filler);
    expect(found.filter((line) => line === titles[1])).toHaveLength(2);
  });

  it('may be as full as they can be with many quotation marks', () => {
    const quoted = ['甲县统筹城乡文化资源推动文化惠民走深走实群众满意度提升如', '“理论宣讲”“家风建设”“文化惠民”“网络安全”做法。'];
    expect(lines(...filler, ...quoted, '乙区响应，成效明显。', ...filler)).toContain(`${quoted.join('')}乙区响应，成效明显。`);
  });

  it('are no entries of contents for dots in a sentence and a number at their end', () => {
    const text = [
      '甲县统筹城乡文化资源推动文化惠民走深走实深入开展“宣讲',
      '”……，乙区响应并推动阵地建设队伍建设活动建设任务落实达120',
      '场，成效明显。',
    ];
    expect(lines(...filler, ...text, ...filler)).toContain(text.join(''));
  });

  it('open a paragraph like those around them, where all else is even', () => {
    const rest = '甲县统筹城乡文化资源推动文化惠民走深走实群众满意度稳步提升，并建立健全长效工作机制。';
    const leads = ['阵地有“实”招。', '队伍有“妙”招。', '活动有“新”招。'].map((lead) =>
      wrapText(`${lead}${rest}`, { columns: 56, lostIndent: 4 }),
    );
    const full = ['甲县统筹城乡文化资源推动文化惠民走深走实群众满意', '度稳步提升推动阵地队伍活动建设任务落到实处，成效明显好。'];
    const opened = (mark: string) => {
      const opening = [`阵地建设有“实”招${mark}统筹“城乡一体文化惠民”工程建设，`, '推动文化走深走实群众满意度提升。'];
      return whole([...filler, ...full, ...opening, ...leads.slice(1).flat(), ...filler].join('\n')).includes(opening.join(''));
    };
    expect([opened('。'), opened('，')]).toEqual([true, false]);
  });

  it('that are short, and have no stop, are paragraphs of their own', () => {
    const items = ['甲县', '乙区', '丙市'].map((name) => `${name}建成书房三十一处总面积一万二千平方米藏书四万册流通五万次`);
    let ids = 0;
    const text = [
      '关于宣讲的材料',
      ...wrapText('甲县统筹城乡文化资源推动文化惠民，'.repeat(12), { columns: 72 }),
      '成效明显。',
      ...items,
      '以上情况特此报告。',
    ];
    const result = recognize(readText(text.join('\n')), { as: 'article', nextId: () => `i${String((ids += 1))}` });
    if (result.kind !== 'article') throw new Error('an issue');
    expect(result.article.paragraphs.map(({ text: words }) => words)).toEqual(expect.arrayContaining(items));
  });

  it('that could be either are named', () => {
    const text = ['关于宣讲的材料', ...filler, '甲县统筹城乡文化资源推动文化惠民走深走实群众满意度稳升。', '乙区响应。', ...filler].join(
      '\n',
    );
    const { unsure } = unwrapLines(toLines(readText(text)));
    expect(unsure).toEqual([filler.length + 3]);
    let ids = 0;
    const result = recognize(readText(text), { as: 'article', nextId: () => `i${String((ids += 1))}` });
    expect(result.warnings.join()).toContain(`请核对；第${String(filler.length + 3)}行是否另起一段看不出来。`);
  });

  it('stay apart in the contents, whose titles come again below', () => {
    const titles = [1, 2, 3, 4].map((at) => `第${String(at)}批甲县统筹城乡文化资源推动文化惠民走深走实群众`);
    const text = ['〔经验交流〕', ...titles, '〔经验交流〕', ...titles.flatMap((title) => [title, ...filler, '（甲县委宣传部）'])];
    expect(lines(...text).slice(1, 5)).toEqual(titles);
  });
});
