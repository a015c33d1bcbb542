/** Footnotes of a manuscript come into it at their place; those that can stand nowhere are told one by one. */
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../shared/document/issue.js';
import { recognize } from '../../../shared/recognize/recognize.js';
import { readText } from '../../../shared/recognize/read-text.js';
import type { SourceLine } from '../../../shared/recognize/source-line.js';
import { readDocxLines } from '../../../shared/word/read/fold-lines.js';
import { writeDocx } from '../../../shared/word/write/write-docx.js';
import { composeIssue } from '../../../shared/layout/compose-issue.js';
import { defaultPageStyle } from '../../../shared/layout/page-style.js';
import { buildDocx } from '../../helpers/build-docx.js';
import { article, brief, column, from, issue, noted as withFootnotes, p } from '../../helpers/build-issue.js';
import { sampleMeta } from '../../helpers/sample-issue.js';

const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (content: string) => `<w:p>${content}</w:p>`;
const reference = (id: number) => `<w:r><w:footnoteReference w:id="${String(id)}"/></w:r>`;
const note = (id: number, ...texts: readonly string[]) =>
  `<w:footnote w:id="${String(id)}">${texts.map((text) => paragraph(`<w:r><w:footnoteRef/></w:r>${run(` ${text}`)}`)).join('')}</w:footnote>`;
const change = (name: string, content: string) => `<w:${name} w:author="李审" w:date="2025-03-04T09:30:00Z">${content}</w:${name}>`;

function draft(lines: readonly SourceLine[]) {
  let count = 0;
  const result = recognize(lines, { as: 'article', nextId: () => `i${String((count += 1))}` });
  if (result.kind !== 'article') throw new Error('an issue');
  return result;
}

function readWord(body: string, footnotes: string) {
  const word = readDocxLines(buildDocx({ body, footnotes }), '甲.docx');
  const { article, leftAside } = draft(word.lines);
  return { article, leftAside: [...word.leftAside, ...leftAside].filter(({ text }) => text.trim() !== '') };
}

const noted = ({ paragraphs }: Article) =>
  paragraphs.map(({ lead = '', text, footnotes = [] }) => [lead + text, ...footnotes.map((each) => `${String(each.at)} ${each.text}`)]);
const title = paragraph(run('甲县抓实宣讲工作'));

describe('footnotes of a Word file', () => {
  it('come in where their number stands: behind a lead, in bold, before a stop, several at once', () => {
    const body =
      title +
      paragraph(run('聚焦机制建设。', '<w:b/>') + reference(2) + run('甲县开展活动') + reference(3) + reference(4) + run('。')) +
      paragraph(run('一、主要') + reference(5) + run('做法')) +
      paragraph(run('乙镇响应。'));
    const { article, leftAside } = readWord(
      body,
      note(2, '指调度。') + note(3, '见年鉴。', '第二段。') + note(4, '又见。') + note(5, '概述。'),
    );
    expect(noted(article)).toEqual([
      ['聚焦机制建设。甲县开展活动。', '7 指调度。', '13 见年鉴。 第二段。', '13 又见。'],
      ['一、主要做法', '4 概述。'],
      ['乙镇响应。'],
    ]);
    expect(article.paragraphs[0]?.lead).toBe('聚焦机制建设。');
    expect(leftAside).toEqual([]);
  });

  it('keep their place beside blanks, numbers and deleted words, and when paragraphs are joined', () => {
    const joined = (content: string) => `<w:p><w:pPr><w:rPr>${change('del', '')}</w:rPr></w:pPr>${content}</w:p>`;
    const body =
      title +
      joined(run('　　甲县') + change('del', `<w:r><w:delText>曾经</w:delText></w:r>`) + run('开展  ') + reference(2)) +
      paragraph(run('活动') + reference(3) + run('。'));
    const { article } = readWord(body, note(2, '一。') + note(3, '二。'));
    const [first] = noted(article);
    expect(first?.[0]?.replaceAll(' ', '')).toBe('甲县开展活动。');
    expect(
      first?.slice(1).map((each) => [
        first[0]
          ?.slice(0, Number(each.split(' ')[0]))
          .trimEnd()
          .at(-1),
        each.split(' ')[1],
      ]),
    ).toEqual([
      ['展', '一。'],
      ['动', '二。'],
    ]);
  });

  it('are told where none can be: in a title, a table, a note that was deleted, one without words', () => {
    const cell = (content: string) => `<w:tc>${paragraph(content)}</w:tc>`;
    const row = (...cells: readonly string[]) => `<w:tr>${cells.map(cell).join('')}</w:tr>`;
    const body =
      paragraph(run('甲县抓实宣讲工作') + reference(2)) +
      paragraph(run('甲县开展活动。') + change('del', reference(3)) + reference(4)) +
      `<w:tbl>${row(run('片区') + reference(5), run('场次'))}${row(run('东'), run('12'))}</w:tbl>`;
    const { article, leftAside } = readWord(body, note(2, '题注。') + note(3, '删去的。') + note(4, '') + note(5, '表中的。'));
    expect(article.paragraphs.some(({ footnotes }) => footnotes)).toBe(false);
    expect(leftAside.map(({ text, reason }) => `${text}${reason}`)).toEqual([
      '删去的。修订中删除的脚注，在“甲县开展活动。”之后，没有收入正文',
      '表中的。脚注，在“片区”之后，没有收入正文',
      '题注。脚注，在“甲县抓实宣讲工作”之后，没有收入正文',
    ]);
  });

  it('give back the words that were deleted in them', () => {
    const deleted = change('del', '<w:r><w:delText>旧注。</w:delText></w:r>');
    const { article, leftAside } = readWord(
      title + paragraph(run('甲县开展活动') + reference(2) + run('。')),
      `<w:footnote w:id="2">${paragraph(run('新注。') + deleted)}</w:footnote>`,
    );
    expect(noted(article)).toEqual([['甲县开展活动。', '6 新注。']]);
    expect(leftAside.map(({ text, reason }) => [text, reason])).toContainEqual(['旧注。', '修订中删除的文字']);
  });
});

describe('footnotes of a text', () => {
  it('are those our own text has, by number, the nearest before', () => {
    const text = '甲县抓实宣讲工作\n\n　　**聚焦机制建设。**[注1]甲县开展[注2]活动。\n\n　　乙镇响应。\n\n[注1]指调度。\n\n[注2] 见年鉴。';
    expect(noted(draft(readText(text)).article)).toEqual([['聚焦机制建设。甲县开展活动。', '7 指调度。', '11 见年鉴。'], ['乙镇响应。']]);
  });

  it('of a hundred thousand lines are read in no more time than their number asks for', () => {
    const lines = readText(`甲[注1]县\n${'[注1]指调度。\n[注2]又。\n'.repeat(50_000)}`);
    expect(lines.filter(({ footnotes }) => footnotes)).toHaveLength(1);
    expect(lines.filter(({ text }) => text === '')).toHaveLength(1);
  }, 180_000);

  it('stay words where no number stands before them, or no words behind the number', () => {
    const text = '甲县抓实宣讲工作\n\n　　甲县开展[注3]活动。\n\n[注1]指调度。';
    const { article } = draft(readText(text));
    expect(article.paragraphs.map(({ text: words }) => words)).toEqual(['甲县开展[注3]活动。', '[注1]指调度。']);
    expect(article.paragraphs.some(({ footnotes }) => footnotes)).toBe(false);
  });
});

describe('footnotes of the run-in title of a brief', () => {
  const read = (opening: string) => {
    const lines = ['宣传信息专报', '2031年第3期', '示例区委宣传部　　2031年3月4日', '〔工作交流〕', '甲县抓实宣讲工作'];
    const words = [
      ...lines,
      '　　近日，甲县开展宣讲活动。',
      '（甲县委宣传部）',
      '〔简讯〕',
      `　　${opening}`,
      '[注1]见年鉴。',
      '[注2]含线上。',
    ];
    const result = recognize(readText(words.join('\n\n')), { nextId: () => 'i' });
    if (result.kind !== 'issue') throw new Error('a manuscript');
    const brief = result.issue.columns[1]?.items[0];
    const left = result.leftAside.filter(({ text }) => text.includes('年鉴'));
    return {
      title: brief?.title,
      first: brief?.paragraphs[0],
      left,
      told: result.warnings.filter((each) => each.includes('简讯标题里的脚注')),
    };
  };
  const first = {
    text: '近日，乙镇启动宣讲。',
    footnotes: [
      { at: 0, text: '见年鉴。' },
      { at: 5, text: '含线上。' },
    ],
  };

  it.each(['**乙镇启动宣讲。**[注1]近日，乙镇[注2]启动宣讲。', '乙镇启动宣讲。[注1]近日，乙镇[注2]启动宣讲。'])(
    'hang right behind it: %s',
    (opening) => expect(read(opening)).toMatchObject({ title: '乙镇启动宣讲', first, left: [], told: [] }),
  );

  it('come back from our own Word file at the head of its text', async () => {
    const own = issue(
      column('经验交流', from(['甲县委宣传部'], article('甲县抓实宣讲工作', p('近日，甲县开展宣讲活动。')))),
      column('简讯', from(['乙镇'], { ...brief('乙镇启动宣讲'), paragraphs: [withFootnotes(p('近日，乙镇启动宣讲。'), [0, '见年鉴。'])] })),
    );
    const word = await writeDocx(composeIssue(own), defaultPageStyle, sampleMeta);
    const result = recognize(readDocxLines(word, '甲.docx').lines, { nextId: () => 'i' });
    const back = result.kind === 'issue' ? result.issue.columns[1]?.items[0] : undefined;
    expect(back).toMatchObject({
      title: '乙镇启动宣讲',
      paragraphs: [{ text: '近日，乙镇启动宣讲。', footnotes: [{ at: 0, text: '见年鉴。' }] }],
    });
  });

  it('are told where they stood inside it', () => {
    const { told, ...kept } = read('**乙镇[注1]启动宣讲。**近日，乙镇[注2]启动宣讲。');
    expect(kept).toMatchObject({ title: '乙镇启动宣讲', first, left: [] });
    expect(told).toEqual([expect.stringContaining('“见年鉴。”已移到标题后面') as string]);
  });
});
