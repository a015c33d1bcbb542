import { describe, expect, it } from 'vitest';
import { defaultPageStyle } from '../../../shared/layout/page-style.js';
import { lineWidthPt } from '../../../shared/layout/set-text.js';
import { splitsWord, titleLines } from '../../../shared/layout/title-breaking.js';
import { senseOf } from '../../../shared/layout/title-sense.js';

const { text, fitting } = defaultPageStyle;

/** Lines of a title 20 characters wide. */
function broken(title: string): readonly string[] {
  return titleLines(title, text.title, 20 * text.title.pitchPt, fitting);
}

describe('breakTitle', () => {
  it('leaves what fits on one line, its blank too', () => {
    expect(broken('甲县抓实工作 乙县见效')).toEqual(['甲县抓实工作 乙县见效']);
  });

  it('obeys breaks set by hand', () => {
    expect(broken('甲县\n抓实工作')).toEqual(['甲县', '抓实工作']);
  });

  it('still breaks a part set by hand that is too long', () => {
    expect(broken(`甲县\n${'实'.repeat(30)}`)).toHaveLength(3);
  });

  it('breaks at the half-title blank, which vanishes', () => {
    expect(broken('示例区“三聚焦三提升” 推动文明实践工作开创新局面')).toEqual(['示例区“三聚焦三提升”', '推动文明实践工作开创新局面']);
  });

  it('keeps parallel phrases on one line', () => {
    expect(broken('创意引领 创新驱动 甲市加快推进“示例手造”工艺振兴')).toEqual(['创意引领 创新驱动', '甲市加快推进“示例手造”工艺振兴']);
  });

  it('takes one line more rather than part parallel phrases badly', () => {
    expect(broken('甲市坚持党的建设全面引领 系统推进 协同作战 全力争创全国文明典范城市')).toEqual([
      '甲市坚持党的建设全面引领',
      '系统推进 协同作战',
      '全力争创全国文明典范城市',
    ]);
  });

  it.each([
    ['a number from what it counts', ['示例区围绕四个“聚焦”', '推动文明实践走深走实']],
    ['a number in digits from what it counts', ['示例县建成12个志愿服务站点', '覆盖全部乡镇街道和社区']],
    ['a quoted phrase', ['示例区深入开展', '“邻里一家亲 文明一起行”主题系列活动']],
    ['a quoted name from its noun', ['示例市委宣传部以“六个一”工程为抓手', '推动理论宣讲进基层']],
    ['a conference from its subject', ['全市宣传思想文化工作会议召开', '部署全年重点任务']],
    ['an office from its place', ['示例省示例市示例区委宣传部', '举办理论宣讲员培训班']],
    ['an adverb from its verb', ['示例区聚焦群众需求难题', '着力打造文化服务圈']],
    ['a set term', ['示例区从严从实抓好', '意识形态工作责任制落实情况专项检查']],
    ['a time from its ending', ['示例区开展2024年春节元宵节期间', '群众文化活动成效显著']],
    ['a field from its name', ['关于示例区2024年上半年意识形态领域', '风险隐患排查整改情况的报告']],
    ['an ordinal from its number', ['示例区文化和旅游局关于举办', '第十三届甲河民俗文化旅游节的情况汇报']],
    ['a name it does not know', ['示例区文化和旅游局关于举办', '第十三届云溪河民俗文化旅游节的情况汇报']],
    ['what joins two things from the second', ['示例区召开宣传思想文化工作', '暨全国文明城市创建动员部署会议']],
    ['two words that are one thing, where they are joined to another', ['示例区统筹推进文物保护利用', '和文化遗产传承发展']],
    ['a describing word from its noun', ['示例区“五老”志愿服务队', '把党的好声音送到群众心坎上']],
    ['what says how wide from what it is said of', ['示例区人大常委会视察', '全区历史文化名镇名村保护工作']],
    ['a quoted name', ['甲溪县获评', '“中国民间文化艺术之乡（剪纸）”']],
    ['a thing from its count', ['甲溪县石门乡：', '一台“大喇叭”喊出文明新风尚']],
    ['a thing from what it is a part of', ['甲溪县三年投入2.6亿元', '建成村级文化广场412个']],
    ['an explanation behind a dash', ['小切口撬动大治理', '——石桥街道“楼道议事会”的探索与启示']],
    ['a verb from what it is done to', ['示例区“理响甲乙”宣讲团巡回宣讲', '走进企业、农村、机关、校园、社区、网络']],
    ['money from what it is for', ['甲溪县每年安排专项资金1500万元', '扶持民间文艺社团发展']],
    ['the first of what is listed', ['甲溪县把社会主义核心价值观融入', '市民公约、村规民约、学生守则、行业规范']],
    ['one of two single characters from the other', ['甲溪县以文塑旅以旅彰文', '奏响诗和远方“协奏曲”']],
    ['offices that do something together from it', ['示例区总工会、团区委、区妇联', '联合举办“缘来甲乙”青年联谊活动']],
    ['what a quotation is about from it', ['示例区“文化轻骑兵”小分队', '走进偏远山村送戏送书送电影下乡']],
    ['a long phrase where there are blanks', ['甲县聚力“六个一批”', '乙县创新“三项机制”', '全市文明创建再上新台阶']],
    ['a preposition from its object', ['示例区新时代文明实践中心', '把理论课堂搬到田间地头']],
  ])('does not part %s', (_case, lines) => {
    expect(broken(lines.join(lines.length > 2 ? ' ' : ''))).toEqual(lines);
  });

  it('parts no unit a text is from, in however many lines', () => {
    expect(broken('（示例区委宣传部、示例区委网络安全和信息化委员会办公室、乙局）')).toEqual([
      '（示例区委宣传部、',
      '示例区委网络安全和信息化委员会办公室、',
      '乙局）',
    ]);
  });

  it('keeps a count with what it counts even where a break after it would be the most even', () => {
    const lines = broken('示例区新时代文明实践围绕四个“聚焦”推动走深走实见实效');
    expect(lines).toHaveLength(2);
    expect(lines[0]?.endsWith('四个')).toBe(false);
  });

  it('keeps a figure on the line of the word that leads to it', () => {
    for (const [first, second] of [
      ['丙市居民文化消费情况调查：满意度', '升至87.3% “最后一公里”仍存三方面短板'],
      ['甲县全民阅读服务点', '增至1280个覆盖全部行政村'],
      ['乙区公共文化设施免费开放率达100%', '群众满意率居全市第1位'],
    ] as const)
      expect(broken(first + second)).toEqual([first, second]);
  });

  it('holds a break behind a count as dear as one inside a word, and none behind a year', () => {
    const costBehind = (title: string, before: string) => senseOf(title).costAt(title.indexOf(before) + before.length, false);
    const title = '示例区打造四个阵地';
    expect(costBehind(title, '四个')).toBeGreaterThan(costBehind(title, '示例区') + 2);
    const dated = '示例区2024年项目建设';
    expect(costBehind(dated, '2024年')).toBeLessThan(costBehind(title, '四个'));
  });

  it('tells a character that begins a word from one that ends it', () => {
    const costBehind = (title: string, before: string) => senseOf(title).costAt(title.indexOf(before) + before.length, false);
    const usual = costBehind('示例区网络保护细则', '网络');
    expect(costBehind('关于举办第十三届文化节的汇报', '举办第')).toBe(costBehind('示例区打造四个阵地', '四个'));
    for (const [title, before] of [
      ['把党的好声音送到群众心坎上', '党的好'],
      ['示例区举办云溪河文化节', '举办云'],
    ] as const)
      expect(costBehind(title, before), before).toBeGreaterThan(usual + 0.5);
    for (const [title, before] of [
      ['示例区抓好意识形态工作', '抓好'],
      ['以“六个一”工程为抓手推动工作', '抓手'],
    ] as const)
      expect(costBehind(title, before), before).toBeLessThanOrEqual(usual);
  });

  it('opens a line with quoted words rather than with the noun before them', () => {
    expect(broken('示例区建立健全未成年人网络保护“发现—预警—处置—回访”全链条工作机制的实践与思考')).toEqual([
      '示例区建立健全未成年人网络保护',
      '“发现—预警—处置—回访”',
      '全链条工作机制的实践与思考',
    ]);
  });

  it('sets on two lines what would reach from edge to edge, where two read better', () => {
    expect(broken('示例区擦亮“书香”品牌 激发实践新活力')).toEqual(['示例区擦亮“书香”品牌', '激发实践新活力']);
    expect(broken('示例区积极推动新时代文明实践走深走实')).toHaveLength(1);
    expect(broken('示例区积极推动新时代文明实践走深又走实了')).toHaveLength(2);
  });

  it('leaves whole lines that were broken by hand, and those of the contents', () => {
    const title = '示例区擦亮“书香”品牌 激发实践新活力';
    expect(broken(`${title}\n再上台阶`)).toEqual([title, '再上台阶']);
    expect(titleLines(title, text.contentsEntry, 20 * text.contentsEntry.pitchPt, fitting)).toEqual([title]);
  });

  it('makes no waist: three lines are a trapezium or a diamond', () => {
    const lines = broken('示例区以群众需求为导向着力打造和完善十五分钟公共文化服务圈助推城市品质提升取得新成效');
    const [top = 0, middle = 0, bottom = 0] = lines.map(({ length }) => length);
    expect(lines).toHaveLength(3);
    expect(middle).toBeGreaterThanOrEqual(Math.min(top, bottom));
  });

  it('breaks between words where there is no blank', () => {
    const [first = '', ...rest] = broken('示例区积极推动文化进万家活动深入开展取得明显成效');
    expect(rest).toHaveLength(1);
    expect(splitsWord('示例区积极推动文化进万家活动深入开展取得明显成效', first.length)).toBe(false);
  });

  it('loses nothing but blanks at breaks', () => {
    const title = '甲乙丙 丁戊己 庚辛壬癸子丑寅卯辰巳午未申酉戌亥甲乙丙丁戊己庚辛';
    expect(broken(title).join('').replaceAll(' ', '')).toBe(title.replaceAll(' ', ''));
  });

  it.each([
    ['a long word', `甲县试行${'A'.repeat(100)}系统`],
    ['a row of dashes', `甲县抓实工作${'——'.repeat(30)}示例`],
    ['an address', `见http://${'example.'.repeat(12)}cn`],
  ])('keeps %s that is wider than a line within the lines, nothing lost', (_case, title) => {
    const lines = broken(title);
    expect(lines.join('')).toBe(title);
    for (const line of lines)
      expect(lineWidthPt([{ text: line, style: text.title }], fitting)).toBeLessThanOrEqual(20 * text.title.pitchPt + 0.01);
  });

  it.each([
    ['sense', '示例区抓实工作'],
    ['no sense', 'A'],
    ['blanks', '甲 　'],
    ['characters without width', '甲\u200b'],
  ])('keeps a title of 100,000 characters of %s within the lines, nothing but blanks lost', (_case, piece) => {
    const title = piece.repeat(Math.ceil(100_000 / piece.length));
    const lines = broken(title);
    expect(lines.join('').replace(/[ \u3000]/gu, '')).toBe(title.replace(/[ \u3000]/gu, ''));
    for (const line of lines)
      expect(lineWidthPt([{ text: line, style: text.title }], fitting)).toBeLessThanOrEqual(20 * text.title.pitchPt + 0.01);
  });

  it('tells a cut word from a whole one in a title of any length', () => {
    const title = '示例区积极推动文化进万家活动'.repeat(2000);
    expect([splitsWord(title, 14 * 1000), splitsWord(title, 14 * 1000 + 1)]).toEqual([false, true]);
  });

  it('gives an empty title no line', () => {
    expect(broken('')).toEqual([]);
  });
});
