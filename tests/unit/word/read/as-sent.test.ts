/** What programs leave in Word files beside words: page breaks, empty content controls, headings without a level, forms half filled in. */
import { describe, expect, it } from 'vitest';
import { recognize } from '../../../../shared/recognize/recognize.js';
import type { SourceLine } from '../../../../shared/recognize/source-line.js';
import { readDocxLines } from '../../../../shared/word/read/fold-lines.js';
import { buildDocx } from '../../../helpers/build-docx.js';

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (inner: string, own = '') => `<w:p><w:pPr>${own}</w:pPr>${inner.startsWith('<') ? inner : run(inner)}</w:p>`;
const styled = (style: string, inner: string) => paragraph(inner, `<w:pStyle w:val="${style}"/>`);
const pageBreak = '<w:r><w:br w:type="page"/></w:r>';
const style = (id: string, name: string) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
const text = '示例区把旧门市改成社区书房六处，藏书两万册，每日接待读者三千人次。';

const picture = (name: string) => ({ sha256: name.repeat(64).slice(0, 64), type: 'png' as const, width: 10, height: 10 });

describe('captions under pictures', () => {
  const source = (...all: readonly string[]): readonly SourceLine[] =>
    all.map((words, at) => ({
      line: at + 1,
      text: words.startsWith('!') ? '' : words,
      bold: [],
      marks: [],
      isParagraph: true,
      ...(words.startsWith('!') ? { picture: picture(words.slice(1)) } : {}),
    }));
  const captions = (...all: readonly string[]) => {
    const result = recognize(source('示例区书香巷里读书忙', text, ...all), { nextId: () => 'i', as: 'article' });
    return result.kind === 'article' ? result.article.paragraphs.flatMap((each) => (each.picture ? [each.text] : [])) : [];
  };

  it('are each picture’s own where a table lays out as many', () => {
    expect(captions('!a', '!b', '图1 舞龙', '图2 晒秋')).toEqual(['图1 舞龙', '图2 晒秋']);
  });

  it('are all kept where there are more', () => {
    expect(captions('!a', '图1 舞龙', '图2 晒秋', '图3 听戏')).toEqual(['图1 舞龙图2 晒秋图3 听戏']);
  });

  it('are the last one’s where there are fewer', () => {
    expect(captions('!a', '!b', '图1 舞龙和晒秋')).toEqual(['', '图1 舞龙和晒秋']);
    expect(captions('!a', '图1 舞龙', '!b', '图2 晒秋')).toEqual(['图1 舞龙', '图2 晒秋']);
  });
});

describe('words right below a picture', () => {
  const paragraph = (text: string, own: Partial<SourceLine> = {}): SourceLine => ({
    line: 0,
    text,
    bold: [],
    marks: [],
    isParagraph: true,
    ...own,
  });
  const shown = paragraph('', { picture: picture('a') });
  const captionOf = (...all: readonly SourceLine[]): string | undefined => {
    const source = all.map((each, at) => ({ ...each, line: at + 1 }));
    const result = recognize(source, { nextId: () => 'i', as: 'article' });
    return result.kind === 'article' ? result.article.paragraphs.find((each) => each.picture)?.text : undefined;
  };
  const opening = [paragraph('示例区书香巷里读书忙'), paragraph(text)];
  const below = (words: string, own: Partial<SourceLine> = { align: 'center' }, ...rest: readonly SourceLine[]) =>
    captionOf(...opening, shown, paragraph(words, own), ...rest);
  const more = paragraph(text);

  it.each(['读者在社区书房借书', '孩子们在听故事'])('in the middle are its caption: %s', (words) => {
    expect(below(words, { align: 'center' }, more)).toBe(words);
    expect(below(words)).toBe(words);
  });

  it('are its caption anywhere where they say who took it', () => {
    expect(below('读者在社区书房借书（何示例 摄）', {}, more)).toBe('读者在社区书房借书（何示例 摄）');
    expect(below('读者在社区书房借书（甲镇供图）', {}, more)).toBe('读者在社区书房借书（甲镇供图）');
  });

  it.each<readonly [string, string, Partial<SourceLine>]>([
    ['at the left', '读者在社区书房借书', {}],
    ['bold', '办好社区书房', { align: 'center', bold: [{ start: 0, end: 6 }] }],
    ['in 黑体', '办好社区书房', { align: 'center', isHei: true }],
    ['a heading', '办好社区书房', { align: 'center', heading: 2 }],
    ['numbered', '一、办好社区书房', { align: 'center' }],
    ['a sentence', '读者在社区书房借书。', { align: 'center' }],
    ['long', '读者在社区书房借书'.repeat(5), { align: 'center' }],
    ['a unit', '示例区甲镇文化站', { align: 'center' }],
    ['a day', '2031年3月8日', { align: 'center' }],
    ['a subtitle', '——读者在社区书房借书', { align: 'center' }],
    ['of a style of their own', '读者在社区书房借书', { align: 'center', role: 'body' }],
  ])('are none: %s', (_how, words, own) => {
    expect(below(words, own, more)).toBe('');
  });

  it('are none among other words in the middle, or under a picture over the title', () => {
    expect(below('读者在社区书房借书', { align: 'center' }, paragraph('书香满城', { align: 'center' }), more)).toBe('');
    expect(captionOf(shown, paragraph('示例区书香巷里读书忙', { align: 'center' }), more)).toBe('');
  });
});

const lines = (body: string, styles = '') => readDocxLines(buildDocx({ body, styles }), '稿.docx');

function read(body: string, styles = '') {
  const { lines: source, leftAside } = lines(body, styles);
  const result = recognize(source, { nextId: () => 'i', as: 'article' });
  if (result.kind !== 'article') throw new Error('an issue');
  return { ...result, leftAside: [...leftAside, ...result.leftAside] };
}

describe('a line starts a page', () => {
  const starts = (...body: readonly string[]) => lines(body.join('')).lines.map(({ startsPage = false }) => startsPage);

  it.each([
    ['behind a break at its head', [paragraph('甲'), paragraph(pageBreak + run('乙')), paragraph('丙')], [false, true, false]],
    [
      'behind a break at the end of the one before',
      [paragraph(run('甲') + pageBreak), paragraph('乙'), paragraph('丙')],
      [false, true, false],
    ],
    ['by its own property', [paragraph('甲'), paragraph('乙', '<w:pageBreakBefore/>')], [false, true]],
    ['not by a property that is off', [paragraph('甲'), paragraph('乙', '<w:pageBreakBefore w:val="0"/>')], [false, false]],
    ['behind a section', [paragraph('甲', '<w:sectPr/>'), paragraph('乙')], [false, true]],
    [
      'not behind a section on the same page',
      [paragraph('甲', '<w:sectPr><w:type w:val="continuous"/></w:sectPr>'), paragraph('乙')],
      [false, false],
    ],
  ])('%s', (_name, body, expected) => {
    expect(starts(...body)).toEqual(expected);
  });

  it('behind a break alone in its paragraph', () => {
    expect(starts(paragraph('甲'), paragraph(pageBreak), paragraph('乙'), paragraph('丙'))).toEqual([false, true, true, false]);
  });
});

it('titles in a heading style on new pages open manuscripts, short as these are', () => {
  const one = (title: string, unit: string, first = '') =>
    styled('h', first + run(title)) + paragraph('丙镇组建文艺小分队6支。') + paragraph(`（${unit}）`);
  const body = one('乙镇开展“晒家风”活动', '乙镇宣传办') + one('丙镇：文艺轻骑兵送戏到田头', '丙镇文化站', pageBreak);
  const { parts = [] } = read(body, style('h', 'heading 1'));
  expect(parts.map(({ article }) => [article.title, article.sources])).toEqual([
    ['乙镇开展“晒家风”活动', ['乙镇宣传办']],
    ['丙镇：文艺轻骑兵送戏到田头', ['丙镇文化站']],
  ]);
});

it('words of empty content controls only say what to fill in', () => {
  const control = (inner: string, shows = '<w:showingPlcHdr/>') =>
    `<w:sdt><w:sdtPr>${shows}</w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
  const inline = paragraph(run('共办') + control(run('86'), '') + run('场，') + control(run('选择一项。')) + run('群众满意。'));
  const { article, leftAside } = read(paragraph('示例区送戏下乡') + paragraph(text) + control(paragraph('单击此处输入文字。')) + inline);
  expect(article.paragraphs.map((each) => each.text)).toEqual([text, '共办86场，群众满意。']);
  expect(leftAside.filter(({ reason }) => reason === '控件里的提示语').map((each) => each.text)).toEqual([
    '单击此处输入文字。',
    '选择一项。',
  ]);
});

it('words of a control that is marked as empty, but says no such thing, are the writer’s; by the style of prompts they are not', () => {
  const control = (words: string, own = '') =>
    `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:rPr>${own}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r></w:sdtContent></w:sdt>`;
  const styles =
    '<w:style w:type="character" w:styleId="p"><w:name w:val="Placeholder Text"/></w:style><w:style w:type="character" w:styleId="q"><w:name w:val="占位符文本"/></w:style>';
  const body =
    paragraph('示例区送戏下乡') +
    paragraph(text) +
    paragraph(control('共办86场。')) +
    paragraph(control('日期', '<w:rStyle w:val="p"/>')) +
    paragraph(control('地点', '<w:rStyle w:val="q"/>')) +
    paragraph(control(' 单击输入'));
  const { article, leftAside } = read(body, styles);
  expect(article.paragraphs.map((each) => each.text)).toEqual([text, '共办86场。']);
  expect(leftAside.map((each) => each.text)).toEqual(expect.arrayContaining(['日期', '地点', ' 单击输入']));
});

it('a style called heading 2 is one without a level of its own; names that only look so are not', () => {
  const body =
    styled('t', '示例区书香巷里读书忙') + styled('b', '起因') + paragraph(text) + styled('b', '做法') + styled('x', '甲') + paragraph(text);
  const { article } = read(body, style('t', 'Title') + style('b', 'heading 2') + style('x', 'heading 2 more'));
  expect(article.paragraphs.map(({ level, text: words }) => (level ? words : ''))).toEqual(['起因', '', '做法', '', '']);
});

it('the styles of pandoc say who wrote a manuscript and what stands under its pictures and over its tables', () => {
  const cell = (words: string) => `<w:tc>${paragraph(words)}</w:tc>`;
  const table = `<w:tbl><w:tr>${cell('课程')}${cell('人数')}</w:tr><w:tr>${cell('书法')}${cell('300')}</w:tr></w:tbl>`;
  const styles = style('t', 'Title') + style('s', 'Subtitle') + style('a', 'Author') + style('d', 'Date') + style('c', 'Table Caption');
  const head = styled('t', '己街道夜校办学情况') + styled('s', '一条老街的新事') + styled('a', '钱示') + styled('d', '2031年4月1日');
  const { article, facts, notes } = read(head + paragraph(text) + styled('c', '课程报名') + table + paragraph(text), styles);
  expect([article.subtitle, facts.author, notes.includes('文中署的日期：2031年4月1日。')]).toEqual(['一条老街的新事', '钱示', true]);
  expect(article.paragraphs.map((each) => each.text)).toEqual([text, '课程报名\n课程\t人数\n书法\t300', text]);
});

describe('a form', () => {
  const cell = (...words: readonly string[]) => `<w:tc>${words.map((each) => paragraph(each)).join('') || '<w:p/>'}</w:tc>`;
  const row = (...cells: readonly string[]) => `<w:tr>${cells.join('')}</w:tr>`;
  const form = (...rows: readonly string[]) => read(`<w:tbl>${rows.join('')}</w:tbl>`);
  const head = [
    row(cell('报送单位'), cell('庚镇党委'), cell('作  者'), cell('周示')),
    row(cell('题  目'), cell('庚镇推动宣讲走深走实')),
    row(cell('正  文'), cell(text)),
  ];

  it('has names beside which nothing was filled in: they are no words of the manuscript', () => {
    const { article, leftAside } = form(...head, row(cell('区委宣传部意见'), cell()), row(cell('备  注'), cell()));
    expect([article.title, article.paragraphs.map((each) => each.text)]).toEqual(['庚镇推动宣讲走深走实', [text]]);
    expect(leftAside.filter(({ reason }) => reason === '表格里没有填写的栏').map((each) => each.text)).toEqual([
      '区委宣传部意见',
      '备  注',
    ]);
  });

  it('has what reviewers say beside their field for an opinion, a name for one', () => {
    const { facts, leftAside, article } = form(...head, row(cell('审  核'), cell('同意报送。吴示'), cell('签  发'), cell('郑示')));
    expect([facts.signedBy, article.paragraphs.length]).toEqual(['郑示', 1]);
    expect(leftAside.find(({ text: words }) => words.includes('吴示'))).toMatchObject({ reason: '表格里的审批意见、备注，不是稿件的文字' });
  });
});

describe('黑体 that opens a paragraph in another face', () => {
  const hei = (words: string) => `<w:r><w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr><w:t>${words}</w:t></w:r>`;
  const leads = (...body: readonly string[]) =>
    read([paragraph('示例区书香巷里读书忙'), paragraph(text), ...body.map((each) => paragraph(each))].join('')).article.paragraphs.map(
      ({ lead }) => lead,
    );

  it('is its lead', () => {
    expect(leads(hei('一、建好阵地。') + run(text), hei('二、办好活动。') + run(text))).toEqual([
      undefined,
      '一、建好阵地。',
      '二、办好活动。',
    ]);
  });

  it.each([
    ['without a stop', hei('一、建好') + run(`阵地。${text}`)],
    ['within the paragraph', run('示例区') + hei('建好阵地。') + run(text)],
    ['behind words at its head', run('示例：') + hei('建好阵地。') + run(text)],
    ['in all of it', hei(`一、建好阵地。${text}`)],
    ['beside bold words', hei('建好阵地。') + run('书房') + `<w:r><w:rPr><w:b/></w:rPr><w:t>六处</w:t></w:r>${run(text)}`],
  ])('is none %s', (_how, body) => {
    expect(leads(body)).toEqual([undefined, undefined]);
  });

  it('is no bold type within the paragraph', () => {
    expect(lines(paragraph(run('示例：') + hei('建好阵地。') + run(text))).lines[0]?.bold).toEqual([]);
  });
});
