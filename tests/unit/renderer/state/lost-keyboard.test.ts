// @vitest-environment window
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { followLostKeyboard } from '../../../../renderer/state/lost-keyboard.js';
import { followPanes } from '../../../../renderer/state/pane-focus.js';

let stops: readonly (() => void)[] = [];
beforeEach(() => {
  document.body.innerHTML = `
    <div data-pane="left"><button>甲</button></div>
    <div data-pane="right"><button>乙</button><button>丙</button></div>
    <div class="ant-dropdown"><button>菜单</button></div>
    <div class="ant-modal-root"><div class="ant-modal-wrap"><button>对话框</button></div></div>`;
  // An element counts as shown when it has a box, which this page never gives it.
  for (const element of document.querySelectorAll('*')) setShown(element, element.closest('.ant-modal-root') === null);
  stops = [followPanes(), followLostKeyboard()];
  named('丙').focus();
});
afterEach(() => stops.forEach((stop) => stop()));

function setShown(element: Element, isShown: boolean): void {
  Object.assign(element, { getClientRects: () => (isShown ? [new DOMRect(0, 0, 10, 10)] : []) });
}

function named(name: string): HTMLElement {
  const found = [...document.querySelectorAll('button')].find((button) => button.textContent === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
}

/** Takes an element out of the page as browsers do: the keyboard goes to nothing, and that is told. */
async function take(element: HTMLElement): Promise<void> {
  const hadIt = element.contains(document.activeElement);
  element.remove();
  if (hadIt) document.dispatchEvent(new FocusEvent('focusout'));
  await new Promise((resolve) => setTimeout(resolve, 0));
}

const focused = () => document.activeElement?.textContent;

describe('the keyboard', () => {
  it('goes back to where it was when a menu that had it goes', async () => {
    named('菜单').focus();
    await take(named('菜单'));
    expect(focused()).toBe('丙');
  });

  it('goes to the pane that had it where that place itself is gone', async () => {
    await take(named('丙'));
    expect(focused()).toBe('乙');
  });

  it('stays where something took it by itself', async () => {
    named('菜单').focus();
    const taking = take(named('菜单'));
    // A dialog that is only just coming.
    named('对话框').focus();
    await taking;
    expect(focused()).toBe('对话框');
  });

  it('is left to a dialog that is open, though what had it in there goes', async () => {
    for (const element of document.querySelectorAll('.ant-modal-root, .ant-modal-root *')) setShown(element, true);
    named('对话框').focus();
    await take(named('对话框'));
    expect(document.activeElement).toBe(document.body);
  });

  it('is let be where a click takes it from everything', async () => {
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    await take(named('丙'));
    expect(document.activeElement).toBe(document.body);
    document.body.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
    named('乙').focus();
    named('菜单').focus();
    await take(named('菜单'));
    expect(focused()).toBe('乙');
  });
});
