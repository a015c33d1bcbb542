import { describe, expect, it } from 'vitest';
import { composeIssue } from '../../../shared/layout/compose-issue.js';
import { layoutIssue } from '../../../shared/layout/layout-issue.js';
import { defaultPageStyle as style } from '../../../shared/layout/page-style.js';
import { outlineOf } from '../../../shared/writers/outline.js';
import { article, column, from, issue, p } from '../../helpers/build-issue.js';
import { sampleIssue } from '../../helpers/sample-issue.js';

const pages = layoutIssue(composeIssue(sampleIssue), style);

describe('the outline of an issue', () => {
  it('holds columns, the titles of articles and briefs, and inner headings, in print order', () => {
    expect(outlineOf(pages).map(({ level, title }) => [level, title])).toEqual([
      [1, '〔工作动态〕'],
      [2, '全市宣传思想文化工作座谈会召开'],
      [1, '〔经验交流〕'],
      [2, '甲县“三聚焦三提升”推动网络安全工作开创新局面'],
      [3, '一、主要做法'],
      [3, '（一）抓统筹'],
      [3, '1.完善制度'],
      [3, '（1）明确责任'],
      [1, '〔简 讯〕'],
      [2, '丙区启动“百人千场”宣讲'],
    ]);
  });

  it('says where each entry is printed', () => {
    for (const { title, pageIndex, topPt } of outlineOf(pages)) {
      const line = pages[pageIndex]?.lines.find((each) => each.topPt === topPt);
      expect(`${title} ${line?.text ?? ''}`.replace('。', '')).toContain(title.slice(0, 8));
      expect(line?.place.part).not.toBe('contents');
    }
  });

  it('keeps the blank between half titles, and joins what was broken by hand or by measure', () => {
    const titles = (title: string) => {
      const one = issue(column('经验交流', from(['甲县委宣传部'], article(title, p('正文。')))));
      return outlineOf(layoutIssue(composeIssue(one), style)).flatMap((entry) => (entry.level === 2 ? [entry.title] : []));
    };
    const halves = '甲县着力打造基层宣讲品牌示范矩阵 推动党的创新理论走深走实走心';
    expect(titles(halves)).toEqual([halves]);
    expect(titles('甲县推动\n工作开新局')).toEqual(['甲县推动工作开新局']);
    expect(titles('甲县推动 \n工作开新局')).toEqual(['甲县推动 工作开新局']);
    const long = '甲县着力打造基层宣讲品牌示范矩阵推动党的创新理论走深走实走心';
    expect(titles(long)).toEqual([long]);
  });
});
