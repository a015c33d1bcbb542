// @vitest-environment window
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PackDialog } from '../../../renderer/dialogs/pack-dialog.js';
import { exchange, type Stick } from '../../../renderer/state/exchange.js';

const stick = (name: string, isReadOnly = false): Stick => ({ handle: name, name, isReadOnly, bundles: [] });
const settings = { titles: ['刊物与版式设置'], attachments: 0, bytes: 1, baseName: '设置', refusals: [], warnings: [] };

let plan: object = settings;
let answerRun: (answer: object) => void = () => undefined;
let sent: string[] = [];

beforeEach(() => {
  plan = settings;
  sent = [];
  exchange.setState({ sticks: [stick('锁住的盘', true), stick('小盘')] });
  const call = (name: string): Promise<string> => {
    sent.push(name);
    if (name === 'pack.run' || name.endsWith('.start'))
      return new Promise((resolve) => {
        answerRun = (answer) => resolve(JSON.stringify(answer));
      });
    const value = name === 'pack.plan' ? plan : name === 'sticks.list' ? { sticks: exchange.getState().sticks } : {};
    return Promise.resolve(JSON.stringify({ ok: true, value }));
  };
  Object.assign(window, { zhuanbao: { call, send: () => Promise.resolve('{"ok":true,"value":{}}'), onNotice: () => () => undefined } });
});
afterEach(cleanup);

const start = () => screen.getByRole<HTMLButtonElement>('button', { name: /导\s?出$/u });
const settle = (): Promise<void> => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 260))));

async function show(): Promise<void> {
  render(<PackDialog canPickFolder={false} />);
  fireEvent.click(screen.getByRole('radio', { name: '刊物与版式设置' }));
  await settle();
}

describe('the dialog that packs', () => {
  it('offers no stick that is locked, and goes to the first that is not', async () => {
    await show();
    expect(screen.getByRole<HTMLInputElement>('radio', { name: '锁住的盘（只读）' }).disabled).toBe(true);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: '小盘' }).checked).toBe(true);
    expect(start().disabled).toBe(false);
  });

  it('refuses with words what cannot be written, and only warns of what may not fit', async () => {
    plan = { ...settings, warnings: ['大约要 90 MB，“小盘”只剩 10 MB，可能写不下。'] };
    await show();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByText(/可能写不下/u)).toBeDefined();
    expect(start().disabled).toBe(false);
    cleanup();
    plan = { ...settings, refusals: ['“小盘”是只读的，不能写入。请检查写保护开关，或换一个U盘。'] };
    await show();
    expect(screen.getByRole('alert').textContent).toContain('写保护');
    expect(start().disabled).toBe(true);
  });

  it('keeps a stick that was pulled out as its target, says so, and asks again', async () => {
    await show();
    const asked = sent.filter((name) => name === 'pack.plan').length;
    plan = { ...settings, refusals: ['这个文件夹打不开，U盘可能已被拔出。请重新插好，或换一个地方。'] };
    act(() => exchange.setState({ sticks: [] }));
    await settle();
    expect(sent.filter((name) => name === 'pack.plan')).toHaveLength(asked + 1);
    expect(screen.getByRole('alert').textContent).toContain('可能已被拔出');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: '小盘（已拔出）' }).checked).toBe(true);
    expect(start().disabled).toBe(true);
  });

  it('shows how far it is, and what went wrong, with the order as it was', async () => {
    await show();
    fireEvent.click(start());
    await settle();
    expect(document.querySelector('.job-progress')).not.toBeNull();
    expect(document.querySelector('fieldset')?.disabled).toBe(true);
    await act(() => {
      answerRun({ ok: false, code: 'disk-full', message: '“小盘”已满，没有导出。请腾出空间后再试。' });
      return Promise.resolve();
    });
    await vi.waitFor(() => expect(screen.getByRole('alert').textContent).toContain('已满，没有导出'));
    expect(document.querySelector('fieldset')?.disabled).toBe(false);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: '刊物与版式设置' }).checked).toBe(true);
    expect(start().disabled).toBe(false);
  });
});
