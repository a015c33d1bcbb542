import { readFile } from 'node:fs/promises';
import { hostname, uptime, userInfo } from 'node:os';
import { errorCode } from './disk-error.js';

/** Who holds a library: enough to name them, and to tell on the same machine whether the process still lives. */
export interface Holder {
  readonly host: string;
  readonly user: string;
  readonly pid: number;
  /** ISO instant. */
  readonly startedAt: string;
  /** When the system started the process, where it says so (Linux): tells a reused pid apart. */
  readonly processStart?: string | undefined;
}

export async function ownIdentity(now: Date): Promise<Holder> {
  const processStart = await processStartOf(process.pid);
  return {
    host: hostname(),
    user: userName(),
    pid: process.pid,
    startedAt: now.toISOString(),
    ...(processStart === undefined ? {} : { processStart }),
  };
}

/** Accounts without a name exist (containers, domain trouble): then the environment's word is taken. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return process.env['USERNAME'] ?? process.env['USER'] ?? '未知用户';
  }
}

/** Whether a holder on this machine still runs; a pid used again after a restart is not the holder. */
export async function isAlive(holder: Holder, now: Date): Promise<boolean> {
  if (!hasProcess(holder.pid)) return false;
  const bootedAt = now.getTime() - uptime() * 1000;
  if (Date.parse(holder.startedAt) < bootedAt - 60_000) return false;
  if (holder.processStart === undefined) return true;
  const processStart = await processStartOf(holder.pid);
  return processStart === undefined || processStart === holder.processStart;
}

function hasProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** Field 22 of /proc/PID/stat, in clock ticks since boot; the name before it may hold blanks and brackets. */
async function processStartOf(pid: number): Promise<string | undefined> {
  if (process.platform !== 'linux') return undefined;
  try {
    const text = await readFile(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}
