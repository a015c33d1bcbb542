/** Leads of manuscripts without bold type: taken where they are plainly alike, and told; any other prose keeps its sentences. */
import { describe, expect, it } from 'vitest';
import { guessAlikeLeads } from '../../../shared/recognize/leads.js';
import { more, read, source, text, title } from './read-manuscript.js';

const rest = '书房由志愿者轮流值守，每周公布借阅排行，接受居民监督。';
const lengths = (...texts: readonly (string | undefined)[]) => guessAlikeLeads(texts);
const leadsOf = (...leads: readonly string[]) => lengths(...leads.map((lead) => lead + rest));

describe('leads of a manuscript', () => {
  it('are first sentences alike under one heading, and are told', () => {
    const leads = ['坚持高位推动。', '坚持资源整合。', '坚持队伍下沉。'];
    const { article, warnings, inferredLeads } = read(title, text, '一、健全体系', ...leads.map((lead) => lead + more), source);
    expect(article.paragraphs.map(({ lead, leadInferred }) => [lead, leadInferred])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
      ...leads.map((lead) => [lead, true]),
    ]);
    expect(inferredLeads).toBe(3);
    expect(warnings).toContain('“坚持高位推动。”“坚持资源整合。”“坚持队伍下沉。”句式相近、各领一段，认作段首句，请核对。');
  });

  it.each([
    ['that count up', ['一是抓机制促规范。', '二是抓队伍促提升。']],
    ['with numbers', ['1.建好阵地。', '2.办好周末读书会活动。']],
    ['with numbers in brackets', ['（一）建好阵地。', '（二）办好周末读书会活动。']],
    ['that open with words in quotes', ['“固定课”定期学。', '“特色课”自主学。', '“互动课”带着学。']],
    ['of one length', ['线下建课堂。', '线上建群聊。', '田里建样板。']],
    ['that end alike', ['组织领导到位。', '学习研讨到位。', '成果到位。']],
    ['that open alike', ['做优服务。', '做优阵地建设。', '做优队伍。']],
  ])('are sentences %s', (_how, leads) => {
    expect(leadsOf(...leads)).toEqual(leads.map((lead) => lead.length));
  });

  it('are two alike where others are sure', () => {
    const two = ['做优宣讲。', '做优服务。'].map((lead) => lead + rest);
    const three = ['坚持高位推动。', '坚持资源整合。', '坚持队伍下沉。'].map((lead) => lead + rest);
    expect(lengths(...two, undefined, ...three)).toEqual([5, 5, 0, 7, 7, 7]);
    expect(lengths(...two)).toEqual([0, 0]);
  });

  it.each([
    ['two alike alone', ['坚持高位推动。', '坚持资源整合。']],
    ['that are not alike', ['书房开门了。', '居民都来读书看报。', '大家很高兴。']],
    ['that count otherwise', ['一是抓机制。', '三是抓队伍。']],
    ['numbered otherwise', ['1.抓机制。', '（2）抓队伍。']],
    ['with figures', ['新建书房6处。', '新增藏书2万。', '新招志愿9人。']],
    ['that ask', ['书从哪里来？', '人从哪里来？', '钱从哪里来？']],
    ['of somebody', ['“来。”老王说。', '“好。”老李说。', '“走。”老张说。']],
    ['of speech and time', ['近日书房开。', '目前人很多。', '今年要再办。']],
    [
      'too long',
      [
        '坚持把书房办到居民家门口去让大家都能来读书。',
        '坚持把活动办到居民家门口去让大家都能来参加。',
        '坚持把服务办到居民家门口去让大家都能享受到。',
      ],
    ],
  ])('are no sentences %s', (_why, leads) => {
    expect(leadsOf(...leads)).toEqual(leads.map(() => 0));
  });

  it('have text behind them, and stand right behind each other', () => {
    expect(lengths('坚持高位推动。', '坚持资源整合。', '坚持队伍下沉。')).toEqual([0, 0, 0]);
    const [one, two, three] = ['坚持高位推动。', '坚持资源整合。', '坚持队伍下沉。'].map((lead) => lead + rest);
    expect(lengths(one, two, undefined, three)).toEqual([0, 0, 0, 0]);
  });
});
