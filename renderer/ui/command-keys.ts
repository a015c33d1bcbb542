import { useEffect } from 'react';
import { isBrowserKey } from '../../shared/browser-keys.js';
import { commands, commandsFor, menus, shortcutOf, type Command, type CommandId } from '../../shared/commands.js';
import { isCommandReady, runCommand } from './command-registry.js';

/** What a key press asks of the window. */
export interface KeyPorts {
  /** Whether a dialog keeps the keyboard to itself. */
  readonly isBlocked: () => boolean;
  /** Called before a command is asked whether it can be given: what is selected must be what the editor sees. */
  readonly readSelection: () => void;
}

/** Listens to the keyboard of the whole window and gives the commands of the table. */
export function useCommandKeys(ports: KeyPorts): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => takeKey(event, ports);
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, [ports]);
}

/** Key code of a press that an input method has taken; some send it without saying that they compose. */
const composingKeyCode = 229;

/** Runs the command a key press means, opens a menu, or keeps the press from the browser. An input method's keys are its own. */
export function takeKey(event: KeyboardEvent, { isBlocked, readSelection }: KeyPorts): void {
  if (event.isComposing || event.keyCode === composingKeyCode || event.defaultPrevented) return;
  const menu = menuOf(event);
  const meant = commandsFor(shortcutOf(event)).filter((id) => isInScope(id, event.target));
  if (menu || meant.length > 0) readSelection();
  if (menu) {
    document.querySelector<HTMLElement>(`[data-menu="${menu.name}"]`)?.click();
    return event.preventDefault();
  }
  const id = meant.find(isCommandReady);
  if (id !== undefined && !(isBlocked() && !id.startsWith('help.'))) {
    event.preventDefault();
    runCommand(id);
  } else if (isBrowserKey(event) || (meant.length > 0 && !isFieldStep(event))) {
    event.preventDefault();
  }
}

/** A scoped command applies only where its scope's element holds the focus. */
function isInScope(id: CommandId, target: EventTarget | null): boolean {
  const { scope }: Command = commands[id];
  return scope === undefined || (target instanceof Element && target.closest(`[data-scope="${scope}"]`) !== null);
}

/** 撤销 and 重做 that we cannot give now are left to a plain field. */
function isFieldStep({ ctrlKey, altKey, key }: KeyboardEvent): boolean {
  return ctrlKey && !altKey && /^[zy]$/iu.test(key);
}

function menuOf({ altKey, ctrlKey, shiftKey, key }: KeyboardEvent): (typeof menus)[number] | undefined {
  return menus.find(({ letter }) => altKey && !ctrlKey && !shiftKey && letter === key.toUpperCase());
}
