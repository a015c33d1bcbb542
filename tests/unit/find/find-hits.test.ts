import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Issue } from '../../../shared/document/issue.js';
import { issueTexts } from '../../../shared/document/issue-texts.js';
import { isTextPlace, placeLabel, textAt } from '../../../shared/document/text-place.js';
import { createFinder, hitContext, replaceHits, type Hit } from '../../../shared/find/find-hits.js';
import { compileQuery, replacementFor, type FindQuery } from '../../../shared/find/matcher.js';
import { patternPieces } from '../../../shared/find/pattern-pieces.js';
import { article, column, from, issue, lead, p, withChanges } from '../../helpers/build-issue.js';
import { sampleIssue } from '../../helpers/sample-issue.js';

const exact = { width: false, quotes: false, blanks: false, letterCase: false };
const blind = { width: true, quotes: true, blanks: true, letterCase: true };

function find(value: Issue, words: string, more: Partial<FindQuery> = {}): readonly Hit[] {
  const compiled = compileQuery({ words, isPattern: false, blindness: exact, ...more });
  if (!compiled || 'problem' in compiled) throw new Error(compiled?.problem ?? 'no words');
  return createFinder(compiled.matcher)(value);
}
const words = (value: Issue): readonly string[] => issueTexts(value).map(({ text }) => text);

describe('finding in an issue', () => {
  it('looks into every text, forms and contents among them', () => {
    const marked = issue(
      {
        masthead: { organ: '甲所', secrecy: '甲' },
        instruction: '甲',
        extraDistribution: '甲',
        imprint: { editor: '甲' },
        distribution: [{ label: '甲', text: '甲' }],
      },
      column(
        '甲栏',
        from(
          ['乙', '甲'],
          withChanges(article('甲', p(lead('甲。'), '甲')), { subtitle: '甲', editorNote: ['乙', '甲'], coverTitle: '甲\n乙' }),
        ),
      ),
    );
    expect(find(marked, '甲').map(({ key }) => key)).toEqual([
      'masthead.organ',
      'masthead.secrecy',
      'instruction',
      'contents.a1',
      'column.c1',
      'a1.title',
      'a1.subtitle',
      'a1.note.1',
      'a1.text.p1',
      'a1.text.p1',
      'a1.source.1',
      'distribution.0.label',
      'distribution.0.text',
      'extraDistribution',
      'imprint.editor',
    ]);
  });

  it('says where each hit is, as places are counted', () => {
    for (const hit of find(sampleIssue, '县')) {
      if (!isTextPlace(hit.place)) continue;
      expect(textAt(sampleIssue, hit.place)?.slice(hit.place.offset).startsWith('县')).toBe(true);
      expect(placeLabel(sampleIssue, hit.place)).not.toBe('');
    }
  });

  it.each([
    ['ＡＰＰ１２％', 'app12%', blind, true],
    ['ＡＰＰ１２％', 'APP12%', { ...exact, width: true }, true],
    ['ＡＰＰ１２％', 'APP12%', exact, false],
    ['“三聚焦”', '"三聚焦"', blind, true],
    ['「三聚焦」', '“三聚焦”', { ...exact, quotes: true }, true],
    ['“三聚焦”', '"三聚焦"', { ...exact, width: true }, false],
    ['简 讯　一', '简讯一', { ...exact, blanks: true }, true],
    ['简 讯', '简讯', exact, false],
    ['推动网络安\n全工作', '网络安全', exact, true],
    ['APP', 'app', exact, false],
    ['一 二', ' ', blind, true],
  ])('%j for %j', (text, query, blindness, isFound) => {
    const value = issue(column('栏', article(text, p('正文'))));
    const hits = find(value, query, { blindness }).filter(({ key }) => key === 'a1.title');
    expect(hits.length).toBe(isFound ? 1 : 0);
    if (isFound && query !== ' ') expect(hits[0]?.groups[0]).toBe(text.includes('网') ? '网络安\n全' : text);
  });

  it('takes patterns, and tells what is wrong with one', () => {
    const value = issue(column('栏', article('题', p('2023年8月9日投入1,032万元（试行），增长12.5%。'))));
    const found = (label: string): readonly string[] =>
      find(value, patternPieces.find((piece) => piece.label === label)?.pattern ?? '', { isPattern: true })
        .filter(({ key }) => key.startsWith('a1.text'))
        .map(({ groups }) => groups[0] ?? '');
    expect(found('日期')).toEqual(['2023年8月9日']);
    expect(found('括号内')).toEqual(['（试行）']);
    expect(found('百分数')).toEqual(['12.5%']);
    for (const { pattern } of patternPieces)
      expect(compileQuery({ words: pattern, isPattern: true, blindness: exact })).toHaveProperty('matcher');
    expect(compileQuery({ words: '（[', isPattern: true, blindness: exact })).toHaveProperty('problem');
    for (const endless of ['(a+)+', '(?:a*b)*', '((x{2,}))+'])
      expect(compileQuery({ words: endless, isPattern: true, blindness: exact })).toEqual({
        problem: expect.stringContaining('算不完') as string,
      });
    expect(compileQuery({ words: '([+*]x)+[)]+', isPattern: true, blindness: exact })).toHaveProperty('matcher');
  });

  it('finds again only in what changed, and the same', () => {
    const compiled = compileQuery({ words: '县', isPattern: false, blindness: exact });
    if (!compiled || 'problem' in compiled) throw new Error();
    const finder = createFinder(compiled.matcher);
    const first = finder(sampleIssue);
    const changed = replaceHits(sampleIssue, first.slice(-1), () => '县县');
    const again = finder(changed);
    expect(again.length).toBe(first.length + 1);
    expect(again[0]).toBe(first[0]);
    expect(again.map(({ place }) => place)).toEqual(createFinder(compiled.matcher)(changed).map(({ place }) => place));
  });

  it('counts a source behind one that grew from where it now starts', () => {
    const compiled = compileQuery({ words: '局', isPattern: false, blindness: exact });
    if (!compiled || 'problem' in compiled) throw new Error();
    const finder = createFinder(compiled.matcher);
    const value = issue(column('栏', from(['甲县', '乙局'], article('题', p('文')))));
    finder(value);
    const longer = replaceHits(value, find(value, '甲县'), () => '甲县委宣传部');
    expect(finder(longer)[0]?.place).toMatchObject({ field: 'source', offset: 8 });
  });

  it('shows a hit among its neighbours', () => {
    expect(hitContext({ text: '零一二三四五六七八九十', from: 5, to: 7 }, 2, 2)).toEqual(['…三四', '五六', '七八…']);
  });
});

describe('replacing', () => {
  it('fills groups of a pattern in, and takes other replacements as they are', () => {
    const [hit] = find(sampleIssue, '([0-9]+)个镇', { isPattern: true });
    if (!hit) throw new Error('not found');
    expect([replacementFor(hit, '$1座镇$&$$', true), replacementFor(hit, '$1', false)]).toEqual(['23座镇23个镇$', '$1']);
  });

  it('keeps the 段首句 apart from the text, over the seam too', () => {
    const value = issue(column('栏', article('题', p(lead('聚焦机制。'), '建立格局。'))));
    const after = replaceHits(value, find(value, '制。建'), () => '关。创');
    expect(after.columns[0]?.items[0]?.paragraphs[0]).toMatchObject({ lead: '聚焦机关。创', text: '立格局。' });
    const emptied = replaceHits(value, find(value, '聚焦机制。'), () => '');
    expect(emptied.columns[0]?.items[0]?.paragraphs[0]).toEqual({ id: 'p1', text: '建立格局。' });
  });

  it('leaves a text alone that is not what it was', () => {
    const hits = find(sampleIssue, '县');
    const other = replaceHits(sampleIssue, hits, () => '区');
    expect(replaceHits(other, hits, () => '乡')).toBe(other);
  });

  it('changes exactly the hits chosen, whichever they are', () => {
    const letters = ['县', '的', '一', '工作', '“', '宣传', '00', '区委宣传部', '。'];
    fc.assert(
      fc.property(
        fc.constantFrom(...letters),
        fc.string({ unit: fc.constantFrom('甲', 'x', '“', '１'), maxLength: 3 }),
        fc.infiniteStream(fc.boolean()),
        fc.record({ width: fc.boolean(), quotes: fc.boolean(), blanks: fc.boolean(), letterCase: fc.boolean() }),
        (query, replacement, choices, blindness) => {
          const hits = find(sampleIssue, query, { blindness });
          const chosen = hits.filter(() => choices.next().value);
          const expected = new Map(issueTexts(sampleIssue).map(({ key, text }) => [key, text]));
          for (const { key, from, to } of chosen.toReversed()) {
            const text = expected.get(key) ?? '';
            expected.set(key, text.slice(0, from) + replacement + text.slice(to));
          }
          const after = replaceHits(sampleIssue, chosen, () => replacement);
          expect(words(after)).toEqual([...expected.values()].filter((text) => text !== ''));
          if (chosen.length === 0) expect(after).toBe(sampleIssue);
        },
      ),
      { numRuns: 150 },
    );
  });
});
