import { describe, expect, it } from 'vitest';
import type { Issue } from '../../../../shared/document/issue.js';
import type { IssueSummary } from '../../../../shared/library/records/issue-kind.js';
import type { RecordKind } from '../../../../shared/library/records/record-kind.js';
import { isKey, kindNames, parseKind, recordKinds, recordOfPath, recordPath } from '../../../../shared/library/records/records.js';
import { newSubmission } from '../../../../shared/submissions/new-submission.js';
import { draftArticle, numbered, titleOf } from '../../../helpers/library-fixture.js';

const draft = newSubmission({ id: 'a_b', article: draftArticle('稿\n件'), arrival: 'file', receivedAt: '2026-03-02T01:00:00.000Z' });

describe('the table of record kinds', () => {
  it('takes no kind without all of its parts', () => {
    const { textOf: _left, ...partial } = recordKinds.issue;
    // @ts-expect-error a part is missing
    const kind: RecordKind<Issue, IssueSummary> = partial;
    expect(Object.keys(kind)).not.toContain('textOf');
  });

  it('names a folder of its own for every kind, without the mark that parts a name in the trash', () => {
    const folders = kindNames.map((kind) => recordKinds[kind].folder);
    expect(new Set(folders).size).toBe(kindNames.length);
    for (const folder of folders) expect(folder).toMatch(/^\p{Script=Han}+$/u);
  });

  it('makes a path from a key and the key from the path again', () => {
    expect(recordPath('issue', '2022-Z01')).toBe('期/2022/2022-Z01.json');
    expect(recordPath('submission', 'a_b')).toBe('来稿/a_b.json');
    expect(recordOfPath('期/2022/2022-Z01.json')).toEqual({ kind: 'issue', key: '2022-Z01' });
    expect(recordOfPath('来稿/a_b.json')).toEqual({ kind: 'submission', key: 'a_b' });
    // Where earlier programs kept them.
    expect(recordOfPath('备用稿/a_b.json')).toEqual({ kind: 'submission', key: 'a_b' });
  });

  it.each([
    '期/2021/2022-10.json',
    '期/2022-10.json',
    '备用稿/甲/x.json',
    '备用稿/../x.json',
    '别处/x.json',
    '期/2022/2022-10.json.1',
    '期',
  ])('takes %s for no record, least of all an issue', (path) => expect(recordOfPath(path)).toBeUndefined());

  it('lets no path through as a key', () => {
    for (const kind of kindNames) for (const key of ['', '..', '../x', 'a/b', 'a\\b', '.']) expect(isKey(kind, key)).toBe(false);
  });

  it('gives key, title and all words of a record', () => {
    const issue = numbered(6, '甲县\n经验');
    expect(recordKinds.issue.keyOf(issue)).toBe('2023-06');
    expect(recordKinds.issue.titleOf(issue)).toBe('宣传信息专报 2023年第6期');
    const text = recordKinds.issue.textOf(issue);
    for (const words of ['甲县经验', '简讯', '群众满意率达97.23%', '聚焦机制建设，实现新提升。构建统筹协调', '甲县委宣传部'])
      expect(text).toContain(words);
    expect(recordKinds.submission.textOf(draft)).toBe('稿件\n近日，示例区开展宣讲活动。\n示例区委宣传部');
    expect([recordKinds.submission.keyOf(draft), recordKinds.submission.titleOf(draft)]).toEqual(['a_b', '稿件']);
  });

  it('reads each kind by its own version', () => {
    expect(parseKind('submission', { ...draft, version: recordKinds.submission.version + 1 })).toMatchObject({ ok: false, newer: true });
    const parsed = parseKind('issue', JSON.parse(JSON.stringify(numbered(6, '甲'))));
    expect(parsed.ok && titleOf(parsed.value)).toBe('甲');
  });
});
