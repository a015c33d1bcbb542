/** Long work that has no dialog of its own: a bar says how far it is, once it takes a while. */
import { createStore, useStore } from 'zustand';
import type { CallRequest, CallResponse, JobName, JobProgress } from '../../shared/ipc.js';
import { runJob } from '../bridge.js';
import { newId } from './new-id.js';

export interface ShownJob {
  readonly id: string;
  /** What the editor asked for, in a few words. */
  readonly label: string;
  /** Undefined until the first step is told. */
  readonly progress: JobProgress | undefined;
  readonly isCancelling: boolean;
  cancel(): void;
}

/** Work done sooner than this shows no bar: it would be gone before it is read. */
const showsAfterMs = 800;

const store = createStore<{ readonly jobs: readonly ShownJob[] }>(() => ({ jobs: [] }));

/** Has long work done under a bar with 取消. @throws CallFailure, `cancelled` among them */
export async function runShown<Name extends JobName>(label: string, name: Name, request: CallRequest<Name>): Promise<CallResponse<Name>> {
  const id = newId();
  const controller = new AbortController();
  const cancel = (): void => {
    change(id, { isCancelling: true });
    controller.abort();
  };
  let progress: JobProgress | undefined;
  const timer = setTimeout(
    () => store.setState(({ jobs }) => ({ jobs: [...jobs, { id, label, progress, isCancelling: false, cancel }] })),
    showsAfterMs,
  );
  const onProgress = (told: JobProgress): void => {
    progress = told;
    change(id, { progress });
  };
  try {
    return await runJob(name, request, { signal: controller.signal, onProgress });
  } finally {
    clearTimeout(timer);
    store.setState(({ jobs }) => ({ jobs: jobs.filter((job) => job.id !== id) }));
  }
}

function change(id: string, part: Partial<ShownJob>): void {
  store.setState(({ jobs }) => ({ jobs: jobs.map((job) => (job.id === id ? { ...job, ...part } : job)) }));
}

export function shownJobsNow(): readonly ShownJob[] {
  return store.getState().jobs;
}

export function useShownJobs(): readonly ShownJob[] {
  return useStore(store, ({ jobs }) => jobs);
}
