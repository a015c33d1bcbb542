import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { applicationMenu } from '../../../../electron/hosts/electron/application-menu.js';
import { followCommands } from '../../../../electron/hosts/electron/follow-commands.js';
import { commandList, menus, type CommandId, type CommandReport } from '../../../../shared/commands.js';

function items(menu: MenuItemConstructorOptions | undefined): readonly MenuItemConstructorOptions[] {
  return Array.isArray(menu?.submenu) ? menu.submenu : expect.fail('no submenu');
}

function menuOf(report: CommandReport | undefined = undefined, choose: (id: CommandId) => void = () => undefined) {
  const bar = applicationMenu(report, choose);
  const all = bar.flatMap(items);
  return { bar, item: (id: CommandId) => all.find((item) => item.id === id) ?? expect.fail(id) };
}

describe('the menu bar of the system', () => {
  it('holds every command of the table, in its menu and order, groups parted by a line', () => {
    const { bar } = menuOf();
    expect(bar.map(({ label }) => label)).toEqual([...menus.map(({ label, letter }) => `${label}(&${letter})`), '窗口(&W)']);
    for (const [index, { name }] of menus.entries()) {
      const listed = commandList.filter(({ menu }) => menu === name);
      const wanted = listed.flatMap(({ label, group }, at) => (at > 0 && listed[at - 1]?.group !== group ? ['—', label] : [label]));
      expect(items(bar[index]).map(({ type, label }) => (type === 'separator' ? '—' : label))).toEqual(wanted);
    }
  });

  it('leaves cutting, copying and pasting to the system, in our words', () => {
    const roles = items(menuOf().bar[1]).filter(({ role }) => role !== undefined);
    expect(roles.map(({ role, label }) => [role, label])).toEqual([
      ['cut', '剪切'],
      ['copy', '复制'],
      ['paste', '粘贴'],
      ['pasteAndMatchStyle', '只粘贴文字'],
      ['selectAll', '全选'],
    ]);
  });

  it('prints the keys and leaves listening to the window', () => {
    const { item } = menuOf();
    expect(item('edit.moveUp')).toMatchObject({ accelerator: 'Alt+Up', registerAccelerator: false });
    expect(item('edit.redo')).toMatchObject({ accelerator: 'Ctrl+Y', registerAccelerator: false });
    expect(item('insert.column').accelerator).toBeUndefined();
    const listened = menuOf()
      .bar.flatMap(items)
      .filter(({ accelerator, registerAccelerator }) => accelerator !== undefined && registerAccelerator !== false);
    expect(listened).toEqual([]);
  });

  it('dims what cannot be given, ticks what is on, and can give nothing before the window has spoken', () => {
    expect(menuOf().item('file.import').enabled).toBe(false);
    const { item } = menuOf({
      shown: ['file.import', 'file.export', 'view.outline', 'view.preview'],
      ready: ['file.import', 'view.outline'],
      ticked: ['view.outline'],
    });
    expect([item('file.import').enabled, item('file.export').enabled]).toEqual([true, false]);
    expect(item('view.outline')).toMatchObject({ type: 'checkbox', checked: true });
    expect(item('view.preview').type).toBeUndefined();
  });

  it('leaves out what an installation of this purpose does not have', () => {
    const file = items(menuOf({ shown: ['file.import', 'file.send'], ready: [], ticked: [] }).bar[0]);
    expect(file.map(({ type, label }) => (type === 'separator' ? '—' : label))).toEqual(['导入…', '—', '报送…']);
  });

  it('tells which command was chosen', () => {
    const choose = vi.fn();
    const { click } = menuOf(undefined, choose).item('help.about');
    click?.(...([] as unknown as Parameters<NonNullable<typeof click>>));
    expect(choose).toHaveBeenCalledExactlyOnceWith('help.about');
  });
});

describe('the host', () => {
  it('hears of the commands from what the window reports, once the services took it', async () => {
    const changed = vi.fn();
    const answers = ['{"ok":true,"value":{}}', '{"ok":false}', '{"ok":true,"value":{}}'];
    const dispatch = followCommands(() => Promise.resolve(answers.shift() ?? ''), changed);
    const report = { shown: ['file.save'], ready: ['file.save'], ticked: [] };
    expect(await dispatch('window.commands', JSON.stringify(report))).toBe('{"ok":true,"value":{}}');
    await dispatch('window.commands', '{"ready":["none.such"],"ticked":[]}');
    await dispatch('window.flushed', '{"saved":true}');
    expect(changed.mock.calls).toEqual([[report]]);
  });
});
