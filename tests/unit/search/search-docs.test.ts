import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newSubmission } from '../../../shared/submissions/new-submission.js';
import { issueDocs, submissionDoc, type Doc } from '../../../shared/search/docs.js';
import { createSpeller, spelled } from '../../../shared/search/pinyin.js';
import { readings } from '../../../shared/search/readings.js';
import { searchDocs } from '../../../shared/search/search-docs.js';
import type { SearchAnswer, SearchRequest } from '../../../shared/search/search-types.js';
import { parseTerms } from '../../../shared/search/terms.js';
import { article, brief, column, from, issue, p, withChanges } from '../../helpers/build-issue.js';
import { sampleIssue } from '../../helpers/sample-issue.js';

const other = issue(
  column(
    '经验交流',
    from(['重点办'], withChanges(article('重庆路街道抓实网络安\n全', p('近日，丁街道用ＡＰＰ开展宣讲。'), p('市委 宣传部指导。')), {})),
  ),
  column('简讯', brief('戊镇启动', '宣讲进行。')),
  { masthead: { number: 7, date: '2024-01-05' }, imprint: { editor: '王某某' } },
);
const docs = [...issueDocs(other), ...issueDocs(sampleIssue)];

function search(words: string, only: SearchRequest['only'] = {}, own: readonly Doc[] = docs, most = 100): SearchAnswer {
  return searchDocs({ docs: own, labelOf: ({ key }) => `第${key}期`, readings }, { words, only, most });
}
const titles = (answer: SearchAnswer): readonly string[] =>
  answer.groups.flatMap((group) => group.docs.map(({ title, kind }) => title || kind));

describe('terms', () => {
  it('are parted by blanks of any width; marked ones stay whole', () => {
    expect(parseTerms('宣讲　 APP “市委 宣传部” "a b" 「甲').map(({ words, isExact }) => [words, isExact])).toEqual([
      ['宣讲', false],
      ['APP', false],
      ['市委 宣传部', true],
      ['a b', true],
      ['甲', true],
    ]);
    expect(parseTerms('  “” ')).toEqual([]);
  });
});

describe('searching', () => {
  it('finds a single character, in any text', () => {
    expect(titles(search('喆'))).toEqual([]);
    expect(titles(search('丁'))).toEqual(['重庆路街道抓实网络安全']);
    expect(titles(search('王'))).toEqual(['parts']);
  });

  it('wants all terms in one article', () => {
    expect(titles(search('宣讲 街道'))).toEqual(['重庆路街道抓实网络安全']);
    expect(titles(search('宣讲 戊镇'))).toEqual(['戊镇启动']);
    expect(titles(search('宣讲 没有'))).toEqual([]);
  });

  it('is blind to width, case, blanks and hand-set breaks, unless the words are marked', () => {
    for (const words of ['app', 'APP', 'ＡＰＰ', '网络安全', '市委宣传部指导'])
      expect([words, titles(search(words))[0]]).toEqual([words, '重庆路街道抓实网络安全']);
    expect(titles(search('“市委 宣传部”'))).toEqual(['重庆路街道抓实网络安全']);
    expect(titles(search('“市委宣传部指导”'))).toEqual([]);
    expect(titles(search('“app”'))).toEqual([]);
    expect(titles(search('“网络安全”'))).toContain('重庆路街道抓实网络安全');
  });

  it('groups by issue in the order given, with places that hold the words', () => {
    const answer = search('宣讲');
    expect(answer.groups.map(({ key, label }) => [key, label])).toEqual([
      ['2024-07', '第2024-07期'],
      ['2023-06', '第2023-06期'],
    ]);
    expect([answer.total, answer.sources]).toEqual([4, 2]);
    for (const { key, docs: found } of answer.groups) {
      for (const { places } of found) {
        for (const place of places) {
          const text = docs
            .filter((doc) => doc.key === key)
            .flatMap(({ texts }) => texts)
            .find((each) => each.key === place.key)?.text;
          expect([text?.slice(place.from, place.to), place.context[1]]).toEqual(['宣讲', '宣讲']);
        }
      }
    }
  });

  it('lists so many articles, counts those of the last issue that are left out, and all that match', () => {
    const whole = search('宣讲');
    const listed = search('宣讲', {}, docs, 2);
    expect(listed.groups.map(({ docs: own, unlisted }) => [own.length, unlisted])).toEqual([[2, 0]]);
    expect(search('宣讲', {}, docs, 3).groups.map(({ docs: own, unlisted }) => [own.length, unlisted])).toEqual([
      [2, 0],
      [1, 1],
    ]);
    expect([listed.total, listed.sources]).toEqual([whole.total, whole.sources]);
  });

  it('counts every place of an article and shows the first four', () => {
    const value = issue(column('栏', article('甲', p('乙'.repeat(9)), p('“乙”乙 乙'))));
    const [plain] = search('乙', {}, issueDocs(value)).groups[0]?.docs ?? [];
    expect([plain?.count, plain?.places.length]).toEqual([12, 4]);
    const [exact] = search('“乙乙”', {}, issueDocs(value)).groups[0]?.docs ?? [];
    expect([exact?.count, exact?.places.map(({ from: at }) => at)]).toEqual([4, [0, 2, 4, 6]]);
  });

  it('tries letters on many texts as on one', () => {
    const character = fc.constantFrom(...'重庆街道长沙朝阳“”、A1乐嗯');
    const letters = fc.stringMatching(/^[a-z1]{1,34}$/u);
    const typed = fc.array(fc.constantFrom('zhong', 'ch', 'z', 'q', 'jiedao', 'c', 'le', 'yue', 'a', '1', 'sh', 'n'), { maxLength: 8 });
    fc.assert(
      fc.property(
        fc.string({ unit: character, maxLength: 12 }),
        fc.oneof(
          letters,
          typed.map((parts) => parts.join('')).filter((all) => all !== ''),
        ),
        (text, needle) => {
          expect(createSpeller(needle, readings)(text)).toBe(spelled(text, needle, readings) !== undefined);
        },
      ),
    );
  });

  it('shows every term once before any twice', () => {
    const value = issue(column('栏', article('甲', p('乙乙乙乙乙乙'), p('丙'))));
    const [doc] = search('乙 丙', {}, [...issueDocs(value)]).groups[0]?.docs ?? [];
    expect(doc?.places.map(({ context }) => context[1])).toEqual(['乙', '乙', '乙', '丙']);
    expect(doc?.count).toBe(7);
  });

  it('finds titles and units by pinyin and initials, whatever the reading', () => {
    for (const letters of ['chongqinglu', 'cqljd', 'chqlu', 'chongqljiedao', 'zhongdianban', 'zdb', 'zhdb'])
      expect([letters, titles(search(letters))]).toEqual([letters, ['重庆路街道抓实网络安全']]);
    expect(titles(search('wlaq'))).toEqual(['重庆路街道抓实网络安全', '甲县“三聚焦三提升”推动网络安全工作开创新局面']);
    expect(titles(search('xyzzy'))).toEqual([]);
    // Words of a paragraph are not spelled.
    expect(titles(search('jinri'))).toEqual([]);
    expect(spelled('甲县“三聚焦”', 'jxsj', readings)).toEqual({ from: 0, to: 5 });
    expect(spelled('甲县', 'x', readings)).toEqual({ from: 1, to: 2 });
  });

  it('counts facets of all that matches and leaves out what is not wanted', () => {
    const answer = search('宣讲', { kind: ['brief'] });
    expect(answer.facets.kind).toEqual(expect.arrayContaining([{ value: 'brief', count: 2 }]));
    expect(titles(answer).toSorted()).toEqual(['丙区启动“百人千场”宣讲', '戊镇启动']);
    expect(titles(search('宣讲', { year: ['2024'], kind: ['brief', 'article'] }))).toEqual(['重庆路街道抓实网络安全', '戊镇启动']);
    expect(titles(search('宣讲', { unit: ['重点办'] }))).toEqual(['重庆路街道抓实网络安全']);
    expect(titles(search('宣讲', { column: ['没有'] }))).toEqual([]);
    expect(search('').facets.year.map(({ value }) => value)).toEqual(['2024', '2023']);
    expect(search('').groups).toEqual([]);
    const [ofUnit] = search('', { unit: ['重点办'] }).groups;
    expect(ofUnit?.docs.map(({ places }) => places.map(({ place }) => place))).toEqual([[{ itemId: 'a1', field: 'title', offset: 0 }]]);
  });

  it('finds a manuscript by its words and by the unit that sent it', () => {
    const sent = article('己县开展活动', p('内容。'));
    const doc = submissionDoc({
      ...newSubmission({
        id: 's1',
        article: { ...sent, type: 'article', id: 'x', paragraphs: [{ id: 'p', text: '内容。' }] },
        arrival: 'paper',
        receivedAt: '2025-02-03T08:00:00.000Z',
      }),
      unitName: '己县委宣传部',
    });
    expect(titles(search('内容', { kind: ['submission'] }, [doc]))).toEqual(['己县开展活动']);
    expect(search('内容', {}, [doc]).facets).toMatchObject({
      year: [{ value: '2025', count: 1 }],
      unit: [{ value: '己县委宣传部', count: 1 }],
    });
  });

  it('finds every stretch of every text', () => {
    const texts = docs.flatMap((doc) => doc.texts.map(({ text }) => ({ doc, text })));
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(), fc.integer({ min: 1, max: 12 }), ({ doc, text }, start, length) => {
        const from = start % text.length;
        const words = text.slice(from, from + length).replaceAll(/\s/gu, '');
        if (words === '' || /[“”"＂「」]/u.test(words) || /[\ud800-\udfff]/u.test(words)) return;
        const answer = search(words);
        const found = answer.groups.find(({ key }) => key === doc.key)?.docs.some(({ title }) => title === doc.title);
        expect([words, found]).toEqual([words, true]);
      }),
      { numRuns: 300 },
    );
  });
});
