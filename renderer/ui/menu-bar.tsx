import { Dropdown } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { commandList, menus, type CommandId, type MenuName } from '../../shared/commands.js';
import { commandItems, giveChosen } from './command-menu.js';
import { useCommandStates } from './command-registry.js';

/** 文件 编辑 …, made from the command table; Alt and a letter opens a menu, arrows walk through. @param place where the work is kept */
export function MenuBar({ place }: { readonly place: string }) {
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
  readonly isOpen: boolean;
  readonly isAnyOpen: boolean;
  readonly setOpen: (name: MenuName | undefined) => void;
}

function MenuButton({ name, label, isOpen, isAnyOpen, setOpen }: MenuButtonProps) {
  const states = useCommandStates();
  const ids = commandList.filter(({ menu, id }) => menu === name && states.shown.has(id)).map(({ id }) => id);
  const first = ids.find((id) => states.ready.has(id));
  useEffect(() => (isOpen && first !== undefined ? focusEntry(first) : undefined), [isOpen, first]);
  return (
    <Dropdown
      trigger={['click']}
      open={isOpen}
      autoFocus
      onOpenChange={(next) => setOpen(next ? name : undefined)}
      classNames={{ root: 'menu-sheet' }}
      menu={{
        items: commandItems(ids, states),
        onClick: ({ key }) => {
          setOpen(undefined);
          giveChosen(key);
        },
      }}
    >
      <button
        type="button"
        className="menu-button"
        data-menu={name}
        data-open={isOpen}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        // The text keeps its selection, which 剪切 and 复制 are about.
        onMouseDown={(event) => event.preventDefault()}
        onMouseEnter={() => isAnyOpen && setOpen(name)}
      >
        {label}
      </button>
    </Dropdown>
  );
}

/**
 * Gives the keyboard to an entry once its sheet can take it: the kit asks a single time, which is too early where drawing
 * takes longer than a frame. Returns what stops it.
 */
function focusEntry(id: CommandId): () => void {
  let frame = 0;
  const take = (): void => {
    const entry = document.querySelector<HTMLElement>(`.menu-sheet [data-menu-id$="-${id}"]`);
    const sheet = entry?.closest('.menu-sheet');
    if (sheet?.contains(document.activeElement) === true) return;
    entry?.focus();
    frame = requestAnimationFrame(take);
  };
  frame = requestAnimationFrame(take);
  return () => cancelAnimationFrame(frame);
}
