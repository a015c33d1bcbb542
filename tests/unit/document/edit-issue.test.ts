import { describe, expect, it } from 'vitest';
import {
  addItem,
  confirmLeads,
  convertItem,
  followingIssue,
  itemLabel,
  moveItem,
  newIssue,
  newItem,
  removeColumn,
  removeItem,
  shiftItem,
  updateImprint,
  updateItem,
  updateMasthead,
} from '../../../shared/document/edit-issue.js';
import { issueItems, issueKey, type Article, type Brief, type Issue } from '../../../shared/document/issue.js';
import { issueSchema } from '../../../shared/document/issue-schema.js';
import { normalizeIssue } from '../../../shared/document/normalize-issue.js';
import { defaultPublication } from '../../../shared/document/publication.js';

const counter = (): (() => string) => {
  let last = 0;
  return () => `id${(last += 1)}`;
};

function sampleIssue(): Issue {
  const issue = newIssue(defaultPublication, 3, '2026-03-08', counter());
  const [news, columns] = [issue.columns[0]?.id ?? '', issue.columns[1]?.id ?? ''];
  const article = (id: string): Article => ({
    type: 'article',
    id,
    title: `标题${id}`,
    paragraphs: [{ id: `${id}p`, text: '正文。' }],
    sources: ['示例区委宣传部'],
  });
  return addItem(addItem(addItem(issue, news, article('甲1')), columns, article('乙1')), columns, article('乙2'));
}

const order = (issue: Issue): string =>
  issueItems(issue)
    .map(({ column, item }) => `${column.name}:${item.id}`)
    .join(' ');

describe('edit-issue', () => {
  it('starts an issue from the publication, valid and empty', () => {
    const issue = newIssue(defaultPublication, 1, '2026-01-05', counter());
    expect(issueSchema.parse(issue)).toEqual(issue);
    expect(issueKey(issue.masthead)).toBe('2026-01');
  });

  it('moves an item over the edge of its column into the next one', () => {
    const down = shiftItem(sampleIssue(), '甲1', 'down');
    expect(order(down)).toBe('经验交流:甲1 经验交流:乙1 经验交流:乙2');
    expect(order(shiftItem(down, '甲1', 'up'))).toBe(order(sampleIssue()));
  });

  it('moves an item within and between columns, and keeps the issue for unknown ids', () => {
    const issue = sampleIssue();
    const news = issue.columns[0]?.id ?? '';
    expect(order(moveItem(issue, '乙2', news, 0))).toBe('工作动态:乙2 工作动态:甲1 经验交流:乙1');
    expect(moveItem(issue, '没有', news, 0)).toBe(issue);
    expect(moveItem(issue, '乙2', '没有', 0)).toBe(issue);
  });

  it('keeps every word when an article becomes a brief and back', () => {
    const article: Article = {
      type: 'article',
      id: 'a',
      title: '标题',
      subtitle: '——副题',
      editorNote: ['按语。'],
      paragraphs: [{ id: 'p', text: '正文。' }],
      sources: [],
    };
    const brief = convertItem(article, 'brief');
    expect(brief.paragraphs.map(({ text }) => text)).toEqual(['——副题', '按语。', '正文。']);
    expect(convertItem(brief, 'article')).toMatchObject({ type: 'article', title: '标题' });
  });

  it('starts the next issue with people and lists, without articles and one-off marks', () => {
    const last = updateMasthead({ ...sampleIssue(), extraDistribution: '某单位' }, { secrecy: '内部' });
    const next = followingIssue(last, '2026-03-20', counter());
    expect(next.masthead).toEqual({ name: last.masthead.name, organ: last.masthead.organ, number: 4, date: '2026-03-20' });
    expect(next.extraDistribution).toBeUndefined();
    expect(issueItems(next)).toEqual([]);
    expect(next.distribution).toBe(last.distribution);
    expect(followingIssue(last, '2027-01-03', counter()).masthead.number).toBe(1);
    const counted = { ...last, masthead: { ...last.masthead, total: 168 } };
    expect(followingIssue(counted, '2027-01-03', counter()).masthead).toMatchObject({ number: 1, total: 169 });
  });

  it('removes a column only when it is empty', () => {
    const issue = sampleIssue();
    const [news, , briefs] = issue.columns;
    expect(removeColumn(issue, news?.id ?? '').columns).toHaveLength(3);
    expect(removeColumn(issue, briefs?.id ?? '').columns).toHaveLength(2);
  });

  it('updates and removes one item and leaves the others alone', () => {
    const issue = sampleIssue();
    expect(order(removeItem(issue, '乙1'))).toBe('工作动态:甲1 经验交流:乙2');
    const changed = updateItem(issue, '乙1', (item) => ({ ...item, title: '新题' }));
    expect(issueItems(changed).map(({ item }) => item.title)).toEqual(['标题甲1', '新题', '标题乙2']);
  });

  it('takes guessed leads as right', () => {
    const brief: Brief = {
      type: 'brief',
      id: 'b',
      title: '题',
      leadInferred: true,
      paragraphs: [{ id: 'p', lead: '句。', leadInferred: true, text: '文' }],
      sources: [],
    };
    expect(confirmLeads(brief)).toEqual({
      type: 'brief',
      id: 'b',
      title: '题',
      paragraphs: [{ id: 'p', lead: '句。', text: '文' }],
      sources: [],
    });
  });

  it('calls an item by its title, else by its first words', () => {
    const empty = newItem('article', 'a', 'p');
    expect(itemLabel(empty)).toBe('无标题');
    expect(itemLabel({ ...empty, paragraphs: [{ id: 'p', text: '近日，示例区举办活动。' }] })).toBe('近日，示例区举办活动。');
    expect(itemLabel({ ...empty, title: '上行\n下行' })).toBe('上行下行');
  });
});

describe('normalizeIssue', () => {
  it('gives the same value back when there is nothing to do', () => {
    const issue = sampleIssue();
    expect(normalizeIssue(issue)).toBe(issue);
  });

  it('drops empty optional parts and a cover title equal to the title, and repeats of ids', () => {
    const issue = sampleIssue();
    const messy = updateItem(issue, '乙1', (item) => ({
      ...item,
      type: 'article',
      id: '甲1',
      coverTitle: item.title,
      subtitle: '',
      editorNote: [''],
      sources: ['', '甲县'],
      paragraphs: [{ id: '甲1p', lead: '', leadInferred: true, text: '文。' }],
    }));
    const clean = normalizeIssue({ ...messy, extraDistribution: '', masthead: { ...messy.masthead, secrecy: '' } });
    expect(clean.extraDistribution).toBeUndefined();
    expect(clean.masthead).toEqual(issue.masthead);
    expect(issueItems(clean)[1]?.item).toEqual({
      type: 'article',
      id: '甲1-2',
      title: '标题乙1',
      paragraphs: [{ id: '甲1p-2', text: '文。' }],
      sources: ['甲县'],
    });
    expect(normalizeIssue(clean)).toBe(clean);
  });
});

it('keeps no optional field of the imprint that is empty', () => {
  const signed = updateImprint(sampleIssue(), { signer: '赵一' });
  expect(signed.imprint.signer).toBe('赵一');
  expect(updateImprint(signed, { signer: '' }).imprint).toEqual(sampleIssue().imprint);
});
