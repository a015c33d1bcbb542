/** Keys that browsers take for themselves and that are not ours: reload, print, find, history, developer tools … */
import { commandsFor, reservedShortcuts, shortcutOf, type KeyPress } from './commands.js';

/** With Ctrl, these work inside text and stay with the field. */
const textKeys = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'Backspace', 'Delete', 'Insert', 'Enter']);
/** With Ctrl, the system's own: clipboard and the step back and forward of a plain field. */
const fieldCombinations = new Set(['Ctrl+A', 'Ctrl+C', 'Ctrl+V', 'Ctrl+X', 'Ctrl+Shift+V', 'Ctrl+Z', 'Ctrl+Y', 'Ctrl+Shift+Z']);
/** Keys of office and multimedia keyboards that lead a browser away. */
const leavingKeys = /^(Browser.+|Launch.+|F\d{1,2})$/u;
/** With Alt, what a browser has: back, forward, start page, address line, its own menu. */
const altKeys = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'D', 'E', 'F']);
/** Modifiers alone. */
const modifiers = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Process', 'Dead', 'Unidentified']);

/**
 * Whether a key press is to be kept from the browser: whatever is neither a command of ours nor the business of a text
 * field or an input method. Everything with Ctrl is closed unless it is known, so that no browser's new key shows through.
 */
export function isBrowserKey(press: KeyPress): boolean {
  const combination = shortcutOf(press);
  if (commandsFor(combination).length > 0 || reservedShortcuts.includes(combination)) return false;
  if (modifiers.has(press.key)) return false;
  if (leavingKeys.test(press.key)) return !(press.key === 'F10' && press.shiftKey);
  if (press.ctrlKey) return !textKeys.has(press.key) && !fieldCombinations.has(combination);
  return press.altKey && altKeys.has(press.key.length === 1 ? press.key.toUpperCase() : press.key);
}
