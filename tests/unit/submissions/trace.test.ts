import { describe, expect, it } from 'vitest';
import { convertItem } from '../../../shared/document/edit-issue.js';
import type { Article, Item } from '../../../shared/document/issue.js';
import { compareWithSent, editedLines, itemFromSubmission, joinSubmission, sentLines } from '../../../shared/submissions/trace.js';

function ids(): () => string {
  let count = 0;
  return () => `new${(count += 1)}`;
}

const article: Article = {
  type: 'article',
  id: 'a',
  title: '示例区开展\n基层宣讲',
  sources: [],
  paragraphs: [
    { id: 'p1', lead: '组建宣讲队伍。', text: '选聘宣讲员三十名。' },
    { id: 'p2', text: '开展宣讲三百场次，覆盖五万人。' },
  ],
};
const sent = { id: 's1', article, unit: '示例区委宣传部' };
const other = {
  id: 's2',
  article: { ...article, paragraphs: [{ id: 'p1', text: '示例校组织师生宣讲团进社区。' }], sources: ['示例校'] },
  unit: '示例校党委',
};

describe('itemFromSubmission', () => {
  it('remembers the submission and the paragraph each paragraph came from, and leaves the submission alone', () => {
    const item = itemFromSubmission(sent, 'article', ids());
    expect(item.submissions).toEqual(['s1']);
    expect(item.paragraphs.map(({ id, from }) => [id, from])).toEqual([
      ['new2', { submission: 's1', paragraph: 'p1' }],
      ['new3', { submission: 's1', paragraph: 'p2' }],
    ]);
    expect(article.paragraphs[0]).not.toHaveProperty('from');
  });

  it('names the unit where the manuscript names no source, else the source as written', () => {
    expect(itemFromSubmission(sent, 'article', ids()).sources).toEqual(['示例区委宣传部']);
    expect(itemFromSubmission(other, 'article', ids()).sources).toEqual(['示例校']);
  });

  it('takes the form of the column and keeps its source when it is cut to a brief', () => {
    const brief = itemFromSubmission(sent, 'brief', ids());
    expect(brief).toMatchObject({ type: 'brief', sources: ['示例区委宣传部'], submissions: ['s1'] });
    expect(convertItem(brief, 'article').submissions).toEqual(['s1']);
  });

  it('can serve two issues with ids of their own', () => {
    const next = ids();
    const [one, two] = [itemFromSubmission(sent, 'article', next), itemFromSubmission(sent, 'article', next)];
    const all = [one, two].flatMap(({ id, paragraphs }) => [id, ...paragraphs.map((paragraph) => paragraph.id)]);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('joinSubmission', () => {
  it('puts several submissions together, each unit named once', () => {
    const joined = joinSubmission(joinSubmission(itemFromSubmission(sent, 'article', ids()), other, ids()), other, ids());
    expect(joined.submissions).toEqual(['s1', 's2']);
    expect(joined.sources).toEqual(['示例区委宣传部', '示例校']);
    expect(joined.paragraphs).toHaveLength(4);
  });

  it('takes the place of a blank paragraph nobody wrote', () => {
    const blank: Item = { type: 'article', id: 'i', title: '', paragraphs: [{ id: 'x', text: '' }], sources: [] };
    expect(joinSubmission(blank, other, ids()).paragraphs.map(({ text }) => text)).toEqual(['示例校组织师生宣讲团进社区。']);
  });
});

describe('compareWithSent', () => {
  const item = itemFromSubmission(sent, 'article', ids());

  it('says nothing was changed of an untouched article', () => {
    expect(compareWithSent(item, [sent]).map(({ kind }) => kind)).toEqual(['same', 'same', 'same']);
  });

  it('follows a paragraph that was rewritten, and shows a split and a new one', () => {
    const [first, second] = item.paragraphs;
    const edited: Item = {
      ...item,
      title: '示例区做实基层宣讲',
      paragraphs: [
        { ...first!, text: '选聘百姓宣讲员三十名。' },
        { ...second!, text: '开展宣讲三百场次。' },
        { ...second!, id: 'n', text: '覆盖五万人。' },
      ],
    };
    expect(compareWithSent(edited, [sent]).map(({ kind }) => kind)).toEqual(['changed', 'changed', 'changed', 'added']);
  });

  it('compares a joint article with all it was made of', () => {
    const joint = joinSubmission(item, other, ids());
    const rows = compareWithSent(joint, [sent, other]);
    expect(rows.filter(({ kind }) => kind === 'same')).toHaveLength(4);
    expect(rows.filter(({ kind }) => kind === 'removed')).toHaveLength(1);
    expect(sentLines([sent, other])).toHaveLength(5);
    expect(editedLines(joint)).toHaveLength(4);
  });
});
