import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followOffset, followPlace, followRange } from '../../../shared/document/follow-text.js';
import { moveItem, removeItem, updateItem } from '../../../shared/document/edit-issue.js';
import type { Issue, Paragraph } from '../../../shared/document/issue.js';
import {
  compareTextPlaces,
  isTextPlace,
  placeLabel,
  sameSpot,
  textAt,
  type TextField,
  type TextPlace,
} from '../../../shared/document/text-place.js';
import { article, brief, column, from, issue, lead, p, withChanges } from '../../helpers/build-issue.js';

const opened = issue(
  column(
    '经验交流',
    from(
      ['甲县', '乙县'],
      withChanges(article('甲县抓实\n宣讲', p(lead('聚焦机制。'), '甲县开展活动。'), p('乙镇成立队伍。')), {
        subtitle: '——甲县做法',
        editorNote: ['做法可鉴。', '现予刊发。'],
      }),
    ),
  ),
  column('简讯', brief('丁县启动宣讲', '近日，活动启动。')),
);
const inText = (paragraphId: string, offset: number): TextPlace => ({ itemId: 'a1', paragraphId, field: 'text', offset });
const inField = (field: TextField, offset: number, itemId = 'a1'): TextPlace => ({ itemId, field, offset });
const withParagraphs = (...paragraphs: readonly Paragraph[]): Issue => updateItem(opened, 'a1', (item) => ({ ...item, paragraphs }));
const [first, second] = opened.columns[0]?.items[0]?.paragraphs ?? [];
const firstText = '聚焦机制。甲县开展活动。';

/** The character that follows a place. */
const after = (value: Issue, place: TextPlace | undefined): string => (place && textAt(value, place)?.[place.offset]) ?? '';

describe('places in print order', () => {
  it('go by column, item, field, paragraph and offset; what is gone comes last', () => {
    const sorted = [
      inField('title', 0),
      inField('title', 3),
      inField('subtitle', 0),
      inField('editorNote', 0),
      inText('p1', 9),
      inText('p2', 0),
      inField('source', 0),
      inField('title', 0, 'a2'),
      inField('title', 0, 'gone'),
    ];
    expect(sorted.toReversed().sort((left, right) => compareTextPlaces(opened, left, right))).toEqual(sorted);
  });

  it('are of one spot when only the offset differs', () => {
    expect(sameSpot(inText('p1', 0), inText('p1', 7))).toBe(true);
    expect(sameSpot(inText('p1', 0), inText('p2', 0))).toBe(false);
    expect(sameSpot({ part: 'contents', itemId: 'a1' }, { part: 'contents', itemId: 'a2' })).toBe(false);
    expect(sameSpot({ part: 'masthead' }, inField('title', 0))).toBe(false);
    expect(isTextPlace({ part: 'masthead' })).toBe(false);
  });
});

describe('the name of a place', () => {
  it.each([
    [inText('p2', 0), '《甲县抓实宣讲》第2段'],
    [inText('gone', 0), '《甲县抓实宣讲》已删去的段落'],
    [inField('title', 0), '《甲县抓实宣讲》标题'],
    [inField('source', 0), '《甲县抓实宣讲》来源单位'],
    [inField('title', 0, 'gone'), '已删去的稿件'],
    [{ part: 'contents', itemId: 'a2' }, '目录《丁县启动宣讲》'],
    [{ part: 'column', columnId: 'c2' }, '栏目“简讯”'],
    [{ part: 'imprint' }, '版记'],
  ] as const)('says %o', (place, label) => {
    expect(placeLabel(opened, place)).toBe(label);
  });
});

describe('a place across an edit', () => {
  it('stays with its words while others are typed before and after', () => {
    const next = withParagraphs({ id: 'p1', lead: '一是聚焦机制。', text: '甲县开展活动。' }, second as Paragraph);
    expect(followPlace(opened, next, inText('p1', 0), 'after')).toEqual(inText('p1', 2));
    const typed = withParagraphs({ ...(first as Paragraph), text: '甲县广泛开展活动。' }, second as Paragraph);
    expect(followPlace(opened, typed, inText('p1', 2))).toEqual(inText('p1', 2));
    expect(after(typed, followPlace(opened, typed, inText('p1', 8)))).toBe(firstText[8]);
  });

  it('follows a paragraph that is split, joined or moved', () => {
    const split = withParagraphs({ id: 'p1', lead: '聚焦机制。', text: '甲县' }, { id: 'p9', text: '开展活动。' }, second as Paragraph);
    expect(followPlace(opened, split, inText('p1', 9))).toEqual(inText('p9', 2));
    expect(followPlace(opened, split, inText('p1', 6))).toEqual(inText('p1', 6));
    const joined = withParagraphs({ id: 'p1', lead: '聚焦机制。', text: '甲县开展活动。乙镇成立队伍。' });
    expect(followPlace(opened, joined, inText('p2', 2))).toEqual(inText('p1', firstText.length + 2));
    const moved = withParagraphs(second as Paragraph, first as Paragraph);
    expect(followPlace(opened, moved, inText('p2', 2))).toEqual(inText('p2', 2));
    expect(followPlace(opened, moveItem(opened, 'a1', 'c2', 1), inField('subtitle', 3))).toBeUndefined();
    expect(followPlace(opened, moveItem(opened, 'a1', 'c2', 1), inText('p2', 3))).toEqual(inText('p2', 3));
  });

  it('moves to where its words were when they were deleted, and is gone with its article', () => {
    const shorter = withParagraphs({ id: 'p1', lead: '聚焦机制。', text: '活动。' }, second as Paragraph);
    expect(followPlace(opened, shorter, inText('p1', 7))).toEqual(inText('p1', 5));
    expect(followPlace(opened, withParagraphs(second as Paragraph), inText('p1', 7))).toEqual(inText('p2', 0));
    expect(followPlace(opened, removeItem(opened, 'a1'), inText('p1', 7))).toBeUndefined();
    expect(followPlace(opened, withParagraphs(), inText('p1', 7))).toBeUndefined();
  });

  it('follows a title, and the source line', () => {
    const next = updateItem(opened, 'a1', (item) => ({ ...item, title: '示例甲县抓实\n宣讲', sources: ['丙区', '甲县', '乙县'] }));
    expect(after(next, followPlace(opened, next, inField('title', 5)))).toBe('宣');
    expect(after(next, followPlace(opened, next, inField('source', 3)))).toBe('乙');
  });

  it('keeps a range from growing at its ends, and empties it with its words', () => {
    const range = { from: inText('p1', 5), to: inText('p1', 7) };
    const before = withParagraphs({ ...(first as Paragraph), text: '在甲县开展活动。' }, second as Paragraph);
    expect(followRange(opened, before, range)).toEqual({ from: inText('p1', 6), to: inText('p1', 8) });
    const behind = withParagraphs({ ...(first as Paragraph), text: '甲县内开展活动。' }, second as Paragraph);
    expect(followRange(opened, behind, range)).toEqual(range);
    const gone = withParagraphs({ ...(first as Paragraph), text: '开展活动。' }, second as Paragraph);
    expect(followRange(opened, gone, range)).toEqual({ from: inText('p1', 5), to: inText('p1', 5) });
    expect(followRange(opened, removeItem(opened, 'a1'), range)).toBeUndefined();
  });

  it('keeps the character after it, or says that it is lost, for any stretch replaced', () => {
    const words = fc.string({ unit: fc.constantFrom('甲', '乙', '。'), maxLength: 8 });
    fc.assert(
      fc.property(words, words, words, words, fc.nat(30), (head, removed, typed, tail, at) => {
        const before = head + removed + tail;
        const next = head + typed + tail;
        const offset = Math.min(at, before.length);
        const followed = followOffset(before, next, offset);
        expect(followed.offset).toBeLessThanOrEqual(next.length);
        if (!followed.isLost && offset < head.length) expect(next[followed.offset]).toBe(before[offset]);
      }),
    );
  });
});
