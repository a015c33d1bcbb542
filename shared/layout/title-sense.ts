/**
 * What a break in a title costs by what it stands at: a title is broken at sense, never inside a word or a name, never
 * between a number and what it counts (GB/T 9704-2012, 7.3.1: 词意完整).
 */

const costs = {
  afterMark: 0.5,
  /** Behind a closing quotation mark whose words may belong to what follows: “枫桥式”|法庭. */
  afterQuote: 1.1,
  /** Before a word that titles go on with: |推动, |全力. */
  opening: 0.5,
  /** Before a dash, whose words explain what is before it. */
  dash: 0,
  /** Before what joins two things, and before what a sentence turns on: |和文化遗产, |把党的好声音. */
  joint: 0.9,
  /** Before quoted words: |“楼道议事会”. */
  quote: 1.1,
  betweenWords: 1.2,
  /** Before what ends a phrase: 宣传工作|会议, “六个一”|工程. */
  insidePhrase: 2.5,
  /** Before what names an office or a place: 示例区|宣传部. */
  insideName: 2.5,
  /** A word that points on stands at a line's end: 打造和|, 好|声音, 视察全区|. */
  stranded: 3,
  /** Behind a single character that ends no name: 第十三届云|溪河. */
  loneCharacter: 2,
  /** Between single characters the engine knows no word of: names, mostly. */
  unknownWord: 4,
  insideWhole: 4,
  insideItem: 2,
  /** Inside one of the units a text is from. */
  insideUnit: 8,
  /** Inside a long phrase beside a blank, at which the title is better broken. */
  insideLongPhrase: 2,
  /** 升至|87.3% */
  beforeFigure: 4,
  /** 四个|“聚焦” */
  afterCount: 6,
  insideWord: 6,
} as const;

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** A number with its measure at the end of what stands before a break; years and dates count nothing. */
const count =
  /(?:第?[一二三四五六七八九十百千万亿两几数多]+|第?\d[\d.]*[余多]?[万亿]?)[余多大]?[个项条名家座所场期批届篇部种类件位轮级支处次张套组块台辆架幅本册份户间堂门万亿倍]?$/u;
const countAlone = /[年月日号时分秒％%]$/u;
/** What a figure is said to be by: 升至, 达, 超过, 第. */
const leadsToFigure = /[至达到为超过近约逾破增升降占共获仅第]$/u;
/** Money belongs to what it is for or of: 资金|1500万元. */
const sum = /^[\d.,]+[余多]?[万亿]?元/u;
/** Words that belong to what stands before them. */
const enclitic = /^[的地得了着过之等们性化者节人员师生率感度户团点级型式]$/u;
/** Words that point to what follows them: what joins, leads or describes. */
const proclitic = /^(?:[和与及暨或在把将对向以为从由让使被于跟同按到赴各本该每最更不]|[全各](?:国|省|市|区|县|镇|乡|地|级)|国家)$/u;
/** 党的好|声音; but not 抓好. */
const describing = /的[好新大小老多]$/u;
/** What joins two things, or turns a sentence; it opens a line. */
const joins = /^[和与及暨并让把将使]$/u;
const quotes = /^[“‘《〈「『]/u;
/** A 汉字 that measures no number. */
const loneEnd = /[^\d一二三四五六七八九十百千万亿][\u4e00-\u9fff]$/u;
const listed = (text: string): ReadonlySet<string> => new Set(text.split(' '));
/** Words that open what follows a quotation mark: “十五分钟文化圈”|让群众. */
const afterQuotes = listed('让 把 将 以 为 使 助 促 引 聚 汇 和 与 及 暨');
/** Words that open the second half of a title. */
const openers = listed(
  '研究部署 研究 推动 推进 助推 助力 打造 提升 激发 构建 开创 取得 实现 部署 赋能 筑牢 夯实 擦亮 深化 促进 营造 凝聚 争创 争当 绘就 书写 唱响 做实 抓实 建强 增至 升至 降至 突破 走进 送上 带动 奏响 压紧压实',
);
/** Adverbs: they open a half too, and are stranded at a line's end. */
const adverbs = listed('全力 扎实 深入 全面 着力 积极 持续 奋力 加快 切实 不断 大力 全域 有力 有效 创新 精准 聚力 合力 联合');
/** Words that end the phrase before them. */
const closers = listed(
  '会议 会 大会 工作 活动 仪式 服务 队伍 体系 机制 建设 工程 行动 品牌 模式 平台 系列 计划 精神 方针 项目 专项 大赛 论坛 讲堂 课堂 阵地 制度 战略 ' +
    '栏目 节目 专栏 小分队 分队 展播 展演 现场会 推进会 座谈会 研讨会 培训班 宣讲会 水平 能力 质量 成效 成果 任务 圈 举行 召开 启动 开幕 成立 主题 理念 路径 样板 发展 期间 领域 人员',
);
/** Ends of names of offices and places. */
const nameEnds = listed(
  '委 局 部 办 厅 院 署 处 科 室 馆 站 所 队 区 市 县 镇 乡 村 街道 社区 集团 公司 大学 学院 学校 中学 小学 医院 中心 委员会 ' +
    '办公室 宣传部 文明办 网信办 管理局 党委 区委 市委 县委 省委 政府 人民政府 党校 协会 联合会 妇联 文联 残联 工商联 社科联 作协 工会 团委 研究院 研究所',
);
/** Single characters that say where, when or of how many: 会议上|, 活动中|, 赵青松等|. */
const phraseEnds = listed('中 上 下 里 后 前 内 外 时 等');
/**
 * Set terms of the trade, which are parted nowhere: the engine knows their words and not that they are one. Terms any office
 * writes; names of places and units have their own rule.
 */
const terms = new RegExp(
  [
    '党的[一二三四五六七八九十]+[大届](?:[一二三四五六七]中全会)?',
    '中华人民共和国|中国共产党|中国特色社会主义|中国式现代化|马克思主义|社会主义核心价值观|核心价值观|社会主义',
    '新时代文明实践(?:中心|所|站|志愿服务)?|融媒体中心|理论学习中心组|党的创新理论|意识形态(?:工作责任制)?|宣传思想(?:文化|工作)?|思想政治(?:工作|教育)?',
    '中华优秀传统文化|优秀传统文化|全国文明(?:典范)?城市|非物质文化遗产|精神文明(?:建设)?|思想道德建设|公共文化服务|公共图书馆|文化和旅游',
    '未成年人|互联网|人工智能|大模型|网络安全|志愿服务|乡村振兴|基层治理|营商环境|高质量发展|移风易俗|乡风文明',
    '人大常委会|人民代表大会|政治协商会议|人民法院|人民检察院|春节元宵节|[春元端中重清国][节宵午秋阳明庆]节?期间',
  ].join('|'),
  'gu',
);
const pairs: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '《': '》', '〈': '〉', '「': '」', '『': '』', '（': '）' };

/** Costs of breaks of one title, by UTF-16 offset. */
export interface TitleSense {
  /** A break at `offset`, which is not at a blank. @param isAfterMark behind a stop or a closing mark */
  costAt(offset: number, isAfterMark: boolean): number;
  /** What is added to any break at `offset` for quoted words, or a short phrase beside a blank, that it parts. */
  wholeCostAt(offset: number): number;
}

/** Reads a title once. Not for texts beyond all measure: the engine copies the whole text for every word. */
export function senseOf(title: string): TitleSense {
  const byStart = wordsOf(title);
  const byEnd = new Map([...byStart].map(([index, word]) => [index + word.length, word]));
  const quoted = quotedStretches(title);
  const whole = [...quoted, ...phrases(title, quoted), ...termsIn(title), ...listEnds(title), ...unitsIn(title)];
  /** Whether a single character begins a word rather than ends one: behind a whole word or a count, and no end of a name or phrase. */
  const isLone = (offset: number): boolean =>
    loneEnd.test(title.slice(0, offset)) &&
    !isEnd(title[offset - 1] ?? '') &&
    (byEnd.get(offset - 1)?.length !== 1 || endsInCount(title.slice(0, offset - 1), byStart));
  /** What stands at the end of the line asks for; undefined where it asks for nothing. */
  const costBehind = (offset: number, before: string, after: string): number | undefined => {
    const line = title.slice(0, offset);
    if (line.endsWith('第') || endsInCount(line, byStart)) return costs.afterCount;
    if (/^\d/u.test(after) && (leadsToFigure.test(before) || sum.test(title.slice(offset)))) return costs.beforeFigure;
    if (proclitic.test(before) || adverbs.has(before) || describing.test(line)) return costs.stranded;
    if (quotes.test(after)) return undefined;
    if (before.length === 1 && after.length === 1 && !isEnd(before)) return costs.unknownWord;
    return before.length === 1 && isLone(offset) ? costs.loneCharacter : undefined;
  };
  return {
    costAt: (offset, isAfterMark) => {
      const after = byStart.get(offset) ?? '',
        before = byEnd.get(offset) ?? '';
      if (title[offset] === '—') return costs.dash;
      if (isAfterMark) return afterMarkCost(title[offset - 1] ?? '', after);
      if (before === '' || after === '' || enclitic.test(after)) return costs.insideWord;
      return costBehind(offset, before, after) ?? costBefore(after);
    },
    wholeCostAt: (offset) => Math.max(0, ...whole.filter(({ from, to }) => offset > from && offset < to).map(({ cost }) => cost)),
  };
}

/** What a break costs by the word that opens the next line. */
function costBefore(word: string): number {
  if (quotes.test(word)) return costs.quote;
  if (joins.test(word)) return costs.joint;
  if (nameEnds.has(word)) return costs.insideName;
  if (closers.has(word)) return costs.insidePhrase;
  return openers.has(word) || adverbs.has(word) ? costs.opening : costs.betweenWords;
}

function isEnd(word: string): boolean {
  return nameEnds.has(word) || closers.has(word) || phraseEnds.has(word);
}

/** The words of a title by where they start; the engine's own list cuts some of ours in pieces (着|力). */
function wordsOf(title: string): ReadonlyMap<number, string> {
  const starts = new Map([...words.segment(title)].map(({ index, segment }) => [index, segment]));
  const isBoundary = (offset: number): boolean => offset === title.length || starts.has(offset);
  for (const word of [...openers, ...adverbs, ...closers, ...nameEnds]) {
    for (let at = title.indexOf(word); at >= 0; at = title.indexOf(word, at + 1)) {
      if (!isBoundary(at) || !isBoundary(at + word.length)) continue;
      for (let inside = at + 1; inside < at + word.length; inside += 1) starts.delete(inside);
      starts.set(at, word);
    }
  }
  return starts;
}

/** Whether a word of the language lies across `offset`. */
export function isInsideWord(title: string, offset: number): boolean {
  return ![...words.segment(title)].some(({ index }) => index === offset);
}

/** 四个, 12项, 第三批: but not the 一 of 统一, which is no word. */
function endsInCount(before: string, byStart: ReadonlyMap<number, string>): boolean {
  const found = count.exec(before);
  return found !== null && !countAlone.test(before) && byStart.has(found.index);
}

/** Behind a stop a title goes on; behind a quotation mark what follows may be what is quoted about. */
function afterMarkCost(mark: string, after: string): number {
  if (closers.has(after) || nameEnds.has(after)) return costs.insidePhrase;
  const isQuote = Object.values(pairs).includes(mark);
  return isQuote && !openers.has(after) && !adverbs.has(after) && !afterQuotes.has(after) ? costs.afterQuote : costs.afterMark;
}

/** A stretch better kept whole, and what a break inside it adds. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly cost: number;
}

function termsIn(title: string): readonly Stretch[] {
  return [...title.matchAll(terms)].map(({ index, 0: { length } }) => ({ from: index, to: index + length, cost: costs.insideWhole }));
}

/** The units in brackets under a text: （甲县委宣传部、乙局）. */
function unitsIn(title: string): readonly Stretch[] {
  if (!/^（[^（）]*）$/u.test(title)) return [];
  return [...title.matchAll(/[^（）、\s]+/gu)].map(({ index, 0: { length } }) => ({
    from: index,
    to: index + length,
    cost: costs.insideUnit,
  }));
}

/** The first and the last of things of one length that are listed: 市民公约、村规民约、学生守则. */
function listEnds(title: string): readonly Stretch[] {
  return [...title.matchAll(/、([^、，。：“”\s]{2,8})(?=、)/gu)].flatMap(({ index, 1: item = '' }) => {
    const after = index + item.length + 2;
    return [
      { from: index - item.length, to: index, cost: costs.insideItem },
      { from: after, to: after + item.length, cost: costs.insideItem },
    ];
  });
}

/** Longest phrase beside a blank that is kept whole, in characters: 系统推进 协同作战. */
export const longestPhrase = 8;

/** Phrases between blanks, or between a blank and an end; a blank between quotation marks parts none. */
function phrases(title: string, quoted: readonly Stretch[]): readonly Stretch[] {
  const solid = quoted.reduce((text, { from, to }) => text.slice(0, from) + '“'.repeat(to - from) + text.slice(to), title);
  const found = [...solid.matchAll(/[^ \u3000]+/gu)].map(({ index, 0: { length } }) => ({
    from: index,
    to: index + length,
    cost: length <= longestPhrase ? costs.insideWhole : costs.insideLongPhrase,
  }));
  return found.length < 2 ? [] : found;
}

/** Quoted stretches, the outermost, from their opening mark to behind their closing one. */
function quotedStretches(title: string): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (let from = 0; from < title.length; from += 1) {
    const closing = pairs[title[from] ?? ''];
    const end = closing === undefined ? -1 : title.indexOf(closing, from + 1);
    if (end < 0) continue;
    // Marks around all of it keep nothing apart from anything.
    if (from > 0 || end + 1 < title.length) stretches.push({ from, to: end + 1, cost: costs.insideWhole });
    from = end;
  }
  return stretches;
}
