import { describe, expect, it } from 'vitest';
import type { Issue } from '../../../shared/document/issue.js';
import { placeLabel } from '../../../shared/document/text-place.js';
import type { OtherIssue } from '../../../shared/findings/finding.js';
import { inspectIssue } from '../../../shared/findings/inspect-issue.js';
import { composeIssue } from '../../../shared/layout/compose-issue.js';
import { layoutIssue } from '../../../shared/layout/layout-issue.js';
import { defaultPageStyle } from '../../../shared/layout/page-style.js';
import { article, brief, column, issue, lead, p, withChanges } from '../../helpers/build-issue.js';

const inspect = (value: Issue, others: readonly OtherIssue[] = []) =>
  inspectIssue(value, layoutIssue(composeIssue(value), defaultPageStyle), others);
/** Rule, words and place of everything found. */
const lines = (value: Issue, others: readonly OtherIssue[] = []): readonly string[] =>
  inspect(value, others).map(({ rule, quote, place }) => `${rule} ${quote} ${placeLabel(value, place)}`);
const whole = issue(column('经验交流', article('甲县抓实宣讲', p('甲县开展活动，群众参与。'))));
const withText = (text: string): Issue => issue(column('经验交流', article('甲县抓实宣讲', p(text))));

describe('checks of what an issue holds', () => {
  it('find nothing in a whole issue', () => {
    expect(inspect(whole)).toEqual([]);
  });

  it('find an issue without articles', () => {
    expect(inspect(issue(column('经验交流')))).toMatchObject([{ rule: 'emptyIssue', level: 'error', message: '本期还没有稿件' }]);
  });

  it('find articles and briefs without title or body', () => {
    const value = issue(
      column('经验交流', article(' \n', p('甲县开展活动。')), article('乙县抓实惠民', p(' '))),
      column('简讯', brief('丁县启动宣讲', '')),
    );
    expect(lines(value)).toEqual(
      expect.arrayContaining([
        'missingTitle 甲县开展活动。 《甲县开展活动。》标题',
        'missingBody 乙县抓实惠民 《乙县抓实惠民》第1段',
        'missingBody 丁县启动宣讲 《丁县启动宣讲》第1段',
      ]),
    );
    expect(inspect(value)[0]?.level).toBe('error');
  });

  it.each(['XX镇', '××县', '某某同志', '202_年', '__万元', '【】', '（　）', '《 》', '“”', 'X月X日', '×年'])(
    'find the placeholder in %s',
    (words) => {
      expect(lines(withText(`甲县开展${words}活动。`))[0]).toMatch(/^placeholder .*《甲县抓实宣讲》第1段$/u);
    },
  );

  it.each(['3×5米', 'XXL号', '某单位', '【通知】', '（一）', 'A_1', '二十×三十', 'https://example.cn/a_b'])(
    'take %s for no placeholder',
    (words) => {
      expect(inspect(withText(`甲县开展${words}活动。`))).toEqual([]);
    },
  );

  it('say where in the text a placeholder stands, in every part of the issue', () => {
    const value = issue(
      column('经验交流', withChanges(article('XX县抓实', p(lead('××机制。'), '甲县。')), { coverTitle: 'XX县\n抓实', sources: ['XX局'] })),
      { instruction: '请XX阅', imprint: { editor: '某某' }, extraDistribution: 'XX局' },
    );
    expect(inspect(value).filter(({ rule }) => rule === 'placeholder')).toHaveLength(7);
    expect(inspect(withText('甲县开展202_年活动。'))[0]).toMatchObject({
      place: { itemId: 'a1', paragraphId: 'p1', field: 'text', offset: 4 },
      quote: '甲县开展202_年活动。',
      message: '“202_”还没有填',
      printed: { page: 2 },
    });
  });

  it('find a cover title in other words, not one with breaks of its own', () => {
    const titled = (coverTitle: string): Issue =>
      issue(column('经验交流', withChanges(article('甲县抓实宣讲', p('甲县开展活动。')), { coverTitle })));
    expect(lines(titled('甲县抓好宣讲'))).toEqual(['coverTitleDiffers 甲县抓好宣讲 目录《甲县抓实宣讲》']);
    expect(inspect(titled('甲县\n抓实宣讲'))).toEqual([]);
  });

  it('find guessed leads, empty receivers and people', () => {
    const [found] = whole.columns[0]?.items ?? [];
    const guessed = found?.paragraphs.map((each) => ({ ...each, lead: '聚焦。', leadInferred: true as const })) ?? [];
    const value: Issue = {
      ...whole,
      columns: whole.columns.map((each) => ({ ...each, items: found ? [{ ...found, paragraphs: guessed }] : [] })),
      distribution: [],
      imprint: { ...whole.imprint, editor: ' ', phone: '' },
    };
    expect(lines(value)).toEqual([
      'inferredLead 聚焦。 《甲县抓实宣讲》第1段',
      'emptyImprint 编辑、电话 版记',
      'emptyDistribution  报送发',
    ]);
  });

  it('find a gap between this number and the last of its year and kind', () => {
    const other = (number: number, supplement = false, date = '2023-03-01'): OtherIssue => ({ number, supplement, date });
    expect(lines(whole, [other(3), other(4), other(9)])).toEqual(['numberingGap 第5期 报头']);
    expect(lines(whole, [other(2)])).toEqual(['numberingGap 第3至5期 报头']);
    expect(inspect(whole, [other(5), other(2)])).toEqual([]);
    expect(inspect(whole, [])).toEqual([]);
    expect(inspect(whole, [other(3, true), other(3, false, '2022-03-01'), other(8)])).toEqual([]);
  });
});
