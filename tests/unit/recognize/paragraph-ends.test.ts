/** Where paragraphs end: in Word files, in text broken at a fixed width, at page ends and page numbers. */
import { describe, expect, it } from 'vitest';
import { readText } from '../../../shared/recognize/read-text.js';
import { recognize } from '../../../shared/recognize/recognize.js';
import type { RecognizedDraft, RecognizeOptions } from '../../../shared/recognize/recognized.js';
import { readDocxLines } from '../../../shared/word/read/fold-lines.js';
import { buildDocx } from '../../helpers/build-docx.js';

function draft(lines: ReturnType<typeof readText>, options: Partial<RecognizeOptions> = {}): RecognizedDraft {
  let ids = 0;
  const result = recognize(lines, { nextId: () => `i${(ids += 1)}`, ...options });
  if (result.kind !== 'article') throw new Error('recognized as an issue');
  return result;
}
const texts = ({ article }: RecognizedDraft) => article.paragraphs.map((paragraph) => (paragraph.lead ?? '') + paragraph.text);

const title = '示例区书香巷里读书忙';
const first =
  '示例区把旧门市改成社区书房六处，藏书两万册，每日接待读者三千人次，群众反映良好。书房由志愿者轮流值守，每周公布借阅排行，接受居民监督，做到了月月有活动、周周有新书。全区还组织读书会四十场，参加群众达两万余人次。二〇三一年以来，共新增读者证一万张。';
const second =
  '下一步，示例区将把书房建到每一个社区，让居民下楼就能读书，并引进社会力量参与运营，逐步延长开放时间，做到早八点晚十点不打烊。同时，建立读者评书制度，每季度评出十本好书，由志愿者送到行动不便的读者家里。';

/** A paragraph broken at a width, its first line indented by `indent` ideographic blanks' worth of width. */
function wrap(text: string, width: number, indent: number, prefix = ''): readonly string[] {
  const lines = [prefix + text.slice(0, width - indent)];
  for (let at = width - indent; at < text.length; at += width) lines.push(text.slice(at, at + width));
  return lines;
}

describe('a paragraph of a Word file', () => {
  const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  it.each([
    ['without a stop at its end', '全区建成文化广场六处，组织演出四十场，参加的群众', '达两万余人次，群众反映良好。'],
    ['closed by a comma', '全区建成文化广场六处，组织演出四十场，', '参加群众达两万余人次。'],
    ['with an open quotation', '全区开展“送戏下乡、送书进村', '送展览到社区”活动四十场。'],
    ['followed by a mark', '全区建成文化广场六处，组织演出四十场', '，参加群众达两万余人次。'],
  ])('is never joined with the next: %s', (_name, one, two) => {
    const { lines } = readDocxLines(buildDocx({ body: [title, one, two].map(paragraph).join('') }), 'x.docx');
    expect(texts(draft(lines))).toEqual([one, two]);
  });
});

describe('text broken at a fixed width', () => {
  const widths = [22, 28, 34, 40];
  it.each(widths)('is joined where paragraphs are indented, at %i characters', (width) => {
    const lines = [title, ...wrap(first, width, 2, '　　'), ...wrap(second, width, 2, '　　'), '（示例区委宣传部）'];
    const result = draft(readText(lines.join('\n')));
    expect([result.article.title, texts(result), result.article.sources]).toEqual([title, [first, second], ['示例区委宣传部']]);
    expect(result.warnings.filter((warning) => warning.includes('断行'))).toHaveLength(1);
  });

  it.each(widths)('is joined where empty lines part paragraphs, at %i characters', (width) => {
    const lines = [title, '', ...wrap(first, width, 0), '', ...wrap(second, width, 0), '', '示例区委宣传部', '2031年3月4日'];
    const result = draft(readText(lines.join('\r\n')));
    expect([texts(result), result.article.sources]).toEqual([[first, second], ['示例区委宣传部']]);
  });

  it('is joined where the indents are lost, as in words taken out of a PDF', () => {
    const lines = [title, ...wrap(first, 28, 2), ...wrap(second, 28, 2), '（示例区委宣传部）'];
    expect(texts(draft(readText(lines.join('\n'))))).toEqual([first, second]);
  });

  // Its last line is full, so that only what follows tells that it ends.
  const ending = `${first.slice(0, 26 + 2 * 28 - 1)}。`;

  it('parts paragraphs by the one blank that words laid out from a PDF keep of an indent', () => {
    // Another page may keep both.
    const indents = [' ', ' ', '  ', '  '];
    const paragraphs = [ending, second, ending, second];
    const lines = [title, ...paragraphs.flatMap((text, at) => wrap(text, 28, 2, indents[at])), '（示例区委宣传部）'];
    expect(texts(draft(readText(lines.join('\n'))))).toEqual(paragraphs);
    // A blank within a sentence opens nothing.
    const [head = '', ...rest] = wrap(second, 28, 2);
    const stray = [title, ...wrap(ending, 28, 2), head, ...rest.map((line, at) => (at < 2 ? ` ${line}` : line)), '（示例区委宣传部）'];
    expect(texts(draft(readText(stray.join('\n'))))).toEqual([ending, second]);
  });

  it('parts paragraphs by a first line that the next word would have found room in, on the next page, too', () => {
    const [head = '', ...rest] = wrap(second, 28, 2);
    for (const end of [[], ['', '— 1 —', '']]) {
      const lines = [title, ...wrap(ending, 28, 2), head, ...end, ...rest, '（示例区委宣传部）'];
      expect(texts(draft(readText(lines.join('\n'))))).toEqual([ending, second]);
    }
    // A number that did not fit is no room left: the sentence before goes on.
    const numbered = [first.slice(0, 26), `${first.slice(26, 53)}。`, second.slice(0, 26), '20318册，群众反映良好。'];
    const lines = [title, ...numbered, ...wrap(first, 28, 2), '（示例区委宣传部）'];
    expect(texts(draft(readText(lines.join('\n'))))).toEqual([numbered.join(''), first]);
  });

  it('is joined over the end of a page and its number', () => {
    const body = wrap(first, 28, 0);
    for (const end of [['', '— 1 —', ''], ['', '-2-', ''], ['\f第3页']]) {
      const lines = [title, '', ...body.slice(0, 2), ...end, ...body.slice(2), '', '（示例区委宣传部）'];
      expect(texts(draft(readText(lines.join('\n'))))).toEqual([first]);
    }
  });

  it('stays as it is when the editor says so', () => {
    const lines = [title, ...wrap(first, 28, 2, '　　')];
    const { warnings, article } = draft(readText(lines.join('\n')), { keepsLines: true });
    expect(warnings).toEqual([]);
    expect(article.paragraphs.length).toBeGreaterThan(1);
  });

  it('is not seen in whole paragraphs, short lines or lists', () => {
    const poems = ['山高水长路不平', '一灯如豆照书声', '门前小巷连城郭', '巷里人家日日新'];
    for (const lines of [
      [title, first, second],
      [title, ...poems],
      [title, ...poems.map((line) => `${line}，${line}，${line}。`)],
    ]) {
      const result = draft(readText(lines.join('\n')));
      expect(texts(result)).toEqual(lines.slice(1));
      expect(result.warnings).toEqual([]);
    }
  });
});

describe('a page end after a stop', () => {
  const rest = '书房每周公布借阅排行，接受居民监督，做到月月有活动、周周有新书。';
  const led = (at: number) => `**${['建阵地', '强队伍', '优服务'][at] ?? ''}，让书香进巷。** ${first}`;
  const joined = (warnings: readonly string[]) => warnings.filter((warning) => warning.includes('页末接段')).length;
  const ledTexts = [0, 1, 2].map((at) => led(at).replaceAll('**', '').replace(' ', ''));

  it('is closed where the next line opens without the lead all others have, and told', () => {
    for (const end of ['', '— 1 —\n\n']) {
      const source = [title, second.slice(0, 60), second.slice(60), led(0), `${end}${rest}`, led(1), led(2), '（示例区委宣传部）'];
      const result = draft(readText(source.join('\n\n')));
      expect(texts(result)).toEqual([second, `${ledTexts[0] ?? ''}${rest}`, ledTexts[1], ledTexts[2]]);
      expect(joined(result.warnings)).toBe(1);
      expect(result.warnings.join()).toContain('书房每周公布借阅排行，接…');
      expect(texts(draft(readText(source.join('\n\n')), { keepsLines: true }))).toContain(rest);
    }
  });

  it('is closed in an issue as well, and left as it stands where the editor says so', () => {
    const head = ['宣传信息专报', '2031年第3期', '示例区委宣传部　　2031年3月4日', '〔工作交流〕'];
    const lines = readText([...head, title, `　　${first}`, '— 1 —', rest, `　　${second}`, '（示例区委宣传部）'].join('\n\n'));
    const paragraphs = (options: Partial<RecognizeOptions>) => {
      const result = recognize(lines, { nextId: () => 'i', ...options });
      if (result.kind !== 'issue') throw new Error('recognized as a manuscript');
      return result.issue.columns[0]?.items[0]?.paragraphs.map(({ text }) => text);
    };
    expect(paragraphs({})).toEqual([first + rest, second]);
    expect(paragraphs({ keepsLines: true })).toEqual([first, rest, second]);
  });

  it('is closed though a table stands in the article, which opens like no paragraph', () => {
    const source = [
      title,
      second.slice(0, 60),
      second.slice(60),
      led(0),
      `— 1 —\n\n${rest}`,
      '| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |',
      led(1),
      led(2),
    ];
    const result = draft(readText(source.join('\n\n')));
    expect([texts(result).includes(`${ledTexts[0] ?? ''}${rest}`), joined(result.warnings)]).toEqual([true, 1]);
  });

  it('is closed where the next line lacks the indent all others have', () => {
    const source = [title, `　　${first}`, '— 1 —', rest, `　　${second}`, '（示例区委宣传部）'];
    const result = draft(readText(source.join('\n')));
    expect([texts(result), joined(result.warnings)]).toEqual([[first + rest, second], 1]);
  });

  it.each([
    ['text without pages', [title, second, led(0), rest, led(1), led(2)]],
    ['a closing paragraph', [title, second.slice(0, 60), second.slice(60), led(0), led(1), rest]],
    ['articles of several paragraphs to a lead', [title, second.slice(0, 60), second.slice(60), led(0), rest, led(1), rest, led(2)]],
    ['paragraphs of one kind', [title, first, '— 1 —', rest, second, '— 2 —', first]],
    [
      'an article whose table is no paragraph',
      [title, second.slice(0, 60), second.slice(60), led(0), rest, '| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |'],
    ],
    ['indented ones', [title, `　　${first}`, '— 1 —', `　　${rest}`, `　　${second}`]],
  ])('is left as it is in %s', (_name, source) => {
    const result = draft(readText(source.join('\n\n')));
    expect([texts(result).includes(rest), joined(result.warnings)]).toEqual([true, 0]);
  });

  it('is no end of a Word paragraph', () => {
    const body = [
      title,
      second.slice(0, 60),
      led(0).replaceAll('**', ''),
      '一是补短板，' + first,
      rest,
      '二是强弱项，' + first,
      '三是促提升，' + first,
    ];
    const { lines } = readDocxLines(buildDocx({ body: body.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('') }), 'x.docx');
    expect(texts(draft(lines))).toContain(rest);
  });
});

describe('a bare number', () => {
  it.each([
    ['in a text', [title, first, '48', second], ['48']],
    ['in a list', [title, first, '12', '15', '27', second], ['12', '15', '27']],
    ['in a table', [title, first, '项目', '数量', '书房', '6', '书', '7', second], ['6', '7']],
  ])('stays %s', (_name, lines, numbers) => {
    const result = draft(readText(lines.join('\n\n')));
    expect(texts(result).filter((text) => /^\d+$/u.test(text))).toEqual(numbers);
  });

  it('goes where pages end: counting up, a page of words between', () => {
    const lines = [title, first, second, '1', first, second, '2', first, '（示例区委宣传部）'];
    const { article, leftAside } = draft(readText(lines.join('\n\n')));
    expect(article.paragraphs.some(({ text }) => /^\d+$/u.test(text))).toBe(false);
    expect(leftAside.filter(({ reason }) => reason === '页码').map(({ text }) => text)).toEqual(['1', '2']);
  });

  it('stays in a Word file, whose page numbers are fields', () => {
    const body = [title, first, second, '1', first, second, '2'].map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('');
    expect(texts(draft(readDocxLines(buildDocx({ body }), 'x.docx').lines))).toContain('1');
  });
});

describe('a page number behind the last words of a page', () => {
  const half = '示例区上传资料（v1.3';
  const words = (...lines: readonly string[]) => texts(draft(readText([title, first, ...lines].join('\n'))));

  it('goes where the next line opens a page and other pages have such numbers', () => {
    const pages = ['— 1 —', `\f${first}`, `${half}— 2 —`, '\f终稿），请各单位查阅。'];
    const result = draft(readText([title, first, ...pages].join('\n')));
    expect(texts(result).join('')).toContain(`${half}终稿），请各单位查阅。`);
    expect(result.leftAside.filter(({ reason }) => reason === '页码').map(({ text }) => text)).toEqual(['— 1 —', '— 2 —']);
  });

  it('stays within a page, and where no page has such a number', () => {
    expect(words('— 1 —', `\f${first}`, `${half}— 2 —`, second).join('')).toMatch(/—\s?2\s?—/u);
    expect(words(`${half}— 2 —`, `\f${second}`).join('')).toMatch(/—\s?2\s?—/u);
  });
});
