import { issueSession } from './issue-session.js';
import { ownSession } from './own-session.js';

/** Saves what the window has open, an issue or a unit's manuscript; false when some of it could not be saved. */
export async function flushWindow(): Promise<boolean> {
  const saved = await Promise.all([issueSession.getState().flush(), ownSession.getState().flush()]);
  return saved.every((each) => each);
}
