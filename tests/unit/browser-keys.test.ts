import { describe, expect, it } from 'vitest';
import { isBrowserKey } from '../../shared/browser-keys.js';
import { commandList, reservedShortcuts, type KeyPress } from '../../shared/commands.js';

function press(combination: string): KeyPress {
  const parts = combination.split('+');
  const last = parts.at(-1) ?? '';
  const key = { Plus: '+', Space: ' ' }[last] ?? (last.length === 1 ? last.toLowerCase() : last);
  return { key, ctrlKey: parts.includes('Ctrl'), altKey: parts.includes('Alt'), shiftKey: parts.includes('Shift') };
}

describe('keys of the browser', () => {
  const closed = [
    ...['F5', 'F7', 'F10', 'F11', 'F12', 'Ctrl+F5', 'Shift+F5', 'Alt+ArrowLeft', 'Alt+ArrowRight', 'Alt+Home', 'Alt+D'],
    ...['Ctrl+R', 'Ctrl+Shift+R', 'Ctrl+U', 'Ctrl+Shift+P', 'Ctrl+G', 'Ctrl+J', 'Ctrl+D', 'Ctrl+L'],
    ...[
      'Ctrl+T',
      'Ctrl+Shift+T',
      'Ctrl+W',
      'Ctrl+Shift+N',
      'Ctrl+Shift+I',
      'Ctrl+Shift+J',
      'Ctrl+Shift+C',
      'Ctrl+Shift+O',
      'Ctrl+Shift+Delete',
    ],
    ...['Ctrl+Tab', 'Ctrl+PageUp', 'Ctrl+Q', 'BrowserBack', 'BrowserRefresh', 'BrowserSearch', 'LaunchMail'],
  ].filter((each) => each !== 'Ctrl+Shift+Delete');

  it.each(closed)('%s is closed', (combination) => {
    expect(isBrowserKey(press(combination))).toBe(true);
  });

  it('leaves our own combinations, the input method’s and the clipboard’s', () => {
    const ours = commandList.flatMap((command) => ('shortcuts' in command ? command.shortcuts : []));
    for (const combination of [...ours, ...reservedShortcuts, 'Ctrl+Shift+V']) {
      expect([combination, isBrowserKey(press(combination))]).toEqual([combination, false]);
    }
  });

  it.each(['a', 'Enter', 'Tab', 'Escape', 'ArrowLeft', 'Shift+ArrowLeft', 'Ctrl+ArrowLeft', 'Ctrl+Shift+End', 'Ctrl+Backspace', 'Ctrl+Z'])(
    'leaves %s to the text',
    (combination) => {
      expect(isBrowserKey(press(combination))).toBe(false);
    },
  );

  it.each(['Shift+F10', 'ContextMenu', 'Control', 'Process', 'Shift+Insert', 'Ctrl+Insert', 'Shift+Delete'])('leaves %s', (combination) => {
    expect(isBrowserKey({ ...press(combination), ctrlKey: combination === 'Control' || combination.startsWith('Ctrl') })).toBe(false);
  });
});
