// @vitest-environment window
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useWindowLife } from '../../../../renderer/frame/window-life.js';
import { contributorStore } from '../../../../renderer/state/contributor.js';
import { desk, showView } from '../../../../renderer/state/desk.js';
import { issueSession } from '../../../../renderer/state/issue-session.js';
import { refreshLibrary } from '../../../../renderer/state/library-store.js';
import { setting, settingsStore } from '../../../../renderer/state/settings.js';
import { updateMasthead } from '../../../../shared/document/edit-issue.js';
import { article, column, issue, p } from '../../../helpers/build-issue.js';

const opened = issue(column('经验交流', article('甲县抓实宣讲', p('甲县开展活动。')), article('乙县抓实惠民', p('乙县开展活动。'))));
const key = '2023-06';
const second = opened.columns[0]?.items[1]?.id ?? '';
const calls: string[] = [];

beforeEach(async () => {
  calls.length = 0;
  const answers: Record<string, unknown> = {
    'issue.get': { issue: opened, revision: '1' },
    'issue.save': { key, revision: '2', savedAt: '2031-05-06T07:08:09Z' },
    'library.list': { issues: [{ key, uses: [] }], submissions: [], trash: [], problems: [] },
    'words.kept': { kept: [] },
  };
  Object.assign(window, {
    zhuanbao: {
      call: (name: string) => {
        calls.push(name);
        return Promise.resolve(JSON.stringify({ ok: true, value: answers[name] ?? {} }));
      },
      onNotice: () => () => undefined,
    },
  });
  issueSession.getState().close();
  showView('library');
  settingsStore.setState({ values: {} });
  await refreshLibrary();
});
afterEach(() => {
  cleanup();
  contributorStore.setState({ isAsked: false });
});

const type = (organ: string): void => issueSession.getState().edit((value) => updateMasthead(value, { organ }));

describe('a window', () => {
  it('opens the issue, the part and the view it was left at', async () => {
    settingsStore.setState({ values: { lastIssue: key, lastPlace: `item:${second}`, view: 'issue' } });
    renderHook(useWindowLife);
    await vi.waitFor(() => expect(desk.getState().view).toBe('issue'));
    expect(issueSession.getState()).toMatchObject({ key, current: { kind: 'item', itemId: second } });
  });

  it('opens the library when the last issue is gone', async () => {
    settingsStore.setState({ values: { lastIssue: '2019-01', view: 'issue' } });
    renderHook(useWindowLife);
    await vi.waitFor(() => expect(calls).toContain('words.kept'));
    expect([desk.getState().view, issueSession.getState().key]).toEqual(['library', undefined]);
  });

  it('opens no issue for a unit, though its library has one from when it was an office’s', async () => {
    settingsStore.setState({ values: { lastIssue: key, view: 'issue' } });
    contributorStore.setState({ isAsked: true });
    renderHook(useWindowLife);
    await vi.waitFor(() => expect(calls).toContain('words.kept'));
    expect(calls).not.toContain('issue.get');
  });

  it('remembers the issue and the part that is worked on', async () => {
    renderHook(useWindowLife);
    await act(() =>
      issueSession
        .getState()
        .open(key)
        .then(() => undefined),
    );
    act(() => issueSession.getState().select({ kind: 'imprint' }));
    expect([setting('lastIssue'), setting('lastPlace')]).toEqual([key, 'imprint']);
  });

  it.each(['blur', 'pagehide', 'visibilitychange'])('saves at once what waits to be saved on %s', async (name) => {
    renderHook(useWindowLife);
    await issueSession.getState().open(key);
    type(name);
    expect(calls).not.toContain('issue.save');
    (name === 'visibilitychange' ? document : window).dispatchEvent(new Event(name));
    expect(calls).toContain('issue.save');
    await issueSession.getState().flush();
  });

  it('lets go of everything with its end', async () => {
    const { unmount } = renderHook(useWindowLife);
    await issueSession.getState().open(key);
    unmount();
    type('丙市');
    for (const name of ['blur', 'pagehide']) window.dispatchEvent(new Event(name));
    document.dispatchEvent(new Event('visibilitychange'));
    expect(calls).not.toContain('issue.save');
    await issueSession.getState().flush();
  });
});
