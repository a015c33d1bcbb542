import { describe, expect, it } from 'vitest';
import { countItemLines, printedBreaks, printedLineRanges } from '../../../../renderer/editor/printed-title.js';
import { issueItems, type Item } from '../../../../shared/document/issue.js';
import { composeIssue } from '../../../../shared/layout/compose-issue.js';
import { layoutIssue } from '../../../../shared/layout/layout-issue.js';
import { defaultPageStyle } from '../../../../shared/layout/page-style.js';
import { article, brief, column, from, issue, p, table } from '../../../helpers/build-issue.js';

function breaksOf(title: string): readonly number[] {
  const opened = issue(column('经验交流', article(title, p('正文。'))));
  const [item] = issueItems(opened).map((each) => each.item) as [Item];
  return printedBreaks(layoutIssue(composeIssue(opened), defaultPageStyle), item);
}

describe('printedBreaks', () => {
  it('tells where the layout breaks a title by itself', () => {
    const title = '甲县抓实“五个强化” 提升全国文明典范城市创建水平';
    expect(breaksOf(title)).toEqual([title.indexOf('提升')]);
  });

  it('leaves out breaks set by hand, and titles on one line', () => {
    expect(breaksOf('甲县\n工作')).toEqual([]);
    expect(breaksOf('甲县工作')).toEqual([]);
  });

  it('has none for a brief, whose title runs in with its text', () => {
    const opened = issue(column('简 讯', from(['甲县'], brief('甲县启动', '近日，活动启动。'))));
    const [first] = issueItems(opened).map(({ item }) => item) as [Item];
    const pages = layoutIssue(composeIssue(opened), defaultPageStyle);
    expect(printedBreaks(pages, first)).toEqual([]);
    expect(countItemLines(pages, first.id)).toBe(2);
  });

  it('counts a row of a table as its fullest cell, the header once', () => {
    const own = issue(
      column(
        '经验交流',
        article(
          '甲县推动宣讲',
          table('表1', [
            ['单位', '场次'],
            ['东片区', '一\u2028二\u2028三'],
            ['西片区', ''],
          ]),
        ),
      ),
    );
    const item = own.columns[0]?.items[0];
    expect(countItemLines(layoutIssue(composeIssue(own), defaultPageStyle), item?.id ?? '')).toBe(1 + 1 + 1 + 3 + 1);
  });
});

describe('printedLineRanges', () => {
  const title = (text: string) => ({ type: 'title' as const, children: [{ text }] });
  const stretch = (block: number, from: number, to: number) => ({
    anchor: { path: [block, 0], offset: from },
    focus: { path: [block, 0], offset: to },
    startsLine: true,
  });

  it('starts a line at each break, in the part of the title that holds it', () => {
    const parts = ['甲乙丙丁', '戊己庚辛'];
    const ranges = parts.map((text, index) => printedLineRanges([2, 6, 8], parts, [title(text), [index]]));
    expect(ranges).toEqual([[stretch(0, 2, 4)], [stretch(1, 1, 3), stretch(1, 3, 4)]]);
  });

  it('draws nothing in other blocks, and nothing for a break the text does not reach any more', () => {
    expect(printedLineRanges([2], ['甲乙丙'], [{ type: 'source', children: [{ text: '甲乙丙' }] }, [0]])).toEqual([]);
    expect(printedLineRanges([9], ['甲乙丙'], [title('甲乙丙'), [0]])).toEqual([]);
  });
});
