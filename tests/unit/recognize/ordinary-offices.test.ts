/** Forms that ordinary offices use in their bulletins, each with the one that looks like it and is none. */
import { describe, expect, it } from 'vitest';
import { readText } from '../../../shared/recognize/read-text.js';
import { article, columns, head, itemsOf, more, other, read, readLines, reasonOf, tail, text, titles } from './read-issue.js';

const third = '乙镇为老人建起食堂十二家，一日三餐平价供应，行动不便的由志愿者送餐上门，老人吃得放心。';

describe('briefs with run-in titles', () => {
  it('have them in brackets', () => {
    const result = read(...head, ...article, '【基层短讯】', `[甲县送戏下乡]${more}`, `[乙镇办起食堂]${third}`, ...tail);
    expect(columns(result)[1]).toEqual(['基层短讯', ['甲县送戏下乡', '乙镇办起食堂']]);
    expect(itemsOf(result).map(({ paragraphs }) => paragraphs.map((each) => each.text))).toEqual([[text], [more], [third]]);
    expect(reasonOf(result, '[')).toBe('简讯标题的括号、冒号，专报不印');
  });

  it('have them so in a column of any name, from the second on', () => {
    const two = read(...head, '【经验做法】', ...article, '【百姓身边】', `【甲县送戏下乡】${more}`, `【乙镇办起食堂】${third}`, ...tail);
    expect(columns(two)[1]).toEqual(['百姓身边', ['甲县送戏下乡', '乙镇办起食堂']]);
    expect(two.issue.columns[1]?.form).toBe('brief');
  });

  it('have them before a wide blank, behind the mark of a list', () => {
    const list = ['【基层短讯】', `●甲县送戏下乡村　${more}（甲县文旅局）`, `●乙镇办起老人食堂  ${third}（乙镇政府）`];
    const result = read(...head, ...article, ...list, ...tail);
    expect(columns(result)[1]).toEqual(['基层短讯', ['甲县送戏下乡村', '乙镇办起老人食堂']]);
    expect(itemsOf(result).map(({ sources }) => sources)).toEqual([['示例区委宣传部'], ['甲县文旅局'], ['乙镇政府']]);
    const plain = read(...head, ...article, '【基层短讯】', `甲县送戏下乡村　${more}`, ...tail);
    expect(itemsOf(plain)[1]?.paragraphs[0]?.text).toContain('甲县送戏下乡村　');
  });

  it('are parted by the places they name, and may be cut by a page end', () => {
    const named = ['【各地动态】', `甲县：${more}`, `乙镇：${third.slice(0, 20)}`, '— 3 —', third.slice(20)];
    const result = read(...head, '【经验做法】', ...article, ...named, ...tail);
    expect(result.issue.columns[1]?.items.map(({ paragraphs }) => paragraphs.map((each) => each.text))).toEqual([
      [`甲县：${more}`],
      [`乙镇：${third}`],
    ]);
    for (const mixed of [[`甲县：${more}`, third], [`甲县：${more}`, `甲县：${third}`], [`甲县：${more}`]]) {
      const column = read(...head, '【经验做法】', ...article, '【各地动态】', ...mixed, ...tail).issue.columns[1];
      expect([column?.form, column?.items.length]).toEqual(['article', 1]);
    }
  });
});

describe('briefs with titles before a colon', () => {
  const two = [`丙区团委开展读书分享：${more}`, `丁县团委举办招聘专场：${text}${third.slice(0, 25)}`, '— 3 —', third.slice(25)];
  const last = (name: string, ...lines: readonly string[]) =>
    read(...head, '【经验做法】', ...article, `【${name}】`, ...lines, ...tail).issue.columns.at(-1);

  it('are parted in a column of news', () => {
    expect(last('团讯集锦', ...two)).toMatchObject({
      form: 'brief',
      items: [
        { title: '丙区团委开展读书分享', paragraphs: [{ text: more }] },
        { title: '丁县团委举办招聘专场', paragraphs: [{ text: `${text}${third}` }] },
      ],
    });
  });

  it('are texts of an article elsewhere, or where one has none', () => {
    expect(last('理论研究', ...two)?.form).toBe('article');
    expect(last('团讯集锦', ...two.slice(0, 1))?.form).toBe('article');
    expect(last('团讯集锦', ...two, text)?.form).toBe('article');
  });
});

describe('names in brackets', () => {
  const preface = `卷首语：${third}`;
  const columned = ['【团情要览】', '全市读书工作会议召开', text, '【青春建功】', '甲区团委送戏下乡进村头', more, '（甲区团委）'];
  const brief = ['【团讯集锦】', `▲${more}`, `▲${third}`];

  it('hold questions and answers, which are no titles', () => {
    const asked = ['【政策问答】', '问：如何申请帮扶？', `答：${third}`, '问：标准是什么？', `答：${more}`];
    const [, column] = read(...head, '【经验做法】', ...article, ...asked, ...tail).issue.columns;
    expect(column?.items.map(({ title, paragraphs }) => [title, paragraphs.length])).toEqual([['', 4]]);
  });

  it('are columns where each stands over a title and its text, and one is known', () => {
    expect(columns(read(...head, preface, ...columned, ...brief, ...tail)).slice(-3)).toMatchObject([
      ['团情要览', ['全市读书工作会议召开']],
      ['青春建功', ['甲区团委送戏下乡进村头']],
      ['团讯集锦', ['', '']],
    ]);
  });

  it('are none where no column is known to stand so', () => {
    const names = (...lines: readonly string[]) => read(...head, ...lines, ...tail).issue.columns.map(({ name }) => name);
    expect(names(preface, ...columned)).not.toContain('团情要览');
    const bare = ['经验做法', article[0] ?? '', text, '经办人说', '读书的人一天比一天多', more, '（甲区团委）'];
    expect(names(...bare)).toEqual(['经验做法']);
  });

  it('are headings where one stands over text, or over a number or a short name', () => {
    for (const below of [
      [`${text}（见附表）`, more],
      ['一、读书的人越来越多', text],
      ['主要做法', text],
      ['读书的人越来越多，', text],
      ['读书的人越来越多啦', '（甲区团委）'],
    ]) {
      const names = read(
        ...head,
        preface,
        ...columned.slice(0, 3),
        '【工作背景】',
        ...below,
        ...columned.slice(3),
        ...brief,
        ...tail,
      ).issue.columns.map(({ name }) => name);
      expect(names, below[0]).not.toContain('团情要览');
    }
  });
});

describe('briefs without marks', () => {
  const news = ['甲县举办乡村书市。', '乙镇办起老人食堂。', '丙街道开出银龄课堂。'].map(
    (title, at) => `${title}${[more, third, text][at] ?? ''}`,
  );
  const last = (...lines: readonly string[]) => read(...head, '【经验做法】', ...article, ...lines, ...tail).issue.columns.at(-1);

  it('are parted by their first sentences where all open with a title', () => {
    expect(last('【简讯】', ...news)?.items.map(({ title }) => title)).toEqual([
      '甲县举办乡村书市',
      '乙镇办起老人食堂',
      '丙街道开出银龄课堂',
    ]);
    const cut = [news[0] ?? '', (news[1] ?? '').slice(0, 30), '— 3 —', (news[1] ?? '').slice(30)];
    expect(last('【简讯】', ...cut)?.items.map(({ title }) => title)).toEqual(['甲县举办乡村书市', '乙镇办起老人食堂']);
  });

  it('stay together where one opens otherwise', () => {
    for (const second of [
      third,
      `近日乙镇办起老人食堂。${third}`,
      '乙镇办起老人食堂。老人吃得放心。',
      `乙镇办起食堂，送餐上门。${third}`,
    ]) {
      expect(last('【简讯】', news[0] ?? '', second)?.items, second).toHaveLength(1);
    }
    expect(last('【简讯】', '▲甲县举办乡村书市。', '更多见公告。', news[1] ?? '', news[2] ?? '')?.items).toHaveLength(1);
  });

  it('stay together where the file itself says where they open', () => {
    const [first = '', second = ''] = news;
    expect(last('【简讯】', `▲${first}`, second)?.items).toHaveLength(1);
    expect(last('【简讯】', first.replace(/^[^。]+。/u, '**$&**'), second)?.items).toHaveLength(1);
    const lines = readText([...head, '【经验做法】', ...article, '【简讯】', first, second, ...tail].join('\n'));
    const own = lines.map((line) => (news.includes(line.text) ? { ...line, role: 'body' as const } : line));
    expect(readLines(own).issue.columns.at(-1)?.items).toHaveLength(1);
  });

  it('may be counted in the name of their column, behind a mark', () => {
    const contents = ['◎经验做法', '示例区书香巷里读书忙', '◎简讯三则'];
    const result = read(...head, ...contents, '◎经验做法', ...article, '◎简讯三则', ...news, ...tail);
    expect(result.issue.columns.map(({ name, form, items }) => [name, form, items.length])).toEqual([
      ['经验做法', 'article', 1],
      ['简讯', 'brief', 3],
    ]);
    expect(result.warnings.filter((warning) => warning.includes('目录有'))).toEqual([]);
  });
});

describe('columns', () => {
  it('are numbered names that the contents have in the same order', () => {
    const contents = ['目录', '一、工作要闻', '1.示例区书香巷里读书忙', '二、外地来风', '2.甲县送戏下乡进村头'];
    const body = ['一、工作要闻', ...article.slice(0, 2), '二、外地来风', ...other.slice(0, 2)];
    const listed = read(...head, ...contents, ...body, ...tail);
    expect(columns(listed)).toEqual([
      ['工作要闻', ['示例区书香巷里读书忙']],
      ['外地来风', ['甲县送戏下乡进村头']],
    ]);
    expect(listed.warnings.filter((warning) => warning.includes('封面'))).toEqual([]);
    // Where no name is one that columns have, they may be headings.
    const unknown = [...contents, ...body].map((line) => line.replace('工作要闻', '开门见山'));
    expect(columns(read(...head, ...unknown, ...tail)).map(([name]) => name)).toEqual(['经验交流']);
  });

  it('are names spaced out in the body that contents list last', () => {
    const contents = ['要目', '◎ 示例区书香巷里读书忙', '◎ 各地动态'];
    const result = read(...head, ...contents, ...article, '各　地　动　态', `甲县：${more}`, `乙镇：${third}`, ...tail);
    expect(result.issue.columns.map(({ name, form }) => [name.replace(/\s/gu, ''), form])).toEqual([
      ['经验交流', 'article'],
      ['各地动态', 'brief'],
    ]);
  });

  it('are bare names over news behind marks, and no list within an article', () => {
    const under = [article[0] ?? '', '示例区委宣传部', text];
    const list = [`●${more}`, `●${third}`];
    expect(read(...head, ...under, '各地动态', ...list, ...tail).issue.columns.map(({ name }) => name)).toEqual(['经验交流', '各地动态']);
    for (const within of [
      ['建成的场馆', ...list],
      ['各地动态', '●书房六处', '●戏台四座'],
      ['各地动态', `●${more}`, third],
      ['各地动态', ...list.map((line) => line.slice(0, -1))],
    ]) {
      expect(read(...head, ...under, ...within, ...tail).issue.columns.map(({ name }) => name)).toEqual(['经验交流']);
    }
  });
});

describe('the front', () => {
  it('has 编者按 between its contents and the first article', () => {
    const contents = ['★本期导读★', '示例区书香巷里读书忙', '甲县送戏下乡进村头'];
    const note = '编者按：各地把文化送到群众身边，涌现出一批好做法。现将两地的做法刊发，供各单位学习借鉴。';
    const result = read(...head, ...contents, note, article[0] ?? '', '示例区委宣传部', text, ...other, ...tail);
    expect(titles(result)).toEqual(['示例区书香巷里读书忙', '甲县送戏下乡进村头']);
    expect(itemsOf(result).map((item) => (item.type === 'article' ? item.editorNote : undefined))).toEqual([[note.slice(4)], undefined]);
  });

  it('has contents with the page each stands on, and when it comes out', () => {
    const contents = ['要点速览', '示例区书香巷里读书忙（第1版）', '甲县送戏下乡进村头（第2页）'];
    const result = read(...head.slice(0, 2), `${head[2] ?? ''}出刊`, ...contents, ...article, ...other, ...tail);
    expect(titles(result)).toEqual(['示例区书香巷里读书忙', '甲县送戏下乡进村头']);
    expect([reasonOf(result, '要点速览'), reasonOf(result, '第2页')]).toEqual(['版面固定字样，印出时自动加上', '目录中的页码']);
    expect(reasonOf(result, '出刊')).toBe('日期后的星期、“出刊”字样，专报不印');
    expect(columns(read(...head, '【要点速览】', ...contents.slice(1), ...article, ...other, ...tail)).map(([name]) => name)).toEqual([
      '经验交流',
    ]);
  });

  it('has its label of contents in full-width square brackets', () => {
    const result = read(...head, '［本期目录］', '示例区书香巷里读书忙……1', '甲县送戏下乡进村头……2', ...article, ...other, ...tail);
    expect(reasonOf(result, '本期目录')).toBe('版面固定字样，印出时自动加上');
  });

  it('has 批示 that close with the day', () => {
    const said = ['王某某书记批示：此件很好，请各部门研究，拿出实招。3月30日', '李某某部长批示：请抓好落实。3月31日'];
    const result = read(...head, '领导批示：', ...said, ...article, ...tail);
    expect(result.issue.instruction).toBe(said.join('　'));
    expect(titles(result)).toEqual(['示例区书香巷里读书忙']);
  });
});

describe('sources', () => {
  it('are labelled names that open with a place, however they end', () => {
    const result = read(...head, article[0] ?? '', text, '供稿：示例区职业中专', ...other, ...tail);
    expect(itemsOf(result).map(({ sources }) => sources)).toEqual([['示例区职业中专'], ['甲县文旅局']]);
    const words = read(...head, article[0] ?? '', text, '来源：示例区推进文化惠民', ...article, ...tail);
    expect(itemsOf(words).flatMap(({ sources }) => sources)).toEqual(['示例区委宣传部']);
  });

  it('are units that somebody signs for with post and name, not whose post a speaker has', () => {
    const result = read(...head, article[0] ?? '', '丁乡党委宣传委员　李某某', text, ...other, ...tail);
    expect(titles(result)[0]).toBe('示例区书香巷里读书忙');
    expect(itemsOf(result)[0]?.sources).toEqual(['丁乡党委']);
    expect(reasonOf(result, '李某某')).toBe('供稿人姓名，专报不印');
    for (const [title, speaker] of [
      ['在全区读书工作会议上的讲话', '示例区委书记　李某某'],
      ['用心办好社区书房', '县委书记　李某某'],
    ] as const) {
      const speech = itemsOf(read(...head, title, speaker, text, ...other, ...tail))[0];
      expect([speech?.title, speech?.sources, speech?.paragraphs[0]?.text]).toEqual([title, [], speaker]);
    }
  });

  it('are none where posts and name of a writer stand in brackets under the title', () => {
    const note = '编者按：范某某委员的建议针对性强，现予刊发，供各地各部门参阅。';
    const writer = '（政协委员、市文化馆馆长　范某某）';
    const [item] = itemsOf(read(...head, article[0] ?? '', writer, note, text, ...tail));
    expect(item).toMatchObject({ title: article[0], sources: [], editorNote: [note.slice(4)], paragraphs: [{ text }] });
    const [speech] = itemsOf(read(...head, '在全区读书会上的发言', writer, text, ...tail));
    expect(speech?.paragraphs.map((each) => each.text)).toEqual([writer, text]);
    const [closing] = itemsOf(read(...head, article[0] ?? '', text, writer, ...tail));
    expect([closing?.sources, closing?.paragraphs.map((each) => each.text)]).toEqual([[], [text]]);
    for (const place of [0, 1]) {
      const lines = [text];
      lines.splice(place, 0, '（丁乡党委宣传委员　李某某）');
      expect(itemsOf(read(...head, article[0] ?? '', ...lines, ...tail))[0]?.sources).toEqual(['丁乡党委']);
    }
  });

  it('are none where 执笔人 with a telephone stands', () => {
    const result = read(...head, ...article.slice(0, 2), '（执笔人：陈某某　联系电话：2233445）', ...tail);
    expect(reasonOf(result, '陈某某')).toBe('供稿人姓名，专报不印');
  });
});

it('the number may have its year in Chinese figures or wide ones', () => {
  for (const year of ['二〇二四年', '２０２４年', '二○二四年']) {
    const result = read(head[0] ?? '', `${year}第十四期`, head[2] ?? '', ...article, ...tail);
    expect(result.issue.masthead).toMatchObject({ number: 14, date: '2024-04-03' });
  }
});

it('the tail says 发送范围', () => {
  const result = read(...head, ...article, '发送范围：县委常委，各乡镇');
  expect(result.issue.distribution).toEqual([{ label: '发送范围', text: '县委常委，各乡镇' }]);
});
