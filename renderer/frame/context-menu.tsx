/** The one context menu of the window: what can be done to the text under the mouse, or where the cursor is. */
import { Dropdown } from 'antd';
import { useEffect, useState } from 'react';
import type { CommandId } from '../../shared/commands.js';
import { setting } from '../state/settings.js';
import { writingSurface } from '../state/writing-surface.js';
import { commandItems, giveChosen } from '../ui/command-menu.js';
import { useCommandStates } from '../ui/command-registry.js';
import { isTextField, lookAtTextTarget, textTarget } from '../ui/text-target.js';

const fieldCommands: readonly CommandId[] = ['edit.cut', 'edit.copy', 'edit.paste', 'edit.pasteText', 'edit.selectAll'];
const surfaceCommands: readonly CommandId[] = [
  ...fieldCommands,
  'insert.paragraph',
  'format.lead',
  'format.bold',
  'format.kai',
  'format.confirmLead',
  'format.body',
  'format.level1',
  'format.level2',
  'format.level3',
  'format.level4',
];

const tableCommands: readonly CommandId[] = [
  ...fieldCommands,
  'format.bold',
  'format.kai',
  'table.rowAbove',
  'table.rowBelow',
  'table.columnLeft',
  'table.columnRight',
  'table.removeRow',
  'table.removeColumn',
  'table.remove',
  'table.header',
  'table.wider',
  'table.narrower',
  'table.widthsByContent',
];

interface Opened {
  readonly x: number;
  readonly y: number;
  readonly ids: readonly CommandId[];
}

/** Opens at the mouse, or with the menu key at the cursor; never the browser's own. */
export function ContextMenu() {
  const [opened, setOpened] = useState<Opened | undefined>();
  const states = useCommandStates();
  useEffect(() => {
    const open = (event: MouseEvent): void => {
      // A row of the outline has opened a menu of its own.
      if (event.defaultPrevented) return;
      event.preventDefault();
      lookAtTextTarget();
      const ids = commandsAt(event.target);
      setOpened(ids.length === 0 ? undefined : { ...placeOf(event), ids });
    };
    window.addEventListener('contextmenu', open);
    return () => window.removeEventListener('contextmenu', open);
  }, []);
  if (!opened) return null;
  return (
    <Dropdown
      key={`${String(opened.x)} ${String(opened.y)}`}
      open
      autoFocus
      trigger={[]}
      classNames={{ root: 'menu-sheet' }}
      onOpenChange={(isOpen) => !isOpen && close(setOpened)}
      menu={{
        items: commandItems(
          opened.ids.filter((id) => states.shown.has(id)),
          states,
        ),
        onClick: ({ key }) => {
          close(setOpened);
          giveChosen(key);
        },
      }}
    >
      <span className="context-point" data-passing style={{ left: opened.x, top: opened.y }} />
    </Dropdown>
  );
}

/** Commands of the place: of the writing surface, of a field, or of text that can only be read. */
function commandsAt(target: EventTarget | null): readonly CommandId[] {
  if (!(target instanceof Element)) return [];
  const surface = writingSurface()?.element();
  if (surface?.parentElement?.contains(target)) return target.closest('.ae-table') ? tableCommands : surfaceCommands;
  const field = target.closest('input, textarea, [contenteditable]');
  if (field && isTextField(field)) return fieldCommands;
  return textTarget.getState().hasSelection ? ['edit.copy'] : [];
}

/** In pixels of the enlarged interface. */
function placeOf({ clientX, clientY }: MouseEvent): { readonly x: number; readonly y: number } {
  const scale = setting('interface.zoom') / 100;
  return { x: clientX / scale, y: clientY / scale };
}

/** Closes the menu and gives the keyboard back to the field it was about. */
function close(setOpened: (opened: undefined) => void): void {
  setOpened(undefined);
  const { element } = textTarget.getState();
  if (element !== undefined && element === writingSurface()?.element()) writingSurface()?.focus();
  else element?.focus();
}
