/**
 * Opens the issue in the library of argv[2] in the window's own session and types into it without end, telling on
 * stdout after each character how many there are and when it was typed; the test kills this process at any moment.
 */
import { writeSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { openLibrary } from '../../electron/services/library/library.js';
import { randomIds, systemClock } from '../../electron/services/system-ports.js';
import { createIssueSession } from '../../renderer/state/issue-session.js';
import { updateItem } from '../../shared/document/edit-issue.js';
import { issueItems } from '../../shared/document/issue.js';
import type { CallName, CallRequest, CallResponse } from '../../shared/ipc.js';
import { typedKey } from './typing-plan.js';

const [, , folder = ''] = process.argv;
const library = await openLibrary({ folder, clock: systemClock, ids: randomIds });

async function answer(name: CallName, request: object): Promise<object> {
  if (name === 'issue.get') return library.getIssue(typedKey);
  if (name !== 'issue.save') return {};
  const { key, issue, baseRevision } = request as CallRequest<'issue.save'>;
  return library.saveIssue(key, issue, baseRevision);
}

const session = createIssueSession({
  call: async <Name extends CallName>(name: Name, request: CallRequest<Name>) => (await answer(name, request)) as CallResponse<Name>,
  nowMs: () => Date.now(),
  isReadOnly: () => false,
  schedule: (action, delayMs) => {
    const timer = setTimeout(action, delayMs);
    return () => clearTimeout(timer);
  },
});
await session.getState().open(typedKey);
const { issue } = session.getState();
const itemId = issue && issueItems(issue)[0]?.item.id;
if (itemId === undefined) throw new Error('the issue has no article');
for (let count = 1; ; count += 1) {
  const title = '字'.repeat(count);
  session.getState().edit((before) => updateItem(before, itemId, (item) => ({ ...item, title })), { merge: 'title' });
  writeSync(1, `${String(count)} ${performance.now().toFixed(0)}\n`);
  await delay(15);
}
