import { describe, expect, it } from 'vitest';
import { mergeItem } from '../../../../renderer/editor/merge-item.js';
import type { Article, Paragraph } from '../../../../shared/document/issue.js';

const base: Article = {
  type: 'article',
  id: 'a1',
  title: '甲县抓实宣讲',
  coverTitle: '甲县\n抓实宣讲',
  sources: ['甲县'],
  paragraphs: [
    { id: 'p1', lead: '聚焦机制。', text: '甲县开展活动。' },
    { id: 'p2', text: '乙镇成立队伍。' },
  ],
};
const [first, second] = base.paragraphs as [Paragraph, Paragraph];
const withSecond = (text: string): Article => ({ ...base, paragraphs: [first, { ...second, text }] });

describe('two changes of one article', () => {
  it('in different parts both stand', () => {
    const theirs: Article = { ...base, title: '乙县抓实宣讲', sources: ['乙县'], subtitle: '——做法', paragraphs: [second, first] };
    expect(mergeItem(base, withSecond('乙镇今天成立队伍。'), theirs)).toEqual({
      ...theirs,
      paragraphs: [{ ...second, text: '乙镇今天成立队伍。' }, first],
    });
  });

  it('in one paragraph both stand, each where its words are', () => {
    const merged = mergeItem(base, withSecond('乙镇成立队伍今天。'), withSecond('示例乙镇成立队伍。'));
    expect(merged.paragraphs[1]?.text).toBe('示例乙镇成立队伍今天。');
    const lead = mergeItem(
      base,
      { ...base, paragraphs: [{ ...first, text: '甲县今天开展活动。' }, second] },
      { ...base, paragraphs: [{ ...first, lead: '一是聚焦机制。' }, second] },
    );
    expect(lead.paragraphs[0]).toEqual({ id: 'p1', lead: '一是聚焦机制。', text: '甲县今天开展活动。' });
  });

  it('that type here and set the paragraph closer there, or the other way round, both stand', () => {
    const fitted: Article = { ...base, paragraphs: [first, { ...second, fit: 'tight' }] };
    const both = { ...second, text: '乙镇今天成立队伍。', fit: 'tight' };
    expect(mergeItem(base, withSecond('乙镇今天成立队伍。'), fitted).paragraphs[1]).toEqual(both);
    expect(mergeItem(base, fitted, withSecond('乙镇今天成立队伍。')).paragraphs[1]).toEqual(both);
  });

  it('keep a typed phrase whose paragraph was taken away, and a paragraph taken away while others were changed', () => {
    const gone: Article = { ...base, paragraphs: [first] };
    expect(mergeItem(base, withSecond('乙镇今天成立队伍。'), gone).paragraphs.map(({ id }) => id)).toEqual(['p1', 'p2']);
    expect(mergeItem(base, gone, { ...base, title: '乙' }).paragraphs).toEqual([first]);
    expect(mergeItem(base, gone, withSecond('丙镇成立队伍。')).paragraphs).toHaveLength(2);
  });

  it('put a new paragraph behind the one it was typed after', () => {
    const added: Article = { ...base, paragraphs: [first, { id: 'p9', text: '今天。' }, second] };
    expect(mergeItem(base, added, { ...base, paragraphs: [second, first] }).paragraphs.map(({ id }) => id)).toEqual(['p2', 'p1', 'p9']);
  });

  it('of a title take the cover along', () => {
    expect(mergeItem(base, { ...base, title: '甲县抓实宣讲会' }, { ...base, sources: [] })).toMatchObject({
      title: '甲县抓实宣讲会',
      coverTitle: '甲县\n抓实宣讲会',
      sources: [],
    });
  });
});
