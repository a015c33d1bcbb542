// @vitest-environment window
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { KeptDialog } from '../../../../renderer/dialogs/kept-dialog.js';
import { historyStore } from '../../../../renderer/history/history-state.js';
import { closeDialog, desk, type KeptFound } from '../../../../renderer/state/desk.js';
import { issueSession } from '../../../../renderer/state/issue-session.js';
import { article, column, issue } from '../../../helpers/build-issue.js';
import { fakeServices, type FakeServices } from '../../../helpers/fake-services.js';

const value = issue(column('经验交流', article('示例区抓宣讲')), { masthead: { number: 6, date: '2023-06-01' } });
const at = '2023-06-03T02:00:00.000Z';

let services: FakeServices;

beforeEach(() => {
  services = fakeServices(value);
  services.answers.set('history.get', () => ({ issue: value }));
  services.answers.set('trash.get', () => ({ issue: value }));
  services.answers.set('history.list', () => ({
    versions: [
      { id: 'v1', replacedAt: at },
      { id: 'v0', replacedAt: at },
    ],
  }));
});
afterEach(() => {
  cleanup();
  closeDialog();
  issueSession.getState().close();
});

const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve))));
const show = async (kept: KeptFound['kept']): Promise<void> => {
  render(<KeptDialog found={{ key: '2023-06', label: '第6期', kept }} place={{ part: 'instruction' }} />);
  await settle();
};
const calls = (): readonly string[] => services.calls.filter((name) => /^(?:trash|history)\./u.test(name));

it('a version is read, and found again in the history of its issue', async () => {
  await show({ kind: 'version', id: 'v0', at });
  expect(calls()).toEqual(['history.get']);
  fireEvent.click(screen.getByRole('button', { name: '在历史里打开' }));
  await settle();
  expect([issueSession.getState().key, desk.getState().view, historyStore.getState().chosen]).toEqual(['2023-06', 'history', 'v0']);
});

it('a version of an issue in the trash says so; the issue comes back first', async () => {
  services.issues.clear();
  services.trash.set('t1', value);
  await show({ kind: 'version', id: 'v0', at, trashId: 't1' });
  expect(screen.getByText(/的版本，本期在回收站/u)).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: '恢复这一期，在历史里打开' }));
  await settle();
  expect(calls().slice(0, 2)).toEqual(['history.get', 'trash.restore']);
  expect([issueSession.getState().key, historyStore.getState().chosen]).toEqual(['2023-06', 'v0']);
});

it('what is in the trash is taken out of it, and not opened', async () => {
  services.issues.clear();
  services.trash.set('t1', value);
  await show({ kind: 'trash', id: 't1', at });
  fireEvent.click(screen.getByRole('button', { name: '从回收站恢复' }));
  await settle();
  expect([calls(), [...services.issues.keys()], issueSession.getState().key]).toEqual([
    ['trash.get', 'trash.restore'],
    ['2023-06'],
    undefined,
  ]);
});
