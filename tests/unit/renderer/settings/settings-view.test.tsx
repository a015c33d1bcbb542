// @vitest-environment window
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SettingsHeader } from '../../../../renderer/settings/settings-header.js';
import { SettingsView } from '../../../../renderer/settings/settings-view.js';
import { publicationSession } from '../../../../renderer/state/publication.js';
import { setting, settingsStore } from '../../../../renderer/state/settings.js';
import { defaultPublication } from '../../../../shared/document/publication.js';

let isReadOnly = false;
vi.mock('../../../../renderer/state/read-only.js', () => ({ isReadOnly: () => isReadOnly }));
// The sample measures itself, which needs a real page.
vi.mock('../../../../renderer/settings/sample-pane.js', () => ({ SamplePane: () => null }));

beforeEach(async () => {
  isReadOnly = false;
  const answers: Record<string, unknown> = {
    'publication.list': { publications: [{ ...defaultPublication, pageStyle: { 'marginMm.top': 30 } }] },
    'publication.save': { savedAt: '2031-05-06T07:08:09Z' },
  };
  Object.assign(window, {
    zhuanbao: {
      call: (name: string) => Promise.resolve(JSON.stringify({ ok: true, value: answers[name] ?? {} })),
      onNotice: () => () => undefined,
    },
  });
  settingsStore.setState({ values: { 'settings.subject': 'publication' } });
  await publicationSession.getState().load();
});
afterEach(cleanup);

const sentence = '资料库只能阅读，这里的设置可以看，不能修改。';

function show(subject: string): void {
  settingsStore.setState({ values: { 'settings.subject': subject } });
  render(
    <>
      <SettingsHeader />
      <SettingsView />
    </>,
  );
}

/** Whether the form is disabled, and with it every control in it. */
const areLocked = (): boolean => document.querySelector<HTMLFieldSetElement>('fieldset.settings-sheet')?.disabled === true;

describe('the settings of a library that can only be read', () => {
  it.each(['publication', 'page', 'fonts'])('show %s, cannot be changed, and say why', (subject) => {
    isReadOnly = true;
    show(subject);
    expect(screen.getByText(sentence)).toBeTruthy();
    expect(document.querySelectorAll('.settings-sheet :is(input, select)').length).toBeGreaterThan(1);
    expect(areLocked()).toBe(true);
    expect(screen.getByRole('button', { name: '全部恢复默认' }).matches(':disabled')).toBe(true);
  });

  it('leave the window’s own look to choose', () => {
    isReadOnly = true;
    show('interface');
    expect(screen.queryByText(sentence)).toBeNull();
    fireEvent.click(screen.getByRole('radio', { name: /^深色/u }));
    expect(setting('interface.scheme')).toBe('dark');
  });
});

describe('the settings', () => {
  it('can be changed in any other library, without a sentence', () => {
    show('publication');
    expect([screen.queryByText(sentence), areLocked()]).toEqual([null, false]);
    expect(screen.getByRole('button', { name: '全部恢复默认' }).matches(':disabled')).toBe(false);
    fireEvent.change(screen.getByRole('textbox', { name: '刊名' }), { target: { value: '示例专报' } });
    expect(publicationSession.getState().publication.name).toBe('示例专报');
  });

  it('choose the colours and the size of the window', () => {
    show('interface');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /^跟随系统/u }).checked).toBe(true);
    act(() => void fireEvent.change(screen.getByRole('combobox', { name: '界面和文字' }), { target: { value: '125' } }));
    expect(setting('interface.zoom')).toBe(125);
  });
});
