import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { issueKey, type Article } from '../../../../shared/document/issue.js';
import type { Answers, Conflict } from '../../../../shared/bundle/merge/conflict.js';
import { canonicalJson } from '../../../../shared/library/canonical-json.js';
import { decide } from '../../../../shared/submissions/edit-submission.js';
import { newSubmission } from '../../../../shared/submissions/new-submission.js';
import { unitListKey } from '../../../../shared/units/unit-list.js';
import { emptyUnitList, type UnitList } from '../../../../shared/units/unit.js';
import { editedBy, startingIssue, wordsOf } from '../../../helpers/edited-issues.js';
import { openOffice, type Office } from '../../../helpers/two-offices.js';

const key = issueKey(startingIssue.masthead);
const kinds = ['archive', 'settings', 'submission'] as const;
let folder = '';
let offices: Office[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'any-order-'));
  offices = [];
});
afterEach(async () => {
  for (const { library } of offices) await library.close();
  rmSync(folder, { recursive: true, force: true });
});

async function newOffice(name: string): Promise<Office> {
  const office = await openOffice(folder, name);
  offices.push(office);
  return office;
}

const article = (text: string): Article => ({
  type: 'article',
  id: 'a',
  title: '示例区开展宣讲',
  sources: [],
  paragraphs: [{ id: 'p', text }],
});
const units = (...names: readonly string[]): UnitList => ({
  ...emptyUnitList,
  units: names.map((name, at) => ({ id: `u${at}`, name, aliases: [], formerNames: [], unitClass: '区市' })),
});

/** What one office changes of what both hold. */
const changes = (who: string) =>
  fc.record({
    issue: fc.option(editedBy(who)),
    organ: fc.option(fc.constantFrom('甲办', '乙办').map((word) => `${word}${who}`)),
    unit: fc.option(fc.constantFrom('示例东区', '示例西区').map((word) => `${word}${who}`)),
    manuscript: fc.option(fc.constantFrom('改一', '改二').map((word) => `${word}${who}。`)),
  });
type Changes = ReturnType<typeof changes> extends fc.Arbitrary<infer Value> ? Value : never;

async function start({ library }: Office): Promise<void> {
  await library.add('issue', startingIssue);
  await library.add('units', units('示例一区', '示例二区'));
  await library.add(
    'submission',
    newSubmission({ id: 's1', article: article('原文。'), arrival: 'paper', receivedAt: '2026-03-01T01:00:00.000Z' }),
  );
}

async function change({ library }: Office, { issue, organ, unit, manuscript }: Changes): Promise<void> {
  if (issue !== null) await library.replace('issue', issue);
  if (organ !== null) await library.savePublication({ ...(await library.getPublication()), organ });
  if (unit !== null) await library.replace('units', units(unit, '示例二区'));
  if (manuscript !== null) await library.update('submission', 's1', (held) => ({ ...held, article: article(manuscript) }));
}

const keysOf = { archive: [String(startingIssue.masthead.date).slice(0, 4)], settings: [], submission: ['s1'] } as const;

async function packAll(office: Office, name: string): Promise<readonly string[]> {
  const files: string[] = [];
  for (const kind of kinds) {
    const file = join(folder, `${name}-${kind}.zbx`);
    await office.pack(file, kind, ...keysOf[kind]);
    files.push(file);
  }
  return files;
}

/** The same answer on either machine: it goes by the texts, and not by whose they are. */
function alike({ choices, ours = '', theirs = '' }: Conflict): Answers[string] {
  if (choices.includes('both')) return 'both';
  return ours < theirs ? 'ours' : 'theirs';
}

async function held({ library }: Office): Promise<string> {
  const { value } = await library.get('submission', 's1');
  return canonicalJson({
    issue: (await library.getIssue(key)).issue,
    publication: await library.getPublication(),
    units: (await library.get('units', unitListKey)).value,
    manuscript: value.article,
  });
}

/** Everything that an office holds, and every state that crossed, which it keeps under its revision. */
async function kept(office: Office): Promise<string> {
  const { lineages } = await office.library.getExchange();
  const states = await Promise.all(Object.values(lineages).flatMap((all) => all.map((revision) => office.library.getAttachment(revision))));
  return [await held(office), ...states.map((bytes) => Buffer.from(bytes ?? []).toString('utf8'))].join('\n');
}

describe('two machines whose bundles of every kind come in any order', () => {
  it('hold the same library once conflicts are answered alike, and no text is lost', async () => {
    let round = 0;
    await fc.assert(
      fc.asyncProperty(
        changes('a'),
        changes('b'),
        fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }),
        async (ours, theirs, order) => {
          round += 1;
          const [left, right] = [await newOffice(`甲${round}`), await newOffice(`乙${round}`)];
          await start(left);
          for (const file of await packAll(left, `始${round}`)) await right.take(file, () => 'theirs');
          expect(await held(right)).toBe(await held(left));
          await change(left, ours);
          await change(right, theirs);
          const texts = [await held(left), await held(right)];
          const [fromLeft, fromRight] = [await packAll(left, `甲${round}`), await packAll(right, `乙${round}`)];
          const takes = [
            ...fromLeft.map((file) => () => right.take(file, alike)),
            ...fromRight.map((file) => () => left.take(file, alike)),
          ];
          for (const at of order) await takes[at]?.();
          expect(await held(left)).toBe(await held(right));
          const all = await kept(left);
          const known = new Set(wordsOf(startingIssue));
          for (const word of [...wordsOf(ours.issue ?? startingIssue), ...wordsOf(theirs.issue ?? startingIssue)])
            if (!known.has(word)) expect(all, word).toContain(word);
          for (const text of [ours.manuscript, theirs.manuscript, ours.organ, theirs.organ, ours.unit, theirs.unit])
            if (text !== null && texts.join('').includes(text)) expect(all, text).toContain(text);
          const after = await held(left);
          for (const at of order) await takes[at]?.();
          expect([await held(left), await held(right)]).toEqual([after, after]);
        },
      ),
      { numRuns: 4, seed: 8 },
    );
  }, 180_000);
});

describe('receipts of two offices', () => {
  it.each([
    ['reserve', 'refused'],
    ['reserve', 'returned'],
  ] as const)('%s and %s make one answer, in whichever order they come', async (one, other) => {
    const [unit, twin] = [await newOffice('一区'), await newOffice('一区二机')];
    const files: string[] = [];
    for (const [at, outcome] of [one, other].entries()) {
      const office = await newOffice(`编辑部${at}`);
      const fresh = newSubmission({ id: 's1', article: article('原文。'), arrival: 'paper', receivedAt: '2026-03-01T01:00:00.000Z' });

      await office.library.add('submission', decide(fresh, outcome, `因${at}`, '2026-03-02T01:00:00.000Z'));
      const file = join(folder, `回执${at}.zbx`);
      await office.pack(file, 'receipt', 's1');
      files.push(file);
    }
    for (const file of files) await unit.take(file, alike);
    for (const file of files.toReversed()) await twin.take(file, alike);
    const [first, second] = await Promise.all([unit, twin].map(async ({ library }) => (await library.get('receipt', 's1')).value));
    expect(canonicalJson(first)).toBe(canonicalJson(second));
  });
});
