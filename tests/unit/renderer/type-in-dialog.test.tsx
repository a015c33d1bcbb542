// @vitest-environment window
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { TypeInDialog } from '../../../renderer/dialogs/type-in-dialog.js';
import { closeDialog, desk, openDialog } from '../../../renderer/state/desk.js';
import { inbox } from '../../../renderer/state/inbox-state.js';

let typed: unknown[] = [];

beforeEach(() => {
  typed = [];
  openDialog({ kind: 'type-in' });
  const answers: Readonly<Record<string, unknown>> = {
    'submission.type': { id: 's1' },
    'library.list': { issues: [], submissions: [], trash: [], problems: [] },
  };
  const call = (name: string, json: string): Promise<string> => {
    if (name === 'submission.type') typed.push(JSON.parse(json));
    return Promise.resolve(JSON.stringify({ ok: true, value: answers[name] ?? {} }));
  };
  Object.assign(window, { zhuanbao: { call, send: () => Promise.resolve('{"ok":true,"value":{}}'), onNotice: () => () => undefined } });
});
afterEach(() => {
  cleanup();
  closeDialog();
});

const field = () => screen.getByLabelText<HTMLTextAreaElement>('纸质稿的文字');
const take = () => screen.getByRole<HTMLButtonElement>('button', { name: /收\s*下/u });

it('what is typed outlives the dialog until it is taken in; then the manuscript is read and the next begins empty', async () => {
  const first = render(<TypeInDialog />);
  expect(take().disabled).toBe(true);
  fireEvent.change(field(), { target: { value: '示例区宣讲\n近日' } });
  first.unmount();
  render(<TypeInDialog />);
  expect(field().value).toBe('示例区宣讲\n近日');
  fireEvent.click(take());
  await act(async () => void (await new Promise((resolve) => setTimeout(resolve, 0))));
  expect(typed).toEqual([{ text: '示例区宣讲\n近日' }]);
  expect([desk.getState().dialog, inbox.getState().current]).toEqual([undefined, 's1']);
  cleanup();
  render(<TypeInDialog />);
  expect(field().value).toBe('');
});
