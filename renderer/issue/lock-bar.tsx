import { isLockedState } from '../../shared/document/issue-states.js';
import { openDialog } from '../state/desk.js';
import { useIssueSession } from '../state/issue-session.js';
import { isReadOnly } from '../state/read-only.js';
import { Bar } from '../ui/bar.js';

/** Says why a printed issue takes no changes, and how it does; while it is being corrected, how that ends. */
export function LockBar() {
  const state = useIssueSession(({ issue }) => issue?.state);
  if (state === undefined || isReadOnly()) return null;
  if (state === 'correcting')
    return (
      <Bar
        tone="info"
        text="正在更正已印发的一期，改完请重新印发。"
        actions={[{ label: '重新印发…', run: () => openDialog({ kind: 'go-to-state', to: 'printed' }) }]}
      />
    );
  if (!isLockedState(state)) return null;
  return (
    <Bar
      tone="info"
      text="本期已印发，文字已锁定，仍可查看、导出和打印。"
      actions={[{ label: '更正…', run: () => openDialog({ kind: 'go-to-state', to: 'correcting' }) }]}
    />
  );
}
