/** The keyboard never stands nowhere: what goes while it has the keyboard gives it back to where it was before. */
import { focusLastPane } from './pane-focus.js';
import { giveKeyboard } from './writing-surface.js';

/** Parts that have the keyboard for a while only: menus, dialogs, the manual. */
const passing = '.menu-bar, .ant-dropdown, .ant-select-dropdown, .ant-modal-root, .ant-drawer, [data-passing]';

/** Follows the keyboard of the whole window; a click that takes it from everything is let be. Returns what stops it. */
export function followLostKeyboard(): () => void {
  let place: HTMLElement | undefined;
  let isPressed = false;
  const note = ({ target }: FocusEvent): void => {
    if (target instanceof HTMLElement && target.closest(passing) === null) place = target;
  };
  const look = ({ relatedTarget }: FocusEvent): void => {
    // Later: what takes the keyboard along by itself does it right after.
    if (relatedTarget === null && !isPressed) setTimeout(() => giveBack(place));
  };
  const press = ({ type }: PointerEvent): void => {
    isPressed = type === 'pointerdown';
  };
  const presses = ['pointerdown', 'pointerup', 'pointercancel'] as const;
  document.addEventListener('focusin', note);
  document.addEventListener('focusout', look);
  for (const name of presses) document.addEventListener(name, press, true);
  return () => {
    document.removeEventListener('focusin', note);
    document.removeEventListener('focusout', look);
    for (const name of presses) document.removeEventListener(name, press, true);
  };
}

/** To where it was, or where that is gone, to the pane that had it; a dialog that is open keeps it to itself. */
function giveBack(place: HTMLElement | undefined): void {
  if (!isLost() || isShown(document.querySelector('.ant-modal-wrap'))) return;
  if (place !== undefined && isShown(place)) giveKeyboard(place);
  if (isLost()) focusLastPane();
}

function isLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

function isShown(element: Element | null): boolean {
  return element !== null && element.getClientRects().length > 0;
}
