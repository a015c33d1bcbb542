// @vitest-environment window
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandList, type CommandId } from '../../../../shared/commands.js';
import { takeKey } from '../../../../renderer/ui/command-keys.js';
import { installCommands, type CommandBehaviour, type CommandBehaviours } from '../../../../renderer/ui/command-registry.js';

let given: CommandId[] = [];
let selectionsRead = 0;

function install(special: Partial<Record<CommandId, Partial<CommandBehaviour>>> = {}): void {
  const rows = commandList.map(({ id }) => [id, { run: () => void given.push(id), ...special[id] }] as const);
  installCommands(Object.fromEntries(rows) as unknown as CommandBehaviours, []);
}

function press(init: KeyboardEventInit, isBlocked = false, target: Element = document.body): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
  target.addEventListener(
    'keydown',
    (each) => takeKey(each as KeyboardEvent, { isBlocked: () => isBlocked, readSelection: () => (selectionsRead += 1) }),
    { once: true },
  );
  target.dispatchEvent(event);
  return event;
}

beforeEach(() => {
  given = [];
  install();
});
afterEach(() => document.body.replaceChildren());

describe('the keyboard', () => {
  it('has the selection read before a command is asked whether it can be given, and for no other key', () => {
    selectionsRead = 0;
    let readAtAsking = 0;
    const isEnabled = () => {
      readAtAsking = selectionsRead;
      return true;
    };
    install({ 'file.save': { isEnabled } });
    press({ key: 'x' });
    expect(selectionsRead).toBe(0);
    press({ key: 's', ctrlKey: true });
    expect([readAtAsking, given]).toEqual([1, ['file.save']]);
    press({ key: 'e', altKey: true });
    expect(selectionsRead).toBe(2);
  });

  it('gives the command of a combination and keeps it from the browser', () => {
    expect(press({ key: 's', ctrlKey: true }).defaultPrevented).toBe(true);
    expect(given).toEqual(['file.save']);
  });

  it('leaves every key to an input method that composes', () => {
    expect(press({ key: 's', ctrlKey: true, isComposing: true }).defaultPrevented).toBe(false);
    expect(press({ key: 'F12', isComposing: true }).defaultPrevented).toBe(false);
    expect(given).toEqual([]);
  });

  it('leaves a key the input method has taken without saying so', () => {
    const event = press({ key: 's', ctrlKey: true, keyCode: 229 } as KeyboardEventInit);
    expect([event.keyCode, event.defaultPrevented, given]).toEqual([229, false, []]);
  });

  it('gives nothing but help while a dialog is open, and lets nothing through to the browser', () => {
    expect(press({ key: 'o', ctrlKey: true }, true).defaultPrevented).toBe(true);
    press({ key: 'F1' }, true);
    expect(given).toEqual(['help.manual']);
  });

  it('keeps the browser’s own keys from it', () => {
    for (const init of [{ key: 'F12' }, { key: 'F5' }, { key: 'I', ctrlKey: true, shiftKey: true }, { key: 'j', ctrlKey: true }]) {
      expect(press(init).defaultPrevented).toBe(true);
    }
    expect(given).toEqual([]);
  });

  it('leaves undo to a plain field when there is nothing of ours to undo', () => {
    install({ 'edit.undo': { isEnabled: () => false } });
    expect(press({ key: 'z', ctrlKey: true }).defaultPrevented).toBe(false);
    expect(given).toEqual([]);
  });

  it('gives a scoped command only where its scope has the focus', () => {
    const outline = document.createElement('nav');
    outline.dataset['scope'] = 'outline';
    document.body.append(outline);
    press({ key: 'Delete' });
    expect(given).toEqual([]);
    press({ key: 'Delete' }, false, outline);
    expect(given).toEqual(['edit.remove']);
  });
});
