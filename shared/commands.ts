/** The one table of commands: menus, keyboard and the list of shortcuts all come from it. */

export type MenuName = 'file' | 'edit' | 'insert' | 'format' | 'table' | 'view' | 'help';

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
  'file.newIssue': { label: '新建下一期', menu: 'file', group: 1, shortcuts: ['Ctrl+N'] },
  'file.import': { label: '导入…', menu: 'file', group: 1, shortcuts: ['Ctrl+O'] },
  'file.duplicate': { label: '复制本期', menu: 'file', group: 1 },
  'file.save': { label: '立即保存', menu: 'file', group: 2, shortcuts: ['Ctrl+S'] },
  'file.keepVersion': { label: '存为版本…', menu: 'file', group: 2 },
  'file.export': { label: '导出…', menu: 'file', group: 2, shortcuts: ['Ctrl+E'] },
  'file.print': { label: '打印…', menu: 'file', group: 2, shortcuts: ['Ctrl+P'] },
  'edit.undo': { label: '撤销', menu: 'edit', group: 1, shortcuts: ['Ctrl+Z'] },
  'edit.redo': { label: '重做', menu: 'edit', group: 1, shortcuts: ['Ctrl+Y', 'Ctrl+Shift+Z'] },
  'edit.cut': { label: '剪切', menu: 'edit', group: 2, systemShortcut: 'Ctrl+X' },
  'edit.copy': { label: '复制', menu: 'edit', group: 2, systemShortcut: 'Ctrl+C' },
  'edit.paste': { label: '粘贴', menu: 'edit', group: 2, systemShortcut: 'Ctrl+V' },
  'edit.pasteText': { label: '只粘贴文字', menu: 'edit', group: 2, systemShortcut: 'Ctrl+Shift+V' },
  'edit.selectAll': { label: '全选', menu: 'edit', group: 2, systemShortcut: 'Ctrl+A' },
  'edit.find': { label: '查找…', menu: 'edit', group: 3, shortcuts: ['Ctrl+F'] },
  'edit.replace': { label: '替换…', menu: 'edit', group: 3, shortcuts: ['Ctrl+H'] },
  'edit.findNext': { label: '下一处', menu: 'edit', group: 3, shortcuts: ['F3'] },
  'edit.findPrevious': { label: '上一处', menu: 'edit', group: 3, shortcuts: ['Shift+F3'] },
  'edit.moveUp': { label: '上移', menu: 'edit', group: 4, shortcuts: ['Alt+ArrowUp'] },
  'edit.moveDown': { label: '下移', menu: 'edit', group: 4, shortcuts: ['Alt+ArrowDown'] },
  'edit.moveToPreviousColumn': { label: '移到上一栏目', menu: 'edit', group: 4, shortcuts: ['Alt+Shift+ArrowUp'] },
  'edit.moveToNextColumn': { label: '移到下一栏目', menu: 'edit', group: 4, shortcuts: ['Alt+Shift+ArrowDown'] },
  'edit.toSubmissions': { label: '移到来稿', menu: 'edit', group: 5 },
  'edit.remove': { label: '移出本期', menu: 'edit', group: 5, shortcuts: ['Delete'], scope: 'outline' },
  'insert.article': { label: '稿件', menu: 'insert', group: 1, shortcuts: ['Ctrl+M'] },
  'insert.brief': { label: '简讯', menu: 'insert', group: 1, shortcuts: ['Ctrl+Shift+M'] },
  'insert.column': { label: '栏目', menu: 'insert', group: 2 },
  'insert.paragraph': { label: '段落', menu: 'insert', group: 3, shortcuts: ['Ctrl+Enter'], scope: 'editor' },
  'insert.picture': { label: '图片…', menu: 'insert', group: 3 },
  'insert.subtitle': { label: '副标题', menu: 'insert', group: 3 },
  'insert.editorNote': { label: '编者按', menu: 'insert', group: 3 },
  'insert.source': { label: '来源单位', menu: 'insert', group: 3 },
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
  'show.issue': { label: '本期', menu: 'view', group: 1, shortcuts: ['Ctrl+1'] },
  'show.library': { label: '期刊库', menu: 'view', group: 1, shortcuts: ['Ctrl+2'] },
  'show.inbox': { label: '来稿', menu: 'view', group: 1, shortcuts: ['Ctrl+3'] },
  'show.exchange': { label: '交换', menu: 'view', group: 1, shortcuts: ['Ctrl+4'] },
  'show.units': { label: '单位', menu: 'view', group: 1, shortcuts: ['Ctrl+5'] },
  'show.history': { label: '历史', menu: 'view', group: 1, shortcuts: ['Ctrl+7'] },
  'show.search': { label: '搜索', menu: 'view', group: 1, shortcuts: ['Ctrl+6', 'Ctrl+Shift+F'] },
  'show.settings': { label: '设置', menu: 'view', group: 1, shortcuts: ['Ctrl+0'] },
  'view.palette': { label: '快速前往…', menu: 'view', group: 2, shortcuts: ['Ctrl+K'] },
  'view.outline': { label: '结构栏', menu: 'view', group: 2, shortcuts: ['F8'] },
  'view.preview': { label: '版面栏', menu: 'view', group: 2, shortcuts: ['F9'] },
  'view.inspection': { label: '版面体检', menu: 'view', group: 2, shortcuts: ['Shift+F9'] },
  'view.sent': { label: '对照来稿', menu: 'view', group: 2, shortcuts: ['Shift+F8'] },
  'view.beside': { label: '并排另一期或旧稿', menu: 'view', group: 2, shortcuts: ['Ctrl+F8'] },
  'view.nextPane': { label: '切换窗格', menu: 'view', group: 3, shortcuts: ['F6'] },
  'view.zoomIn': { label: '放大界面和文字', menu: 'view', group: 4, shortcuts: ['Ctrl+=', 'Ctrl+Plus'] },
  'view.zoomOut': { label: '缩小界面和文字', menu: 'view', group: 4, shortcuts: ['Ctrl+-'] },
  'view.zoomReset': { label: '界面和文字原大', menu: 'view', group: 4 },
  'view.pagesLarger': { label: '放大版面', menu: 'view', group: 5, shortcuts: ['Alt+=', 'Alt+Plus'] },
  'view.pagesSmaller': { label: '缩小版面', menu: 'view', group: 5, shortcuts: ['Alt+-'] },
  'view.fitWidth': { label: '版面适合宽度', menu: 'view', group: 5 },
  'view.fitPage': { label: '版面整页', menu: 'view', group: 5 },
  'view.spread': { label: '双页', menu: 'view', group: 5 },
  'help.manual': { label: '使用手册', menu: 'help', group: 1, shortcuts: ['F1'] },
  'help.shortcuts': { label: '快捷键', menu: 'help', group: 1, shortcuts: ['Ctrl+/'] },
  'help.about': { label: '关于', menu: 'help', group: 2 },
} as const satisfies Record<string, Command>;

export type CommandId = keyof typeof commands;

/** Which commands can be given now, and which are ticked. */
export interface CommandReport {
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
