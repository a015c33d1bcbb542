/** Long work: how it says how far it is, and how it is told to stop. */
import { setImmediate } from 'node:timers/promises';
import { AppError } from '../../shared/app-error.js';
import type { AppOptions } from './app-options.js';

/** Long work as the function that does it sees it. */
export interface Job {
  /** Tells what is being done now, in Chinese, and how much of it is done. */
  report(step: string, done: number, total: number): void;
  /** Aborted when nobody wants the work any more; its reason is an AppError `cancelled`. */
  readonly signal: AbortSignal;
}

/** Work that nobody watches or cancels, for programs without a window. */
export const unwatchedJob: Job = { report: () => undefined, signal: new AbortController().signal };

/** The long work of one window. */
export interface Jobs {
  /** Does work under a name the window gave it. @throws AppError `bad-request` while work of that name is under way */
  run<Value>(id: string, work: (job: Job) => Promise<Value>): Promise<Value>;
  /** Asks work to stop; nothing happens when it is done already. */
  cancel(id: string): void;
  /** Asks all work to stop and waits until it has. */
  close(): Promise<void>;
}

/** @param notify is told how far the work is, once for every step and percent */
export function createJobs(notify: AppOptions['notify']): Jobs {
  const running = new Map<string, { readonly controller: AbortController; readonly end: Promise<unknown> }>();
  const cancel = (id: string): void => running.get(id)?.controller.abort(new AppError('cancelled', '已取消。'));
  return {
    async run(id, work) {
      if (running.has(id)) throw new AppError('bad-request', '同名的工作正在进行，没有再做一次。');
      const controller = new AbortController();
      const end = work({ report: reporter(id, notify), signal: controller.signal });
      running.set(id, { controller, end });
      try {
        return await end;
      } finally {
        running.delete(id);
      }
    },
    cancel,
    async close() {
      const ends = [...running.values()].map(({ end }) => end);
      for (const id of running.keys()) cancel(id);
      await Promise.allSettled(ends);
    },
  };
}

/** Work of thousands of files would else send a notice for each. */
function reporter(job: string, notify: AppOptions['notify']): Job['report'] {
  let last = '';
  return (step, done, total) => {
    const told = `${step} ${Math.floor((100 * done) / Math.max(1, total))}`;
    if (told === last) return;
    last = told;
    notify('job.progress', { job, step, done, total });
  };
}

/**
 * Begins a step of work that computes without a pause: tells it, lets waiting calls in, and goes no further when one of
 * them cancelled the work. @throws AppError `cancelled`
 */
export async function beginStep({ report, signal }: Job, step: string, done: number, total: number): Promise<void> {
  report(step, done, total);
  await setImmediate();
  signal.throwIfAborted();
}
