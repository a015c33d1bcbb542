import { beforeEach, describe, expect, it } from 'vitest';
import { EarlierTexts } from '../../../../electron/services/submissions/earlier-texts.js';
import type { Library } from '../../../../electron/services/library/library.js';
import type { Article, Issue } from '../../../../shared/document/issue.js';
import { newSubmission } from '../../../../shared/submissions/new-submission.js';
import { asNextRound } from '../../../../shared/submissions/edit-submission.js';
import { itemFromSubmission } from '../../../../shared/submissions/trace.js';
import { article, column, issue, p } from '../../../helpers/build-issue.js';
import { openTestLibrary } from '../../../helpers/open-test-library.js';

const passage = '示例区坚持守正创新围绕中心工作开展主题宣讲累计举办基层宣讲活动三百余场次覆盖群众五万余人';
const other = '甲县把讲堂装上车开到村变请群众来听为送理论上门推动理论飞入寻常百姓家共组织三十七场';

let library: Library;
let earlier: EarlierTexts;
let day = 0;

beforeEach(async () => {
  ({ library } = await openTestLibrary());
  earlier = new EarlierTexts(library);
  day = 0;
});

function articleOf(title: string, text: string): Article {
  return issue(column('经验交流', article(title, p(text)))).columns[0]?.items[0] as Article;
}

async function receive(id: string, text: string) {
  day += 1;
  const receivedAt = `2026-11-0${day}T08:00:00.000Z`;
  const submission = newSubmission({ id, article: articleOf(`来稿${id}`, text), arrival: 'file', receivedAt });
  await library.add('submission', submission);
  return submission;
}

function issueOf(...items: Parameters<typeof column>[1][]): Issue {
  return issue(column('经验交流', ...items));
}

const places = async (id: string) => (await earlier.find([id]))[0]?.earlier.map(({ textId }) => textId.split(' ').slice(0, 2).join(' '));

describe('texts sent or printed before', () => {
  it('are found in issues and submissions, with how much of the new text they hold', async () => {
    await library.add('issue', issueOf(article('旧文', p(`开头不同。${passage}。`))));
    await receive('a', `${passage}，后面另写。`);
    await receive('b', `${other}。${passage}`);
    const [found] = await earlier.find(['b', 'a-gone']);
    expect(found?.earlier).toHaveLength(2);
    expect(found?.share).toBeCloseTo(passage.length / `来稿b${other}${passage}`.length, 2);
    expect(found?.earlier.map(({ title }) => title).sort()).toEqual(['旧文', '来稿a']);
    expect(await earlier.find(['a'])).toMatchObject([{ earlier: [{ title: '旧文', passages: 1 }] }]);
  });

  it('are not those that came later, nor earlier rounds of the same manuscript', async () => {
    const first = await receive('a', passage);
    await receive('b', passage);
    expect(await places('a')).toBeUndefined();
    expect(await places('b')).toEqual(['submission a']);
    const again = asNextRound(
      newSubmission({ id: 'c', article: first.article, arrival: 'file', receivedAt: '2026-11-09T08:00:00.000Z' }),
      first,
    );
    await library.add('submission', again);
    expect(await places('c')).toEqual(['submission b']);
  });

  it('are not the articles made from the submission itself', async () => {
    const sent = await receive('a', passage);
    const made = itemFromSubmission({ id: 'a', article: sent.article, unit: '' }, 'article', () => 'made');
    await library.add('issue', issueOf(made));
    expect(await earlier.find(['a'])).toEqual([]);
  });

  it('follow what changes in the library', async () => {
    await receive('a', passage);
    expect(await earlier.find(['a'])).toEqual([]);
    const { key } = await library.add('issue', issueOf(article('旧文', p(passage))));
    expect(await places('a')).toEqual([`issue ${key}`]);
    await library.remove('issue', key);
    expect(await earlier.find(['a'])).toEqual([]);
  });

  it('are shown in full with their passages; one that is gone is told', async () => {
    await library.add('issue', issueOf(article('旧文', p(`别的话。${passage}`))));
    await receive('a', passage);
    const textId = (await earlier.find(['a']))[0]?.earlier[0]?.textId ?? '';
    const { text, otherText, passages } = await earlier.show('a', textId);
    expect(passages.map(({ start, end }) => text.slice(start, end))).toEqual([passage]);
    expect(passages.map(({ otherStart, otherEnd }) => otherText.slice(otherStart, otherEnd))).toEqual([passage]);
    await expect(earlier.show('a', 'issue 2020-01 gone')).rejects.toMatchObject({ code: expect.stringMatching(/missing/u) as string });
  });
});
