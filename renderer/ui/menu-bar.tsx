import { Dropdown } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { commandList, menus, type CommandId, type MenuName } from '../../shared/commands.js';
import { commandItems, giveChosen } from './command-menu.js';
import { useCommandStates } from './command-registry.js';

interface MenuBarProps {
  /** Where the work is kept. */
  readonly place: string;
  /** Gives the keyboard to what had it. */
  readonly giveKeyboard: (element: HTMLElement) => void;
}

/**
 * 文件 编辑 …, made from the command table; Alt and a letter opens a menu, arrows walk through; when it closes, the keyboard
 * is where it was.
 */
export function MenuBar({ place, giveKeyboard }: MenuBarProps) {
  const [open, setOpen] = useState<MenuName | undefined>();
  const bar = useRef<HTMLElement>(null);
  const before = useRef<Element | null>(null);
  const show = (name: MenuName | undefined): void => {
    if (open === undefined) before.current = document.activeElement;
    setOpen(name);
  };
  useEffect(() => {
    if (open === undefined && isKeyboardFree() && before.current instanceof HTMLElement) giveKeyboard(before.current);
  }, [open, giveKeyboard]);
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
          show={show}
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
  readonly show: (name: MenuName | undefined) => void;
}

function MenuButton({ name, label, isOpen, isAnyOpen, show }: MenuButtonProps) {
  const states = useCommandStates();
  const ids = commandList.filter(({ menu, id }) => menu === name && states.shown.has(id)).map(({ id }) => id);
  const first = ids.find((id) => states.ready.has(id));
  useEffect(() => (isOpen && first !== undefined ? focusEntry(first) : undefined), [isOpen, first]);
  return (
    <Dropdown
      trigger={['click']}
      open={isOpen}
      autoFocus
      onOpenChange={(next) => show(next ? name : undefined)}
      classNames={{ root: 'menu-sheet' }}
      menu={{
        items: commandItems(ids, states),
        onClick: ({ key }) => {
          show(undefined);
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
        onMouseEnter={() => isAnyOpen && show(name)}
      >
        {label}
      </button>
    </Dropdown>
  );
}

/** Whether the keyboard is in a menu or nowhere: a click may have taken it elsewhere. */
function isKeyboardFree(): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body || activeElement.closest('.menu-sheet, .menu-bar') !== null;
}

/**
 * Gives the keyboard to an entry as soon as its sheet can take it, and again whenever the open sheet has lost it: the kit asks a
 * single time, which is too early where drawing takes longer than a frame. Returns what stops it.
 */
function focusEntry(id: CommandId): () => void {
  let frame = 0;
  const take = (): void => {
    const entry = document.querySelector<HTMLElement>(`.menu-sheet [data-menu-id$="-${id}"]`);
    const sheet = entry?.closest('.menu-sheet');
    if (sheet?.contains(document.activeElement) === false) entry?.focus();
    frame = requestAnimationFrame(take);
  };
  frame = requestAnimationFrame(take);
  return () => cancelAnimationFrame(frame);
}
