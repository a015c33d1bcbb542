/** What the library did not take the last time: told when the window opens, to be restored or let go. */
import type { CallResponse } from '../../shared/ipc.js';
import { call } from '../bridge.js';
import { instantLabel } from '../library/issue-label.js';
import { attempt, openIssue } from '../library/library-actions.js';
import { issueSession } from '../state/issue-session.js';
import { libraryNow } from '../state/library-store.js';
import { tell } from '../state/messages.js';
import { isReadOnly } from '../state/read-only.js';
import { confirm } from '../ui/confirm.js';
import { saveAsCopy } from './save-as-copy.js';
import { issueName } from '../state/publication.js';

type KeptWords = CallResponse<'words.kept'>['kept'][number];

/** Shows a bar for every issue whose last words are kept outside the library. @throws CallFailure */
export async function offerKeptWords(): Promise<void> {
  if (isReadOnly()) return;
  const { kept } = await call('words.kept', {});
  for (const words of kept) offer(words);
}

function offer(words: KeptWords): void {
  const when = instantLabel(words.keptAt, new Date().getFullYear());
  tell('warning', `${issueName(words.key)}有修改没有存进资料库（${when}），程序另留了一份。`, [
    { label: '恢复这些修改', run: () => attempt(() => restore(words).catch((failure: unknown) => offerAgain(words, failure))) },
    { label: '丢弃', run: () => attempt(() => discard(words)) },
  ]);
}

/** Opens the issue with the kept words as one change, which can be undone; an issue no longer there becomes a new one. */
async function restore(words: KeptWords): Promise<void> {
  if (!libraryNow().issues.some(({ key }) => key === words.key)) {
    await saveAsCopy(words.issue);
    await openIssue(issueSession.getState().key ?? words.key);
  } else {
    await openIssue(words.key);
    if (issueSession.getState().key !== words.key) return offer(words);
    issueSession.getState().edit(() => words.issue);
    if (!(await issueSession.getState().flush())) return offer(words);
    tell('success', `已恢复${issueName(words.key)}的修改；不合用可以撤销。`);
  }
  await call('words.drop', { id: words.id });
}

function offerAgain(words: KeptWords, failure: unknown): never {
  offer(words);
  throw failure;
}

async function discard(words: KeptWords): Promise<void> {
  const goOn = await confirm({ title: '丢弃留存的修改', text: '丢弃后找不回来。', danger: '丢弃', stay: '留着' });
  if (!goOn) return offer(words);
  await call('words.drop', { id: words.id });
}
