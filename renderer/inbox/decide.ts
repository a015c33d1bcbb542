/** What an editor decides on submissions; each tells what happened. */
import { decisionFacts } from '../../shared/submissions/submission-labels.js';
import { nextWaiting, type SubmissionRow } from '../../shared/submissions/list-submissions.js';
import type { Decision } from '../../shared/submissions/submission-states.js';
import { call } from '../bridge.js';
import { refreshLibrary } from '../state/library-store.js';
import { tell } from '../state/messages.js';
import { decidedIds, inbox, readSubmission } from '../state/inbox-state.js';

/** Decided on, while the list still shows them waiting. */
const underway = new Set<string>();

/**
 * Decides on what is chosen. The next one waiting is shown at once, so that a key pressed before the decision is saved is never
 * for the same manuscript again; where it is refused, the list goes back to it. @throws CallFailure
 */
export async function decideChosen(decision: Decision, reason: string, shown: readonly SubmissionRow[]): Promise<void> {
  const ids = decidedIds();
  const [first] = ids;
  if (first === undefined) return;
  const before = shown.filter(({ id }) => ids.includes(id));
  for (const id of ids) underway.add(id);
  const next = nextWaiting(
    shown.filter(({ id }) => id === first || !underway.has(id)),
    first,
  );
  readSubmission(next ?? inbox.getState().current);
  try {
    await call('submission.decide', { ids: [...ids], decision, reason });
    await refreshLibrary();
  } catch (error) {
    readSubmission(first);
    throw error;
  } finally {
    for (const id of ids) underway.delete(id);
  }
  const what = ids.length === 1 ? `“${before[0]?.title ?? ''}”` : `${ids.length} 篇来稿`;
  tell('success', `${what}已记为${decisionFacts[decision].label}。`, [
    { label: '撤销', run: () => void takeBack(before).catch(() => undefined) },
  ]);
}

/** Gives each its former decision back. */
async function takeBack(before: readonly SubmissionRow[]): Promise<void> {
  for (const { id, decision, reason } of before) await call('submission.decide', { ids: [id], decision, reason: reason ?? '' });
  await refreshLibrary();
  readSubmission(before[0]?.id);
}
