/** Titles of two lines the first of which ends with a mark, as print breaks them. */
import { describe, expect, it } from 'vitest';
import { readText } from '../../../shared/recognize/read-text.js';
import { recognizeDraft } from '../../../shared/recognize/recognize-draft.js';
import type { SourceLine } from '../../../shared/recognize/source-line.js';
import { head, itemsOf, more, other, read, readLines, tail, text, titles } from './read-issue.js';

const source = '（示例区委宣传部）';
const long = '示例区从制度、队伍、阵地三个方面入手，一件事一件事地抓，一个村一个村地看，';

const draftOf = (lines: readonly SourceLine[]) => {
  let ids = 0;
  return recognizeDraft(lines, { nextId: () => `i${String((ids += 1))}` }).article;
};
const paragraph = (words: string, line: number): SourceLine => ({ line, text: words, bold: [], marks: [], isParagraph: true });
const centred = (words: string, line: number): SourceLine => ({ ...paragraph(words, line), align: 'center' });

describe('a title whose first line ends with a mark', () => {
  it('is the one on the cover, after a colon and a comma', () => {
    const cover = ['目  录', '甲镇：一条街串起“文化长廊”', '打造“六个平台”，示例区推动网络综合治理提质', '甲县送戏下乡进村头'];
    const body = ['甲镇：', '一条街串起“文化长廊”', text, source, '打造“六个平台”，', '示例区推动网络综合治理提质', more, source, ...other];
    const found = read(...head, ...cover, ...body, ...tail);
    expect(titles(found)).toEqual(['甲镇：\n一条街串起“文化长廊”', '打造“六个平台”，\n示例区推动网络综合治理提质', '甲县送戏下乡进村头']);
    expect(itemsOf(found).map(({ paragraphs }) => paragraphs.map((each) => each.text))).toEqual([[text], [more], [more]]);
  });

  it('is found without a cover after a comma, a line right over another like a title and its text', () => {
    const found = read(...head, '【经验做法】', '打造“六个平台”，', '示例区推动网络综合治理提质', text, source, ...other, ...tail);
    expect(titles(found)).toEqual(['打造“六个平台”，\n示例区推动网络综合治理提质', '甲县送戏下乡进村头']);
    const unlike = read(...head, '【经验做法】', '打造“六个平台”，', text, source, ...other, ...tail);
    expect(titles(unlike)[0]).toBe('');
    const far = read(...head, '【经验做法】', '打造“六个平台”，', '', '示例区推动网络综合治理提质', text, source, ...other, ...tail);
    expect(titles(far)[0]).not.toContain('打造');
  });

  it.each([
    ['an indented line', '　　打造“六个平台”，'],
    ['a colon', '打造平台的做法：'],
    ['a line longer than half a title', long],
    ['a sentence within', '一手抓制度；打造平台，'],
  ])('is none without a cover where the first line is %s', (_what, first) => {
    const found = read(...head, '【经验做法】', first, '示例区推动网络综合治理提质', text, source, ...other, ...tail);
    expect(titles(found)[0]).not.toContain(first.trim());
  });

  it('is none where the file says that its first line is text', () => {
    const lines = [...head, '【经验做法】', '打造“六个平台”，', '示例区推动网络综合治理提质', text, source, ...other, ...tail];
    const said = readText(lines.join('\n')).map((each) => (each.text.endsWith('平台”，') ? { ...each, role: 'body' as const } : each));
    expect(titles(readLines(said))[0]).not.toContain('打造');
  });

  it.each([
    ['is text to the file', { ...centred('打造六个平台，', 1), role: 'body' as const }, centred('推动综合治理提质', 2)],
    ['closes with a stop', centred('示例区打造平台。', 1), centred('推动综合治理提质', 2)],
    ['stands over a sentence', centred('打造六个平台，', 1), centred(text, 2)],
    ['stands over a source', centred('打造六个平台，', 1), centred('（示例区委宣传部）', 2)],
  ])('is none of a manuscript where the first line %s', (_what, first, second) => {
    expect(draftOf([first, second, paragraph(text, 3)]).title).not.toContain('\n');
  });

  it('is that of a manuscript after a comma, set alike after a colon', () => {
    const two = draftOf(readText(['打造六个网络平台，', '推动综合治理提质', '', text, more].join('\n')));
    expect([two.title, two.paragraphs.map((each) => each.text)]).toEqual(['打造六个网络平台，\n推动综合治理提质', [text, more]]);
    const word = draftOf([centred('走进村头的课堂：', 1), centred('一条街串起“文化长廊”', 2), paragraph(text, 3)]);
    expect(word.title).toBe('走进村头的课堂：\n一条街串起“文化长廊”');
    const receiver = draftOf(readText(['县文明办公室：', '关于报送活动的函', '', text].join('\n')));
    expect(receiver.title).not.toContain('\n');
    expect(draftOf(readText([long, '抓出成效', '', text].join('\n'))).title).not.toContain('抓出成效');
  });
});

it('captions of pictures at the foot of pages are no running heads', () => {
  const pages = [1, 2, 3].flatMap((page) => [`${text}${String(page)}`, `图${String(page)}  活动现场（甲镇）`, `— ${String(page)} —`]);
  const found = read(...head, '【经验做法】', '示例区书香巷里读书忙', ...pages, source, ...other, ...tail);
  expect(found.leftAside.filter(({ reason }) => reason === '页眉、页脚')).toEqual([]);
});

describe('a title over —— …', () => {
  const two = ['小切口撬动大治理', '——丙街道“楼道议事会”的探索'];

  it('is no column, though contents and body have it alone on a line', () => {
    const cover = ['目  录', ...two, '甲县送戏下乡进村头'];
    const found = read(...head, ...cover, ...two, text, source, ...other, ...tail);
    expect(itemsOf(found)).toMatchObject([{ title: two[0], subtitle: two[1] }, { title: '甲县送戏下乡进村头' }]);
  });
});

describe('the caption of a picture that a text has lost', () => {
  const caption = '图1：夜市一角（乙镇）';

  it('is neither title nor source', () => {
    const found = read(...head, '【经验做法】', '示例区夜市亮起来', text, caption, source, ...other, ...tail);
    expect(itemsOf(found).map(({ title, paragraphs, sources }) => [title, paragraphs.map((each) => each.text), sources])).toEqual([
      ['示例区夜市亮起来', [text, caption], ['示例区委宣传部']],
      ['甲县送戏下乡进村头', [more], ['甲县文旅局']],
    ]);
    const first = read(...head, '【经验做法】', '示例区夜市亮起来', caption, text, source, ...other, ...tail);
    expect(itemsOf(first)[0]).toMatchObject({ title: '示例区夜市亮起来', paragraphs: [{ text: caption }, { text }] });
  });

  it('is told from a title that opens with 图', () => {
    expect(titles(read(...head, '【经验做法】', '图强奋进建新城', text, source, ...other, ...tail))[0]).toBe('图强奋进建新城');
  });
});
