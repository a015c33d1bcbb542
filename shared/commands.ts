/** The one table of commands: menus, keyboard and the list of shortcuts all come from it. */

export type MenuName = 'file' | 'edit' | 'insert' | 'format' | 'table' | 'view' | 'help';

/** What an installation is for: 编辑部, or 投稿端 of a unit that sends manuscripts in. */
export type Purpose = 'office' | 'unit';

export interface Command {
  readonly label: string;
  readonly menu: MenuName;
  /** Commands of one group stand together in their menu; a hairline parts the groups. */
  readonly group: number;
  /** `Ctrl+Shift+Z`, `Alt+ArrowUp`, `F1`: modifiers in the order Ctrl, Alt, Shift, then the key. */
  readonly shortcuts?: readonly string[];
  /** A key the system carries out by itself in every field; menus and the sheet print it, nobody listens for it. */
  readonly systemShortcut?: string;
  /** Where the shortcut works: anywhere (the default), or only while the focus is in the outline or the article editor. */
  readonly scope?: 'outline' | 'editor';
  /** Given in installations of this purpose alone; absent, in every one. */
  readonly only?: Purpose;
}

/** Menus in their order, each with the letter that opens it together with Alt. */
export const menus: readonly { readonly name: MenuName; readonly label: string; readonly letter: string }[] = [
  { name: 'file', label: '文件', letter: 'F' },
  { name: 'edit', label: '编辑', letter: 'E' },
  { name: 'insert', label: '插入', letter: 'I' },
  { name: 'format', label: '格式', letter: 'O' },
  { name: 'table', label: '表格', letter: 'B' },
  { name: 'view', label: '视图', letter: 'V' },
  { name: 'help', label: '帮助', letter: 'H' },
];

/** A row here and what it does in `renderer/commands/`: the compiler asks for the one when the other is there. */
export const commands = {
  'file.newIssue': { label: '新建下一期', menu: 'file', group: 1, shortcuts: ['Ctrl+N'], only: 'office' },
  'file.newManuscript': { label: '新写一篇', menu: 'file', group: 1, shortcuts: ['Ctrl+N'], only: 'unit' },
  'file.import': { label: '导入…', menu: 'file', group: 1, shortcuts: ['Ctrl+O'] },
  'file.duplicate': { label: '复制本期', menu: 'file', group: 1, only: 'office' },
  'file.save': { label: '立即保存', menu: 'file', group: 2, shortcuts: ['Ctrl+S'] },
  'file.keepVersion': { label: '存为版本…', menu: 'file', group: 2, only: 'office' },
  'file.export': { label: '导出…', menu: 'file', group: 2, shortcuts: ['Ctrl+E'], only: 'office' },
  'file.send': { label: '报送…', menu: 'file', group: 2, shortcuts: ['Ctrl+E'], only: 'unit' },
  'file.print': { label: '打印…', menu: 'file', group: 2, shortcuts: ['Ctrl+P'], only: 'office' },
  'edit.undo': { label: '撤销', menu: 'edit', group: 1, shortcuts: ['Ctrl+Z'] },
  'edit.redo': { label: '重做', menu: 'edit', group: 1, shortcuts: ['Ctrl+Y', 'Ctrl+Shift+Z'] },
  'edit.cut': { label: '剪切', menu: 'edit', group: 2, systemShortcut: 'Ctrl+X' },
  'edit.copy': { label: '复制', menu: 'edit', group: 2, systemShortcut: 'Ctrl+C' },
  'edit.paste': { label: '粘贴', menu: 'edit', group: 2, systemShortcut: 'Ctrl+V' },
  'edit.pasteText': { label: '只粘贴文字', menu: 'edit', group: 2, systemShortcut: 'Ctrl+Shift+V' },
  'edit.selectAll': { label: '全选', menu: 'edit', group: 2, systemShortcut: 'Ctrl+A' },
  'edit.find': { label: '查找…', menu: 'edit', group: 3, shortcuts: ['Ctrl+F'], only: 'office' },
  'edit.replace': { label: '替换…', menu: 'edit', group: 3, shortcuts: ['Ctrl+H'], only: 'office' },
  'edit.findNext': { label: '下一处', menu: 'edit', group: 3, shortcuts: ['F3'], only: 'office' },
  'edit.findPrevious': { label: '上一处', menu: 'edit', group: 3, shortcuts: ['Shift+F3'], only: 'office' },
  'edit.moveUp': { label: '上移', menu: 'edit', group: 4, shortcuts: ['Alt+ArrowUp'], only: 'office' },
  'edit.moveDown': { label: '下移', menu: 'edit', group: 4, shortcuts: ['Alt+ArrowDown'], only: 'office' },
  'edit.moveToPreviousColumn': { label: '移到上一栏目', menu: 'edit', group: 4, shortcuts: ['Alt+Shift+ArrowUp'], only: 'office' },
  'edit.moveToNextColumn': { label: '移到下一栏目', menu: 'edit', group: 4, shortcuts: ['Alt+Shift+ArrowDown'], only: 'office' },
  'edit.toSubmissions': { label: '移到来稿', menu: 'edit', group: 5, only: 'office' },
  'edit.remove': { label: '移出本期', menu: 'edit', group: 5, shortcuts: ['Delete'], scope: 'outline', only: 'office' },
  'insert.article': { label: '稿件', menu: 'insert', group: 1, shortcuts: ['Ctrl+M'], only: 'office' },
  'insert.brief': { label: '简讯', menu: 'insert', group: 1, shortcuts: ['Ctrl+Shift+M'], only: 'office' },
  'insert.column': { label: '栏目', menu: 'insert', group: 2, only: 'office' },
  'insert.paragraph': { label: '段落', menu: 'insert', group: 3, shortcuts: ['Ctrl+Enter'], scope: 'editor' },
  'insert.picture': { label: '图片…', menu: 'insert', group: 3 },
  'insert.subtitle': { label: '副标题', menu: 'insert', group: 3 },
  'insert.editorNote': { label: '编者按', menu: 'insert', group: 3, only: 'office' },
  'insert.source': { label: '来源单位', menu: 'insert', group: 3 },
  'insert.footnote': { label: '脚注', menu: 'insert', group: 4, shortcuts: ['Ctrl+Alt+F'], scope: 'editor' },
  'insert.table': { label: '表格', menu: 'insert', group: 4, shortcuts: ['Ctrl+Alt+T'], scope: 'editor' },
  'format.lead': { label: '段首句', menu: 'format', group: 1, shortcuts: ['Ctrl+B'], scope: 'editor' },
  'format.confirmLead': { label: '确认段首句，到下一处', menu: 'format', group: 1, shortcuts: ['Ctrl+Shift+B'], scope: 'editor' },
  'format.confirmLeads': { label: '确认全部段首句', menu: 'format', group: 1 },
  'format.bold': { label: '加粗', menu: 'format', group: 2, shortcuts: ['Ctrl+Alt+B'], scope: 'editor' },
  'format.kai': { label: '楷体', menu: 'format', group: 2, shortcuts: ['Ctrl+Alt+K'], scope: 'editor' },
  'format.body': { label: '正文', menu: 'format', group: 3, shortcuts: ['Ctrl+Alt+0'], scope: 'editor' },
  'format.level1': { label: '第一层标题 一、', menu: 'format', group: 3, shortcuts: ['Ctrl+Alt+1'], scope: 'editor' },
  'format.level2': { label: '第二层标题（一）', menu: 'format', group: 3, shortcuts: ['Ctrl+Alt+2'], scope: 'editor' },
  'format.level3': { label: '第三层标题 1.', menu: 'format', group: 3, shortcuts: ['Ctrl+Alt+3'], scope: 'editor' },
  'format.level4': { label: '第四层标题（1）', menu: 'format', group: 3, shortcuts: ['Ctrl+Alt+4'], scope: 'editor' },
  'format.tight': { label: '本段紧排', menu: 'format', group: 4 },
  'format.loose': { label: '本段松排', menu: 'format', group: 4 },
  'table.rowAbove': { label: '上面加一行', menu: 'table', group: 1 },
  'table.rowBelow': { label: '下面加一行', menu: 'table', group: 1, shortcuts: ['Ctrl+Alt+R'], scope: 'editor' },
  'table.columnLeft': { label: '左边加一列', menu: 'table', group: 1 },
  'table.columnRight': { label: '右边加一列', menu: 'table', group: 1, shortcuts: ['Ctrl+Alt+L'], scope: 'editor' },
  'table.removeRow': { label: '删去本行', menu: 'table', group: 2, shortcuts: ['Ctrl+Alt+Shift+R'], scope: 'editor' },
  'table.removeColumn': { label: '删去本列', menu: 'table', group: 2, shortcuts: ['Ctrl+Alt+Shift+L'], scope: 'editor' },
  'table.remove': { label: '删去表格', menu: 'table', group: 2 },
  'table.header': { label: '表头到本行', menu: 'table', group: 3, shortcuts: ['Ctrl+Alt+H'], scope: 'editor' },
  'table.wider': { label: '本列加宽', menu: 'table', group: 4, shortcuts: ['Ctrl+Alt+]'], scope: 'editor' },
  'table.narrower': { label: '本列收窄', menu: 'table', group: 4, shortcuts: ['Ctrl+Alt+['], scope: 'editor' },
  'table.widthsByContent': { label: '列宽随内容', menu: 'table', group: 4 },
  'show.contributor': { label: '投稿', menu: 'view', group: 1, shortcuts: ['Ctrl+9'], only: 'unit' },
  'show.issue': { label: '本期', menu: 'view', group: 1, shortcuts: ['Ctrl+1'], only: 'office' },
  'show.library': { label: '期刊库', menu: 'view', group: 1, shortcuts: ['Ctrl+2'], only: 'office' },
  'show.inbox': { label: '来稿', menu: 'view', group: 1, shortcuts: ['Ctrl+3'], only: 'office' },
  'show.exchange': { label: '交换', menu: 'view', group: 1, shortcuts: ['Ctrl+4'] },
  'show.units': { label: '单位', menu: 'view', group: 1, shortcuts: ['Ctrl+5'], only: 'office' },
  'show.history': { label: '历史', menu: 'view', group: 1, shortcuts: ['Ctrl+7'], only: 'office' },
  'show.search': { label: '搜索', menu: 'view', group: 1, shortcuts: ['Ctrl+6', 'Ctrl+Shift+F'], only: 'office' },
  'show.keeping': { label: '保管', menu: 'view', group: 1, shortcuts: ['Ctrl+8'] },
  'show.settings': { label: '设置', menu: 'view', group: 1, shortcuts: ['Ctrl+0'] },
  'view.palette': { label: '快速前往…', menu: 'view', group: 2, shortcuts: ['Ctrl+K'] },
  'view.outline': { label: '结构栏', menu: 'view', group: 2, shortcuts: ['F8'], only: 'office' },
  'view.preview': { label: '版面栏', menu: 'view', group: 2, shortcuts: ['F9'], only: 'office' },
  'view.inspection': { label: '版面体检', menu: 'view', group: 2, shortcuts: ['Shift+F9'], only: 'office' },
  'view.sent': { label: '对照来稿', menu: 'view', group: 2, shortcuts: ['Shift+F8'], only: 'office' },
  'view.beside': { label: '并排另一期或旧稿', menu: 'view', group: 2, shortcuts: ['Ctrl+F8'], only: 'office' },
  'view.nextPane': { label: '切换窗格', menu: 'view', group: 3, shortcuts: ['F6'] },
  'view.zoomIn': { label: '放大界面和文字', menu: 'view', group: 4, shortcuts: ['Ctrl+=', 'Ctrl+Plus'] },
  'view.zoomOut': { label: '缩小界面和文字', menu: 'view', group: 4, shortcuts: ['Ctrl+-'] },
  'view.zoomReset': { label: '界面和文字原大', menu: 'view', group: 4 },
  'view.pagesLarger': { label: '放大版面', menu: 'view', group: 5, shortcuts: ['Alt+=', 'Alt+Plus'], only: 'office' },
  'view.pagesSmaller': { label: '缩小版面', menu: 'view', group: 5, shortcuts: ['Alt+-'], only: 'office' },
  'view.fitWidth': { label: '版面适合宽度', menu: 'view', group: 5, only: 'office' },
  'view.fitPage': { label: '版面整页', menu: 'view', group: 5, only: 'office' },
  'view.spread': { label: '双页', menu: 'view', group: 5, only: 'office' },
  'help.manual': { label: '使用手册', menu: 'help', group: 1, shortcuts: ['F1'] },
  'help.shortcuts': { label: '快捷键', menu: 'help', group: 1, shortcuts: ['Ctrl+/'] },
  'help.about': { label: '关于', menu: 'help', group: 2 },
} as const satisfies Record<string, Command>;

export type CommandId = keyof typeof commands;

/** Whether an installation of a purpose has the command. */
export function isCommandOf(purpose: Purpose, id: CommandId): boolean {
  const { only }: Command = commands[id];
  return only === undefined || only === purpose;
}

/** Which commands this installation has, which of them can be given now, and which are ticked. */
export interface CommandReport {
  readonly shown: readonly CommandId[];
  readonly ready: readonly CommandId[];
  readonly ticked: readonly CommandId[];
}

/** Every command with its id, in the order of the table. */
export const commandList: readonly (Command & { readonly id: CommandId })[] = Object.entries(commands).map(([id, command]) => ({
  ...command,
  id: id as CommandId,
}));

/** Key combinations that Chinese input methods and common desktop programs take for themselves. */
export const reservedShortcuts: readonly string[] = [
  'Ctrl+Space',
  'Shift+Space',
  'Ctrl+.',
  'Ctrl+,',
  'Ctrl+Alt+A',
  'Ctrl+Alt+Z',
  'Ctrl+Shift+Space',
  'Ctrl+C',
  'Ctrl+X',
  'Ctrl+V',
  'Ctrl+A',
  'Alt+F4',
  'Alt+Tab',
  'Ctrl+Alt+Delete',
];

/** What of a keyboard event names a combination. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** The combination a key press makes, as written in the table. A + is Plus, whether Shift is needed to type it or not. */
export function shortcutOf({ key, ctrlKey, altKey, shiftKey }: KeyPress): string {
  const name = keyNames[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  return [...(ctrlKey ? ['Ctrl'] : []), ...(altKey ? ['Alt'] : []), ...(shiftKey && key !== '+' ? ['Shift'] : []), name].join('+');
}

const keyNames: Readonly<Partial<Record<string, string>>> = { ' ': 'Space', '+': 'Plus' };

/** The commands a combination can mean, whatever their scope. */
export function commandsFor(shortcut: string): readonly CommandId[] {
  return commandList.filter(({ shortcuts }) => shortcuts?.includes(shortcut)).map(({ id }) => id);
}

/** The combinations of a command as menus and the sheet print them, the first one first. */
export function shortcutLabels({ shortcuts = [], systemShortcut }: Command): readonly string[] {
  return [...shortcuts, ...(systemShortcut === undefined ? [] : [systemShortcut])].map(shortcutLabel);
}

/** A combination as menus print it: arrows as arrows, plus as +. */
export function shortcutLabel(shortcut: string): string {
  return shortcut
    .replace('ArrowUp', '↑')
    .replace('ArrowDown', '↓')
    .replace('ArrowLeft', '←')
    .replace('ArrowRight', '→')
    .replace('Plus', '+');
}
