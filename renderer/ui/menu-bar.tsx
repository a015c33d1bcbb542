import { Dropdown } from 'antd';
import { useRef, useState } from 'react';
import { commandList, menus, shortcutLabel, type CommandId, type MenuName } from '../../shared/commands.js';
import { runCommand, useReadyCommands } from './command-registry.js';

/** Names of the commands that are switched on (a shown pane), for a tick in the menu. */
export interface MenuBarProps {
  readonly ticked: ReadonlySet<CommandId>;
  readonly place: string;
}

/** 文件 编辑 插入 视图 帮助, made from the command table; Alt and a letter opens a menu, arrows walk through. */
export function MenuBar({ ticked, place }: MenuBarProps) {
  const [open, setOpen] = useState<MenuName | undefined>();
  const bar = useRef<HTMLElement>(null);
  const walk = (step: number): void => {
    const index = menus.findIndex(({ name }) => name === open);
    const next = menus[(index + step + menus.length) % menus.length];
    setOpen(next?.name);
    bar.current?.querySelector<HTMLElement>(`[data-menu="${next?.name ?? ''}"]`)?.focus();
  };
  return (
    <nav
      ref={bar}
      className="menu-bar"
      aria-label="菜单栏"
      onKeyDown={({ key }) => {
        if (key === 'ArrowRight') walk(1);
        if (key === 'ArrowLeft') walk(-1);
      }}
    >
      <span className="menu-brand">专报编辑台</span>
      {menus.map(({ name, label, letter }) => (
        <MenuButton
          key={name}
          name={name}
          label={`${label}(${letter})`}
          ticked={ticked}
          isOpen={open === name}
          isAnyOpen={open !== undefined}
          setOpen={setOpen}
        />
      ))}
      <span className="menu-place" title={place}>
        {place}
      </span>
    </nav>
  );
}

interface MenuButtonProps {
  readonly name: MenuName;
  readonly label: string;
  readonly ticked: ReadonlySet<CommandId>;
  readonly isOpen: boolean;
  readonly isAnyOpen: boolean;
  readonly setOpen: (name: MenuName | undefined) => void;
}

function MenuButton({ name, label, ticked, isOpen, isAnyOpen, setOpen }: MenuButtonProps) {
  const ready = useReadyCommands();
  return (
    <Dropdown
      trigger={['click']}
      open={isOpen}
      autoFocus
      onOpenChange={(next) => setOpen(next ? name : undefined)}
      classNames={{ root: 'menu-sheet' }}
      menu={{ items: menuItems(name, ready, ticked), onClick: ({ key }) => give(key as CommandId, setOpen) }}
    >
      <button
        type="button"
        className="menu-button"
        data-menu={name}
        data-open={isOpen}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onMouseEnter={() => isAnyOpen && setOpen(name)}
      >
        {label}
      </button>
    </Dropdown>
  );
}

/** Closes the menu before the command runs, so that the command may move the focus. */
function give(id: CommandId, setOpen: (name: undefined) => void): void {
  setOpen(undefined);
  setTimeout(() => runCommand(id), 0);
}

function menuItems(menu: MenuName, ready: ReadonlySet<CommandId>, ticked: ReadonlySet<CommandId>) {
  const own = commandList.filter((command) => command.menu === menu);
  return own.flatMap((command, index) => {
    const previous = own[index - 1];
    const item = {
      key: command.id,
      disabled: !ready.has(command.id),
      label: (
        <span className="menu-item">
          <span className="menu-tick">{ticked.has(command.id) ? '✓' : ''}</span>
          <span>{command.label}</span>
          <kbd>{command.shortcuts?.[0] ? shortcutLabel(command.shortcuts[0]) : ''}</kbd>
        </span>
      ),
    };
    return previous && previous.group !== command.group ? [{ type: 'divider' as const, key: `line${index}` }, item] : [item];
  });
}
