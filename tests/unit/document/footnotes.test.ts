/** A footnote stays behind the words it hangs on, whatever is done to them, and no word of one is lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareIssues } from '../../../shared/compare/compare-issues.js';
import { mergeItem } from '../../../renderer/editor/merge-item.js';
import { sameItem } from '../../../renderer/editor/same-item.js';
import { mergeIssue } from '../../../shared/bundle/merge/merge-issue.js';
import { itemCharacters } from '../../../shared/document/count-item.js';
import { findItem, updateItem } from '../../../shared/document/edit-issue.js';
import { editFootnotes, normalizeFootnotes, wordsWithNotes } from '../../../shared/document/footnotes.js';
import type { Issue, Item, Paragraph } from '../../../shared/document/issue.js';
import { issueSchema } from '../../../shared/document/issue-schema.js';
import { toIssueRecord } from '../../../shared/document/issue-record.js';
import { itemSize } from '../../../shared/document/issue-size.js';
import { issueTexts } from '../../../shared/document/issue-texts.js';
import { normalizeIssue } from '../../../shared/document/normalize-issue.js';
import { issueVersion } from '../../../shared/document/saved-versions.js';
import { compareTextPlaces, placeLabel, textAt, type TextPlace } from '../../../shared/document/text-place.js';
import { itemText } from '../../../shared/library/records/item-text.js';
import { parseKind } from '../../../shared/library/records/records.js';
import { submissionVersion } from '../../../shared/submissions/submission-states.js';
import { compareWithSent } from '../../../shared/submissions/trace.js';
import { article, column, issue, lead, noted, p, table } from '../../helpers/build-issue.js';
import { draftArticle } from '../../helpers/library-fixture.js';

const paragraph = noted(p(lead('聚焦机制。'), '甲县开展活动，乙镇响应。'), [5, '指机制。'], [11, '见附表。']);
const sample = issue(column('经验交流', article('甲县抓实宣讲', paragraph, p('第二段。'))));

const itemOf = (value: Issue): Item => findItem(value, 'a1')?.item ?? expect.fail('no article');
const first = (value: Issue): Paragraph => itemOf(value).paragraphs[0] ?? expect.fail('no paragraph');
const withFirst = (change: (value: Paragraph) => Paragraph): Issue =>
  updateItem(sample, 'a1', (item) => ({ ...item, paragraphs: item.paragraphs.map((each, at) => (at === 0 ? change(each) : each)) }));
const edited = (value: Issue, key: string, from: number, to: number, text: string): Issue =>
  (issueTexts(value).find((each) => each.key === key) ?? expect.fail(key)).edit(value, [{ from, to, text }]);

describe('footnotes while their words are edited', () => {
  it('stay behind the character they hang on', () => {
    const edit = fc.tuple(fc.nat(12), fc.nat(4), fc.string({ unit: fc.constantFrom('甲', '，'), maxLength: 3 }));
    fc.assert(
      fc.property(fc.nat(12), edit, (at, [from, size, text]) => {
        const to = Math.min(12, from + size);
        const [note] = editFootnotes([{ at, text: '注' }], [{ from, to, text }]);
        // A model: the characters before the note that are still there, and what was put among them.
        const kept = Array.from({ length: 12 }, (_, index) => index).filter((index) => index < at && !(index >= from && index < to)).length;
        expect(note).toEqual({ at: kept + (at > from ? text.length : 0), text: '注' });
      }),
    );
  });

  it('go with edits of lead and text, and with those of their own words', () => {
    expect(first(edited(sample, 'a1.text.p1', 0, 2, '压实'))).toMatchObject({ lead: '压实机制。', footnotes: [{ at: 5 }, { at: 11 }] });
    expect(first(edited(sample, 'a1.text.p1', 0, 0, '一是'))).toMatchObject({ footnotes: [{ at: 7 }, { at: 13 }] });
    expect(first(edited(sample, 'a1.text.p1', 7, 9, '正在开展'))).toMatchObject({ footnotes: [{ at: 5 }, { at: 13 }] });
    expect(first(edited(sample, 'a1.text.p1', 0, 17, ''))).toEqual({
      id: 'p1',
      lead: '',
      text: '',
      footnotes: [
        { at: 0, text: '指机制。' },
        { at: 0, text: '见附表。' },
      ],
    });
    expect(first(edited(sample, 'a1.footnote.p1.1', 0, 1, '详见'))).toMatchObject({
      footnotes: [{ text: '指机制。' }, { at: 11, text: '详见附表。' }],
    });
    const plain = withFirst((value) => ({ id: value.id, text: '甲县开展。', footnotes: [{ at: 2, text: '注' }] }));
    expect(first(edited(plain, 'a1.text.p1', 0, 0, '示例\t'))).toMatchObject({ footnotes: [{ at: 5 }] });
  });

  it('have places and labels of their own, after the text of their paragraph', () => {
    const keys = issueTexts(sample).map(({ key }) => key);
    expect(keys.indexOf('a1.footnote.p1.0')).toBe(keys.indexOf('a1.text.p2') + 1);
    const place: TextPlace = { itemId: 'a1', paragraphId: 'p1', field: 'footnote', offset: 5 };
    expect(issueTexts(sample).find(({ key }) => key === 'a1.footnote.p1.1')?.place).toEqual(place);
    expect(textAt(sample, place)).toBe('指机制。\n见附表。');
    expect(placeLabel(sample, place)).toBe('《甲县抓实宣讲》第1段脚注');
    expect(compareTextPlaces(sample, place, { ...place, paragraphId: 'p2', offset: 0 })).toBeLessThan(0);
  });
});

describe('the one form of footnotes', () => {
  it('is in order, within the words, and kept as it is', () => {
    const notes = [
      { at: 9, text: '三' },
      { at: 2, text: '一' },
      { at: 2, text: '二' },
    ];
    const normal = normalizeFootnotes(notes, 4);
    expect(normal.map(({ at, text }) => `${String(at)}${text}`)).toEqual(['2一', '2二', '4三']);
    expect(normalizeFootnotes(normal, 4)).toBe(normal);
    expect(normalizeFootnotes(undefined, 4)).toEqual([]);
    expect(first(normalizeIssue(withFirst((value) => ({ ...value, footnotes: notes }))))).toMatchObject({
      footnotes: [{ at: 2 }, { at: 2 }, { at: 9 }],
    });
    expect(first(normalizeIssue(withFirst((value) => ({ ...value, footnotes: [] }))))).not.toHaveProperty('footnotes');
    expect(normalizeIssue(sample)).toBe(sample);
  });

  it('of a table is its caption: there can be none, and no word is lost', () => {
    const made = issue(column('经验交流', article('甲', noted(table('表1', [['甲', '乙']]), [2, '注文']))));
    expect(first(normalizeIssue(made))).toMatchObject({ text: '表1〔注：注文〕\n甲\t乙' });
    expect(first(normalizeIssue(made))).not.toHaveProperty('footnotes');
  });
});

describe('footnotes in what goes by the words', () => {
  it('are counted, measured and searched', () => {
    const without = itemOf(withFirst(({ footnotes: _notes, ...rest }) => rest));
    expect(itemCharacters(itemOf(sample)) - itemCharacters(without)).toBe(8);
    expect(itemSize(itemOf(sample)) - itemSize(without)).toBe(8);
    expect(itemText(itemOf(sample)).split('\n')).toEqual(expect.arrayContaining(['指机制。', '见附表。']));
    expect(JSON.stringify(toIssueRecord(sample))).toContain('"footnotes":[{"at":5,"text":"指机制。"}');
  });

  it('are compared where they stand, in order', () => {
    expect(
      wordsWithNotes({
        text: '甲乙',
        footnotes: [
          { at: 1, text: '一' },
          { at: 1, text: '二' },
          { at: 2, text: '三' },
        ],
      }),
    ).toBe('甲〔注：一〕〔注：二〕乙〔注：三〕');
    const changed = edited(sample, 'a1.footnote.p1.0', 0, 1, '即');
    const change = compareIssues(sample, changed).find(({ kind }) => kind !== 'same');
    expect(change?.parts.filter(({ kind }) => kind !== 'same').map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'removed 指',
      'added 即',
    ]);
    const sent = {
      id: 's1',
      article: { ...draftArticle('甲县抓实宣讲'), paragraphs: [{ id: 'p1', text: '甲县。', footnotes: [{ at: 2, text: '注' }] }] },
    };
    const item: Item = {
      ...sent.article,
      id: 'a1',
      submissions: ['s1'],
      paragraphs: [{ id: 'q1', text: '甲县。', from: { submission: 's1', paragraph: 'p1' } }],
    };
    expect(compareWithSent(item, [sent]).map(({ kind }) => kind)).toEqual(['same', 'changed']);
  });

  it('are merged: those of both sides stand where their words are', () => {
    const [base, mine, theirs] = [sample, edited(sample, 'a1.footnote.p1.0', 0, 0, '专'), edited(sample, 'a1.text.p1', 0, 0, '一是')].map(
      itemOf,
    );
    if (!base || !mine || !theirs) throw new Error('no items');
    expect(mergeItem(base, mine, theirs).paragraphs[0]).toMatchObject({
      lead: '一是聚焦机制。',
      footnotes: [
        { at: 7, text: '专指机制。' },
        { at: 13, text: '见附表。' },
      ],
    });
    expect(mergeItem(base, theirs, mine).paragraphs[0]?.footnotes).toEqual(mergeItem(base, mine, theirs).paragraphs[0]?.footnotes);
    const other = itemOf(edited(sample, 'a1.footnote.p1.0', 0, 0, '又'));
    expect(mergeItem(base, mine, other).paragraphs[0]?.footnotes?.map(({ text }) => text)).toEqual([
      '专指机制。',
      '又指机制。',
      '见附表。',
    ]);
    expect(sameItem(base, mine)).toBe(false);
    expect(sameItem(base, itemOf(JSON.parse(JSON.stringify(sample)) as Issue))).toBe(true);
  });

  it('of a bundle are asked about when both sides changed them, and shown', () => {
    const sides = {
      base: sample,
      ours: edited(sample, 'a1.footnote.p1.0', 0, 0, '专'),
      theirs: edited(sample, 'a1.footnote.p1.0', 0, 0, '又'),
    };
    expect(mergeIssue(sides, {}).conflicts.map(({ ours, theirs }) => [ours, theirs])).toEqual([
      [expect.stringContaining('〔注：专指机制。〕'), expect.stringContaining('〔注：又指机制。〕')],
    ]);
  });
});

describe('footnotes of a record', () => {
  it('are kept, and records of the version before are read', () => {
    expect(parseKind('issue', JSON.parse(JSON.stringify(sample)))).toEqual({ ok: true, value: sample });
    const { columns: _columns, ...rest } = sample;
    const before = { ...rest, columns: [] };
    expect(parseKind('issue', { ...before, version: 10 })).toEqual({ ok: true, value: { ...before, version: issueVersion } });
    expect(issueSchema.safeParse(withFirst((value) => ({ ...value, footnotes: [{ at: -1, text: '' }] }))).success).toBe(false);
    expect(issueSchema.safeParse(withFirst((value) => ({ ...value, footnotes: [{ at: 0, text: '甲\n乙' }] }))).success).toBe(false);
  });

  it('of a manuscript too', () => {
    const draft = { version: 2, id: 'd1', article: draftArticle('稿'), notes: [] };
    const migrated = parseKind('submission', draft);
    if (!migrated.ok) throw new Error(migrated.reason);
    expect(parseKind('submission', { ...(migrated.value as object), version: 8 })).toEqual({ ...migrated });
    expect(migrated.value).toMatchObject({ version: submissionVersion });
  });
});
