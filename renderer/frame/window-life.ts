import { useEffect } from 'react';
import { onNotice } from '../bridge.js';
import { showView } from '../state/desk.js';
import { issueSession } from '../state/issue-session.js';
import { followLibrary, libraryNow } from '../state/library-store.js';
import { tellFailure } from '../state/messages.js';
import { changeSetting, setting } from '../state/settings.js';

const flush = (): void => void issueSession.getState().flush();

/** Opens where the editor left off, follows the library, and saves whenever the window may go away. */
export function useWindowLife(): void {
  useEffect(() => {
    void resume();
    const stops = [followLibrary(), rememberIssue(), onNotice('app.closing', flush), followHiding()];
    return () => stops.forEach((stop) => stop());
  }, []);
}

async function resume(): Promise<void> {
  const last = setting('lastIssue', '');
  if (!libraryNow().issues.some(({ key }) => key === last)) return;
  try {
    await issueSession.getState().open(last);
    if (setting('view', 'library') === 'issue') showView('issue');
  } catch (failure) {
    tellFailure(failure);
  }
}

/** The issue to open next time; follows the open one when its number changes. */
function rememberIssue(): () => void {
  return issueSession.subscribe(({ key }, before) => {
    if (key !== undefined && key !== before.key) changeSetting('lastIssue', key);
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
