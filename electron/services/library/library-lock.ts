import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../../../shared/app-error.js';
import { lockFolder } from '../../../shared/library/library-layout.js';
import { errorCode } from './disk-error.js';
import { isAlive, ownIdentity, type Holder } from './process-identity.js';
import { clockTime, type Shelf } from './shelf.js';

/** The holder's file is touched this often; on another machine, a file older than `foreignStaleMs` means a dead holder. */
const heartbeatMs = 15_000;
const foreignStaleMs = 120_000;
/** Same machine, process there, but not one touch in this time: the pid belongs to another program by now. */
const localStaleMs = 300_000;
/** Another machine's lock file just made may not have its words yet. */
const unwrittenMs = 10_000;
/** Two that ask at the same moment both step back and ask again. */
const attempts = 6;
const settledMs = 3_000;

const holderSchema = z.object({
  host: z.string(),
  user: z.string(),
  pid: z.int().min(1),
  startedAt: z.iso.datetime(),
  processStart: z.string().optional(),
});

interface Rival {
  readonly path: string;
  readonly holder: Holder | undefined;
  readonly isLiving: boolean;
}

/**
 * The right to write a library, held by one process. Every process makes a file of its own name first and looks at the
 * others' afterwards, so that of two at least one sees the other and steps back; files of dead processes can be
 * removed by anyone, since no name is used twice. A killed process leaves a file that its pid, the machine's start or
 * (from another machine) the missing heartbeat proves dead.
 */
export class LibraryLock {
  readonly #shelf: Shelf;
  #path: string;
  readonly #heartbeat: NodeJS.Timeout;

  private constructor(shelf: Shelf, path: string) {
    this.#shelf = shelf;
    this.#path = path;
    this.#heartbeat = setInterval(() => void touchQuietly(shelf, this.#path), heartbeatMs);
    this.#heartbeat.unref();
  }

  /**
   * Takes the lock. Dead holders are replaced, which is told through the shelf.
   * @throws AppError library-locked naming the holder; Node's own errors when the folder cannot be written
   */
  static async take(shelf: Shelf): Promise<LibraryLock> {
    await shelf.disk.makeFolder(shelf.at(lockFolder));
    for (let attempt = 1; ; attempt += 1) {
      const path = await writeOwnFile(shelf);
      const rivals = await readRivals(shelf, path);
      const living = rivals.find(({ isLiving }) => isLiving);
      if (living === undefined) {
        for (const rival of rivals) await replaceDead(shelf, rival);
        return new LibraryLock(shelf, path);
      }
      await shelf.disk.remove(shelf.at(path));
      if (attempt === attempts || isSettled(living, shelf.clock.now())) throw lockedBy(living.holder);
      await shelf.disk.wait(20 + Math.random() * 80 * attempt);
    }
  }

  /**
   * Whether the lock was held all the time. One that another program took over while this one stood still, and has let
   * go since, is taken back: then the library may have changed meanwhile.
   * @throws AppError library-locked while another program holds it
   */
  async ensureHeld(): Promise<'held' | 'retaken'> {
    if (await this.isHeld()) return 'held';
    await this.#shelf.disk.makeFolder(this.#shelf.at(lockFolder));
    const path = await writeOwnFile(this.#shelf);
    const rivals = await readRivals(this.#shelf, path);
    const living = rivals.find(({ isLiving }) => isLiving);
    if (living !== undefined) {
      await this.#shelf.disk.remove(this.#shelf.at(path));
      throw lockedBy(living.holder, '本次修改没有保存。');
    }
    for (const rival of rivals) await this.#shelf.disk.remove(this.#shelf.at(rival.path));
    this.#path = path;
    return 'retaken';
  }

  async isHeld(): Promise<boolean> {
    return (await this.#shelf.disk.stat(this.#shelf.at(this.#path))) !== undefined;
  }

  /** Lets others in. A file that cannot be removed now is proven dead once this process has ended. */
  async release(): Promise<void> {
    clearInterval(this.#heartbeat);
    await this.#shelf.disk.remove(this.#shelf.at(this.#path)).catch(() => undefined);
  }
}

async function touchQuietly(shelf: Shelf, path: string): Promise<void> {
  try {
    await shelf.disk.touch(shelf.at(path));
  } catch {
    // The next write finds out through ensureHeld and tells the editor.
  }
}

async function writeOwnFile(shelf: Shelf): Promise<string> {
  const holder = await ownIdentity(shelf.clock.now());
  const path = `${lockFolder}/${lockName(holder, randomBytes(6).toString('hex'))}`;
  await shelf.disk.writeNew(shelf.at(path), Buffer.from(`${JSON.stringify(holder, null, 1)}\n`, 'utf8'));
  return path;
}

async function readRivals(shelf: Shelf, own: string): Promise<readonly Rival[]> {
  const ownTime = (await shelf.disk.stat(shelf.at(own)))?.mtimeMs;
  const identity = await ownIdentity(shelf.clock.now());
  const rivals: Rival[] = [];
  for (const name of await shelf.disk.list(shelf.at(lockFolder))) {
    const path = `${lockFolder}/${name}`;
    const facts = path === own ? undefined : await shelf.disk.stat(shelf.at(path));
    if (facts === undefined) continue;
    const holder = (await readHolder(shelf, path)) ?? holderOfName(name, identity, facts.mtimeMs);
    const ageMs = (ownTime ?? Date.now()) - facts.mtimeMs;
    rivals.push({ path, holder, isLiving: await isLivingRival(holder, ageMs, identity, shelf.clock.now()) });
  }
  return rivals;
}

/** `ageMs` compares two times of one file server, so that clocks of machines need not agree. */
async function isLivingRival(holder: Holder | undefined, ageMs: number, own: Holder, now: Date): Promise<boolean> {
  if (holder === undefined) return ageMs < unwrittenMs;
  if (holder.host !== own.host) return ageMs < foreignStaleMs;
  return ageMs < localStaleMs && (await isAlive(holder, now));
}

/** Says in its name already whose a lock file is, for the case that its maker dies before its words are written. */
function lockName(holder: Holder, token: string): string {
  return `${holder.pid}-${holder.processStart ?? '0'}-${hostMark(holder.host)}-${token}.json`;
}

function hostMark(host: string): string {
  return createHash('sha256').update(host, 'utf8').digest('hex').slice(0, 8);
}

/** The process of this machine that a lock file's name tells of; undefined for other machines and other names. */
function holderOfName(name: string, own: Holder, mtimeMs: number): Holder | undefined {
  const parts = /^(\d+)-(\d+)-([0-9a-f]{8})-[0-9a-f]{12}\.json$/u.exec(name);
  if (parts === null || parts[3] !== hostMark(own.host)) return undefined;
  const processStart = parts[2] === '0' ? undefined : parts[2];
  return { host: own.host, user: own.user, pid: Number(parts[1]), startedAt: new Date(mtimeMs).toISOString(), processStart };
}

async function readHolder(shelf: Shelf, path: string): Promise<Holder | undefined> {
  try {
    const parsed = holderSchema.safeParse(JSON.parse(Buffer.from(await shelf.disk.readFile(shelf.at(path))).toString('utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function isSettled({ holder }: Rival, now: Date): boolean {
  return holder !== undefined && now.getTime() - Date.parse(holder.startedAt) > settledMs;
}

async function replaceDead(shelf: Shelf, { path, holder }: Rival): Promise<void> {
  await shelf.disk.remove(shelf.at(path));
  const who = holder === undefined ? '' : `（${holder.user}，电脑 ${holder.host}，${clockTime(new Date(holder.startedAt))} 起）`;
  shelf.tell(`上次使用${who}没有正常退出，资料库已检查并接管。`);
}

function lockedBy(holder: Holder | undefined, consequence = ''): AppError {
  const who = holder === undefined ? '另一个程序' : `${holder.user}（电脑 ${holder.host}）`;
  const since = holder === undefined ? '' : `，自 ${clockTime(new Date(holder.startedAt))} 起`;
  return new AppError('library-locked', `资料库正由${who}使用${since}。${consequence}请先关闭那边的窗口。`);
}
