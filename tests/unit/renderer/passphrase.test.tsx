// @vitest-environment window
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PassphraseDialog } from '../../../renderer/dialogs/passphrase-dialog.js';
import { PassphraseFields, passphraseTrouble, type NewPassphrase } from '../../../renderer/dialogs/passphrase-fields.js';
import { BundlePlan } from '../../../renderer/exchange/bundle-plan.js';
import { closeDialog, desk } from '../../../renderer/state/desk.js';
import { exchange, openBundle, type OpenedBundle } from '../../../renderer/state/exchange.js';

const shut = (code: string): OpenedBundle => ({
  id: 'b1',
  file: '密.zbx',
  valid: false,
  signature: 'none',
  problems: [{ code, entry: '', message: `${code}。`, isError: true }],
  steps: [],
});
let told: OpenedBundle;
let asked: unknown[] = [];

beforeEach(() => {
  asked = [];
  told = shut('passphrase-wrong');
  closeDialog();
  exchange.setState({ opened: undefined, failure: undefined });
  const call = (name: string, json: string): Promise<string> => {
    if (name === 'bundle.unseal') asked.push((JSON.parse(json) as { request: unknown }).request);
    const value = name === 'bundle.open' ? shut('passphrase-needed') : name === 'bundle.unseal' ? told : {};
    return Promise.resolve(JSON.stringify({ ok: true, value }));
  };
  Object.assign(window, { zhuanbao: { call, send: () => Promise.resolve('{"ok":true,"value":{}}'), onNotice: () => () => undefined } });
});
afterEach(cleanup);

const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 0))));
const field = (): HTMLInputElement => screen.getByLabelText('口令');

async function type(words: string): Promise<void> {
  fireEvent.change(field(), { target: { value: words } });
  fireEvent.keyDown(field(), { key: 'Enter' });
  await settle();
}

describe('a bundle with a passphrase', () => {
  it('asks at once, again after a wrong one, and is shown once it is open', async () => {
    await openBundle({ file: 'h' });
    expect(desk.getState().dialog).toEqual({ kind: 'passphrase' });
    render(<PassphraseDialog />);
    await type('错的口令');
    expect(screen.getByRole('alert').textContent).toBe('passphrase-wrong。');
    await type('又错了');
    expect(screen.getByRole('alert').textContent).toContain('已试 2 次');
    expect(exchange.getState().opened?.problems[0]?.code).toBe('passphrase-needed');
    told = { ...shut(''), valid: true, problems: [] };
    await type('对的口令');
    expect(asked).toEqual(['错的口令', '又错了', '对的口令'].map((passphrase) => ({ id: 'b1', passphrase })));
    expect([desk.getState().dialog, exchange.getState().opened?.valid]).toEqual([undefined, true]);
  });

  it('asks nothing while nothing is typed, and again from its own line when it was put off', async () => {
    await openBundle({ file: 'h' });
    render(<PassphraseDialog />);
    await type('');
    expect(asked).toEqual([]);
    closeDialog();
    cleanup();
    render(<BundlePlan />);
    fireEvent.click(screen.getByText('输入口令…'));
    expect(desk.getState().dialog).toEqual({ kind: 'passphrase' });
  });
});

describe('the passphrase of a new bundle', () => {
  let typed: NewPassphrase;

  function Fields() {
    const [value, setValue] = useState<NewPassphrase>();
    typed = value;
    return <PassphraseFields value={value} onChange={setValue} known={['示例区委宣传部']} />;
  }

  it('is none unless asked for; typed twice; says how long it would hold and why not longer', () => {
    render(<Fields />);
    expect(screen.queryByLabelText('口令')).toBeNull();
    fireEvent.click(screen.getByRole('checkbox'));
    expect(passphraseTrouble(typed)).toContain('请输入口令');
    fireEvent.change(field(), { target: { value: '示例区委宣传部' } });
    expect(screen.getByRole('status').textContent).toContain('太容易猜');
    expect(screen.getByRole('status').textContent).toContain('“示例区委宣传部”是对方猜得到的名称');
    expect(passphraseTrouble(typed)).toBe('两次输入的口令不一样。');
    fireEvent.change(screen.getByLabelText('再输一次口令'), { target: { value: '示例区委宣传部 ' } });
    expect(passphraseTrouble(typed)).toBeUndefined();
    fireEvent.change(field(), { target: { value: '12345' } });
    expect(passphraseTrouble(typed)).toContain('至少要');
    fireEvent.click(screen.getByRole('checkbox'));
    expect(typed).toBeUndefined();
  });

  it('is made up of words to be said, shown so that it can be written down', () => {
    render(<Fields />);
    fireEvent.click(screen.getByRole('checkbox'));
    expect(field().type).toBe('password');
    fireEvent.click(screen.getByText('随机生成'));
    expect([field().type, typed?.first.split(' ').length, passphraseTrouble(typed)]).toEqual(['text', 5, undefined]);
    expect(screen.getByRole('status').textContent).toContain('很难猜');
  });
});
