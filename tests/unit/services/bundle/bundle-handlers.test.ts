import { mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp, type App } from '../../../../electron/services/app.js';
import type { AppOptions } from '../../../../electron/services/app-options.js';
import { foldersAsDrives } from '../../../../electron/services/drives.js';
import type { Drive } from '../../../../electron/services/ports.js';
import type { Publication } from '../../../../shared/document/publication.js';
import { bundleCases } from '../../../helpers/bundle-cases.js';
import { filesIn } from '../../../helpers/library-fixture.js';
import { appOptions, caller, freshFolder } from '../../../helpers/open-app.js';

interface Office {
  readonly app: App;
  readonly call: ReturnType<typeof caller>;
  readonly userFolder: string;
}

let stick = '';
let offices: Office[] = [];

beforeEach(() => {
  stick = join(freshFolder(), '小盘');
  mkdirSync(stick);
  offices = [];
});
afterEach(async () => {
  for (const { app } of offices) await app.close();
  rmSync(stick, { recursive: true, force: true });
});

async function openOffice(changes: Partial<AppOptions> = {}): Promise<Office> {
  const options = appOptions({ drives: foldersAsDrives([stick]), ...changes });
  const app = await createApp(options);
  const office = { app, call: caller(app), userFolder: options.userFolder };
  offices.push(office);
  return office;
}

async function theStick({ call }: Office) {
  const [found] = (await call('sticks.list', {})).sticks;
  if (found === undefined) throw new Error('there is no stick');
  return found;
}

/** A new issue that only this office has, on the stick. */
async function packNewIssue(office: Office, baseName = '一期'): Promise<string> {
  const { key } = await office.call('issue.create', {});
  const folder = (await theStick(office)).handle;
  await office.call('pack.run', { kind: 'issue', keys: [key], to: '', folder, baseName });
  return key;
}

async function openFirst(office: Office) {
  const [bundle] = (await theStick(office)).bundles;
  return office.call('bundle.open', { file: bundle?.handle ?? '' });
}

const copies = ({ userFolder }: Office): readonly string[] => readdirSync(join(userFolder, '隔离区'));

describe('sticks', () => {
  it('are listed by name with their bundles, the latest first; half written and hidden ones are left out', async () => {
    const office = await openOffice();
    mkdirSync(join(stick, '来稿'));
    mkdirSync(join(stick, '.Trash'));
    for (const name of ['甲.zbx', '来稿/乙.ZBX', '.丙.zbx.1.part', '.丁.zbx', '.Trash/戊.zbx', '稿件.txt'])
      writeFileSync(join(stick, name), '');
    utimesSync(join(stick, '甲.zbx'), 1, 1);
    const { name, bundles } = await theStick(office);
    expect([name, bundles.map((bundle) => bundle.name)]).toEqual(['小盘', ['乙.ZBX', '甲.zbx']]);
  });

  it('that are full show the latest, wherever it lies', async () => {
    const office = await openOffice();
    const names = Array.from({ length: 205 }, (_, count) => `${String(count).padStart(3, '0')}.zbx`);
    for (const name of names) writeFileSync(join(stick, name), '');
    // Either way round: in which order a folder lists its files is the system's business.
    for (const byAge of [names, names.toReversed()]) {
      for (const [count, name] of byAge.entries()) utimesSync(join(stick, name), 1000 + count, 1000 + count);
      const { bundles } = await theStick(office);
      expect([bundles.length, bundles[0]?.name, bundles.at(-1)?.name]).toEqual([200, byAge.at(-1), byAge[5]]);
    }
  });

  it('that are gone or cannot be read do no harm', async () => {
    const drives: readonly Drive[] = [{ path: '/没有/这个', name: '坏盘', isReadOnly: true, isFat: false }];
    const office = await openOffice({ drives: { list: () => Promise.resolve(drives) } });
    expect(await theStick(office)).toMatchObject({ name: '坏盘', isReadOnly: true, bundles: [] });
    const { handle } = await theStick(office);
    await expect(office.call('bundle.list', { folder: handle })).rejects.toThrow('打不开');
  });
});

describe('a bundle with a passphrase', () => {
  const passphrase = '青山 白马 Abc123';

  async function packSealed(office: Office): Promise<string> {
    const { key } = await office.call('issue.create', {});
    const folder = (await theStick(office)).handle;
    await office.call('pack.run', { kind: 'issue', keys: [key], to: '', folder, baseName: '密', passphrase });
    return key;
  }

  it('asks for it, tells a wrong one, opens, is imported, and leaves it and what is not encrypted nowhere', async () => {
    const [left, right] = [await openOffice(), await openOffice()];
    const key = await packSealed(left);
    expect([readdirSync(stick), copies(left)]).toEqual([['密.zbx'], []]);
    const opened = await openFirst(right);
    expect(opened).toMatchObject({ valid: false, problems: [{ code: 'passphrase-needed', isError: true }], steps: [] });
    const wrong = await right.call('bundle.unseal', { id: opened.id, passphrase: passphrase.toLowerCase() });
    expect(wrong).toMatchObject({ id: opened.id, valid: false, problems: [{ code: 'passphrase-wrong' }] });
    const sealedFile = readFileSync(join(stick, '密.zbx'));
    expect(copies(right).map((name) => readFileSync(join(right.userFolder, '隔离区', name)).equals(sealedFile))).toEqual([true]);
    const seen = await right.call('bundle.unseal', { id: opened.id, passphrase: ` ${passphrase}` });
    expect(seen).toMatchObject({ id: opened.id, valid: true, signature: 'unknown', steps: [{ status: 'new' }] });
    expect(copies(right)).toHaveLength(1);
    await right.call('trust.confirm', { id: opened.id, replacing: false });
    await right.call('bundle.import', { id: opened.id, selected: [`issue/${key}`], answers: {}, withoutTrust: false });
    expect((await right.call('issue.get', { key })).issue).toEqual((await left.call('issue.get', { key })).issue);
    await right.call('bundle.close', { id: opened.id });
    expect(copies(right)).toEqual([]);
    for (const { userFolder } of [left, right])
      for (const file of await filesIn(userFolder)) expect(readFileSync(join(userFolder, file), 'utf8')).not.toContain('白马');
  });

  it('is not written with one that is too short', async () => {
    const office = await openOffice();
    const { key } = await office.call('issue.create', {});
    const folder = (await theStick(office)).handle;
    const order = { kind: 'issue' as const, keys: [key], to: '', folder, baseName: '密', passphrase: '12345' };
    await expect(office.call('pack.run', order)).rejects.toThrow('口令至少要 6 个字符');
    expect(readdirSync(stick)).toEqual([]);
  });
});

describe('a bundle on a stick', () => {
  it('is looked at, asked for its sender, imported and undone', async () => {
    const [left, right] = [await openOffice(), await openOffice()];
    const key = await packNewIssue(left);
    const opened = await openFirst(right);
    expect(opened).toMatchObject({ valid: true, signature: 'unknown', steps: [{ status: 'new', isProposed: true }] });
    expect(opened.about?.words).toBe((await left.call('trust.list', {})).own.words);
    const order = { id: opened.id, selected: [`issue/${key}`], answers: {}, withoutTrust: false };
    await expect(right.call('bundle.import', order)).rejects.toThrow('还没有核对');

    expect(await right.call('trust.confirm', { id: opened.id, replacing: false })).toMatchObject({ signature: 'trusted' });
    const imported = await right.call('bundle.import', order);
    expect(imported.keys).toEqual([key]);
    expect((await right.call('issue.get', { key })).issue).toEqual((await left.call('issue.get', { key })).issue);
    expect((await right.call('bundle.look', { id: opened.id })).steps).toMatchObject([{ status: 'identical', isIdle: true }]);

    const [entry] = (await right.call('imports.list', {})).imports;
    expect(entry).toMatchObject({ id: imported.importId, changed: imported.changed });
    expect(entry?.title).toContain('第 1 包');
    expect(await right.call('imports.undo', { id: imported.importId, evenIfChanged: false })).toEqual({ keys: [key] });
    await expect(right.call('issue.get', { key })).rejects.toThrow('issue-missing');
    expect((await right.call('imports.list', {})).imports[0]?.undoneAt).toBeDefined();
  });

  it('is not looked at any more when its key was withdrawn', async () => {
    const [left, right] = [await openOffice(), await openOffice()];
    const key = await packNewIssue(left);
    const { id } = await openFirst(right);
    await right.call('trust.confirm', { id, replacing: false });
    const [known] = (await right.call('trust.list', {})).keys;
    await right.call('trust.decide', { publicKey: known?.publicKey ?? '', state: 'withdrawn' });
    expect(await right.call('bundle.look', { id })).toMatchObject({ valid: false, signature: 'withdrawn', steps: [] });
    const order = { id, selected: [`issue/${key}`], answers: {}, withoutTrust: true };
    await expect(right.call('bundle.import', order)).rejects.toThrow('没有通过检查');
  });

  it('is a copy on our own disk: one at a time, gone when it is closed or the program ends', async () => {
    const [left, right] = [await openOffice(), await openOffice()];
    await packNewIssue(left);
    const first = await openFirst(right);
    const second = await openFirst(right);
    expect(copies(right)).toHaveLength(1);
    await expect(right.call('bundle.look', { id: first.id })).rejects.toThrow('已经关闭');
    await right.call('bundle.close', { id: second.id });
    expect(copies(right)).toEqual([]);
    await openFirst(right);
    await right.app.close();
    expect(copies(right)).toEqual([]);
  });

  it.each(bundleCases.filter(({ valid }) => !valid).map(({ name, bytes, codes }) => [name, bytes, codes] as const))(
    'says what is wrong with it: %s',
    async (_name, bytes, codes) => {
      const office = await openOffice();
      writeFileSync(join(stick, '坏包.zbx'), bytes);
      const opened = await openFirst(office);
      expect(opened).toMatchObject({ valid: false, file: '坏包.zbx', steps: [] });
      expect(opened.problems.map(({ code }) => code)).toEqual(expect.arrayContaining([...codes]));
      expect(opened.problems.find(({ isError }) => isError)?.message).toMatch(/。.+。$/u);
    },
  );
});

describe('packing', () => {
  it('says what will be in it, refuses what is there already, and writes a bundle with its number', async () => {
    const office = await openOffice();
    const { key } = await office.call('issue.create', {});
    const folder = (await theStick(office)).handle;
    const request = { kind: 'issue', keys: [key], to: '示例二科' } as const;
    const plan = await office.call('pack.plan', { ...request, folder });
    expect(plan).toMatchObject({ refusals: [], warnings: [expect.stringContaining('还没有写本单位的名称')], attachments: 0 });
    const { publications } = await office.call('publication.list', {});
    await office.call('publication.save', { publication: { ...(publications[0] as Publication), organ: '示例市委宣传部' } });
    expect((await office.call('pack.plan', { ...request, folder })).warnings).toEqual([]);
    expect(plan.titles).toHaveLength(1);
    expect(plan.baseName).toBe(`${plan.titles[0] ?? ''} 送示例二科`);
    const written = await office.call('pack.run', { ...request, folder, baseName: plan.baseName });
    expect(written).toMatchObject({ name: `${plan.baseName}.zbx`, sequence: 1 });
    expect(readFileSync(join(stick, written.name)).length).toBeGreaterThan(1000);
    expect((await office.call('pack.plan', { ...request, folder })).refusals).toEqual([
      `这里已有“${written.name}”，不会覆盖。请改个文件名。`,
    ]);
    await expect(office.call('pack.run', { ...request, folder, baseName: plan.baseName })).rejects.toThrow('没有覆盖');
  });

  it('calls manuscripts by their title or their number, never by ids, and so that any stick takes the name', async () => {
    const office = await openOffice();
    const folder = (await theStick(office)).handle;
    const { id: first } = await office.call('submission.type', {
      text: `${'示例区抓实基层宣讲'.repeat(7)}\n近日，示例区开展宣讲，走进社区和企业，覆盖群众三千人。`,
    });
    const { id: second } = await office.call('submission.type', { text: '示例区书屋惠民\n近日，示例区新建书屋。' });
    const nameOf = async (keys: string[], to: string) =>
      (await office.call('pack.plan', { kind: 'submission', keys, to, folder })).baseName;
    expect(await nameOf([first, second], '示例二科')).toMatch(/^来稿 2篇 \d{4}-\d\d-\d\d 送示例二科$/u);
    const baseName = await nameOf([first], '示例市委宣传部政策法规研究室');
    expect(baseName).toMatch(/^《示例区抓实.+ 送示例市委宣传部政策法规研$/u);
    const written = await office.call('pack.run', { kind: 'submission', keys: [first], to: '', folder, baseName });
    expect(readdirSync(stick)).toEqual([written.name]);
  });

  it('knows of a stick that is read-only or was pulled out', async () => {
    let drive: Drive = { path: stick, name: '小盘', isReadOnly: true, isFat: false };
    const office = await openOffice({ drives: { list: () => Promise.resolve([drive]) } });
    const { key } = await office.call('issue.create', {});
    const folder = (await theStick(office)).handle;
    const plan = () => office.call('pack.plan', { kind: 'issue', keys: [key], to: '', folder });
    expect((await plan()).refusals.join('')).toContain('“小盘”是只读的');
    drive = { ...drive, isReadOnly: false };
    expect((await plan()).refusals).toEqual([]);
    rmSync(stick, { recursive: true });
    expect((await plan()).refusals.join('')).toContain('可能已被拔出');
  });

  it('stops when it is told to and leaves nothing', async () => {
    const office = await openOffice({ notify: (name, body) => void (name === 'job.progress' && 'job' in body && stop(body.job)) });
    const stop = (job: string): void => void office.call('job.cancel', { job });
    await expect(packNewIssue(office)).rejects.toThrow('cancelled');
    expect(readdirSync(stick)).toEqual([]);
  });

  it('is refused where the library can only be read', async () => {
    const office = await openOffice();
    const reader = await openOffice({ libraryFolder: (await office.call('app.info', {})).libraryPath });
    const { issues } = await reader.call('library.list', {});
    const folder = (await theStick(reader)).handle;
    const order = { kind: 'issue', keys: [issues[0]?.key ?? ''], to: '', folder, baseName: '甲' } as const;
    await expect(reader.call('pack.run', order)).rejects.toThrow('library-read-only');
    expect(readdirSync(stick)).toEqual([]);
  });
});
