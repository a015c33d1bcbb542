import type { MenuItemConstructorOptions } from 'electron';

/** The menu behind the window's own: without it the system's keys for copying and pasting would do nothing on some systems. */
export const applicationMenu: readonly MenuItemConstructorOptions[] = [
  {
    label: '编辑',
    submenu: [
      { role: 'cut', label: '剪切' },
      { role: 'copy', label: '复制' },
      { role: 'paste', label: '粘贴' },
      { role: 'pasteAndMatchStyle', label: '只粘贴文字' },
      { role: 'selectAll', label: '全选' },
    ],
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
