import { useEffect } from 'react';
import { showView } from '../state/desk.js';
import { followBackups } from '../state/backups.js';
import { checkLibrary } from '../library/check-library.js';
import { offerKeptWords } from '../issue/kept-words.js';
import { purposeNow } from '../state/contributor.js';
import { flushWindow } from '../state/flush-window.js';
import { issueSession } from '../state/issue-session.js';
import { followLibrary, libraryNow } from '../state/library-store.js';
import { tellFailure } from '../state/messages.js';
import { existingSelection, readSelectionKey, selectionKey } from '../state/selection.js';
import { followSticks } from '../state/exchange.js';
import { followPublications } from '../state/publication.js';
import { followUnits } from '../state/units.js';
import { changeSetting, setting } from '../state/settings.js';
import { followClosing } from './closing.js';

const flush = (): void => void flushWindow();

/** Opens where the editor left off, follows the library, and saves whenever the window may go away. */
export function useWindowLife(): void {
  useEffect(() => {
    void resume();
    const stops = [
      followLibrary(),
      followUnits(),
      followPublications(),
      followSticks(),
      followBackups(),
      rememberPlace(),
      followClosing(),
      followHiding(),
    ];
    return () => stops.forEach((stop) => stop());
  }, []);
}

async function resume(): Promise<void> {
  try {
    await openLast();
    await offerKeptWords();
    await checkLibrary();
  } catch (failure) {
    tellFailure(failure);
  }
}

/** A unit's library shows no issues, though it may have been an office's once. */
async function openLast(): Promise<void> {
  if (purposeNow() === 'unit') return;
  const last = setting('lastIssue');
  const place = readSelectionKey(setting('lastPlace'));
  if (!libraryNow().issues.some(({ key }) => key === last)) return;
  await issueSession.getState().open(last);
  const { issue } = issueSession.getState();
  if (issue && place) issueSession.getState().select(existingSelection(issue, place));
  if (setting('view') === 'issue') showView('issue');
}

/** The issue and its part to open next time; follows the open one when its number changes. */
function rememberPlace(): () => void {
  return issueSession.subscribe(({ key, current }, before) => {
    if (key === undefined) return;
    if (key !== before.key) changeSetting('lastIssue', key);
    if (current !== before.current) changeSetting('lastPlace', selectionKey(current));
  });
}

function followHiding(): () => void {
  window.addEventListener('pagehide', flush);
  window.addEventListener('blur', flush);
  document.addEventListener('visibilitychange', flush);
  return () => {
    window.removeEventListener('pagehide', flush);
    window.removeEventListener('blur', flush);
    document.removeEventListener('visibilitychange', flush);
  };
}
