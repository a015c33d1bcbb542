// @vitest-environment window
import { act, cleanup, render } from '@testing-library/react';
import { Suspense, use } from 'react';
import { afterEach, expect, it } from 'vitest';
import { FocusOnShow } from '../../../../renderer/frame/focus-on-show.js';

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

/** A view whose code comes when `arrive` is called, and meanwhile a field of a dialog that has the keyboard. */
function openViewSlowly(isBlocked: boolean) {
  let arrive = (): void => undefined;
  const code = new Promise<void>((resolve) => (arrive = resolve));
  const Body = () => {
    use(code);
    return (
      <section
        data-pane="view"
        tabIndex={-1}
        ref={(pane) => void Object.assign(pane ?? {}, { getClientRects: () => [new DOMRect(0, 0, 9, 9)] })}
      />
    );
  };
  const field = document.body.appendChild(document.createElement('input'));
  const showing = act(async () => {
    render(
      <Suspense>
        <Body />
        <FocusOnShow isBlocked={() => isBlocked} />
      </Suspense>,
    );
    await Promise.resolve();
  });
  return { field, showing, arrive: () => act(async () => (arrive(), await code)) };
}

it('gives the keyboard to a view that has come', async () => {
  const { showing, arrive } = openViewSlowly(false);
  await showing;
  await arrive();
  expect(document.activeElement?.getAttribute('data-pane')).toBe('view');
});

// Ctrl+4 and at once 导出交换包: the list of issues that was open closed when the view arrived.
it('leaves the keyboard to a dialog that was opened while the view was read', async () => {
  const { field, showing, arrive } = openViewSlowly(true);
  await showing;
  field.focus();
  await arrive();
  expect(document.activeElement).toBe(field);
});
