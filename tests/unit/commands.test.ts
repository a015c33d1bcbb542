import { describe, expect, it } from 'vitest';
import { commandList, commandsFor, menus, reservedShortcuts, shortcutLabel, shortcutOf, type Command } from '../../shared/commands.js';

const withShortcuts = commandList.flatMap((command) => (command.shortcuts ?? []).map((shortcut) => ({ ...command, shortcut })));

function overlap(a: Command, b: Command): boolean {
  if (a.only !== undefined && b.only !== undefined && a.only !== b.only) return false;
  return a.scope === undefined || b.scope === undefined || a.scope === b.scope;
}

describe('commands', () => {
  it('gives no combination to two commands that can meet', () => {
    const conflicts = withShortcuts.flatMap((a, index) =>
      withShortcuts
        .slice(index + 1)
        .filter((b) => a.shortcut === b.shortcut && overlap(a, b))
        .map((b) => `${a.id} ${b.id}`),
    );
    expect(conflicts).toEqual([]);
  });

  it('leaves alone what input methods and the clipboard use', () => {
    expect(withShortcuts.filter(({ shortcut }) => reservedShortcuts.includes(shortcut))).toEqual([]);
  });

  it('leaves the letters of the menus free', () => {
    const letters = menus.map(({ letter }) => `Alt+${letter}`);
    expect(withShortcuts.filter(({ shortcut }) => letters.includes(shortcut))).toEqual([]);
    expect(new Set(letters).size).toBe(menus.length);
  });

  it('writes every combination the way a key press is named', () => {
    for (const { shortcut } of withShortcuts) {
      const parts = shortcut.split('+');
      const press = {
        key: (parts.at(-1) ?? '').toLowerCase().replace(/^arrow(.)/u, (_all, letter: string) => `Arrow${letter.toUpperCase()}`),
        ctrlKey: parts.includes('Ctrl'),
        altKey: parts.includes('Alt'),
        shiftKey: parts.includes('Shift'),
      };
      const named = press.key.length > 1 && !press.key.startsWith('Arrow') ? { ...press, key: parts.at(-1) ?? '' } : press;
      expect(shortcutOf(named)).toBe(shortcut);
    }
  });

  it('prints arrows as arrows and plus as a sign', () => {
    expect(shortcutLabel('Alt+Shift+ArrowUp')).toBe('Alt+Shift+↑');
    expect(shortcutLabel('Ctrl+Plus')).toBe('Ctrl++');
  });

  it('takes a plus for the same key with Shift and from the number pad', () => {
    const press = { key: '+', ctrlKey: true, altKey: false };
    expect([true, false].map((shiftKey) => commandsFor(shortcutOf({ ...press, shiftKey })))).toEqual([['view.zoomIn'], ['view.zoomIn']]);
  });

  it('fills every menu, groups in rising order', () => {
    for (const { name } of menus) {
      const groups = commandList.filter(({ menu }) => menu === name).map(({ group }) => group);
      expect(groups.length).toBeGreaterThan(0);
      expect(groups).toEqual(groups.toSorted((a, b) => a - b));
    }
  });
});
