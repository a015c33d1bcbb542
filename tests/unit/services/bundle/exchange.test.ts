import fc from 'fast-check';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { undoImport } from '../../../../electron/services/bundle/apply-import.js';
import { packForLibrary } from '../../../../electron/services/bundle/pack-for-library.js';
import { trustSender } from '../../../../electron/services/bundle/trust-sender.js';
import { createRenderer } from '../../../../electron/services/render-issue.js';
import { defaultPageStyle } from '../../../../shared/layout/page-style.js';
import { bundledShelf } from '../../../helpers/font-shelf.js';
import type { Conflict } from '../../../../shared/bundle/merge/conflict.js';
import { issueKey, type Issue } from '../../../../shared/document/issue.js';
import { openZip } from '../../../../electron/services/bundle/zip-reader.js';
import { canonicalJson } from '../../../../shared/library/canonical-json.js';
import { editedBy, startingIssue, wordsOf } from '../../../helpers/edited-issues.js';
import { filesIn } from '../../../helpers/library-fixture.js';
import { openOffice, type Office } from '../../../helpers/two-offices.js';

const key = issueKey(startingIssue.masthead);
let folder = '';
let stick = '';
let left: Office;
let right: Office;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'exchange-'));
  stick = join(folder, '盘.zbx');
  left = await openOffice(folder, '甲');
  right = await openOffice(folder, '乙');
});
afterEach(async () => {
  await left.library.close();
  await right.library.close();
  rmSync(folder, { recursive: true, force: true });
});

function textChanged(issue: Issue, text: string): Issue {
  return JSON.parse(JSON.stringify(issue).replace('会议乙。', text)) as Issue;
}

async function edit({ library }: Office, change: (issue: Issue) => Issue): Promise<void> {
  const { issue, revision } = await library.getIssue(key);
  await library.saveIssue(key, change(issue), revision);
}

async function state({ library }: Office): Promise<string> {
  return canonicalJson((await library.getIssue(key)).issue);
}

/** Both have the issue, through a bundle. */
async function shareIssue(): Promise<void> {
  await left.library.add('issue', startingIssue);
  await left.pack(stick, 'issue', key);
  await right.take(stick);
}

describe('an issue that goes by stick', () => {
  it('arrives as it left, with its originals and the settings', async () => {
    const original = await left.library.attach(Buffer.from('来稿原件'), '来稿.txt');
    const [column, ...others] = startingIssue.columns;
    const items = column?.items.map((item) => ({ ...item, origin: original })) ?? [];
    await left.library.add('issue', { ...startingIssue, columns: column ? [{ ...column, items }, ...others] : [] });
    await left.pack(stick, 'issue', key);
    expect((await right.look(stick)).steps.map(({ status, sentence }) => [status, sentence])).toEqual([
      ['new', '宣传信息专报 2023年第6期：本机没有，存入资料库。'],
    ]);
    await right.take(stick);
    expect(await state(right)).toBe(await state(left));
    expect(Buffer.from((await right.library.getAttachment(original.sha256)) ?? []).toString()).toBe('来稿原件');

    await left.library.savePublication({ ...(await left.library.getPublication()), name: '示例专报' });
    await left.pack(stick, 'settings');
    await right.take(stick, () => 'theirs');
    expect(await right.library.getPublication()).toEqual(await left.library.getPublication());
  });

  it('changes nothing the second time', async () => {
    await shareIssue();
    const before = [await state(right), await filesIn(join(folder, '乙', '资料库'))];
    const { problems, steps } = await right.look(stick);
    expect([problems.map(({ code }) => code), steps.map(({ status }) => status)]).toEqual([['already-imported'], ['identical']]);
    await right.take(stick);
    expect([await state(right), await filesIn(join(folder, '乙', '资料库'))]).toEqual(before);
  });

  it('is newer when only the sender went on, and older the other way round', async () => {
    await shareIssue();
    await edit(left, (issue) => textChanged(issue, '会议乙，改。'));
    await left.pack(stick, 'issue', key);
    const { steps } = await right.look(stick);
    expect(steps).toMatchObject([{ status: 'newer', changes: ['改动《示例区召开会议》'], isProposed: true }]);
    await right.take(stick);
    expect(await state(right)).toBe(await state(left));
    await edit(right, (issue) => textChanged(issue, '不会找到'));
    await edit(right, (issue) => ({ ...issue, instruction: '已阅' }));
    await right.pack(join(folder, '回.zbx'), 'issue', key);
    expect((await left.look(join(folder, '回.zbx'))).steps).toMatchObject([{ status: 'newer' }]);
    expect((await right.look(stick)).steps).toMatchObject([{ status: 'older', isProposed: false }]);
  });

  it('is never merged silently when both went on: both texts are kept, and the answer comes back as newer', async () => {
    await shareIssue();
    await edit(left, (issue) => textChanged(issue, '会议乙，甲改。'));
    await edit(right, (issue) => textChanged(issue, '会议乙，乙改。'));
    await left.pack(stick, 'issue', key);
    const { steps } = await right.look(stick);
    expect(steps).toMatchObject([
      { status: 'diverged', conflicts: [{ base: '会议乙。', ours: '会议乙，乙改。', theirs: '会议乙，甲改。' }] },
    ]);
    await right.take(stick);
    expect(wordsOf((await right.library.getIssue(key)).issue)).toEqual(expect.arrayContaining(['会议乙，乙改。', '会议乙，甲改。']));
    await right.pack(join(folder, '回.zbx'), 'issue', key);
    expect((await left.look(join(folder, '回.zbx'))).steps).toMatchObject([{ status: 'newer', conflicts: [] }]);
  });

  it('asks about each issue of a bundle on its own', async () => {
    const second = { ...startingIssue, masthead: { ...startingIssue.masthead, number: 7 } };
    const phone = async ({ library }: Office, number: string): Promise<void> => {
      for (const one of [key, '2023-07']) {
        const { issue, revision } = await library.getIssue(one);
        await library.saveIssue(one, { ...issue, imprint: { ...issue.imprint, phone: number } }, revision);
      }
    };
    await left.library.add('issue', startingIssue);
    await left.library.add('issue', second);
    await left.pack(stick, 'archive', '2023');
    await right.take(stick);
    await phone(left, '1');
    await phone(right, '2');
    await left.pack(stick, 'archive', '2023');
    await right.take(stick, ({ id }) => (id.startsWith(`issue/${key}`) ? 'ours' : 'theirs'));
    const phones = await Promise.all([key, '2023-07'].map(async (one) => (await right.library.getIssue(one)).issue.imprint.phone));
    expect(phones).toEqual(['2', '1']);
  });

  it('is put back as it was a week later, as a whole', async () => {
    await shareIssue();
    await edit(left, (issue) => textChanged(issue, '会议乙，甲改。'));
    await left.library.add('issue', { ...startingIssue, masthead: { ...startingIssue.masthead, number: 7 } });
    await left.pack(stick, 'issue', key, '2023-07');
    const before = await state(right);
    const id = await right.take(stick);
    expect((await right.library.list()).issues).toHaveLength(2);
    await undoImport(right.library, id, '2026-03-09T01:00:00.000Z', false);
    expect([await state(right), (await right.library.list()).issues.length]).toEqual([before, 1]);
    await expect(undoImport(right.library, id, '2026-03-09T01:00:00.000Z', false)).rejects.toMatchObject({ code: 'bad-request' });
    await right.take(stick);
    expect(await state(right)).toBe(await state(left));
  });

  it('that was merged and put back stands as before: both sides differ, and neither follows on the other', async () => {
    await shareIssue();
    await edit(left, (issue) => textChanged(issue, '会议乙，甲改。'));
    await edit(right, (issue) => textChanged(issue, '会议乙，乙改。'));
    await left.pack(stick, 'issue', key);
    await undoImport(right.library, await right.take(stick), '2026-03-09T01:00:00.000Z', false);
    expect((await right.look(stick)).steps).toMatchObject([{ status: 'diverged', isProposed: true }]);
  });

  it('is not put back unasked over what was written since', async () => {
    await shareIssue();
    await edit(left, (issue) => textChanged(issue, '会议乙，甲改。'));
    await left.pack(stick, 'issue', key);
    const id = await right.take(stick);
    await edit(right, (issue) => ({ ...issue, instruction: '已阅' }));
    await expect(undoImport(right.library, id, '2026-03-09T01:00:00.000Z', false)).rejects.toMatchObject({
      code: 'issue-changed',
      message: expect.stringContaining('2023年第6期'),
    });
  });
});

describe('an increment', () => {
  it('leaves out what crossed before, and is taken by who has that', async () => {
    const original = await left.library.attach(Buffer.from('来稿原件'), '来稿.txt');
    await left.library.add('issue', { ...startingIssue, origin: original });
    await expect(left.pack(stick, 'increment', key)).rejects.toThrow('还没有与别处交换过');
    await left.pack(stick, 'issue', key);
    await right.take(stick);
    await expect(left.pack(stick, 'increment', key)).rejects.toThrow('没有改动');
    const added = await left.library.attach(Buffer.from('又一份原件'), '又.txt');
    await edit(left, (issue) => ({
      ...issue,
      instruction: '已阅',
      columns: issue.columns.map((column) => ({ ...column, items: column.items.map((item) => ({ ...item, origin: added })) })),
    }));
    await left.pack(stick, 'increment', key);
    const zip = await openZip(stick);
    const attachments = zip.entries.map(({ name }) => name).filter((name) => name.startsWith('data/attachment/'));
    zip.close();
    expect(attachments).toEqual([`data/attachment/${added.sha256}`]);
    expect((await right.look(stick)).steps).toMatchObject([{ status: 'newer' }]);
    await right.take(stick);
    expect(await state(right)).toBe(await state(left));
    expect((await right.look(stick)).problems.map(({ code }) => code)).toEqual(['already-imported']);
  });

  it('is refused by who lacks what it builds on, with the bundles that did not come', async () => {
    await left.library.add('issue', startingIssue);
    await left.pack(stick, 'issue', key);
    await edit(left, (issue) => ({ ...issue, instruction: '已阅' }));
    await left.pack(stick, 'increment', key);
    const { problems, valid, steps } = await right.look(stick);
    expect(problems.filter(({ code }) => code === 'basis-missing').map(({ message }) => message)).toEqual([
      '这一包只有改动，本机没有“宣传信息专报 2023年第6期”改动前的内容（缺少第 1 包）。请先导入对方以前的包，或请对方导出整期。',
    ]);
    expect([valid, steps]).toEqual([false, []]);
  });
});

describe('a bundle whose file could not get its name', () => {
  it('has not left: the library remembers nothing of it', async () => {
    await left.library.add('issue', startingIssue);
    const before = await left.library.getExchange();
    const renderer = createRenderer(defaultPageStyle, bundledShelf);
    const request = { kind: 'issue', keys: [key], to: '' } as const;
    const packing = packForLibrary({ library: left.library, identity: left.identity, renderer }, request, stick, {
      writtenAt: new Date('2026-03-02T01:00:00.000Z'),
      onStep: (step, done, total) => void (step === '正在读回核对' && done === total && writeFileSync(stick, '别人的')),
    });
    await expect(packing).rejects.toMatchObject({ code: 'export-exists' });
    expect([await left.library.getExchange(), left.identity.next('').sequence]).toEqual([before, 1]);
    rmSync(stick);
    await left.pack(stick, 'issue', key);
    expect((await left.library.getExchange()).lineages).not.toEqual(before.lineages);
  });

  it('gives back what it wrote down itself, and nothing that others wrote down meanwhile or before', async () => {
    await left.library.add('issue', startingIssue);
    await left.pack(join(folder, '早.zbx'), 'issue', key);
    await left.library.add('issue', { ...startingIssue, masthead: { ...startingIssue.masthead, number: 7 } });
    const before = await left.library.getExchange();
    const meanwhile = { lineages: { ...before.lineages, 'issue/2023-09': ['a'.repeat(64)] } };
    const library = new Proxy(left.library, {
      get(target, name) {
        const own: unknown = Reflect.get(target, name, target);
        if (typeof own !== 'function') return own;
        return async (...given: readonly unknown[]) => {
          const answer: unknown = await Reflect.apply(own, target, given);
          if (name === 'saveExchange' && !existsSync(stick)) {
            const now = await target.getExchange();
            await target.saveExchange({ ...now, lineages: { ...now.lineages, ...meanwhile.lineages } });
            writeFileSync(stick, '别人的');
          }
          return answer;
        };
      },
    });
    const request = { kind: 'archive', keys: ['2023'], to: '' } as const;
    const renderer = createRenderer(defaultPageStyle, bundledShelf);
    const packing = packForLibrary({ library, identity: left.identity, renderer }, request, stick, {
      writtenAt: new Date('2026-03-02T01:00:00.000Z'),
    });
    await expect(packing).rejects.toMatchObject({ code: 'export-exists' });
    expect((await left.library.getExchange()).lineages).toEqual(meanwhile.lineages);
  });
});

describe('senders', () => {
  const goBy = async ({ library }: Office, organ: string) => library.savePublication({ ...(await library.getPublication()), organ });

  it('are not taken for each other while none has written its name', async () => {
    await shareIssue();
    const stranger = await openOffice(folder, '丙');
    await stranger.library.add('issue', startingIssue);
    await stranger.pack(stick, 'issue', key);
    const { problems } = await right.look(stick);
    expect(problems.map(({ code }) => code)).toEqual(['key-unknown']);
    expect(problems[0]?.message).toContain(`没有写单位的电脑（${stranger.identity.device}）`);
    await stranger.library.close();
  });

  it('alarm when a unit comes with another key; the new one takes the place of the old, or stands beside it', async () => {
    await goBy(left, '示例区委宣传部');
    await shareIssue();
    const stranger = await openOffice(folder, '丙');
    await goBy(stranger, '示例区委宣传部');
    await stranger.library.add('issue', startingIssue);
    await stranger.pack(stick, 'issue', key);
    expect((await right.look(stick)).problems.map(({ code }) => code)).toEqual(['key-changed']);
    expect((await right.look(stick)).valid).toBe(false);
    const old = join(folder, '旧.zbx');
    await left.pack(old, 'issue', key);
    const codes = async (file: string) => (await right.look(file)).problems.map(({ code }) => code);
    const origin = { unit: '示例区委宣传部', device: stranger.identity.device, program: '' };
    const trust = (replacing: boolean) =>
      trustSender(right.library, stranger.identity.publicKey, origin, '2026-03-02T01:00:00.000Z', replacing);
    await trust(false);
    expect([await codes(stick), await codes(old)]).toEqual([[], []]);
    await trust(true);
    expect([await codes(stick), await codes(old)]).toEqual([[], ['key-withdrawn']]);
    await stranger.library.close();
  });

  it('number what they send to each receiver by itself', async () => {
    await left.library.add('issue', startingIssue);
    const renderer = createRenderer(defaultPageStyle, bundledShelf);
    const packFor = (to: string, file: string) =>
      packForLibrary(
        { library: left.library, identity: left.identity, renderer },
        { kind: 'archive', keys: ['2023'], to },
        join(folder, file),
        {
          writtenAt: new Date('2026-03-02T01:00:00.000Z'),
        },
      );
    const [one, other] = [await packFor('一科', '一.zbx'), await packFor('二科', '二.zbx')];
    expect([one.manifest.sequence, other.manifest.sequence]).toEqual([1, 1]);
    await right.take(join(folder, '一.zbx'));
    expect((await right.look(join(folder, '二.zbx'))).problems).toEqual([]);
  });

  it('are told of numbers that are missing, used twice or late', async () => {
    await shareIssue();
    const files = [2, 3, 4].map((number) => join(folder, `${number}.zbx`));
    for (const file of files) {
      await edit(left, (issue) => ({ ...issue, instruction: file.slice(-5) }));
      await left.pack(file, 'issue', key);
    }
    const codes = async (file: string | undefined) =>
      (await right.look(file ?? '')).problems.map(({ code, message }) => `${code} ${message}`);
    expect(await codes(files[2])).toEqual([expect.stringMatching(/^packets-missing 缺少第 2 至 3 包。/u)]);
    await right.take(files[2] ?? '');
    expect(await codes(files[1])).toEqual([expect.stringMatching(/^came-late /u)]);
    expect((await right.look(files[1] ?? '')).steps).toMatchObject([{ status: 'older' }]);
  });
});

describe('two machines that go their own ways', () => {
  it('come to the same issue in any order, once conflicts are answered alike, and lose no text', async () => {
    await shareIssue();
    let round = 0;
    await fc.assert(
      fc.asyncProperty(editedBy('a'), editedBy('b'), fc.boolean(), fc.boolean(), async (ours, theirs, leftFirst, keepsBoth) => {
        // Every run starts from a state of its own that both have: a state that was there before would be an old one.
        const from = (issue: Issue): Issue => ({ ...issue, instruction: `第${round}次` });
        round += 1;
        await edit(left, () => from(startingIssue));
        await left.pack(stick, 'issue', key);
        await right.take(stick);
        expect(await state(right)).toBe(await state(left));
        await edit(left, () => from(ours));
        await edit(right, () => from(theirs));
        const [first, second] = leftFirst ? [left, right] : [right, left];
        const pick = (side: 'ours' | 'theirs') => (conflict: Conflict) => (keepsBoth && conflict.choices.includes('both') ? 'both' : side);
        const back = join(folder, '回.zbx');
        await first.pack(stick, 'issue', key);
        await second.pack(back, 'issue', key);
        await second.take(stick, pick('ours'));
        await first.take(back, pick('theirs'));
        expect(await state(first)).toBe(await state(second));
        const known = new Set(wordsOf(startingIssue));
        const kept = new Set(wordsOf((await first.library.getIssue(key)).issue));
        const bases = await first.library.getExchange();
        if (keepsBoth) expect([...wordsOf(ours), ...wordsOf(theirs)].filter((word) => !known.has(word) && !kept.has(word))).toEqual([]);
        expect(Object.keys(bases.lineages)).toEqual([`issue/${key}`]);
      }),
      { numRuns: 15, seed: 8 },
    );
  }, 180_000);
});
