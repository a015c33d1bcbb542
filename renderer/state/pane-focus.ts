/** F6 and coming back: which pane has the keyboard. A pane is a `data-pane`, the element of it to begin with `data-pane-focus`. */
import { writingSurface } from './writing-surface.js';

/** Names of the panes that had the keyboard, the latest first. */
let recent: readonly string[] = [];

/** Notes which pane has the keyboard, for coming back; returns what stops it. */
export function followPanes(): () => void {
  const note = ({ target }: FocusEvent): void => {
    const name = target instanceof Element ? target.closest<HTMLElement>('[data-pane]')?.dataset['pane'] : undefined;
    if (name !== undefined) recent = [name, ...recent.filter((each) => each !== name)];
  };
  document.addEventListener('focusin', note);
  return () => document.removeEventListener('focusin', note);
}

/** Takes the focus from one pane to the next, in the order they stand in the window. */
export function focusNextPane(): void {
  const panes = shownPanes();
  const current = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = panes[(current + 1) % panes.length];
  if (next) focusPane(next);
}

/** Gives the keyboard to the pane of this view that had it last; at first to the text, where there is one. */
export function focusLastPane(): void {
  const panes = shownPanes();
  const last = recent.map((name) => panes.find(({ dataset }) => dataset['pane'] === name)).find((pane) => pane !== undefined);
  const surface = writingSurface();
  const pane = last ?? panes.find((each) => surface && each.contains(surface.element())) ?? panes[0];
  if (pane) focusPane(pane);
}

/** Gives the keyboard to a pane: to its text with the cursor as it was left, to its chosen row, else to its first field. */
export function focusPane(pane: HTMLElement): void {
  const surface = writingSurface();
  if (surface && pane.contains(surface.element())) return surface.focus();
  const target = pane.querySelector<HTMLElement>('[data-pane-focus]') ?? pane.querySelector<HTMLElement>('input, select, textarea, button');
  (target ?? pane).focus();
}

function shownPanes(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => pane.getClientRects().length > 0);
}
