import type { Handlers } from '../call-handlers.js';
import type { Handles } from '../handles.js';
import type { Backups } from './backups.js';

/** Calls about backups; folders cross as handles. */
export function createBackupHandlers(backups: Backups, handles: Handles) {
  return {
    'backup.state': () => backups.state(),
    'backup.choose': ({ folder }, job) => backups.choose(folder === undefined ? undefined : handles.resolve(folder), job),
    'backup.plan': (plan) => backups.setPlan(plan),
    'backup.run': (_request, job) => backups.run(job),
    'backup.rehearse': (_request, job) => backups.rehearse(job),
    'backup.restore': async ({ folder }, job) => ({ path: await backups.restore(handles.resolve(folder), job) }),
  } satisfies Partial<Handlers>;
}
