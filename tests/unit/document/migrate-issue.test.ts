import { describe, expect, it } from 'vitest';
import { submissionVersion } from '../../../shared/submissions/submission-states.js';
import { z } from 'zod';
import { parseRecord } from '../../../shared/document/migrate-record.js';
import { issueVersion } from '../../../shared/document/saved-versions.js';
import { parseKind } from '../../../shared/library/records/records.js';
import { draftArticle, numbered } from '../../helpers/library-fixture.js';

describe('reading a saved issue', () => {
  it('gives back what was saved, normalised', () => {
    expect(parseKind('issue', JSON.parse(JSON.stringify(numbered(6))))).toEqual({ ok: true, value: numbered(6) });
    expect(parseKind('issue', { ...numbered(6), extraDistribution: '' })).toMatchObject({ ok: true });
    expect(parseKind('issue', { ...numbered(6), extraDistribution: '' })).not.toHaveProperty('value.extraDistribution');
  });

  it.each([
    ['no object', 7, '内容不是一条记录'],
    ['no version', {}, '没有版本号'],
    ['a wrong type', { ...numbered(6), imprint: { ...numbered(6).imprint, phone: 1 } }, '版记 › 电话：缺少或类型不对'],
    [
      'a wrong item',
      {
        ...numbered(6),
        columns: [
          ...numbered(6).columns.slice(0, 1),
          { ...numbered(6).columns[1], items: [{ ...numbered(6).columns[1]?.items[0], type: 'poem' }] },
        ],
      },
      '栏目 2 › 稿件 1 › 类别：内容不合规定',
    ],
    ['an unknown member', { ...numbered(6), colour: 'red' }, '内容：有不认识的内容 colour'],
  ])('with %s says where', (_, input, reason) => {
    expect(parseKind('issue', input)).toEqual({ ok: false, newer: false, reason });
  });

  it('of a newer version says so', () => {
    expect(parseKind('issue', { ...numbered(6), version: issueVersion + 1 })).toMatchObject({
      ok: false,
      newer: true,
      reason: expect.stringContaining('更新版本') as string,
    });
  });
});

describe('reading an issue or draft of version 1', () => {
  const half = { ...draftArticle('稿'), halfQuotes: true };

  it('sets the quotes of its articles full again', () => {
    const { columns } = numbered(6);
    const saved = { ...numbered(6), version: 1, columns: [{ ...columns[0], items: [half] }, ...columns.slice(1)] };
    expect(parseKind('issue', saved)).toMatchObject({
      ok: true,
      value: { version: issueVersion, columns: [{ items: [draftArticle('稿')] }, ...columns.slice(1)] },
    });
    expect(parseKind('issue', { ...saved, version: 2 })).toMatchObject({ ok: false });
    expect(parseKind('submission', { version: 1, id: 'd1', article: half, notes: [] })).toMatchObject({
      ok: true,
      value: { id: 'd1', article: draftArticle('稿'), notes: [] },
    });
  });

  it('refuses one that holds something else, and says where', () => {
    expect(parseKind('issue', { ...numbered(6), version: 1, columns: 7 })).toMatchObject({ ok: false, reason: '栏目：缺少或类型不对' });
    expect(parseKind('issue', { ...numbered(6), version: 1, columns: [7, { items: 7 }] })).toMatchObject({ ok: false });
    expect(parseKind('submission', { version: 1, id: 'd1', article: 7, notes: [] })).toMatchObject({ ok: false });
  });
});

describe('reading a draft that an earlier program saved', () => {
  it('makes it a submission in reserve, with all its words', () => {
    const draft = { version: 2, id: 'd1', article: draftArticle('稿'), notes: ['没有来源。'] };
    expect(parseKind('submission', draft)).toEqual({
      ok: true,
      value: {
        version: submissionVersion,
        id: 'd1',
        unitName: '',
        arrival: 'issue',
        kind: 'news',
        decision: 'reserve',
        thread: 'd1',
        round: 1,
        article: draftArticle('稿'),
        attachments: [],
        notes: ['没有来源。'],
        leftAside: [],
        log: [],
      },
    });
    const origin = { file: '甲.docx', sha256: 'a'.repeat(64) };
    expect(parseKind('submission', { ...draft, article: { ...draft.article, origin } })).toMatchObject({ value: { arrival: 'file' } });
    expect(parseKind('submission', { ...draft, id: 'a b' })).toMatchObject({ ok: false, reason: '编号：内容不合规定' });
  });
});

describe('what is ignored in an issue', () => {
  const ignored = [{ rule: 'loneCharacter', itemId: 'a1', quote: '甲县。' }];

  it('is read back, also of rules this program does not know', () => {
    const value = { ...numbered(6), ignored: [...ignored, { rule: 'laterRule', quote: '' }] };
    expect(parseKind('issue', value)).toEqual({ ok: true, value });
  });

  it('and its original are not there in an issue of an earlier version', () => {
    expect(parseKind('issue', { ...numbered(6), version: 3 })).toEqual({ ok: true, value: numbered(6) });
    expect(parseKind('issue', { ...numbered(6), version: 2 })).toEqual({ ok: true, value: numbered(6) });
  });
});

describe('migrations', () => {
  const shape = {
    schema: z.strictObject({ version: z.literal(3), name: z.string(), tags: z.array(z.string()) }),
    version: 3,
    migrations: {
      1: (record: Readonly<Record<string, unknown>>) => ({ name: record['title'] }),
      2: (record: Readonly<Record<string, unknown>>) => ({ ...record, tags: [] }),
    },
  };

  it('run one after another from the version that was saved', () => {
    expect(parseRecord({ version: 1, title: '甲' }, shape)).toEqual({ ok: true, value: { version: 3, name: '甲', tags: [] } });
    expect(parseRecord({ version: 2, name: '乙' }, shape)).toEqual({ ok: true, value: { version: 3, name: '乙', tags: [] } });
    expect(parseRecord({ version: 3, name: '丙', tags: ['一'] }, shape)).toMatchObject({ ok: true, value: { tags: ['一'] } });
  });

  it('that are missing are said', () => {
    expect(parseRecord({ version: 1 }, { ...shape, migrations: {} })).toEqual({ ok: false, newer: false, reason: '格式 1 过旧，无法升级' });
  });
});
