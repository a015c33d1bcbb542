import { describe, expect, it } from 'vitest';
import { countItemLines, titleHint } from '../../../../renderer/editor/title-hint.js';
import { issueItems, type Item } from '../../../../shared/document/issue.js';
import { composeIssue } from '../../../../shared/layout/compose-issue.js';
import { layoutIssue } from '../../../../shared/layout/layout-issue.js';
import { defaultPageStyle } from '../../../../shared/layout/page-style.js';
import { article, brief, column, from, issue, p } from '../../../helpers/build-issue.js';

function hintsOf(...titles: readonly string[]): readonly (string | undefined)[] {
  const opened = issue(column('经验交流', ...titles.map((title) => article(title, p('正文。')))));
  const pages = layoutIssue(composeIssue(opened), defaultPageStyle);
  return issueItems(opened).map(({ item }) => titleHint(pages, item));
}

describe('the line under a title', () => {
  it('shows the breaks that the layout makes in the body', () => {
    const [hint] = hintsOf('甲县抓实“五个强化” 提升全国文明典范城市创建水平');
    expect(hint).toContain('正文断行：甲县抓实“五个强化” ⏎ 提升全国文明典范城市创建水平');
  });

  it('shows the contents only where they break otherwise than the body', () => {
    expect(hintsOf('甲县工作', '甲县\n工作')).toEqual([undefined, '目录中：甲县工作']);
  });

  it('says how a brief title is printed', () => {
    const opened = issue(column('简 讯', from(['甲县'], brief('甲县启动', '近日，活动启动。'))));
    const [first] = issueItems(opened).map(({ item }) => item) as [Item];
    const pages = layoutIssue(composeIssue(opened), defaultPageStyle);
    expect(titleHint(pages, first)).toBe('印作首段段首句，正文接排');
    expect(countItemLines(pages, first.id)).toBe(2);
  });
});
