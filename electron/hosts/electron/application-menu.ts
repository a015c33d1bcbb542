import type { MenuItemConstructorOptions } from 'electron';
import { commandList, menus, type Command, type CommandId, type CommandReport } from '../../../shared/commands.js';

/** Commands that the system carries out by itself, each with the name it goes by there. */
const systemRoles = {
  'edit.cut': 'cut',
  'edit.copy': 'copy',
  'edit.paste': 'paste',
  'edit.pasteText': 'pasteAndMatchStyle',
  'edit.selectAll': 'selectAll',
} as const satisfies Partial<Record<CommandId, MenuItemConstructorOptions['role']>>;

type Listed = (typeof commandList)[number];

/**
 * The system's menu bar: the commands of this installation, in the menus, groups and words of the window's own bar. Until the
 * window has told which commands can be given, none can. @param choose is told which command was chosen
 */
export function applicationMenu(states: CommandReport | undefined, choose: (id: CommandId) => void): readonly MenuItemConstructorOptions[] {
  return [
    ...menus.map(({ name, label, letter }) => ({
      label: `${label}(&${letter})`,
      submenu: menuItems(
        commandList.filter(({ menu, id }) => menu === name && (states?.shown.includes(id) ?? true)),
        states,
        choose,
      ),
    })),
    {
      label: '窗口(&W)',
      submenu: [
        { role: 'minimize', label: '最小化' },
        { role: 'togglefullscreen', label: '全屏' },
        { role: 'close', label: '关闭' },
      ],
    },
  ];
}

function menuItems(
  listed: readonly Listed[],
  states: CommandReport | undefined,
  choose: (id: CommandId) => void,
): MenuItemConstructorOptions[] {
  return listed.flatMap((command, index) => {
    const previous = listed[index - 1];
    const line: MenuItemConstructorOptions[] = previous !== undefined && previous.group !== command.group ? [{ type: 'separator' }] : [];
    return [...line, menuItem(command, states, choose)];
  });
}

function menuItem(command: Listed, states: CommandReport | undefined, choose: (id: CommandId) => void): MenuItemConstructorOptions {
  const { id, label } = command;
  if (id in systemRoles) return { role: systemRoles[id as keyof typeof systemRoles], label };
  const keys = accelerator(command);
  return {
    id,
    label,
    enabled: states?.ready.includes(id) ?? false,
    // The keys are printed only: the window listens to them itself, and knows where they apply and who is composing.
    ...(keys === undefined ? {} : { accelerator: keys, registerAccelerator: false }),
    ...(states?.ticked.includes(id) ? { type: 'checkbox' as const, checked: true } : {}),
    click: () => choose(id),
  };
}

/** A combination as Electron writes it. */
function accelerator({ shortcuts }: Command): string | undefined {
  return shortcuts?.[0]?.replace(/Arrow(?=Up|Down|Left|Right)/u, '');
}
