import type { MenuItemConstructorOptions } from 'electron';
import { commands, type CommandId } from '../../../shared/commands.js';

/** Commands that the system carries out by itself, each with the name it goes by there. */
const systemRoles = {
  'edit.cut': 'cut',
  'edit.copy': 'copy',
  'edit.paste': 'paste',
  'edit.pasteText': 'pasteAndMatchStyle',
  'edit.selectAll': 'selectAll',
} as const satisfies Partial<Record<CommandId, MenuItemConstructorOptions['role']>>;

/**
 * The menu behind the window's own: without it the system's keys for copying and pasting would do nothing on some
 * systems. Labels come from the table of commands; all other commands are in the window's own menu bar.
 */
export const applicationMenu: readonly MenuItemConstructorOptions[] = [
  {
    label: '编辑',
    submenu: Object.entries(systemRoles).map(([id, role]) => ({ role, label: commands[id as keyof typeof systemRoles].label })),
  },
  {
    label: '窗口',
    submenu: [
      { role: 'minimize', label: '最小化' },
      { role: 'togglefullscreen', label: '全屏' },
      { role: 'close', label: '关闭' },
    ],
  },
];
