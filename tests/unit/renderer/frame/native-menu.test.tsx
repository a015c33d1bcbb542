// @vitest-environment window
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand';
import { useNativeMenu } from '../../../../renderer/frame/native-menu.js';
import { installCommands, type CommandBehaviours } from '../../../../renderer/ui/command-registry.js';
import { commandList, type CommandId } from '../../../../shared/commands.js';

const sent: { name: string; request: { ready: CommandId[]; ticked: CommandId[] } }[] = [];
let choose: (id: string) => void;
const given: CommandId[] = [];
const store = createStore(() => ({ canUndo: false }));

beforeEach(() => {
  vi.useFakeTimers();
  sent.length = 0;
  given.length = 0;
  choose = () => undefined;
  store.setState({ canUndo: false });
  const behaviours = Object.fromEntries(commandList.map(({ id }) => [id, { run: () => given.push(id) }])) as unknown as CommandBehaviours;
  installCommands({ ...behaviours, 'edit.undo': { run: () => given.push('edit.undo'), isEnabled: () => store.getState().canUndo } }, [
    store,
  ]);
  Object.assign(window, {
    zhuanbao: {
      call: (name: string, json: string) => {
        sent.push({ name, request: JSON.parse(json) as (typeof sent)[number]['request'] });
        return Promise.resolve('{"ok":true,"value":{}}');
      },
      onNotice: (listener: (name: string, body: string) => void) => {
        choose = (id) => listener('command.chosen', JSON.stringify({ id }));
        return () => (choose = () => undefined);
      },
    },
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const never = (): boolean => false;

describe('the menu of a host that has one', () => {
  it('is told at once which commands can be given, and again only when that changes', () => {
    renderHook(() => useNativeMenu('electron', never));
    expect(sent.map(({ name }) => name)).toEqual(['window.commands']);
    expect(sent[0]?.request.ready).toHaveLength(commandList.length - 1);
    act(() => store.setState({ canUndo: false }));
    expect(sent).toHaveLength(1);
    act(() => store.setState({ canUndo: true }));
    expect(sent[1]?.request.ready).toContain('edit.undo');
  });

  it('gives what is chosen there, once the menu is closed', () => {
    renderHook(() => useNativeMenu('electron', never));
    choose('help.about');
    expect(given).toEqual([]);
    vi.runAllTimers();
    expect(given).toEqual(['help.about']);
  });

  it('gives only help while a dialog is open', () => {
    renderHook(() => useNativeMenu('electron', () => true));
    choose('file.newIssue');
    choose('help.shortcuts');
    vi.runAllTimers();
    expect(given).toEqual(['help.shortcuts']);
  });

  it('is let go with the window', () => {
    renderHook(() => useNativeMenu('electron', never)).unmount();
    store.setState({ canUndo: true });
    choose('help.about');
    vi.runAllTimers();
    expect([sent.length, given]).toEqual([1, []]);
  });

  it('does not exist in the browser host', () => {
    renderHook(() => useNativeMenu('chromium', never));
    choose('help.about');
    vi.runAllTimers();
    expect([sent, given]).toEqual([[], []]);
  });
});
