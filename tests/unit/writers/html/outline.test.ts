import { describe, expect, it } from 'vitest';
import { composeIssue } from '../../../../shared/layout/compose-issue.js';
import { layoutIssue } from '../../../../shared/layout/layout-issue.js';
import { defaultPageStyle as style } from '../../../../shared/layout/page-style.js';
import { outlineHtml, outlineOf, readOutlineHtml } from '../../../../shared/writers/html/outline.js';
import { writeHtml } from '../../../../shared/writers/html/write-html.js';
import { sampleIssue, sampleMeta } from '../../../helpers/sample-issue.js';

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

  it('is read back from the document that carries it', () => {
    expect(readOutlineHtml(writeHtml(pages, style, sampleMeta))).toEqual(outlineOf(pages));
    const quoted = [{ level: 1, title: '"<&>"', pageIndex: 0, topPt: 1.5 }] as const;
    expect(readOutlineHtml(outlineHtml(quoted))).toEqual(quoted);
    expect(readOutlineHtml('<html></html>')).toEqual([]);
  });
});
