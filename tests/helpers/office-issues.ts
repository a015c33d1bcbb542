import type { Issue } from '../../shared/document/issue.js';
import { article, brief, column, from, heading, issue, lead, noted, p, table, withChanges } from './build-issue.js';
import { officeSentences } from './office-sentences.js';
import { officeTitles } from './office-titles.js';
import { pngOf } from './pictures.js';
import { numbersOf } from './stress-issues.js';
import { createHash } from 'node:crypto';

type Kind = keyof typeof officeSentences;

/** Hands out sentences of some kinds in an order of its own, all of them before any comes again. */
function sentencesOf(seed: number, ...kinds: readonly Kind[]): (count: number) => string {
  const pick = numbersOf(seed);
  const all = kinds.flatMap((kind): readonly string[] => officeSentences[kind]);
  let left: string[] = [];
  const next = (): string => {
    if (left.length === 0) left = [...all];
    return left.splice(pick(left.length), 1)[0] ?? '';
  };
  return (count) => Array.from({ length: count }, next).join('');
}

const unit = '青岚区委宣传部';

/** Eight articles of such sentences, with a heading and a lead here and there. */
function articlesOf(seed: number, kind: Kind): Issue {
  const text = sentencesOf(seed, kind, 'plain');
  const own = sentencesOf(seed + 7, kind);
  const pick = numbersOf(seed + 9);
  const items = Array.from({ length: 8 }, (_, index) =>
    from(
      [unit],
      article(
        officeTitles[(index * 7 + seed) % officeTitles.length] ?? '',
        p(own(2 + pick(2))),
        heading(1, '一、坚持高位推动，健全工作体系'),
        p(lead('强化组织领导。'), own(1 + pick(3)), text(1)),
        p(lead('突出重点环节，'), own(3)),
        heading(1, '二、聚焦群众需求，提升服务质效'),
        p(text(1), own(2)),
        p(own(1)),
      ),
    ),
  );
  return issue(column('经验交流', ...items.slice(0, 5)), column('工作动态', ...items.slice(5)));
}

/** Every title there is over a short text. */
function titled(seed: number): Issue {
  const text = sentencesOf(seed + 11, 'plain', 'quotes');
  const items = officeTitles.map((title) => from([unit], article(title, p(text(2)), p(text(1)))));
  return issue(column('经验交流', ...items.slice(0, 40)), column('工作动态', ...items.slice(40)));
}

const picture = pngOf({ width: 600, height: 300 });
const sha256 = createHash('sha256').update(picture).digest('hex');

/** The picture of `officeIssues().furnished`. */
export const officePictures = (digest: string): Uint8Array | undefined => (digest === sha256 ? picture : undefined);

/** Tables, pictures and footnotes between the text. */
function furnished(seed: number): Issue {
  const text = sentencesOf(seed + 13, 'plain', 'statistics', 'quotes');
  const pick = numbersOf(seed + 15);
  const rows = (count: number) =>
    Array.from({ length: count }, (_, index) => [
      `${['石桥', '云溪', '丁家庄', '望湖', '临江'][index % 5] ?? ''}镇`,
      String(100 + pick(900)),
      `${String(80 + pick(19))}.${String(pick(10))}%`,
      ['“周末剧场”、流动书屋', '板凳宣讲', '文化礼堂（含祠堂改造）'][index % 3] ?? '',
    ]);
  const items = [3, 6, 12, 30].map((count, index) =>
    from(
      [unit, '区文化和旅游局'],
      article(
        officeTitles[(index * 11 + 3 + seed) % officeTitles.length] ?? '',
        noted(p(text(2)), [12, '数据由区统计局提供，截至6月30日。']),
        table(`表${String(index + 1)} 各镇活动情况`, [['单位', '场次', '满意率', '主要形式'], ...rows(count)]),
        p(text(3)),
        {
          text: `图${String(index + 1)} “村晚”演出现场（云溪镇）`,
          picture: { sha256, type: 'png' as const, width: 600, height: 300, share: 50 + 20 * (index % 3) },
        },
        noted(p(lead('健全长效机制。'), text(2)), [20, '即“周研判、月调度、季通报”。'], [50, '见《青岚区志愿服务条例》（试行）第3.5条。']),
        p(text(2)),
      ),
    ),
  );
  return issue(column('调研报告', ...items));
}

/** Forty short briefs. */
function briefs(seed: number): Issue {
  const text = sentencesOf(seed + 17, 'plain', 'statistics', 'quotes', 'latin');
  const pick = numbersOf(seed + 19);
  const items = Array.from({ length: 40 }, (_, index) =>
    from(
      [['石桥街道', '云溪镇党委', '区总工会', '区融媒体中心、区图书馆'][index % 4] ?? ''],
      brief(officeTitles[(index * 3 + seed) % officeTitles.length] ?? '', `近日，${text(1 + pick(2))}`),
    ),
  );
  return issue(column('简讯', ...items));
}

/** One article of some 15,000 characters in three levels of headings. */
function long(seed: number): Issue {
  const text = sentencesOf(seed + 23, 'plain', 'plain', 'statistics', 'quotes', 'latin');
  const numbers = ['一', '二', '三', '四', '五', '六'];
  const parts = numbers.flatMap((number) => [
    heading(1, `${number}、推动公共文化服务扩面提质的主要做法与成效`),
    ...numbers
      .slice(0, 4)
      .flatMap((inner) => [
        heading(2, `（${inner}）健全机制，压实责任`),
        p(text(3)),
        heading(3, '1.坚持一把手抓一把手'),
        p(lead('建好队伍。'), text(3)),
        heading(3, '2.坚持“清单+台账”管理'),
        p(text(3)),
      ]),
  ]);
  const report = withChanges(article('青岚区乡村文化合作社发展模式调研报告', p(text(3)), ...parts), {
    subtitle: '——基于13个镇（街道）328个村（社区）的调查',
    editorNote: [text(1)],
  });
  return issue(column('调研报告', from(['青岚区委宣传部、区委党校联合课题组'], report)));
}

/** Issues as offices fill them, made of whole sentences after the layout's rules were; others in another order for another seed. */
export function officeIssues(seed = 0): Readonly<Record<string, Issue>> {
  return {
    statistics: articlesOf(seed + 100, 'statistics'),
    latin: articlesOf(seed + 200, 'latin'),
    quotes: articlesOf(seed + 300, 'quotes'),
    titles: titled(seed),
    rare: articlesOf(seed + 400, 'rare'),
    furnished: furnished(seed),
    briefs: briefs(seed),
    long: long(seed),
  };
}
