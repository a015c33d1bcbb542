/** Forms that strangers' bulletins of yet other offices have, each with the one that looks like it and is none. */
import { describe, expect, it } from 'vitest';
import { findIssueNumber } from '../../../shared/recognize/issue-number.js';
import { article, columns, head, itemsOf, more, other, read, reasonOf, tail, text, titles } from './read-issue.js';

const [name = '', number = '', day = ''] = head;
const sourcesOf = (result: ReturnType<typeof read>) => itemsOf(result).map(({ sources }) => sources);
const paragraphsOf = (result: ReturnType<typeof read>) => itemsOf(result).map(({ paragraphs }) => paragraphs.map((each) => each.text));

describe('a masthead', () => {
  it('has 签发人 and the day in one row', () => {
    const { issue } = read(name, number, '海潮市委宣传部         签发人：韩示例       2024年4月3日', ...article, ...tail);
    expect(issue).toMatchObject({ masthead: { date: '2024-04-03', organ: '海潮市委宣传部' }, imprint: { signer: '韩示例' } });
    expect(read(name, number, day, '签发人：韩示例', ...article, ...tail).issue.imprint.signer).toBe('韩示例');
  });

  it('has 签发 on a line of its own over an article without list or source behind it', () => {
    const body = ['甲县书房夜里不打烊', text, '一、怎么开', more, '甲县文旅局'];
    const result = read(...head, '签发：韩示例', ...body, '（联系人：王示例；联系电话：0000-1234567）');
    expect([titles(result), sourcesOf(result), paragraphsOf(result)]).toEqual([
      ['甲县书房夜里不打烊'],
      [['甲县文旅局']],
      [[text, '一、怎么开', more]],
    ]);
    expect(result.issue.imprint).toMatchObject({ signer: '韩示例', phone: '0000-1234567' });
  });

  it('is told from a list that runs on over one more line, with a stop at its end', () => {
    const list = ['报：省委宣传部，市委、市人大常委会、市政府、市政协领导，市直各单位，', '各县（市、区）委宣传部，各高等院校党委宣传部。'];
    const result = read(...head, ...article, ...list);
    expect(titles(result)).toHaveLength(1);
    expect(result.issue.distribution[0]?.text).toContain('各高等院校党委宣传部');
  });

  it('has its number in brackets alone, right under its name', () => {
    const result = read(name, '（88）', day, ...article, ...tail);
    expect([result.issue.masthead.number, result.guessed]).toEqual([88, []]);
    expect(reasonOf(result, '88')).toBe('期号的其他写法，已记为第88期');
    expect(read(name, '（88）', number, day, ...article, ...tail).issue.masthead.number).toBe(3);
    expect(read(name, number, day, '（88）', ...article, ...tail).issue.masthead.number).toBe(3);
    expect(read(name, '海潮市委宣传部', '（88）', '2024年4月3日', ...article, ...other, ...tail).guessed).toEqual(['number']);
  });

  it('has its number in brackets behind the year', () => {
    expect(read(name, '2024〔2〕', day, ...article, ...tail).issue.masthead.number).toBe(2);
    expect(read(name, '〔2024〕2', number, day, ...article, ...tail).issue.masthead.number).toBe(3);
  });

  it('has its number before what kind of periodical it is', () => {
    expect(read(name, '2024年第7期（季刊）  2024年9月30日', '海潮市委宣传部主办', ...article, ...tail).issue.masthead.number).toBe(7);
    expect(findIssueNumber('第7期（培训班）')).toBeUndefined();
  });

  it('has 总第N期 alone, or no number, which is asked for; one article alone is no issue then', () => {
    const total = read(name, '总第33期', day, ...article, ...tail);
    expect([total.issue.masthead.number, total.issue.masthead.total, total.guessed]).toEqual([33, 33, ['number']]);
    expect(read(name, day, ...article, ...other, ...tail).guessed).toEqual(['number']);
    const lacking = [
      [name, day, ...article, ...tail],
      [name, day, ...article, ...other, tail[0] ?? ''],
      [day, ...article, ...other, ...tail],
      [name, '中共海潮市委宣传部', ...article, ...other, ...tail],
      [name, '2024年4月3日', ...article, ...other, ...tail],
    ];
    for (const lines of lacking) expect(() => read(...lines)).toThrow('not an issue');
  });

  it.each(['供销情况反映', '海潮要报'])('has a name that ends so: %s', (own) => {
    const unnumbered = read(own, day, ...article, ...other, ...tail);
    expect([unnumbered.issue.masthead.name, unnumbered.guessed]).toEqual([own, ['number']]);
  });

  it('has what it is about in a line behind a dash, which is not its name', () => {
    expect(read('青 春 海 潮', '—— 共青团工作信息', number, day, ...article, ...tail).issue.masthead.name).toBe('青春海潮');
  });

  it('has a name with a short word in quotes, no title with one', () => {
    expect(read('海潮市“两新”党建动态', number, day, ...article, ...tail).issue.masthead.name).toBe('海潮市“两新”党建动态');
    expect(read('海潮市“两新组织”建强经验交流', number, day, ...article, ...tail).guessed).toEqual(['name']);
    expect(read(name, '海潮市“两新”党建动态', number, day, ...article, ...tail).issue.masthead.name).toBe(name);
  });

  it('has two organs in two rows, the day beside the second', () => {
    const two = ['中共海潮市纪律检查委员会', '海潮市监察委员会                2024年4月3日'];
    expect(read(name, number, ...two, ...article, ...tail).issue.masthead.organ).toBe('中共海潮市纪律检查委员会 海潮市监察委员会');
    const apart = read(name, number, two[0] ?? '', '', two[1] ?? '', ...article, ...tail);
    expect(apart.issue.masthead.organ).toBe('海潮市监察委员会');
    const parted = read(name, two[0] ?? '', number, two[1] ?? '', ...article, ...tail);
    expect(parted.issue.masthead.organ).toBe('海潮市监察委员会');
    const host = read(name, number, '主办：海潮市委宣传部', two[1] ?? '', ...article, ...tail);
    expect(host.issue.masthead.organ).toBe('海潮市监察委员会');
    const party = read(number, '中共海潮市委工作信息', two[1] ?? '', ...article, ...tail);
    expect(party.issue.masthead).toMatchObject({ name: '中共海潮市委工作信息', organ: '海潮市监察委员会' });
    const under = read('海潮工作要情', two[1] ?? '', number, ...article, ...tail);
    expect(under.issue.masthead).toMatchObject({ name: '海潮工作要情', organ: '海潮市监察委员会' });
  });
});

describe('版记', () => {
  it('has its phone in round brackets, where its other lines stand', () => {
    const result = read(...head, ...article, ...tail, '（联系人：殷示例    联系电话：00001234）');
    expect([result.issue.imprint.phone, result.issue.distribution.at(-1)?.text]).toEqual(['00001234', '各县区委宣传部']);
    const inText = read(...head, article[0] ?? '', text, '（联系电话：00001234）', more, article[2] ?? '', ...tail);
    expect([inText.issue.imprint.phone, paragraphsOf(inText)[0]?.length]).toEqual(['', 3]);
  });

  it('opens with a row in round brackets, and has 编辑人', () => {
    const result = read(...head, ...article, '（本期责任编辑：储示例  联系电话：00009990）', ...tail);
    expect(result.issue.imprint).toMatchObject({ editor: '储示例', phone: '00009990' });
    expect(read(...head, ...article, ...tail, '编辑人：窦示例').issue.imprint.editor).toBe('窦示例');
  });

  it('has who issued it when, which is no receiver', () => {
    const result = read(...head, ...article, ...tail, '海潮市委宣传部办公室    2024年4月3日印发');
    expect(result.issue.distribution.at(-1)?.text).toBe('各县区委宣传部');
    expect(reasonOf(result, '办公室')).toBe('印发单位和日期，报头里有');
    expect(read(...head, ...article, ...tail, '海潮市各街道').issue.distribution.at(-1)?.text).toBe('各县区委宣传部海潮市各街道');
  });
});

describe('who sent it', () => {
  it.each(['县妇联发展部', '市教育局基础教育科', '甲公司工会', '市直机关工会'])('may be a room or union without brackets: %s', (unit) => {
    expect(sourcesOf(read(...head, article[0] ?? '', text, unit, ...other, ...tail))[0]).toEqual([unit]);
  });

  it.each(['建好妇联发展部', '帮助企业建强工会'])('is none: %s', (words) => {
    expect(sourcesOf(read(...head, article[0] ?? '', text, words, more, ...tail))[0]).toEqual([]);
  });

  it('stands behind 撰稿 with the writer', () => {
    const result = read(...head, article[0] ?? '', text, '撰稿：工业统计科  冉示例', ...other, ...tail);
    expect([titles(result), sourcesOf(result)]).toEqual([
      [article[0], other[0]],
      [['工业统计科'], ['甲县文旅局']],
    ]);
  });

  it('stands under the title behind □ with the writer', () => {
    const result = read(...head, article[0] ?? '', '□ 海潮市融媒体中心  厉示例', text, ...other, ...tail);
    expect(sourcesOf(result)).toEqual([['海潮市融媒体中心'], ['甲县文旅局']]);
    const unsigned = ['□ 海潮市文明办', other[0] ?? '', more];
    expect(sourcesOf(read(...head, article[0] ?? '', text, ...unsigned, ...tail))[0]).toEqual([]);
  });

  it('may be the writer alone, behind whom the next title stands; who took a picture closes nothing', () => {
    const signed = (line: string) =>
      titles(read(...head, article[0] ?? '', text, line, '甲县送戏下乡进村头', more, '（甲县文旅局）', ...tail));
    expect(signed('（执笔：张示例）')).toEqual([article[0], '甲县送戏下乡进村头']);
    expect(signed('（摄影：张示例）')).toEqual([article[0]]);
    const inside = read(...head, article[0] ?? '', text, '（执笔：张示例）', more, '（甲县文旅局）', ...tail);
    expect(titles(inside)).toEqual([article[0]]);
  });

  it('is not what a picture shows', () => {
    expect(sourcesOf(read(...head, article[0] ?? '', text, '（图为书房一角）', ...tail))).toEqual([[]]);
  });
});

describe('columns', () => {
  const news = (title: string, words: string) => `▶${title} ${words}`;
  const first = news('市委书房迎来新读者', '4月1日，市委书房开门，当天来了三百名读者，大家都说这里安静好读书。');
  const second = news('甲县文艺院团下乡', '4月2日，甲县组织文艺院团送戏下乡四十场，参加群众达两万余人次。');

  it('are names in brackets over news behind marks, from right under the masthead on', () => {
    const result = read(...head, '【理论学习】', first, '【文化活动】', second, ...tail);
    expect(columns(result)).toEqual([
      ['理论学习', ['市委书房迎来新读者']],
      ['文化活动', ['甲县文艺院团下乡']],
    ]);
    const within = read(...head, article[0] ?? '', '【主要做法】', first, '【工作成效】', second, article[2] ?? '', ...tail);
    expect(titles(within)).toEqual([article[0]]);
  });

  it('are names between rules, over titles', () => {
    const [one = '', two = '', three = ''] = ['示例区书香巷里读书忙', '甲县：送戏下乡进村头', '乙镇：食堂开到家门口'];
    const result = read(...head, '====== 重点任务 ======', one, text, '====== 各地实践 ======', two, more, three, more, ...tail);
    expect(columns(result)).toEqual([
      ['重点任务', [one]],
      ['各地实践', [two, three]],
    ]);
    const heading = read(...head, one, text, '— 重点任务 —', more, '====== 各地实践 ======', more, ...tail);
    expect(titles(heading)).toEqual([one]);
  });

  it('are none where articles are numbered （一）, （二）, each with its unit and none with a title over it', () => {
    const two = ['（一）甲县：书香巷里读书忙', text, '（二）乙镇：食堂开到家门口', more];
    expect(titles(read(...head, ...two, ...tail))).toEqual(['甲县：书香巷里读书忙', '乙镇：食堂开到家门口']);
    expect(titles(read(...head, '两地为民办实事的做法', ...two, ...tail))).toEqual(['两地为民办实事的做法']);
    const one = read(...head, '（一）甲县：书香巷里读书忙', text, '（二）甲县：食堂开到家门口', more, ...tail);
    expect(titles(one)).toHaveLength(1);
    const skipped = read(...head, '（一）甲县：书香巷里读书忙', text, '（三）乙镇：食堂开到家门口', more, ...tail);
    expect(titles(skipped)).toHaveLength(1);
  });

  it('have titles before one blank, where the text behind it is a sentence of its own', () => {
    const result = read(...head, '【基层短讯】', first, second, ...tail);
    expect(titles(result)).toEqual(['市委书房迎来新读者', '甲县文艺院团下乡']);
    expect(paragraphsOf(result)[1]).toEqual(['4月2日，甲县组织文艺院团送戏下乡四十场，参加群众达两万余人次。']);
    const halves = (words: string) => `▶${words}。${more}`;
    const half = read(
      ...head,
      '【基层短讯】',
      halves('甲县建强文艺阵地 推动送戏下乡'),
      halves('乙镇办起老人食堂 一日三餐平价供应'),
      ...tail,
    );
    expect(titles(half)).toEqual(['甲县建强文艺阵地 推动送戏下乡', '乙镇办起老人食堂 一日三餐平价供应']);
  });

  it('have a number in the contents alone', () => {
    const contents = ['目录', '一、重点任务', article[0] ?? '', '二、各地实践', other[0] ?? ''];
    const result = read(...head, ...contents, '重点任务', ...article, '各地实践', ...other, ...tail);
    expect(columns(result)).toEqual([
      ['重点任务', [article[0]]],
      ['各地实践', [other[0]]],
    ]);
    expect(result.warnings.filter((each) => each.includes('目录'))).toEqual([]);
  });
});
