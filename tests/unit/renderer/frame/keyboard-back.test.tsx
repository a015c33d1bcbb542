// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { useKeyboardBack } from '../../../../renderer/frame/keyboard-back.js';
import { closeDialog, closeManual, openDialog, openManual, useDesk } from '../../../../renderer/state/desk.js';
import { followPanes } from '../../../../renderer/state/pane-focus.js';

let unfollow: () => void = () => undefined;
afterEach(() => {
  cleanup();
  unfollow();
});

/** Two panes, the second with the keyboard, and what lies over them. */
function Window() {
  useKeyboardBack();
  const isOver = useDesk(({ dialog, manual }) => dialog !== undefined || manual !== undefined);
  return (
    <>
      <div data-pane="left">
        <button type="button">甲</button>
      </div>
      <div data-pane="right">
        <button type="button">乙</button>
      </div>
      <button type="button">别处</button>
      {isOver && <button type="button">关闭</button>}
    </>
  );
}

function show(): void {
  unfollow = followPanes();
  render(<Window />);
  // An element counts as shown when it has a box, which this page never gives it.
  for (const pane of document.querySelectorAll('[data-pane]'))
    Object.assign(pane, { getClientRects: () => [new DOMRect(0, 0, 10, 10)] as unknown as DOMRectList });
  screen.getByText('乙').focus();
}

const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 0))));

describe('the keyboard', () => {
  it.each([
    ['a dialog', () => openDialog({ kind: 'about' }), closeDialog],
    ['the manual', () => openManual('start'), closeManual],
  ])('is at the pane that had it once %s is closed', async (_name, open, close) => {
    show();
    act(open);
    screen.getByText('关闭').focus();
    act(close);
    await settle();
    expect(document.activeElement?.textContent).toBe('乙');
  });

  it('stays where something else has taken it', async () => {
    show();
    act(() => openDialog({ kind: 'about' }));
    screen.getByText('关闭').focus();
    act(() => closeDialog());
    screen.getByText('别处').focus();
    await settle();
    expect(document.activeElement?.textContent).toBe('别处');
  });
});
