/** Rows of a menu made from commands: tick, label, keys; dimmed where the command cannot be given now. */
import type { MenuProps } from 'antd';
import { commands, shortcutLabels, type Command, type CommandId } from '../../shared/commands.js';
import { runCommand, type CommandStates } from './command-registry.js';

/** A command; a hairline stands where the group changes. */
export function commandItems(ids: readonly CommandId[], { ready, ticked }: CommandStates): NonNullable<MenuProps['items']> {
  return ids.flatMap((id, index) => {
    const command: Command = commands[id];
    const previous = ids[index - 1];
    const item = {
      key: id,
      disabled: !ready.has(id),
      label: (
        <span className="menu-item">
          <span className="menu-tick">{ticked.has(id) ? '✓' : ''}</span>
          <span>{command.label}</span>
          <kbd>{shortcutLabels(command)[0] ?? ''}</kbd>
        </span>
      ),
    };
    return previous !== undefined && isApart(commands[previous], command) ? [{ type: 'divider', key: `above ${id}` }, item] : [item];
  });
}

function isApart(a: Command, b: Command): boolean {
  return a.menu !== b.menu || a.group !== b.group;
}

/** Runs a chosen command once its menu is closed, so that the command may move the focus. */
export function giveChosen(key: string): void {
  setTimeout(() => runCommand(key as CommandId), 0);
}
