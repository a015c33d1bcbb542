import type { Issue } from '../../shared/document/issue.js';
import { paragraphFits } from '../../shared/document/paragraph-fit.js';
import { article, brief, column, from, heading, issue, lead, p, withChanges } from './build-issue.js';

/** Numbers that come again in the same order for the same seed (mulberry32). */
export function numbersOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

const subjects = ['理论宣讲', '文明创建', '文化惠民', '网络安全', '对外宣传', '基层治理', '志愿服务', '家风建设', '全民阅读', '乡风文明'];
const actions = ['建立健全', '统筹推进', '深入开展', '创新实施', '持续优化', '广泛组织', '系统梳理', '分类指导'];
const objects = ['工作机制', '主题活动', '品牌项目', '阵地建设', '队伍培训', '任务清单', '督查通报', '示范创建'];
const places = ['甲县', '乙区', '丙市', '丁镇', '戊街道', '示例区'];

/** Stretches of text that lines break in different ways at. */
const latinWords = [
  'APP',
  'LED屏',
  'VR+文旅',
  'C++',
  'Node.js',
  'GB/T 9704—2012',
  '5G',
  'H5',
  'PM2.5',
  'ISO 9001:2015',
  'e-mail',
  'Wi-Fi',
  'iOS/Android',
];
const units = [
  '28μg/m³',
  '35.6℃',
  '120 km/h',
  '3.5m²',
  '97.23%',
  '12‰',
  '1×10⁴',
  '0.5mg/L',
  '2024年',
  '1032场',
  '±0.5',
  '10kV·A',
  '3~5天',
  '＋8',
];
const urls = [
  'https://www.example.gov.cn/xuanchuan/2024/05/index.html?id=12345&page=2',
  'http://example.org/a_b-c/d.e~f',
  'zhuanbao@example.gov.cn',
  'www.example.cn/news/list.jsp?catalog=1|2345',
];
const rare = ['喆', '堃', '玥', '犇', '垚', '𠮷', '䶮', '赟', '㸆', '翀'];

type Ingredient = 'latin' | 'urls' | 'units' | 'marks' | 'rare';

function phrase(pick: (below: number) => number, ingredients: readonly Ingredient[]): string {
  const one = (list: readonly string[]): string => list[pick(list.length)] ?? '';
  const plain = `${one(places)}${one(actions)}${one(subjects)}${one(objects)}`;
  switch (ingredients[pick(ingredients.length)]) {
    case 'latin':
      return `${plain}${one(latinWords)}`;
    case 'urls':
      return `${plain}（${one(urls)}）`;
    case 'units':
      return `${one(subjects)}达${one(units)}`;
    case 'marks':
      return (
        [
          `“${one(subjects)}·${one(objects)}”`,
          `《${one(subjects)}条例》（试行）`,
          `“${one(objects)}+${one(subjects)}”`,
          `‘${one(objects)}’“${one(subjects)}”……`,
          `——${one(places)}`,
        ][pick(5)] ?? ''
      );
    case 'rare':
      return `${one(places)}${one(rare)}${one(rare)}${plain}`;
    default:
      return plain;
  }
}

/** Text of about so many characters. */
function prose(pick: (below: number) => number, length: number, ingredients: readonly Ingredient[]): string {
  let text = '';
  while (text.length < length)
    text += phrase(pick, pick(3) === 0 ? ingredients : []) + (['，', '，', '、', '；', '。', '。”', '”，'][pick(5)] ?? '');
  return `${text.replace(/[，、；。]$/u, '')}。`;
}

const everything: readonly Ingredient[] = ['latin', 'urls', 'units', 'marks', 'rare'];

/** Fifty articles of two pages: what a year-end issue would be at most. */
function manyArticles(seed: number): Issue {
  const pick = numbersOf(seed + 50);
  const articles = Array.from({ length: 50 }, (_, index) =>
    from(
      [`${places[index % places.length] ?? ''}委宣传部`],
      article(
        `${places[index % places.length] ?? ''}${subjects[index % subjects.length] ?? ''}“${['一二三', '四个聚焦', '五张清单'][index % 3] ?? ''}”${actions[index % actions.length] ?? ''}${objects[index % objects.length] ?? ''}`,
        p(prose(pick, 90, ['marks', 'units'])),
        heading(1, `一、${actions[index % actions.length] ?? ''}${objects[(index + 3) % objects.length] ?? ''}`),
        ...[1, 2, 3].map(() => p(lead(`${phrase(pick, [])}。`), prose(pick, 150 + pick(120), ['marks', 'latin', 'units']))),
      ),
    ),
  );
  return issue(column('经验交流', ...articles.slice(0, 40)), column('工作动态', ...articles.slice(40)));
}

/** One article of 20,000 characters. */
function longArticle(seed: number): Issue {
  const pick = numbersOf(seed + 20_000);
  return issue(
    column(
      '调研报告',
      from(
        ['示例区委宣传部'],
        article('关于示例区基层宣传工作的调研报告', ...Array.from({ length: 100 }, () => p(prose(pick, 195, ['marks', 'units', 'latin'])))),
      ),
    ),
  );
}

/** Titles of 80 characters, with and without blanks. */
function longTitles(seed: number): Issue {
  const pick = numbersOf(seed + 80);
  const titled = (title: string) => from(['甲县委宣传部'], article(title, p(prose(pick, 200, ['marks']))));
  return issue(
    column(
      '经验交流',
      ...Array.from({ length: 10 }, (_, index) =>
        titled(
          Array.from({ length: 6 }, () => phrase(pick, []))
            .join(index % 2 === 0 ? ' ' : '')
            .slice(0, 80),
        ),
      ),
    ),
    column('简讯', ...[1, 2, 3].map(() => from(['乙局'], brief(prose(pick, 40, ['marks']), prose(pick, 120, ['marks']))))),
  );
}

function mixed(seed: number, ingredients: readonly Ingredient[]): Issue {
  const pick = numbersOf(seed);
  return issue(
    column(
      '经验交流',
      ...Array.from({ length: 12 }, (_, index) =>
        from(
          ['丙市委宣传部'],
          article(
            `丙市第${String(index + 1)}批${subjects[index % subjects.length] ?? ''}案例`,
            ...[1, 2, 3, 4].map(() => p(prose(pick, 170, ingredients))),
          ),
        ),
      ),
    ),
  );
}

/** Short articles, so that titles of every make come to stand at the foot of pages, over first paragraphs of one line and more. */
function manyTitles(seed: number): Issue {
  const pick = numbersOf(seed + 22);
  const texts = () => Array.from({ length: 1 + pick(3) }, () => p(prose(pick, [6, 14, 30, 60, 80, 110][pick(6)] ?? 6, ['marks'])));
  const item = (index: number) => {
    const made = from(['丁镇'], article(`丁镇第${String(index + 1)}批${subjects[index % subjects.length] ?? ''}案例`, ...texts()));
    return withChanges(made, {
      ...(pick(4) === 0 ? { subtitle: '——来自示例区的调研' } : {}),
      ...(pick(5) === 0 ? { editorNote: [prose(pick, pick(2) === 0 ? 12 : 70, [])] } : {}),
    });
  };
  return issue(
    ...['经验交流', '工作动态', '他山之石'].map((name, part) =>
      column(name, ...Array.from({ length: 20 }, (_, index) => item(part * 20 + index))),
    ),
  );
}

/** Issues of invented text that lines and pages are hard to break in, by what is hard in them; other words for another seed. */
export function stressIssuesOf(seed: number): Readonly<Record<string, Issue>> {
  return {
    manyArticles: manyArticles(seed),
    longArticle: longArticle(seed),
    longTitles: longTitles(seed),
    manyTitles: manyTitles(seed),
    latin: mixed(seed + 1, ['latin', 'units']),
    urls: mixed(seed + 2, ['urls']),
    marks: mixed(seed + 3, ['marks']),
    rare: mixed(seed + 4, ['rare']),
    everything: mixed(seed + 5, everything),
  };
}

/** Those the layout was made on. */
export const stressIssues = stressIssuesOf(0);

/** The same issue with every paragraph set closer, wider or as its style has it, in turn. */
export function withFits(value: Issue): Issue {
  const fits = [...paragraphFits, undefined];
  return {
    ...value,
    columns: value.columns.map((part) => ({
      ...part,
      items: part.items.map((item) => ({
        ...item,
        paragraphs: item.paragraphs.map((each, index) => {
          const fit = fits[index % fits.length];
          return fit === undefined ? each : { ...each, fit };
        }),
      })),
    })),
  };
}
