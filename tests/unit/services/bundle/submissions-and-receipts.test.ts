import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { undoImport } from '../../../../electron/services/bundle/apply-import.js';
import { openZip } from '../../../../electron/services/bundle/zip-reader.js';
import { unitToAnswer } from '../../../../electron/services/submissions/receipts-for-unit.js';
import type { Article, Issue } from '../../../../shared/document/issue.js';
import { attachmentPath } from '../../../../shared/library/library-layout.js';
import { joinUses } from '../../../../shared/submissions/list-submissions.js';
import { asNextRound, decide, describe as describeSubmission } from '../../../../shared/submissions/edit-submission.js';
import { newSubmission } from '../../../../shared/submissions/new-submission.js';
import type { Submission } from '../../../../shared/submissions/submission.js';
import { itemFromSubmission } from '../../../../shared/submissions/trace.js';
import { emptyUnitList } from '../../../../shared/units/unit.js';
import { countingIds, filesIn, numbered } from '../../../helpers/library-fixture.js';
import { openOffice, type Office } from '../../../helpers/two-offices.js';

const unitName = '示例区委宣传部';
let folder = '';
let stick = '';
let unit: Office;
let office: Office;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'submissions-'));
  stick = join(folder, '盘.zbx');
  unit = await openOffice(folder, '投稿端');
  office = await openOffice(folder, '编辑部');
  const listed = { id: 'u-7', name: unitName, aliases: ['示例区'], formerNames: [], unitClass: '区市' };
  await office.library.add('units', { ...emptyUnitList, units: [listed] });
});
afterEach(async () => {
  await unit.library.close();
  await office.library.close();
  rmSync(folder, { recursive: true, force: true });
});

function manuscript(id: string, title: string, text: string): Article {
  return { type: 'article', id, title, sources: [unitName], paragraphs: [{ id: `${id}-p`, text }] };
}

/** A manuscript of the unit's with its Word file and a table. */
async function write(id: string, title = '示例区开展宣讲', text = '近日，示例区开展宣讲活动。'): Promise<Submission> {
  const keep = async (words: string, file: string) => ({
    ...(await unit.library.attach(Buffer.from(words), file)),
    bytes: Buffer.from(words).length,
  });
  const submission = newSubmission({
    id,
    article: manuscript(`a-${id}`, title, text),
    arrival: 'paper',
    receivedAt: '2026-03-01T01:00:00.000Z',
    facts: { unitName, kind: 'experience', signedBy: '甲部长', author: '乙', phone: '12345' },
    original: await keep(`${title}原件`, `${title}.txt`),
    attachments: [await keep('附表', '附表.txt')],
  });
  await unit.library.add('submission', submission);
  return submission;
}

async function receive(...ids: readonly string[]): Promise<void> {
  await unit.pack(stick, 'submission', ...ids);
  await office.take(stick);
}

async function held(id: string): Promise<Submission> {
  return (await office.library.get('submission', id)).value;
}

async function standings(): Promise<Record<string, string>> {
  const { issues, submissions } = await office.library.list();
  const rows = joinUses(
    submissions,
    issues.flatMap(({ uses }) => uses),
  );
  return Object.fromEntries(rows.map(({ id, standing }) => [id, standing]));
}

async function answer(id: string, decision: Parameters<typeof decide>[1], reason = ''): Promise<void> {
  await office.library.update('submission', id, (value) => decide(value, decision, reason, '2026-03-05T01:00:00.000Z'));
}

/** The office makes an issue with a submission in it, with other words where they are given. */
async function print(id: string, number: number, words?: string, state: Issue['state'] = 'printed'): Promise<void> {
  const next = countingIds();
  const item = itemFromSubmission({ ...(await held(id)), unit: unitName }, 'article', () => next.next());
  const changed = words === undefined ? item : { ...item, paragraphs: item.paragraphs.map((each) => ({ ...each, text: words })) };
  const columns = [{ id: 'c1', name: '经验交流', form: 'article' as const, items: [changed] }];
  await office.library.add('issue', { ...numbered(number), state, columns });
}

describe('a bundle of submissions', () => {
  it('arrives in the inbox as 待筛选, with its files, its facts and the office’s own unit', async () => {
    const sent = await write('s1');
    await unit.pack(stick, 'submission', 's1');
    expect((await office.look(stick)).steps).toMatchObject([
      { status: 'new', sentence: `《示例区开展宣讲》（${unitName}）：收入来稿，待筛选。` },
    ]);
    await office.take(stick);
    const got = await held('s1');
    const { receivedAt, unitId, arrival, ...same } = got;
    const { receivedAt: _own, arrival: _how, ...expected } = sent;
    expect(same).toEqual(expected);
    expect([unitId, arrival, got.decision]).toEqual(['u-7', 'bundle', 'new']);
    expect(receivedAt).not.toBe(sent.receivedAt);
    for (const { sha256 } of [sent.original, ...sent.attachments].filter((file) => file !== undefined))
      expect(await office.library.getAttachment(sha256)).toEqual(await unit.library.getAttachment(sha256));
  });

  it('can be read without the program', async () => {
    await write('s1', '甲/乙：开展“宣讲”？');
    await unit.pack(stick, 'submission', 's1');
    const zip = await openZip(stick);
    const copy = zip.entries.find(({ name }) => name.startsWith('可读/'));
    const text = copy === undefined ? '' : Buffer.from(await zip.read(copy)).toString();
    zip.close();
    expect(copy?.name).toBe('可读/01 甲／乙：开展“宣讲”？.txt'.replace('？', '？'));
    for (const words of [`单位：${unitName}`, '签发：甲部长', '作者：乙', '电话：12345', '近日，示例区开展宣讲活动。'])
      expect(text).toContain(words);
  });

  it('says nothing of what the unit decided or noted, and takes no such word from a stranger', async () => {
    await write('s1');
    await unit.library.update('submission', 's1', (value) => ({
      ...decide(value, 'refused', '自己不要', '2026-03-01T02:00:00.000Z'),
      unitId: 'mine',
    }));
    await receive('s1');
    expect(await held('s1')).toMatchObject({ decision: 'new', log: [], unitId: 'u-7' });
    expect((await held('s1')).reason).toBeUndefined();
  });

  it('changes nothing the second time, whatever the office decided and noted meanwhile', async () => {
    await write('s1');
    await receive('s1');
    await answer('s1', 'reserve');
    await office.library.update('submission', 's1', (value) =>
      describeSubmission(value, { unitName: '示例区', kind: 'brief', phone: '54321' }, true),
    );
    const before = await filesIn(join(folder, '编辑部', '资料库'));
    expect((await office.look(stick)).steps).toMatchObject([{ status: 'identical', isIdle: true }]);
    await office.take(stick);
    expect(await filesIn(join(folder, '编辑部', '资料库'))).toEqual(before);
  });

  it('joins a manuscript that was sent back as the next round of its thread', async () => {
    const first = await write('s1');
    await receive('s1');
    await answer('s1', 'returned', '请补充数据');
    const second = asNextRound({ ...(await write('s2', '示例区开展宣讲', '近日，示例区开展宣讲12场。')) }, first);
    await unit.library.update('submission', 's2', () => second);
    await unit.pack(stick, 'submission', 's2');
    expect((await office.look(stick)).steps).toMatchObject([
      { sentence: expect.stringContaining('第 2 次报送（重投），收入来稿，待筛选。') },
    ]);
    await office.take(stick);
    expect(await held('s2')).toMatchObject({ thread: 's1', round: 2, decision: 'new' });
    expect(await standings()).toEqual({ s1: 'returned', s2: 'new' });
  });

  it('never writes over a manuscript that is here in other words unless told to', async () => {
    await write('s1');
    await receive('s1');
    await answer('s1', 'shortlisted');
    await office.library.update('submission', 's1', (value) => ({ ...value, article: manuscript('a-s1', '改', '编辑部的。') }));
    await unit.library.update('submission', 's1', (value) => ({ ...value, article: manuscript('a-s1', '改', '单位又改。') }));
    await unit.pack(stick, 'submission', 's1');
    expect((await office.look(stick)).steps).toMatchObject([{ status: 'diverged', conflicts: [{ proposal: 'ours' }] }]);
    await office.take(stick);
    expect((await held('s1')).article.paragraphs[0]?.text).toBe('编辑部的。');
    await unit.library.update('submission', 's1', (value) => ({ ...value, article: manuscript('a-s1', '改', '单位再改。') }));
    await unit.pack(stick, 'submission', 's1');
    await office.take(stick, () => 'theirs');
    expect(await held('s1')).toMatchObject({ decision: 'shortlisted', article: { paragraphs: [{ text: '单位再改。' }] } });
  });

  it('is undone as a whole', async () => {
    await write('s1');
    await write('s2', '又一篇');
    await unit.pack(stick, 'submission', 's1', 's2');
    const id = await office.take(stick);
    await undoImport(office.library, id, '2026-03-09T01:00:00.000Z', false);
    expect((await office.library.list()).submissions).toEqual([]);
  });

  it('is not written while a file of it is missing, and says which', async () => {
    const { original } = await write('s1');
    rmSync(join(folder, '投稿端', '资料库', attachmentPath(original?.sha256 ?? '')));
    await expect(unit.pack(stick, 'submission', 's1')).rejects.toThrow('《示例区开展宣讲》的原件“示例区开展宣讲.txt”不在资料库里');
  });
});

describe('receipts', () => {
  const receipt = async (id: string) => (await unit.library.get('receipt', id)).value;

  it('tell the unit of each submission what became of it, with reason, issue, column and the printed words', async () => {
    for (const id of ['s1', 's2', 's3', 's4', 's5', 's6', 's7']) await write(id, `稿件${id}`);
    await receive('s1', 's2', 's3', 's4', 's5', 's6', 's7');
    await print('s1', 6);
    await print('s2', 7, '编辑改过的话。');
    await answer('s7', 'reserve');
    await print('s7', 8, undefined, 'drafting');
    await answer('s3', 'reserve');
    await answer('s4', 'refused', '时效已过');
    await answer('s5', 'returned', '请补充数据');
    const { ids: keys } = await unitToAnswer(office.library, '示例区', false);
    expect([...keys].sort()).toEqual(['s1', 's2', 's3', 's4', 's5']);
    await office.pack(stick, 'receipt', ...keys);
    await unit.take(stick);
    expect(await receipt('s1')).toMatchObject({ outcome: 'adopted', printed: [{ issueKey: '2023-06', column: '经验交流' }] });
    expect(await receipt('s2')).toMatchObject({
      outcome: 'revised',
      printed: [{ issue: '宣传信息专报 2023年第7期', date: '2023-08-09', item: { paragraphs: [{ text: '编辑改过的话。' }] } }],
    });
    expect((await unit.library.listOf('receipt')).map(({ id, outcome, reason }) => [id, outcome, reason]).sort()).toEqual([
      ['s1', 'adopted', undefined],
      ['s2', 'revised', undefined],
      ['s3', 'reserve', undefined],
      ['s4', 'refused', '时效已过'],
      ['s5', 'returned', '请补充数据'],
    ]);
    await expect(unitToAnswer(office.library, unitName, false)).rejects.toThrow('没有新的结果');
    expect((await unitToAnswer(office.library, unitName, true)).ids).toHaveLength(5);
    await expect(unitToAnswer(office.library, '别的区', true)).rejects.toThrow('“别的区”的来稿都还没有结果');
    await expect(office.pack(stick, 'receipt', 's6')).rejects.toThrow('“稿件s6”还没有结果');
  });

  it('follow each other: a later one replaces an earlier one, and an earlier one that comes late does not', async () => {
    await write('s1');
    await receive('s1');
    await answer('s1', 'reserve');
    const [first, second] = [join(folder, '一.zbx'), join(folder, '二.zbx')];
    await office.pack(first, 'receipt', 's1');
    await print('s1', 6);
    expect((await unitToAnswer(office.library, unitName, false)).ids).toEqual(['s1']);
    await office.pack(second, 'receipt', 's1');
    await unit.take(first);
    expect((await unit.look(second)).steps).toMatchObject([{ status: 'newer', changes: ['备用改为采用'] }]);
    await unit.take(second);
    expect((await unit.look(first)).steps).toMatchObject([{ status: 'older', isProposed: false }]);
    expect(await receipt('s1')).toMatchObject({ outcome: 'adopted' });
    expect((await unit.library.get('submission', 's1')).value.decision).toBe('new');
  });
});

describe('settings', () => {
  it('carry the list of units along', async () => {
    await office.pack(stick, 'settings');
    await unit.take(stick, () => 'theirs');
    expect((await unit.library.get('units', '报送单位')).value).toEqual((await office.library.get('units', '报送单位')).value);
  });
});
