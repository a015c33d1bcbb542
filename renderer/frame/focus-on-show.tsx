import { useEffect } from 'react';
import { focusLastPane } from '../state/pane-focus.js';

/**
 * Gives the keyboard to a view, or another issue, once it is drawn: to its text or chosen row. A dialog that was opened while the
 * view was still being read keeps it: its list would close again, and what is typed for it would go into the view behind.
 */
export function FocusOnShow({ isBlocked }: { readonly isBlocked: () => boolean }) {
  useEffect(() => {
    if (!isBlocked()) focusLastPane();
  }, [isBlocked]);
  return null;
}
