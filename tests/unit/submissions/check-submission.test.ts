import { describe, expect, it } from 'vitest';
import type { Article } from '../../../shared/document/issue.js';
import { checkBeforeSending, sendRules } from '../../../shared/submissions/check-submission.js';

const text = '近日，示例区组织开展宣讲活动，走进社区、企业、学校，受到广泛欢迎。'.repeat(6);
const good: Article = {
  type: 'article',
  id: 'a1',
  title: '示例区开展宣讲活动',
  sources: ['示例区委宣传部'],
  paragraphs: [{ id: 'p1', text }],
};
const facts = { kind: 'news' as const, unitName: '示例区委宣传部', signedBy: '甲部长', author: '乙', phone: '0532-1234567' };

function rulesOf(changes: Partial<Article>, other: object = {}) {
  return checkBeforeSending({ ...facts, ...other, article: { ...good, ...changes } }).map(({ rule, level }) => `${rule} ${level}`);
}

describe('checkBeforeSending', () => {
  it('finds nothing in a manuscript that is ready', () => {
    expect(rulesOf({})).toEqual([]);
  });

  it.each([
    ['title must', { title: ' \n' }, {}],
    ['title-length mind', { title: '宣'.repeat(51) }, {}],
    ['source must', { sources: [] }, {}],
    ['source-unit mind', { sources: ['另一区委宣传部'] }, {}],
    ['length mind', { paragraphs: [{ id: 'p1', text: '太短了。' }] }, {}],
    ['length mind', {}, { kind: 'brief', phone: '1234567' }],
    ['placeholder must', { paragraphs: [{ id: 'p1', text: `${text}202_年，XX同志参加。` }] }, {}],
    ['signature must', {}, { signedBy: ' ' }],
    ['author must', {}, { author: undefined }],
    ['phone must', {}, { phone: '' }],
    ['phone must', {}, { phone: '12345' }],
  ] as const)('says %s', (expected, changes, other) => {
    const article = expected === 'length mind' && 'kind' in other ? { paragraphs: [{ id: 'p1', text: text.repeat(3) }] } : changes;
    expect([...new Set(rulesOf(article as Partial<Article>, other))]).toEqual([expected]);
  });

  it('asks for a body without counting its length', () => {
    expect(rulesOf({ title: '', paragraphs: [{ id: 'p1', text: '' }], sources: [] })).toEqual(['title must', 'body must', 'source must']);
  });

  it('names each placeholder with the words around it and its place', () => {
    const found = checkBeforeSending({ ...facts, article: { ...good, paragraphs: [{ id: 'p9', text: `${text}202_年，XX同志参加。` }] } });
    expect(found.map(({ place, message }) => [place, message])).toEqual([
      [{ field: 'text', paragraphId: 'p9', offset: text.length }, expect.stringContaining('“202_”还没有填')],
      [{ field: 'text', paragraphId: 'p9', offset: text.length + 6 }, expect.stringContaining('“XX”还没有填')],
    ]);
    const inSentence = { ...good, paragraphs: [{ id: 'p9', text: `${text}近日，示例区组织XX名志愿者。` }] };
    expect(checkBeforeSending({ ...facts, article: inSentence })[0]?.message).toBe('“XX”还没有填：示例区组织XX名志愿者。');
    const elsewhere = checkBeforeSending({ ...facts, article: { ...good, title: 'XX区开展宣讲', sources: ['示例区委宣传部', '某某局'] } });
    expect(elsewhere.map(({ place }) => place)).toEqual([
      { field: 'title', offset: 0 },
      { field: 'source', offset: 8 },
    ]);
    const inNote = { ...good, paragraphs: [{ id: 'p9', text, footnotes: [{ at: 2, text: '参加者XX人。' }] }] };
    expect(checkBeforeSending({ ...facts, article: inNote }).map(({ place }) => place)).toEqual([
      { field: 'footnote', paragraphId: 'p9', offset: 3 },
    ]);
  });

  it('takes to the field that lacks something', () => {
    const found = checkBeforeSending({ ...facts, signedBy: '', author: '', phone: '', article: { ...good, title: '' } });
    expect(found.map(({ place }) => place)).toEqual([
      { field: 'title', offset: 0 },
      { fact: 'signedBy' },
      { fact: 'author' },
      { fact: 'phone' },
    ]);
  });

  it('takes a short form of the unit for the unit', () => {
    expect(rulesOf({ sources: ['示例区'] })).toEqual([]);
    expect(Object.keys(sendRules)).toHaveLength(10);
  });
});
