import type { Article, Brief, Column, Issue, Item, Paragraph } from './issue.js';
import { issueVersion } from './saved-versions.js';
import { tableText } from './table.js';
import type { Publication } from './publication.js';

/**
 * An invented issue of the publication that holds every printed part once, for the live sample of its settings.
 * Its name, organ, columns, receivers and imprint are the publication's own; 份号, 密级 and 编号 only when asked for.
 */
export function specimenIssue(publication: Publication, { hasMarks }: { readonly hasMarks: boolean }): Issue {
  return {
    version: issueVersion,
    state: 'drafting',
    masthead: {
      name: publication.name,
      organ: publication.organ,
      number: 6,
      date: '2026-06-18',
      printRun: 200,
      ...(hasMarks ? { secrecy: '秘密★1年', copyNumber: '000001', serial: 'SL-06' } : {}),
    },
    instruction: '请各单位结合实际，学习借鉴。',
    columns: publication.columns.map((column, index) =>
      specimenColumn(
        column,
        index,
        publication.columns.findIndex(({ form }) => form === 'article'),
      ),
    ),
    distribution: publication.distribution,
    extraDistribution: '各高等院校党委宣传部',
    imprint: publication.imprint,
  };
}

function specimenColumn({ name, form }: Publication['columns'][number], index: number, full: number): Column {
  const id = `specimen-c${index}`;
  const items: readonly Item[] = form === 'brief' ? [specimenBrief(id)] : [index === full ? fullArticle(id) : plainArticle(id)];
  return { id, name, form, items };
}

function paragraphs(id: string, parts: readonly Omit<Paragraph, 'id'>[]): readonly Paragraph[] {
  return parts.map((part, index) => ({ ...part, id: `${id}-p${index}` }));
}

function fullArticle(columnId: string): Article {
  const id = `${columnId}-a`;
  return {
    type: 'article',
    id,
    title: '示例区“三个一线”推动文明实践走深走实 打通服务群众“最后一公里”',
    subtitle: '——来自示例区的调研',
    editorNote: ['示例区的做法有借鉴意义，现予刊发，供各单位结合实际学习参考。'],
    paragraphs: paragraphs(id, [
      {
        text: '今年以来，示例区把文明实践阵地建在群众身边，推动资源在一线集聚、服务在一线开展、成效在一线检验，全区98个实践站、326支志愿服务队活动参与率明显提升，群众满意率达97.6%。',
        footnotes: [{ at: 87, text: '由统计部门每半年入户调查一次得出，此处为上半年的结果，样本覆盖全区各镇街，含线上问卷和电话回访。' }],
      },
      { text: '一、资源在一线集聚', level: 1 },
      { text: '（一）建好阵地', level: 2 },
      { text: '1.盘活闲置场所', level: 3 },
      { text: '（1）整合村史馆', level: 4 },
      {
        lead: '摸清底数，分类用好现有场所。',
        text: '印发《文明实践场所使用办法》（试行），整合党群服务站、农家书屋、村史馆等场所126处，做到“一站一品”“一村一策”，累计开放1.2万小时。群众说：“家门口有了‘大讲堂’，心里亮堂。”',
      },
      {
        lead: '按需配送，办好群众想听的课。',
        text: '开通线上“点单”平台，群众点单、站点派单、队伍接单，组建理论宣讲、助老扶幼、文化辅导等8支队伍，每周末开展“邻里约”活动，受益群众6万人次，订单办结率98.6%。',
      },
    ]),
    sources: ['示例区委宣传部', '区融媒体中心'],
  };
}

function plainArticle(columnId: string): Article {
  const id = `${columnId}-a`;
  return {
    type: 'article',
    id,
    title: '甲县“流动讲堂”推动宣讲进村入户',
    paragraphs: paragraphs(id, [
      {
        text: '近日，甲县开出“流动讲堂”宣讲车，围绕惠民政策、移风易俗、安全生产等内容，深入23个镇街、412个村居，累计宣讲1032场，覆盖群众12.8万人次。',
      },
      {
        text: tableText('各片区宣讲情况', [
          ['片区', '场次', '主要形式'],
          ['东片区', '516', '宣讲车进村，现场点题、讲师答题，会后入户走访，一周一活动'],
          ['西片区', '516', '“村村响”广播'],
        ]),
        table: { headerRows: 1 },
      },
      {
        lead: '群众点题，讲师答题。',
        text: '面向农户、企业和学校征集问题365个，分类列出讲题清单，由124名讲师认领备课，把“讲什么”交给群众决定，把“怎么讲”交给讲师打磨，现场留出一半时间问答。',
      },
      {
        lead: '线上线下，同步推进。',
        text: '利用APP、LED屏、“村村响”广播同步播放宣讲音频，做到一月一主题、一周一活动，形成人人参与、处处可见的浓厚氛围。',
      },
    ]),
    sources: ['甲县委宣传部'],
  };
}

function specimenBrief(columnId: string): Brief {
  const id = `${columnId}-b`;
  return {
    type: 'brief',
    id,
    title: '乙市启动全民阅读活动',
    paragraphs: paragraphs(id, [{ text: '近日，乙市启动全民阅读活动，设置分会场16个，发放图书3000余册，将持续到年底。' }]),
    sources: ['乙市委宣传部'],
  };
}
