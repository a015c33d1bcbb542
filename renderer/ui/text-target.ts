/**
 * The field the editor types in, also while a menu has the focus, so that 剪切, 粘贴 and 全选 chosen there mean it; and
 * whether something is selected to be copied.
 */
import { createStore } from 'zustand';

export interface TextTarget {
  /** An input, a text area or a writing surface; undefined while none has the keyboard. */
  readonly element: HTMLElement | undefined;
  readonly hasSelection: boolean;
  readonly canChange: boolean;
}

const none: TextTarget = { element: undefined, hasSelection: false, canChange: false };
export const textTarget = createStore<TextTarget>(() => none);

/** Parts of the window that take the focus only for a moment. */
const passing = '.menu-bar, .ant-dropdown, [data-passing]';

/** Reads where the keyboard is and what is selected, here and now: the browser tells of a selection only in a later turn. */
export function lookAtTextTarget(): void {
  const next = readTarget(textTarget.getState());
  if (!isSame(next, textTarget.getState())) textTarget.setState(next, true);
}

/** Follows focus and selection of the whole window; returns what stops it. */
export function followTextTarget(): () => void {
  document.addEventListener('focusin', lookAtTextTarget);
  document.addEventListener('selectionchange', lookAtTextTarget);
  return () => {
    document.removeEventListener('focusin', lookAtTextTarget);
    document.removeEventListener('selectionchange', lookAtTextTarget);
  };
}

function readTarget(before: TextTarget): TextTarget {
  const active = document.activeElement;
  if (isPassing(active)) return before.element?.isConnected === false ? none : before;
  const element = active instanceof HTMLElement && isTextField(active) ? active : undefined;
  return { element, hasSelection: hasSelection(element), canChange: element !== undefined && canChange(element) };
}

/** In a menu, or on the way there: the focus leaves one element before it comes to the next. Not while other text is selected. */
function isPassing(active: Element | null): boolean {
  if (active === document.body) return document.getSelection()?.isCollapsed ?? true;
  return active instanceof Element && active.closest(passing) !== null;
}

function hasSelection(element: HTMLElement | undefined): boolean {
  if (isInput(element)) return element.selectionStart !== element.selectionEnd;
  return !(document.getSelection()?.isCollapsed ?? true);
}

function canChange(element: HTMLElement): boolean {
  return isInput(element) ? !element.readOnly && !element.disabled : element.isContentEditable;
}

/** Kinds of input that hold text. */
const textKinds = new Set(['text', 'search', 'tel', 'url', 'email', 'password', 'number']);

/** Whether an element is one the editor types in; a surface that can only be read counts, it can be copied from. */
export function isTextField(element: Element): boolean {
  if (element instanceof HTMLInputElement) return textKinds.has(element.type);
  return element instanceof HTMLTextAreaElement || (element instanceof HTMLElement && element.isContentEditable);
}

export function isInput(element: Element | undefined): element is HTMLInputElement | HTMLTextAreaElement {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

function isSame(a: TextTarget, b: TextTarget): boolean {
  return a.element === b.element && a.hasSelection === b.hasSelection && a.canChange === b.canChange;
}
