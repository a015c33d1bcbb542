import { openLibrary } from '../../electron/services/library/library.js';
import { EarlierTexts } from '../../electron/services/submissions/earlier-texts.js';
import { randomIds, systemClock } from '../../electron/services/system-ports.js';
import type { Article } from '../../shared/document/issue.js';
import { newSubmission } from '../../shared/submissions/new-submission.js';
import { article, column, issue, p } from '../helpers/build-issue.js';
import { percentile, timeMs, type Figure } from './figure.js';
import { withFolder } from './made-library.js';

const years = 20;
const issuesAYear = 24;
const articlesAnIssue = 7;
const lettersAnArticle = 1000;
const asked = 40;

/** What flagging a manuscript costs once twenty years of articles are known, and what learning them costs. */
export function bench(): Promise<readonly Figure[]> {
  return withFolder(async (folder) => {
    const random = seeded(8);
    const library = await openLibrary({ folder, clock: systemClock, ids: randomIds });
    const issues = Array.from({ length: years * issuesAYear }, (_, count) => madeOf(count, random));
    await library.commit(
      issues.map((value) => ({ do: 'put', kind: 'issue', value }) as const),
      '测量',
    );
    const copied = (count: number): string => issues[count * 11]?.columns[0]?.items[2]?.paragraphs[1]?.text.slice(0, 120) ?? '';
    for (let count = 0; count < asked; count += 1) {
      const text = `${words(200, random)}${copied(count)}${words(200, random)}`;
      const made = issue(column('经验交流', article(`来稿${count}`, p(words(600, random)), p(text)))).columns[0]?.items[0] as Article;
      const received = { id: `s${count}`, article: made, arrival: 'file', receivedAt: '2026-11-01T00:00:00.000Z' } as const;
      await library.add('submission', newSubmission(received));
    }
    const earlier = new EarlierTexts(library);
    const readingMs = await timeMs(() => earlier.find([]));
    const times: number[] = [];
    for (let count = 0; count < asked; count += 1) {
      times.push(await timeMs(async () => expectFound(await earlier.find([`s${count}`]))));
    }
    await library.close();
    const how = `${issues.length * articlesAnIssue} articles of ${lettersAnArticle} invented letters in ${issues.length} issues; ${asked} manuscripts of 1,100 letters, 120 of them copied; reading the manuscript from disk included`;
    return [
      { name: 'Shared passages against 20 years, median', value: percentile(times, 0.5), unit: 'ms', target: 100, how },
      { name: 'Shared passages against 20 years, slowest', value: Math.max(...times), unit: 'ms', target: 100, how },
      { name: 'Reading 20 years for it, once a session', value: readingMs, unit: 'ms', how: 'all issue files read from disk and taken in' },
    ];
  });
}

function expectFound(found: Awaited<ReturnType<EarlierTexts['find']>>): void {
  if (found[0]?.earlier.length !== 1) throw new Error(`one earlier article was to be found: ${JSON.stringify(found)}`);
}

function madeOf(count: number, random: () => number) {
  const items = Array.from({ length: articlesAnIssue }, (_, index) =>
    article(`第${count}期第${index}篇`, p(words(300, random)), p(words(400, random)), p(words(300, random))),
  );
  const number = 1 + (count % issuesAYear);
  return issue(column('经验交流', ...items), { masthead: { number, date: `${2000 + Math.floor(count / issuesAYear)}-06-01` } });
}

/** Letters drawn from 800 common places of the code table: long enough alphabets make chance passages impossible. */
function words(length: number, random: () => number): string {
  let text = '';
  while (text.length < length) text += String.fromCharCode(0x4e00 + Math.floor(random() * 800)) + (random() < 0.05 ? '，' : '');
  return text;
}

/** Mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
