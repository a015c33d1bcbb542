import { useEffect, useRef } from 'react';
import { useDesk } from '../state/desk.js';
import { focusLastPane } from '../state/pane-focus.js';

/**
 * The keyboard goes back to the pane that had it when a dialog or the manual is closed and nothing else has taken it: a
 * dialog that is taken out of the page leaves it nowhere.
 */
export function useKeyboardBack(): void {
  const dialog = useDesk((state) => state.dialog);
  const manual = useDesk((state) => state.manual);
  const before = useRef({ dialog, manual });
  useEffect(() => {
    const { current } = before;
    before.current = { dialog, manual };
    const isClosed = (current.dialog !== undefined && dialog === undefined) || (current.manual !== undefined && manual === undefined);
    if (!isClosed) return undefined;
    // Later, for a command that was chosen in the dialog takes it where it wants.
    const timer = setTimeout(() => {
      if (document.activeElement === null || document.activeElement === document.body) focusLastPane();
    });
    return () => clearTimeout(timer);
  }, [dialog, manual]);
}
