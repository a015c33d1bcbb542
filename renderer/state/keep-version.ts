import { call } from '../bridge.js';
import { issueSession } from './issue-session.js';

/** Keeps what is on disk now as a version, with a name or without; false when not everything could be saved. @throws CallFailure */
export async function keepVersion(name: string): Promise<boolean> {
  const { flush, key } = issueSession.getState();
  if (key === undefined || !(await flush())) return false;
  await call('history.keep', { key: issueSession.getState().key ?? key, name });
  return true;
}
