import { EventEmitter, once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { calls, type CallName } from '../../shared/ipc.js';
import type { Dispatch } from '../dispatch.js';

/** `unsaved` when the last save failed or one is still under way at the limit. */
export type SaveOutcome = 'saved' | 'unsaved';

/** What a window that was told to close says of its words; a window that hangs is `silent`. */
export type ClosingAnswer = SaveOutcome | 'silent';

export interface IdleLimits {
  /** Quiet time after the last call, in milliseconds. */
  readonly idleMs: number;
  /** Longest wait in all, in milliseconds. */
  readonly maxMs: number;
}

/** A dispatch that knows whether the window's last words reached the disk. */
export interface SaveWatch {
  readonly dispatch: Dispatch;
  /** Waits until the window has nothing more to save; used when it is about to close. */
  untilSaved(limits?: IdleLimits): Promise<SaveOutcome>;
  /** Waits for the answer of a window that has just been told to close. */
  untilAnswered(limitMs?: number): Promise<ClosingAnswer>;
}

const saves = new Set(['issue.save', 'submission.add', 'submission.save', 'publication.save']);
const closingLimits: IdleLimits = { idleMs: 300, maxMs: 3000 };
const pollMs = 20;
/** A window that says nothing for so long hangs; a slow disk may take the better part of it. */
const answerLimitMs = 8000;

/** Counts calls on their way and remembers the saves that failed; long work, which is stopped at the end, is not waited for. */
export function watchSaves(dispatch: Dispatch): SaveWatch {
  let pending = 0;
  let lastEndMs = 0;
  const failed = new Set<string>();

  const answers = new EventEmitter<{ answered: [SaveOutcome] }>();

  async function watched(name: string, requestJson: string): Promise<string> {
    if (name === 'window.flushed') answers.emit('answered', isSaid(requestJson) ? 'saved' : 'unsaved');
    if (runsLong(name)) return dispatch(name, requestJson);
    pending += 1;
    try {
      const resultJson = await dispatch(name, requestJson);
      if (saves.has(name)) remember(name, resultJson);
      return resultJson;
    } finally {
      pending -= 1;
      lastEndMs = performance.now();
    }
  }

  function remember(name: string, resultJson: string): void {
    const { ok } = JSON.parse(resultJson) as { readonly ok: boolean };
    if (ok) failed.delete(name);
    else failed.add(name);
  }

  async function untilSaved({ idleMs, maxMs } = closingLimits): Promise<SaveOutcome> {
    const askedMs = performance.now();
    const isQuiet = (nowMs: number): boolean => pending === 0 && nowMs - Math.max(askedMs, lastEndMs) >= idleMs;
    for (let nowMs = askedMs; nowMs - askedMs < maxMs && !isQuiet(nowMs); nowMs = performance.now()) await delay(pollMs);
    return pending === 0 && failed.size === 0 ? 'saved' : 'unsaved';
  }

  async function untilAnswered(limitMs = answerLimitMs): Promise<ClosingAnswer> {
    const limit = AbortSignal.timeout(limitMs);
    const [answer] = (await once(answers, 'answered', { signal: limit }).catch(() => ['silent'])) as [ClosingAnswer];
    return answer;
  }

  return { dispatch: watched, untilSaved, untilAnswered };
}

function runsLong(name: string): boolean {
  return Object.hasOwn(calls, name) && calls[name as CallName].effect === 'runs';
}

/** Whether the window says that its words are saved; anything that cannot be read means that they are not. */
function isSaid(requestJson: string): boolean {
  try {
    return (JSON.parse(requestJson) as { readonly saved?: unknown }).saved === true;
  } catch {
    return false;
  }
}
