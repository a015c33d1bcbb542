// @vitest-environment window
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { Dropdown, Modal } from 'antd';
import { useState } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { useFirstField } from '../../../renderer/ui/first-field.js';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Field() {
  const first = useFirstField();
  return (
    <Modal open title="问">
      <input ref={first} aria-label="经手人" />
    </Modal>
  );
}

function Asking() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Dropdown trigger={['click']} autoFocus menu={{ items: [{ key: 'go', label: '送审' }], onClick: () => setOpen(true) }}>
        <button type="button">状态</button>
      </Dropdown>
      {isOpen && <Field />}
    </>
  );
}

it('a menu that takes the keyboard frames after it opened does not get it from the dialog that was opened in it', async () => {
  const frames: FrameRequestCallback[] = [];
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame));
  const pass = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve))));
  const drawFrame = () => act(() => frames.splice(0).forEach((frame) => void frame(0)));
  render(<Asking />);
  fireEvent.click(screen.getByRole('button', { name: '状态' }));
  await pass();
  const item = document.querySelector<HTMLElement>('[role="menuitem"]');
  item?.focus();
  if (item) fireEvent.click(item);
  await pass();
  const field = screen.getByLabelText('经手人');
  expect(document.activeElement).toBe(field);
  const others = new Set<Element>();
  document.addEventListener('focusin', ({ target }) => target instanceof Element && target !== field && others.add(target));
  for (let turn = 0; turn < 6; turn += 1) {
    drawFrame();
    await pass();
  }
  // It did try.
  expect([...others].map((each) => each.getAttribute('role'))).toContain('menuitem');
  expect(document.activeElement).toBe(field);
});
