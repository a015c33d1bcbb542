import { useEffect } from 'react';
import { commands, commandsFor, menus, shortcutOf, type Command, type CommandId } from '../../shared/commands.js';
import { isCommandReady, runCommand } from './command-registry.js';

/** Listens to the keyboard of the whole window and gives the commands of the table. */
export function useCommandKeys(isBlocked: () => boolean): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.isComposing || event.defaultPrevented) return;
      if (openMenu(event)) return event.preventDefault();
      const id = commandsFor(shortcutOf(event)).find((candidate) => applies(candidate, event.target));
      if (id === undefined || (isBlocked() && !id.startsWith('help.'))) return;
      event.preventDefault();
      runCommand(id);
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, [isBlocked]);
}

/** A scoped command applies only where its scope's element holds the focus. */
function applies(id: CommandId, target: EventTarget | null): boolean {
  const { scope }: Command = commands[id];
  if (!isCommandReady(id)) return false;
  return scope === undefined || (target instanceof Element && target.closest(`[data-scope="${scope}"]`) !== null);
}

function openMenu({ altKey, ctrlKey, shiftKey, key }: KeyboardEvent): boolean {
  const menu = menus.find(({ letter }) => altKey && !ctrlKey && !shiftKey && letter === key.toUpperCase());
  if (!menu) return false;
  document.querySelector<HTMLElement>(`[data-menu="${menu.name}"]`)?.click();
  return true;
}
