// @vitest-environment window
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { installCommands, type CommandBehaviours } from '../../../../renderer/ui/command-registry.js';
import { MenuBar } from '../../../../renderer/ui/menu-bar.js';
import { commandList } from '../../../../shared/commands.js';

let given: string[] = [];

beforeEach(() => {
  given = [];
  const run = (id: string) => (): void => void given.push(`${id} ${document.activeElement?.getAttribute('aria-label') ?? ''}`);
  installCommands(Object.fromEntries(commandList.map(({ id }) => [id, { run: run(id) }])) as unknown as CommandBehaviours, []);
  render(
    <>
      <MenuBar place="资料库" giveKeyboard={(element) => element.focus()} />
      <input aria-label="题" />
      <input aria-label="旁" />
    </>,
  );
  screen.getByLabelText('题').focus();
});
afterEach(cleanup);

const focused = () => document.activeElement?.getAttribute('aria-label');
const fileMenu = () => screen.getByRole('button', { name: '文件(F)' });

async function open(): Promise<HTMLElement> {
  fireEvent.click(fileMenu());
  const entry = await screen.findByText('导入…');
  const row = entry.closest<HTMLElement>('[role="menuitem"]');
  if (!row) throw new Error('no entry');
  await vi.waitFor(() => expect(document.activeElement?.closest('.menu-sheet')).not.toBeNull());
  return row;
}

describe('the menu bar', () => {
  it('gives the keyboard back to where it was when a menu is closed', async () => {
    await open();
    expect(focused()).not.toBe('题');
    fireEvent.click(fileMenu());
    await vi.waitFor(() => expect(focused()).toBe('题'));
  });

  it('keeps the keyboard in the open sheet, whatever takes it away', async () => {
    await open();
    screen.getByLabelText('题').focus();
    await vi.waitFor(() => expect(document.activeElement?.closest('.menu-sheet')).not.toBeNull());
  });

  it('gives it back before the command that was chosen is carried out', async () => {
    fireEvent.click(await open());
    await vi.waitFor(() => expect(given).not.toEqual([]));
    expect(given).toEqual(['file.import 题']);
  });

  it('leaves it where a click has taken it meanwhile', async () => {
    await open();
    screen.getByLabelText('旁').focus();
    fireEvent.click(fileMenu());
    await vi.waitFor(() => expect(fileMenu().getAttribute('aria-expanded')).toBe('false'));
    expect(focused()).toBe('旁');
  });
});
