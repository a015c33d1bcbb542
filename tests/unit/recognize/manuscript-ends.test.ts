/** Who closes a manuscript: unit and day on one line, posts without a name, names alone, editors; captions whose pictures are gone. */
import { describe, expect, it } from 'vitest';
import { left, more, read, source, text, texts, title } from './read-manuscript.js';

describe('a unit and the day on one line', () => {
  it.each(['甲镇党委宣传部  2031年7月2日', '甲镇党委宣传部2031年7月2日', '2031年7月2日　甲镇党委宣传部'])('%s', (line) => {
    const result = read(title, text, more, line);
    expect([result.article.sources, texts(result)]).toEqual([['甲镇党委宣传部'], [text, more]]);
    expect(result.notes).toContain('文中署的日期：2031年7月2日。');
  });

  it('is no line that says something of the day', () => {
    const said = '甲镇的书房是2031年7月2日建成的';
    expect(texts(read(title, text, said, source))).toContain(said);
  });
});

describe('a post without a name', () => {
  it.each([
    ['——甲镇党委政法委员', '甲镇党委', '甲镇党委政法委员'],
    ['（甲镇党委书记）', '甲镇党委', '甲镇党委书记'],
    ['——县委宣传部副部长', '县委宣传部', '县委宣传部副部长'],
  ])('%s: its unit is the source, which is told', (line, unit, post) => {
    const result = read(title, text, more, line);
    expect([result.article.sources, texts(result)]).toEqual([[unit], [text, more]]);
    expect(result.notes).toContain(`署名“${post}”只有职务，来源单位记为${unit}，请核对。`);
  });

  it.each(['——老百姓的好书记', '甲镇党委书记'])('%s is none', (line) => {
    expect(read(title, text, more, line).article.sources).toEqual([]);
  });

  it('says who spoke where several do', () => {
    const said = [text, '——甲镇党委政法委员', more, '——乙镇党委书记'];
    const result = read('干部群众热议读书', '连日来，书房里人来人往，大家有话要说，都说读书好。', ...said);
    expect([result.article.sources, texts(result).slice(1)]).toEqual([[], said]);
  });
});

describe('names alone in brackets', () => {
  it.each([
    ['（徐春花  黄小宝）', '徐春花  黄小宝'],
    ['（徐春花）', '徐春花'],
    ['（王 芳）', '王芳'],
  ])('%s are the writers, which is told', (line, author) => {
    const result = read(title, text, more, line);
    expect([result.facts.author, texts(result)]).toEqual([author, [text, more]]);
    expect(result.notes).toContain(`“${line}”认作作者，请核对。`);
  });

  it.each(['（全文完）', '（未完待续）', '（春耕  秋收）'])('%s names nobody', (line) => {
    const result = read(title, text, more, line);
    expect([result.facts.author, texts(result)]).toEqual([undefined, [text, more, line]]);
  });

  it('are a unit where they end like one', () => {
    const { facts, article } = read(title, text, more, '（高新区）');
    expect([facts.author, article.sources]).toEqual([undefined, ['高新区']]);
  });
});

describe('labels of who made a manuscript', () => {
  it.each([
    ['文/李  想  图/王大山', '李想', '图：王大山。'],
    ['文/图：李想', '李想', undefined],
    ['图文 | 李想  编辑 | 王大山', '李想', '编辑：王大山。'],
    ['采写：李想　统稿：王大山', '李想', '统稿：王大山。'],
    ['（课题组成员：王大山、周建国；执笔：李想）', '李想', '课题组成员：王大山、周建国。'],
  ])('%s', (line, author, note) => {
    for (const result of [read(title, line, text, more, source), read(title, text, more, source, line)]) {
      expect([result.facts.author, texts(result)]).toEqual([author, [text, more]]);
      if (note !== undefined) expect(result.notes).toContain(note);
    }
  });

  it('are told where they review', () => {
    const result = read(title, text, more, '来源：甲县文化馆', '一审：李想  二审：张敏  三审：何大川');
    expect([result.article.sources, texts(result)]).toEqual([['甲县文化馆'], [text, more]]);
    expect(result.notes).toEqual(expect.arrayContaining(['一审：李想。', '二审：张敏。', '三审：何大川。']));
  });
});

it.each(['图为居民在书房读书。（甲镇宣传办  供图）', '居民在书房读书（李想 摄）', '图：书房外景'])(
  'a caption whose picture is not there is no text: %s',
  (caption) => {
    const result = read(title, text, caption, more, source);
    expect([texts(result), left(result, '图片说明，图片没有一起收下')]).toEqual([[text, more], [caption]]);
  },
);

it('words that only open with 图 are text', () => {
  const words = '图书上架两万册，居民争相借阅，书房里坐满了人。';
  expect(texts(read(title, text, words, more, source))).toContain(words);
  expect(texts(read(title, text, '图片展吸引居民参观', more, source)).join('')).toContain('图片展');
});

describe('the source', () => {
  it('that was not found is told, with the unit the title opens with', () => {
    expect(read('甲镇：三项举措推进全民阅读', text, more).notes).toContain('没有找到来源单位，标题开头的“甲镇”可能就是。');
    expect(read('书香巷里读书忙', text, more).notes).toContain('没有找到来源单位。');
    expect(read(title, text, more, source).notes.join('')).not.toContain('来源单位');
  });
});

it('the titles of other pieces below a manuscript are no text', () => {
  const others = ['往期推荐', '庚街道：一条旧物街换来新风尚', '庚街道召开例会'];
  const result = read(title, text, more, '来源：庚街道党工委', '审核：郭海', ...others);
  expect([result.article.sources, texts(result)]).toEqual([['庚街道党工委'], [text, more]]);
  expect(left(result, '公众号、网页上别的稿件的标题，不是稿件')).toEqual(others);
  expect(texts(read(title, text, '相关链接', more, source))).toEqual([text, '相关链接', more]);
});

describe('who opens a piece of news', () => {
  it.each([
    ['示例区讯（通讯员 钱小满 宋嘉）', '钱小满、宋嘉'],
    ['甲镇讯（徐春花）', '徐春花'],
    ['本报讯（记者 徐春花 通讯员 黄小宝）', '徐春花、黄小宝'],
  ])('%s wrote it; the words stay', (opening, author) => {
    const result = read(title, `${opening}${text}`, more, source);
    expect([result.facts.author, texts(result)]).toEqual([author, [`${opening}${text}`, more]]);
  });

  it('is nobody where no names stand in the brackets', () => {
    expect(read(title, `示例区喜讯（春耕时节）${text}`, more, source).facts.author).toBeUndefined();
  });
});

describe('who stands under a title', () => {
  it.each([
    ['丑县寅镇选调生  鲁小满', '丑县寅镇', '鲁小满'],
    ['戊县县委网信办主任  常  明', '戊县县委网信办', '常明'],
    ['己街道融媒体工作室  郝  晴  文/摄', '己街道融媒体工作室', '郝晴'],
    ['甲县税务局  孟  天 罗小兰', '甲县税务局', '孟天、罗小兰'],
    ['（寅县融媒体中心　记者 常青 通讯员 陆小北）', '寅县融媒体中心', '常青、陆小北'],
  ])('%s', (line, unit, author) => {
    const result = read(title, line, text, more);
    expect([result.article.title, result.article.sources, result.facts.author, texts(result)]).toEqual([
      title,
      [unit],
      author,
      [text, more],
    ]);
  });

  it('is a room behind its unit, whatever it is for', () => {
    expect(read(title, '壬县融媒体中心舆情室', text, more).article.sources).toEqual(['壬县融媒体中心舆情室']);
    expect(read(title, '壬县来了新班组', text, more).article.sources).toEqual([]);
    expect(read(title, '壬县融媒体中心建起采编播存管用一体化指挥调度室', text, more).article.sources).toEqual([]);
  });
});

it('the name of a place at the right closes a text', () => {
  const blanks = ' '.repeat(50);
  const result = read(title, text, more, '', `${blanks}癸乡`, `${blanks}2031-5-19`);
  expect([result.article.sources, texts(result)]).toEqual([['癸乡'], [text, more]]);
  expect(texts(read(title, text, more, '', '癸乡', '2031-5-19'))).toContain('癸乡');
});

describe('below a text', () => {
  it('who the writer is is told', () => {
    const about = '（作者系丑县寅镇卯村党支部副书记）';
    const result = read(title, '丑县寅镇选调生  鲁小满', text, more, about);
    expect([result.article.sources, texts(result)]).toEqual([['丑县寅镇'], [text, more]]);
    expect(result.notes).toContain(`文中注明：${about}。`);
  });

  it('what the editors add is no text', () => {
    const note = '编者注：本文为系列报道之三。';
    const result = read(title, text, more, note, source);
    expect([texts(result), left(result, '编者注，不是稿件的文字')]).toEqual([[text, more], [note]]);
  });
});

describe('a line behind ▲', () => {
  it('may be a caption: it stays, and is told', () => {
    const result = read(title, text, '▲老街坊在讲台讲述老街故事', more, source);
    expect(texts(result)).toContain('▲老街坊在讲台讲述老街故事');
    expect(result.notes.join('')).toContain('“▲老街坊在讲台讲述老街故事”像是图片说明，留在正文里，请核对。');
  });

  it('is none in a list', () => {
    expect(read(title, text, '▲建好阵地', '▲办好活动', '▲用好队伍', more, source).notes.join('')).not.toContain('图片说明');
  });
});

describe('units with labels behind them', () => {
  it('keep who took pictures and who reviewed apart from who wrote', () => {
    const result = read(title, text, more, '（亥区关工委、亥区教育局供稿  撰稿：卞小楼  摄影：龙飞）');
    expect([result.article.sources, result.facts, texts(result)]).toEqual([
      ['亥区关工委', '亥区教育局'],
      { author: '卞小楼' },
      [text, more],
    ]);
    expect(result.notes).toContain('摄影：龙飞。');
  });

  it('have the day behind the last of them', () => {
    const result = read(title, text, more, '报送单位：子镇党委    审签人：苗大壮    2031年8月3日');
    expect([result.article.sources, result.facts.signedBy]).toEqual([['子镇党委'], '苗大壮']);
    expect(result.notes).toContain('文中署的日期：2031年8月3日。');
  });
});

it('two units with a writer each are two of both', () => {
  const result = read(title, '申区文化和旅游局  祁  连', '申区图书馆  安  宁', text, more);
  expect([result.article.sources, result.facts.author]).toEqual([['申区文化和旅游局', '申区图书馆'], '祁连、安宁']);
});

describe('several posts before a name', () => {
  it('are left aside, and the name is the writer’s', () => {
    const result = read(title, '■ 子县县委常委、宣传部部长  向  阳', text, more, source);
    expect([result.article.title, result.facts.author, texts(result)]).toEqual([title, '向阳', [text, more]]);
    expect(left(result, '署名的职务，专报不印')).toHaveLength(1);
  });

  it('are none without a post', () => {
    expect(read(title, '老张、老李两家人　书香', text, more, source).facts.author).toBeUndefined();
  });
});
