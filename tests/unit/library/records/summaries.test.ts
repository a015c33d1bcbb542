import { describe, expect, it } from 'vitest';
import { countCharacters } from '../../../../shared/document/count-characters.js';
import { itemCharacters } from '../../../../shared/document/count-item.js';
import { issueItems } from '../../../../shared/document/issue.js';
import { submissionKind, submissionSummarySchema } from '../../../../shared/library/records/submission-kind.js';
import { issueKind, issueSummarySchema } from '../../../../shared/library/records/issue-kind.js';
import { newSubmission } from '../../../../shared/submissions/new-submission.js';
import { draftArticle, numbered } from '../../../helpers/library-fixture.js';
import { article, brief, column, from, issue, lead, p, withChanges } from '../../../helpers/build-issue.js';

const savedAt = '2026-03-02T01:00:00.000Z';

describe('字数', () => {
  it.each([
    ['', 0],
    ['宣传信息', 4],
    ['累计1032场，满意率97.23%。', 10],
    ['“两个结合”——全面', 10],
    ['Wi-Fi 6 覆盖', 4],
    ['〇𠮷……', 4],
    [' 　\n', 0],
    ['①②③★→', 5],
    ['25℃，3×3', 6],
    ['GB/T 9704—2012', 4],
    ['don’t stop', 2],
    ['‘AI’', 3],
  ])('of %j is %i, as Word counts', (text, count) => expect(countCharacters(text)).toBe(count));
});

describe('字数 of an article', () => {
  it('counts all that is printed of it, label, brackets and stop too', () => {
    const noted = withChanges(from(['甲县', '乙局'], article('甲县经验', p(lead('一是。'), '抓好。'))), {
      subtitle: '——调研',
      editorNote: ['刊发。', '参考。'],
    });
    const [full, short] = issueItems(issue(column('经验交流', noted), column('简讯', from(['丙区'], brief('丙区动态', '开展。'))))).map(
      ({ item }) => itemCharacters(item),
    );
    expect([full, short]).toEqual([4 + 4 + 4 + 3 + 3 + 3 + 3 + 7, 5 + 3 + 4]);
  });
});

describe('summaries', () => {
  it('of an issue hold its number, titles without breaks and 字数', () => {
    const summary = issueKind.summarize(
      issue(column('经验交流', article('甲县\n经验', p(lead('一是。'), '抓好。'))), column('简讯', brief('乙区动态', '开展。'))),
      savedAt,
    );
    expect(issueSummarySchema.parse(summary)).toEqual(summary);
    expect(summary).toMatchObject({
      key: '2023-06',
      supplement: false,
      titles: ['甲县经验', '乙区动态'],
      characters: 4 + 3 + 3 + 5 + 3,
      savedAt,
    });
  });

  it('of a supplement say so', () => {
    const base = numbered(1);
    expect(issueKind.summarize({ ...base, masthead: { ...base.masthead, supplement: true } }, savedAt)).toMatchObject({
      key: '2023-Z01',
      supplement: true,
    });
  });

  it('of a submission hold its title, unit and length', () => {
    const original = { file: '来稿.docx', sha256: '0'.repeat(64), bytes: 7 };
    const received = { id: 'd1', article: draftArticle('甲\n乙'), arrival: 'file' as const, receivedAt: savedAt, original };
    const summary = submissionKind.summarize(newSubmission(received), savedAt);
    expect(submissionSummarySchema.parse(summary)).toEqual(summary);
    expect(summary).toMatchObject({ title: '甲乙', unitName: '示例区委宣传部', decision: 'new', files: 1 });
  });
});
