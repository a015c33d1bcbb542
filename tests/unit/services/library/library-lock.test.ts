import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, mkdir, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../../../electron/services/system-ports.js';
import { buildChild } from '../../../helpers/build-child.js';
import { filesIn, numbered, open, within, withFolder } from '../../../helpers/library-fixture.js';

let workFolder = '';
let script = '';

beforeAll(async () => {
  workFolder = await mkdtemp(join(tmpdir(), 'zhuanbao-lock-'));
  script = await buildChild('locking-child', workFolder);
});

afterAll(() => rm(workFolder, { recursive: true, force: true }));

interface Contender {
  readonly process: ChildProcessWithoutNullStreams;
  next(): Promise<string>;
}

function contend(folder: string): Contender {
  const child = spawn(process.execPath, [script, folder], { stdio: 'pipe' });
  const lines = child.stdout.setEncoding('utf8')[Symbol.asyncIterator]() as AsyncIterator<string>;
  let text = '';
  return {
    process: child,
    async next() {
      while (!text.includes('\n')) text += String((await lines.next()).value);
      const [line = '', ...rest] = text.split('\n');
      text = rest.join('\n');
      return line;
    },
  };
}

/** Puts a lock file of somebody else into a library; `ageMs` is how long ago it was last touched. */
async function leaveLock(folder: string, holder: object | string, ageMs: number): Promise<string> {
  const path = join(folder, '锁', 'left.json');
  await mkdir(join(folder, '锁'), { recursive: true });
  await writeFile(path, typeof holder === 'string' ? holder : JSON.stringify(holder));
  const time = new Date(Date.now() - ageMs);
  await utimes(path, time, time);
  return path;
}

const elsewhere = { host: '别处', user: '王五', pid: 4, startedAt: '2026-03-02T01:00:00.000Z' };
const real = { clock: systemClock };

describe('the lock of a library', () => {
  it('goes to exactly one of several processes that ask at the same moment, also over a dead holder', async () => {
    for (let round = 0; round < 4; round += 1) {
      const folder = join(workFolder, `round-${round}`);
      await within(folder, (library) => library.add('issue', numbered(6)));
      if (round % 2 === 1) await leaveLock(folder, { ...elsewhere, host: hostname(), pid: 2 ** 22 + 1 }, 0);
      const contenders = Array.from({ length: 5 }, () => contend(folder));
      for (const contender of contenders) expect(await contender.next()).toBe('standing');
      for (const { process: child } of contenders) child.stdin.write('go\n');
      const answers = await Promise.all(contenders.map((contender) => contender.next()));
      expect([...answers].sort()).toEqual(['library-locked', 'library-locked', 'library-locked', 'library-locked', 'opened']);
      const gone = contenders.map(({ process: child }) => (child.exitCode === null ? once(child, 'exit') : undefined));
      for (const { process: child } of contenders) child.stdin.end();
      await Promise.all(gone);
      expect(await readdir(join(folder, '锁'))).toEqual([]);
    }
  }, 60_000);

  it('is refused while held, naming who holds it since when, and given after closing', () =>
    withFolder(async (folder) => {
      const holder = await open(folder, real);
      await expect(open(folder, real)).rejects.toMatchObject({
        code: 'library-locked',
        message: expect.stringMatching(new RegExp(`${hostname()}）使用，自 \\d+月\\d+日 \\d\\d:\\d\\d 起`, 'u')) as string,
      });
      await holder.close();
      await within(folder, async (library) => expect(library.notices()).toEqual([]), real);
    }));

  it('of a killed process is taken over at once, and told', () =>
    withFolder(async (folder) => {
      const contender = contend(folder);
      await contender.next();
      contender.process.stdin.write('go\n');
      expect(await contender.next()).toBe('opened');
      contender.process.kill('SIGKILL');
      await once(contender.process, 'exit');
      await within(
        folder,
        async (library) => expect(library.notices().join('')).toMatch(/^上次使用（.+，电脑 .+ 起）没有正常退出，资料库已检查并接管。$/u),
        real,
      );
    }));

  it('of another machine is respected while it is touched, and taken over two minutes after', () =>
    withFolder(async (folder) => {
      await leaveLock(folder, elsewhere, 60_000);
      await expect(open(folder, real)).rejects.toMatchObject({
        code: 'library-locked',
        message: expect.stringContaining('王五（电脑 别处）') as string,
      });
      await leaveLock(folder, elsewhere, 180_000);
      await within(folder, async (library) => expect(library.notices().join('')).toContain('王五'), real);
    }));

  it('of a process whose number another program has now is taken over', () =>
    withFolder(async (folder) => {
      const now = new Date().toISOString();
      await leaveLock(folder, { ...elsewhere, host: hostname(), pid: process.ppid, startedAt: now }, 0);
      await expect(open(folder, real)).rejects.toMatchObject({ code: 'library-locked' });
      await leaveLock(folder, { ...elsewhere, host: hostname(), pid: process.ppid, startedAt: '2001-01-01T00:00:00.000Z' }, 0);
      await within(folder, async (library) => expect(library.notices()).toHaveLength(1), real);
      await leaveLock(folder, { ...elsewhere, host: hostname(), pid: process.ppid, startedAt: now }, 400_000);
      await within(folder, async (library) => expect(library.notices()).toHaveLength(1), real);
    }));

  it.runIf(process.platform === 'linux')('tells a process from an earlier one of the same number by its start', () =>
    withFolder(async (folder) => {
      await leaveLock(
        folder,
        { ...elsewhere, host: hostname(), pid: process.ppid, startedAt: new Date().toISOString(), processStart: '1' },
        0,
      );
      await within(folder, async (library) => expect(library.notices()).toHaveLength(1), real);
    }),
  );

  it('of a process killed before it wrote its name is taken over at once', () =>
    withFolder(async (folder) => {
      const contender = contend(folder);
      await contender.next();
      contender.process.stdin.write('go\n');
      expect(await contender.next()).toBe('opened');
      contender.process.kill('SIGKILL');
      await once(contender.process, 'exit');
      const [name = ''] = await readdir(join(folder, '锁'));
      await writeFile(join(folder, '锁', name), '');
      await within(folder, async (library) => expect(library.notices()).toHaveLength(1), real);
    }));

  it('of another machine that is only half written counts as held for a moment, then as left behind', () =>
    withFolder(async (folder) => {
      await leaveLock(folder, '{"host":', 0);
      await expect(open(folder, real)).rejects.toMatchObject({
        code: 'library-locked',
        message: expect.stringContaining('另一个程序') as string,
      });
      await leaveLock(folder, '{"host":', 20_000);
      await within(folder, async (library) => expect(library.notices()).toHaveLength(1), real);
    }));

  it('taken over by another machine keeps the old holder from saving', () =>
    withFolder(async (folder) => {
      const library = await open(folder, real);
      await rm(join(folder, '锁'), { recursive: true });
      await leaveLock(folder, elsewhere, 0);
      await expect(library.add('issue', numbered(6))).rejects.toMatchObject({
        code: 'library-locked',
        message: expect.stringContaining('没有保存') as string,
      });
      await library.close();
      expect(JSON.parse(await readFile(join(folder, '锁/left.json'), 'utf8'))).toEqual(elsewhere);
      expect((await filesIn(folder)).filter((file) => file.startsWith('期/'))).toEqual([]);
    }));

  it('taken over by a program that has ended since is taken back: what is still the base is saved, what is not is told apart', () =>
    withFolder(async (folder) => {
      const library = await open(folder, real);
      await library.add('issue', numbered(6, '甲'));
      await library.add('issue', numbered(7, '甲'));
      const bases = [await library.getIssue('2023-06'), await library.getIssue('2023-07')];
      await rm(join(folder, '锁'), { recursive: true });
      await within(
        folder,
        async (other) => {
          await other.saveIssue('2023-07', numbered(7, '乙'), bases[1]?.revision ?? '');
          await other.add('issue', numbered(8, '丙'));
          await expect(library.saveIssue('2023-06', numbered(6, '丁'), bases[0]?.revision ?? '')).rejects.toMatchObject({
            code: 'library-locked',
          });
        },
        real,
      );
      await library.saveIssue('2023-06', numbered(6, '丁'), bases[0]?.revision ?? '');
      await expect(library.saveIssue('2023-07', numbered(7, '丁'), bases[1]?.revision ?? '')).rejects.toMatchObject({
        code: 'issue-changed',
      });
      expect((await library.list()).issues.map(({ titles }) => titles[0])).toEqual(['丙', '乙', '丁']);
      expect(library.notices().join('')).toContain('现已收回');
      await library.close();
      await within(folder, async (again) => expect((await again.list()).issues).toHaveLength(3), real);
    }));

  it('taken over by a living program keeps the old holder from writing its index', () =>
    withFolder(async (folder) => {
      const library = await open(folder, real);
      await library.add('issue', numbered(6));
      await rm(join(folder, '锁'), { recursive: true });
      await leaveLock(folder, elsewhere, 0);
      await rm(join(folder, '索引.json'), { force: true });
      await library.close();
      expect(await filesIn(folder)).not.toContain('索引.json');
    }));
});
