import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp, type App } from '../../../../electron/services/app.js';
import { foldersAsDrives } from '../../../../electron/services/drives.js';
import type { Article } from '../../../../shared/document/issue.js';
import { appOptions, caller, freshFolder } from '../../../helpers/open-app.js';

const contributor = { unitName: '示例区委宣传部', person: '甲', phone: '1234567' };
const facts = { kind: 'news' as const, signedBy: '乙部长', author: '甲', phone: '1234567' };
const article = (text: string): Article => ({
  type: 'article',
  id: 'a1',
  title: '示例区开展宣讲',
  sources: ['示例区委宣传部'],
  paragraphs: [{ id: 'p1', text }],
});

let stick = '';
let apps: App[] = [];

beforeEach(() => {
  stick = join(freshFolder(), '小盘');
  mkdirSync(stick);
  apps = [];
});
afterEach(async () => {
  for (const app of apps) await app.close();
  rmSync(stick, { recursive: true, force: true });
});

async function start() {
  const app = await createApp(appOptions({ drives: foldersAsDrives([stick]) }));
  apps.push(app);
  const call = caller(app);
  const place = async () => {
    const [found] = (await call('sticks.list', {})).sticks;
    if (found === undefined) throw new Error('there is no stick');
    return found;
  };
  return {
    call,
    send: async (kind: 'submission' | 'receipt', keys: string[], baseName: string) =>
      call('pack.run', { kind, keys, to: '', folder: (await place()).handle, baseName }),
    take: async (baseName: string) => {
      const bundle = (await place()).bundles.find(({ name }) => name === `${baseName}.zbx`);
      const { id, steps, about } = await call('bundle.open', { file: bundle?.handle ?? '' });
      const selected = steps.filter(({ isProposed }) => isProposed).map(({ name }) => name);
      await call('bundle.import', { id, selected, answers: {}, withoutTrust: true });
      return about;
    },
  };
}

const standingsOf = async ({ call }: Awaited<ReturnType<typeof start>>) =>
  (await call('own.list', {})).rows.map(({ standing, round, reason }) => [standing, round, reason]);

describe('contributor mode', () => {
  it('says who writes once, and takes nothing before that', async () => {
    const { call } = await start();
    expect(await call('contributor.get', {})).toEqual({});
    await expect(call('own.save', { article: article('甲。'), facts })).rejects.toThrow('还没有填写报送单位');
    await call('contributor.save', { contributor });
    expect(await call('contributor.get', {})).toEqual({ contributor });
    await call('contributor.save', {});
    expect(await call('contributor.get', {})).toEqual({});
  });

  it('goes the whole round: written, sent, sent back, revised, sent again under the same thread, answered', async () => {
    const [unit, office] = [await start(), await start()];
    await unit.call('contributor.save', { contributor });
    const { id } = await unit.call('own.save', { article: article('初稿。'), facts });
    await expect(unit.call('own.revise', { id })).rejects.toThrow('还没有报送');
    await unit.call('own.save', { id, article: article('二稿。'), facts: { kind: 'brief' } });
    expect((await unit.call('submission.get', { id })).submission).toMatchObject({
      arrival: 'own',
      kind: 'brief',
      unitName: '示例区委宣传部',
      article: { paragraphs: [{ text: '二稿。' }] },
    });
    expect((await unit.call('submission.get', { id })).submission).not.toHaveProperty('signedBy');
    expect(await standingsOf(unit)).toEqual([['draft', 1, undefined]]);

    await unit.send('submission', [id], '来稿');
    expect(await standingsOf(unit)).toEqual([['sent', 1, undefined]]);
    await expect(unit.call('own.save', { id, article: article('偷改。'), facts })).rejects.toThrow('已经报送，不能再改');
    expect(await office.take('来稿')).toMatchObject({ unit: '示例区委宣传部', kind: '来稿' });
    expect(await office.call('receipts.waiting', {})).toEqual({ units: [] });

    await office.call('submission.decide', { ids: [id], decision: 'returned', reason: '请补充数据' });
    expect(await office.call('receipts.waiting', {})).toEqual({ units: [{ unit: '示例区委宣传部', ids: [id] }] });
    await office.send('receipt', [id], '回执');
    expect(await office.call('receipts.waiting', {})).toEqual({ units: [] });
    await unit.take('回执');
    expect(await standingsOf(unit)).toEqual([['returned', 1, '请补充数据']]);
    expect((await unit.call('receipt.get', { id })).receipt).toMatchObject({ outcome: 'returned', reason: '请补充数据' });

    const next = (await unit.call('own.revise', { id })).id;
    await unit.call('own.save', { id: next, article: article('三稿，共12场。'), facts });
    await unit.send('submission', [next], '重报');
    await office.take('重报');
    expect((await office.call('submission.get', { id: next })).submission).toMatchObject({ thread: id, round: 2, decision: 'new' });
    expect((await unit.call('own.list', {})).figures).toEqual({ sent: 1, answered: 1, printed: 0, rate: 0, years: [] });
    expect((await unit.call('own.revise', { id })).id).not.toBe(next);
    expect((await standingsOf(unit)).map(([standing, round]) => [standing, round])).toEqual([
      ['draft', 3],
      ['sent', 2],
      ['returned', 1],
    ]);
  });
});
