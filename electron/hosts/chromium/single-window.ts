import { mkdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** The right to open the window of one profile. */
export interface WindowClaim {
  /** Called when somebody starts the app again: the window should come to the front. */
  onRequest(listener: () => void): void;
  release(): void;
}

const answerLimitMs = 3000;
const pollMs = 50;

/**
 * Claims the window of a profile folder. Undefined when a running process has it; that one was asked to come to the
 * front. A claim left by a process that ended is taken over. Works through two small files: no port is opened.
 */
export async function claimWindow(folder: string): Promise<WindowClaim | undefined> {
  mkdirSync(folder, { recursive: true });
  const owner = join(folder, 'owner');
  const request = join(folder, 'to-front');
  if (isOwnerRunning(owner) && (await isAnswered(request))) return undefined;
  rmSync(request, { force: true });
  writeFileSync(owner, String(process.pid));
  return claimOf(folder, owner, request);
}

function claimOf(folder: string, owner: string, request: string): WindowClaim {
  let listener: (() => void) | undefined;
  const watcher = watch(folder, (_kind, name) => {
    if (name !== 'to-front' || !isTaken(request)) return;
    listener?.();
  });
  return {
    onRequest(next) {
      listener = next;
    },
    release() {
      watcher.close();
      rmSync(owner, { force: true });
      rmSync(request, { force: true });
    },
  };
}

function isOwnerRunning(owner: string): boolean {
  try {
    const pid = Number(readFileSync(owner, 'utf8'));
    return Number.isInteger(pid) && pid > 0 && pid !== process.pid && process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Leaves a request and waits until the owner took it away. */
async function isAnswered(request: string): Promise<boolean> {
  writeFileSync(request, String(process.pid));
  for (let waitedMs = 0; waitedMs < answerLimitMs; waitedMs += pollMs) {
    await delay(pollMs);
    if (!isThere(request)) return true;
  }
  return false;
}

function isThere(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
}

function isTaken(path: string): boolean {
  try {
    rmSync(path);
    return true;
  } catch {
    return false;
  }
}
