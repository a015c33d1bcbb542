import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findState } from '../../../../electron/services/bundle/carried-records.js';
import { verifyBundle } from '../../../../electron/services/bundle/verify-bundle.js';
import { bundleKinds, type BundleKindId } from '../../../../shared/bundle/bundle-kinds.js';
import { isRecordType, recordTypes, type RecordType } from '../../../../shared/bundle/record-types.js';
import type { Issue } from '../../../../shared/document/issue.js';
import { canonicalJson } from '../../../../shared/library/canonical-json.js';
import { newSubmission } from '../../../../shared/submissions/new-submission.js';
import { unitListKey } from '../../../../shared/units/unit-list.js';
import { emptyUnitList, type UnitList } from '../../../../shared/units/unit.js';
import { editedBy } from '../../../helpers/edited-issues.js';
import { filesIn } from '../../../helpers/library-fixture.js';
import { openOffice, type Office } from '../../../helpers/two-offices.js';

let folder = '';
let stick = '';
let offices: Office[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'round-trip-'));
  stick = join(folder, '盘.zbx');
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

const word = fc.string({ unit: fc.constantFrom('示', '例', '区', '宣', '讲', '“', '１', ' ', '𠮷'), minLength: 1, maxLength: 8 });

/** Everything a library can hold that crosses. */
const made = fc.record({
  issue: editedBy('a'),
  organ: word,
  manuscripts: fc.array(fc.record({ title: word, text: word, original: word, isAnswered: fc.boolean() }), { minLength: 1, maxLength: 4 }),
  units: fc.uniqueArray(word, { maxLength: 4 }),
});
type Made = typeof made extends fc.Arbitrary<infer Value> ? Value : never;

/** Fills an office; comes back with what each kind of bundle is packed of. */
async function fill({ library }: Office, { issue, organ, manuscripts, units }: Made): Promise<Readonly<Record<BundleKindId, string[]>>> {
  await library.add('issue', issue);
  await library.savePublication({ ...(await library.getPublication()), organ });
  await library.add('units', unitList(units.map((name, at) => [`u${at}`, name.trim() || '甲'])));
  for (const [at, { title, text, original, isAnswered }] of manuscripts.entries()) {
    const bytes = Buffer.from(original);
    const kept = { ...(await library.attach(bytes, '甲.txt')), bytes: bytes.length };
    const article = { type: 'article' as const, id: 'a', title, sources: [organ], paragraphs: [{ id: 'p', text }] };
    const received = { id: `s${at}`, article, arrival: 'paper' as const, receivedAt: '2026-03-01T01:00:00.000Z', original: kept };
    const decision = isAnswered ? ('refused' as const) : ('reserve' as const);
    await library.add('submission', { ...newSubmission(received), decision, ...(isAnswered ? { reason: text.trim() || '甲' } : {}) });
  }
  const ids = manuscripts.map((_, at) => `s${at}`);
  return { issue: ['2023-06'], increment: [], archive: ['2023'], submission: ids, receipt: ids, settings: [] };
}

function unitList(units: readonly (readonly [id: string, name: string])[]): UnitList {
  return { ...emptyUnitList, units: units.map(([id, name]) => ({ id, name, aliases: [], formerNames: [], unitClass: '区市' })) };
}

/** What a bundle holds as it left: revisions by type/key. */
async function revisionsIn(file: string): Promise<Readonly<Record<string, string>>> {
  const { manifest } = await verifyBundle(file, { judgeKey: () => ({ state: 'trusted', problems: [] }) });
  return Object.fromEntries((manifest?.records ?? []).map(({ type, key, revision }) => [`${type}/${key}`, revision]));
}

async function sentForms({ library }: Office, names: readonly string[]): Promise<readonly (string | undefined)[]> {
  const states = names.map(async (name) => {
    const [type = '', key = ''] = name.split('/');
    const state = isRecordType(type) ? await findState(library, type, key) : undefined;
    return state === undefined
      ? undefined
      : canonicalJson((recordTypes[type as RecordType] as (typeof recordTypes)['issue']).send(state as Issue));
  });
  return Promise.all(states);
}

// An increment needs a state that crossed before: see exchange.test.ts.
describe.each(bundleKinds.map(({ id }) => id).filter((id) => id !== 'increment'))('a bundle of kind %s', (kind) => {
  it('holds on arrival what it held when it left, and changes nothing the second time', async () => {
    let round = 0;
    await fc.assert(
      fc.asyncProperty(made, async (value) => {
        round += 1;
        const [from, to] = [await newOffice(`甲${round}`), await newOffice(`乙${round}`)];
        const keys = (await fill(from, value))[kind];
        await from.pack(stick, kind, ...keys);
        await to.take(stick, () => 'theirs');
        const left = await revisionsIn(stick);
        const names = Object.keys(left);
        expect(names.length).toBeGreaterThan(0);
        // Receipts are made when they leave: the office itself holds none.
        if (kind !== 'receipt') expect(await sentForms(to, names)).toEqual(await sentForms(from, names));
        const held = await sentForms(to, names);
        expect(held).not.toContain(undefined);
        const files = await filesIn(join(folder, `乙${round}`, '资料库'));
        await to.take(stick, () => 'theirs');
        expect([await sentForms(to, names), await filesIn(join(folder, `乙${round}`, '资料库'))]).toEqual([held, files]);
        if (kind === 'receipt') return;
        const back = join(folder, '回.zbx');
        await to.pack(back, kind, ...keys);
        expect(await revisionsIn(back)).toEqual(left);
      }),
      { numRuns: 5, seed: 8 },
    );
  }, 180_000);
});

describe('two machines that change the list of units', () => {
  const edit = fc.record({ add: fc.boolean(), drop: fc.boolean(), rename: fc.option(word.map((name) => name.trim() || '乙')) });

  it('come to the same list in any order, once conflicts are answered alike', async () => {
    const [left, right] = [await newOffice('甲'), await newOffice('乙')];
    await left.library.add('units', unitList([]));
    let round = 0;
    const set = (office: Office, list: UnitList) => office.library.replace('units', list);
    await fc.assert(
      fc.asyncProperty(edit, edit, fc.boolean(), async (ours, theirs, leftFirst) => {
        round += 1;
        const start = [`x${round}`, `y${round}`].map((id) => [id, `单位${id}`] as const);
        await set(left, unitList(start));
        await left.pack(stick, 'settings');
        await right.take(stick, () => 'theirs');
        const changed = (who: string, { add, drop, rename }: typeof ours): UnitList => {
          const [first, second] = start;
          const kept = [
            ...(first === undefined ? [] : [[first[0], rename ?? first[1]] as const]),
            ...(drop || second === undefined ? [] : [second]),
          ];
          return unitList(add ? [...kept, [`${who}${round}`, `新${who}`]] : kept);
        };
        await set(left, changed('a', ours));
        await set(right, changed('b', theirs));
        const [first, second] = leftFirst ? [left, right] : [right, left];
        const back = join(folder, '回.zbx');
        await first.pack(stick, 'settings');
        await second.pack(back, 'settings');
        await second.take(stick, () => 'ours');
        await first.take(back, () => 'theirs');
        const lists = await Promise.all([left, right].map(async ({ library }) => (await library.get('units', unitListKey)).value));
        expect(lists[0]).toEqual(lists[1]);
        const ids = lists[0]?.units.map(({ id }) => id) ?? [];
        if (ours.add) expect(ids).toContain(`a${round}`);
        if (theirs.add) expect(ids).toContain(`b${round}`);
      }),
      { numRuns: 10, seed: 8 },
    );
  }, 180_000);
});

describe('manuscripts of two units', () => {
  it('make the same inbox in whichever order they come', async () => {
    const units = [await newOffice('一区'), await newOffice('二区')];
    const files = units.map((_, at) => join(folder, `${at}.zbx`));
    for (const [at, unit] of units.entries()) {
      await unit.library.savePublication({ ...(await unit.library.getPublication()), organ: `${at}区` });
      const article = { type: 'article' as const, id: 'a', title: `稿${at}`, sources: [], paragraphs: [{ id: 'p', text: `第${at}篇。` }] };
      await unit.library.add(
        'submission',
        newSubmission({ id: `s${at}`, article, arrival: 'paper', receivedAt: '2026-03-01T01:00:00.000Z' }),
      );
      await unit.pack(files[at] ?? '', 'submission', `s${at}`);
    }
    const inboxes = await Promise.all(
      [files, files.toReversed()].map(async (order, at) => {
        const office = await newOffice(`编辑部${at}`);
        for (const file of order) await office.take(file);
        return sentForms(office, ['submission/s0', 'submission/s1']);
      }),
    );
    expect(inboxes[0]).toEqual(inboxes[1]);
    expect(inboxes[0]).not.toContain(undefined);
  });
});
