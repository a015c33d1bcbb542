import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../electron/services/decode-text.js';
import { articleSchema, issueSchema } from '../../../shared/document/issue-schema.js';
import { readText } from '../../../shared/recognize/read-text.js';
import { recognize } from '../../../shared/recognize/recognize.js';
import type { RecognizedDraft } from '../../../shared/recognize/recognized.js';
import { lostCharacters } from './issue-words.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const ownFiles = ['tests/fixtures/issues/two-level-leads.md', 'tests/fixtures/issues/two-level-leads-plain.txt'];
const sharedFiles = [
  '../shared/seeds/issue-2022-10.txt',
  '../shared/seeds/issue-2022-13.txt',
  '../shared/seeds/press-zibo.txt',
  '../shared/seeds/summary-gaoxin.txt',
];

function check(text: string): void {
  let ids = 0;
  const lines = readText(text);
  const result = recognize(lines, { nextId: () => `i${(ids += 1)}` });
  expect(lostCharacters(lines, result)).toBe('');
  if (result.kind === 'issue') {
    expect(issueSchema.parse(result.issue)).toEqual(result.issue);
    return;
  }
  expect(articleSchema.parse(result.article)).toEqual(result.article);
  if (result.parts) checkParts(lines, result.parts);
}

/** Manuscripts parted out of one file hold all its lines among them. */
function checkParts(lines: ReturnType<typeof readText>, parts: readonly RecognizedDraft[]): void {
  expect(parts.length).toBeGreaterThan(1);
  const whole = {
    ...(parts[0] as RecognizedDraft),
    article: {
      ...(parts[0] as RecognizedDraft).article,
      paragraphs: parts.flatMap(({ article }) => [
        { id: 'title', text: [article.title, article.subtitle, ...(article.editorNote ?? [])].join('') },
        ...article.paragraphs,
      ]),
    },
    facts: {},
    notes: parts.flatMap(({ notes, facts, article }) => [
      ...notes,
      ...Object.values(facts).map(String),
      `（${article.sources.join('、')}）`,
    ]),
    leftAside: parts.flatMap(({ leftAside }) => leftAside),
  };
  expect(lostCharacters(lines, whole)).toBe('');
}

/** What a line reader keeps of a text: everything but the line ends. */
function characters(text: string): string {
  return text.replace(/[\n\r\u0085\u2028\u2029]/gu, '');
}

const positions = fc.array(fc.nat(), { minLength: 1, maxLength: 8 });

function accountingOf(file: string): void {
  // A skipped suite is still collected, so an absent file reads as empty.
  const path = `${root}/${file}`;
  const text = existsSync(path) ? decodeText(readFileSync(path)) : '';
  const lines = text.split('\n');
  const runs = { numRuns: 40 };

  it('loses nothing of the whole text', () => check(text));

  it('reads every character into text or marks', () => {
    const read = readText(text)
      .map((line) => [...line.text, ...line.marks.join('')])
      .flat()
      .sort()
      .join('');
    expect(read).toBe([...characters(text)].sort().join(''));
  });

  it('loses nothing when lines are deleted', () => {
    fc.assert(
      fc.property(positions, (at) => {
        const gone = new Set(at.map((position) => position % lines.length));
        check(lines.filter((_line, index) => !gone.has(index)).join('\n'));
      }),
      runs,
    );
  });

  it('loses nothing when lines are doubled', () => {
    fc.assert(
      fc.property(positions, (at) => {
        const twice = new Set(at.map((position) => position % lines.length));
        check(lines.flatMap((line, index) => (twice.has(index) ? [line, '', line] : [line])).join('\n'));
      }),
      runs,
    );
  });

  it('loses nothing when lines are shuffled', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: 1 }), (shuffled) => check(shuffled.join('\n'))),
      runs,
    );
  });

  it('loses nothing when two lines change places', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (left, right) => {
        const swapped = [...lines];
        const [first, second] = [left % lines.length, right % lines.length];
        [swapped[first], swapped[second]] = [lines[second] ?? '', lines[first] ?? ''];
        check(swapped.join('\n'));
      }),
      runs,
    );
  });

  it('loses nothing when the text is cut anywhere', () => {
    fc.assert(
      fc.property(fc.nat(), fc.boolean(), (at, isTail) => {
        const cut = at % (text.length + 1);
        check(isTail ? text.slice(cut) : text.slice(0, cut));
      }),
      runs,
    );
  });

  it('loses nothing when empty lines are gone', () => check(lines.filter((line) => line !== '').join('\r')));

  it('loses nothing when random bytes stand in the file', () => {
    const bytes = new TextEncoder().encode(text);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 20 }), (changes) => {
        const damaged = [...bytes];
        for (const [at, byte] of changes) damaged.splice(at % damaged.length, 0, byte);
        check(decodeText(Uint8Array.from(damaged)));
      }),
      runs,
    );
  });
}

for (const file of ownFiles) describe(`accounting for ${file}`, () => accountingOf(file));

for (const file of sharedFiles) {
  // The printed issues are not part of this repository; without them the fixtures above have to do.
  describe.skipIf(!existsSync(`${root}/${file}`))(`accounting for ${file}`, () => accountingOf(file));
}

describe('accounting for any text', () => {
  const words = [
    '〔经验交流〕',
    '〔简 讯〕',
    '第 3 期',
    '报：',
    '发：甲',
    '承办：乙',
    '（甲县）',
    '——副题',
    '**',
    '# ',
    '一、',
    '编者按：',
    '领导批示',
    '。',
    '\n',
    '\n\n',
    ' ',
    '\t',
    '\u0000',
    '甲乙丙丁',
    '标题甲县推进',
    '2031年1月2日',
    '增刊',
    '机密★1年',
    '共印20份',
    '本期增发丙',
    '12',
    '— 3 —',
    '\u2028',
    '“',
    '（',
    '审核：丁',
  ];
  it('loses nothing of words thrown together', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 60 }), (parts) => check(parts.join(''))),
      { numRuns: 1500 },
    );
  });

  it('loses nothing of random characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => check(text)),
      { numRuns: 500 },
    );
  });
});
