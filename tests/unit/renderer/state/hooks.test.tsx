// @vitest-environment window
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useExportPlan, useExportRun } from '../../../../renderer/dialogs/use-export.js';
import { inbox } from '../../../../renderer/state/inbox-state.js';
import { useInboxRows } from '../../../../renderer/inbox/use-rows.js';
import { useSettingsPlace } from '../../../../renderer/settings/settings-place.js';
import { startInspecting, useInspection } from '../../../../renderer/state/inspection.js';
import { issueSession } from '../../../../renderer/state/issue-session.js';
import { followLibrary, refreshLibrary, useLibrary } from '../../../../renderer/state/library-store.js';
import {
  narrowStore,
  toggleBeside,
  toggleInspection,
  togglePreview,
  toggleSent,
  useIsLow,
  useShownPanes,
} from '../../../../renderer/state/panes.js';
import { settingsStore, useSetting } from '../../../../renderer/state/settings.js';
import { caretSentence, useCaretPosition } from '../../../../renderer/state/use-caret-position.js';
import { usePages } from '../../../../renderer/state/use-pages.js';
import { setInstruction } from '../../../../shared/document/edit-issue.js';
import { issueKey, type Article } from '../../../../shared/document/issue.js';
import { defaultPageStyle } from '../../../../shared/layout/page-style.js';
import { summarizeSubmission } from '../../../../shared/submissions/list-submissions.js';
import { newSubmission } from '../../../../shared/submissions/new-submission.js';
import { article, column, issue, noted, p } from '../../../helpers/build-issue.js';

const opened = issue(column('经验交流', article('甲县抓实宣讲', p('甲县开展活动。'), p('参加群众2万人次。'))));
const key = issueKey(opened.masthead);
const item = opened.columns[0]?.items[0] ?? expect.fail();

const calls: { name: string; request: Record<string, unknown> }[] = [];
let answers: Record<string, unknown> = {};
let failures: Record<string, { code: string; message: string }> = {};
const listeners = new Set<(name: string, body: string) => void>();
const notify = (name: string, body: object): void => listeners.forEach((listener) => listener(name, JSON.stringify(body)));

beforeEach(async () => {
  vi.useFakeTimers();
  calls.length = 0;
  failures = {};
  answers = {
    'issue.get': { issue: opened, revision: '1' },
    'issue.save': { key, revision: '2', savedAt: '2031-05-06T07:08:09Z' },
    'settings.set': {},
    'library.list': { issues: [], submissions: [], trash: [], problems: [] },
  };
  Object.assign(window, {
    innerWidth: 1400,
    innerHeight: 800,
    requestIdleCallback: (run: () => void) => setTimeout(run, 1),
    cancelIdleCallback: clearTimeout,
    zhuanbao: {
      call: (name: string, json: string) => {
        calls.push({ name, request: JSON.parse(json) as Record<string, unknown> });
        const failure = failures[name];
        return Promise.resolve(JSON.stringify(failure ? { ok: false, ...failure } : { ok: true, value: answers[name] }));
      },
      onNotice: (listener: (name: string, body: string) => void) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
  });
  settingsStore.setState({ values: {} });
  issueSession.getState().close();
  await issueSession.getState().open(key);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** Lets timers and what they set off run to their end. */
const settle = (ms = 1000): Promise<void> =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });

describe('a setting', () => {
  it('is its default, then what was chosen, which is sent; what its row refuses counts as the default', () => {
    const { result } = renderHook(() => useSetting('preview.spread'));
    expect(result.current[0]).toBe(false);
    act(() => result.current[1](true));
    expect(result.current[0]).toBe(true);
    expect(calls.at(-1)).toEqual({ name: 'settings.set', request: { name: 'preview.spread', value: true } });
    act(() => settingsStore.setState({ values: { 'preview.spread': 'yes' } }));
    expect(result.current[0]).toBe(false);
  });
});

describe('the panes', () => {
  const resize = (innerWidth: number, innerHeight = 800): void =>
    act(() => {
      Object.assign(window, { innerWidth, innerHeight });
      window.dispatchEvent(new Event('resize'));
    });

  it('follow the window: the preview gives way, then takes turns with the sheet', () => {
    narrowStore.setState({ isPreviewInFront: false });
    const { result } = renderHook(useShownPanes);
    expect(result.current).toEqual(['outline', 'form', 'preview']);
    resize(1000);
    expect(result.current).toEqual(['outline', 'form']);
    act(togglePreview);
    expect(result.current).toEqual(['outline', 'preview']);
    act(togglePreview);
    for (const toggle of [toggleInspection, toggleSent, toggleBeside]) {
      act(toggle);
      expect(result.current).toEqual(['outline', 'preview']);
      act(toggle);
      expect(result.current).toEqual(['outline', 'form']);
    }
    act(togglePreview);
    resize(1400);
    expect(result.current).toEqual(['outline', 'form', 'preview']);
  });

  it('have less room in an enlarged interface', () => {
    narrowStore.setState({ isPreviewInFront: false });
    const { result } = renderHook(() => [useShownPanes().length, useIsLow()] as const);
    expect(result.current).toEqual([3, false]);
    act(() => settingsStore.setState({ values: { 'interface.zoom': 125 } }));
    expect(result.current).toEqual([2, true]);
  });
});

describe('the pages', () => {
  it('are laid out after paint, and tell where the cursor is', async () => {
    const caret = { itemId: item.id, field: 'text', paragraphId: item.paragraphs[1]?.id ?? '', offset: 2 } as const;
    const { result } = renderHook(() => {
      usePages(opened, defaultPageStyle);
      return useCaretPosition(opened, defaultPageStyle, caret);
    });
    expect(result.current.at).toBeUndefined();
    await settle();
    expect(result.current.pageCount).toBeGreaterThan(1);
    expect(caretSentence(result.current)).toMatch(/^第 2 页 第 \d+ 行 · 本页余 \d+ 行$/u);
    expect(result.current.characters).toBeGreaterThan(10);
  });

  it('has room for fewer lines above footnotes', async () => {
    const linesLeft = async (footnotes: readonly (readonly [number, string])[]): Promise<number> => {
      const value = issue(column('经验交流', article('甲县抓实宣讲', noted(p('甲县开展活动。'), ...footnotes))));
      const caret = { itemId: 'a1', field: 'text', paragraphId: 'p1', offset: 2 } as const;
      const { result } = renderHook(() => (usePages(value, defaultPageStyle), useCaretPosition(value, defaultPageStyle, caret)));
      await settle();
      return result.current.at?.linesLeft ?? expect.fail('no place');
    };
    // Above 版记 in both: a note and the room above it take a line.
    expect(await linesLeft([])).toBeGreaterThan(await linesLeft([[2, '指示例区。']]));
  });

  it('are inspected once the editor pauses, not before', async () => {
    const stop = startInspecting();
    const { result } = renderHook(() => (usePages(opened, defaultPageStyle), useInspection()));
    await settle(200);
    expect(result.current.pages).toEqual([]);
    await settle();
    expect(result.current.pages.length).toBeGreaterThan(1);
    act(stop);
    expect(result.current.pages).toEqual([]);
  });
});

describe('the library', () => {
  it('is listed again once after many notices', async () => {
    const stop = followLibrary();
    renderHook(() => useLibrary(({ issues }) => issues));
    for (let notice = 0; notice < 5; notice += 1) notify('library.changed', {});
    await settle();
    expect(calls.filter(({ name }) => name === 'library.list')).toHaveLength(1);
    stop();
    notify('library.changed', {});
    await settle();
    expect(calls.filter(({ name }) => name === 'library.list')).toHaveLength(1);
  });

  it('keeps its last list when it cannot be read', async () => {
    const { result } = renderHook(() => useLibrary(({ problems }) => problems));
    answers['library.list'] = { issues: [], submissions: [], trash: [], problems: [{ file: '甲.json', message: '读不出来。' }] };
    await act(refreshLibrary);
    failures['library.list'] = { code: 'internal', message: '读不出来。' };
    await act(refreshLibrary);
    expect(result.current).toHaveLength(1);
  });
});

describe('the rows of the inbox', () => {
  it('are narrowed by standing and words, and counted whole', async () => {
    const submissions = ['甲县抓实宣讲', '乙县抓实惠民'].map((title, index) =>
      summarizeSubmission(
        newSubmission({
          id: `s${String(index)}`,
          article: { ...(item as Article), title },
          arrival: 'paper',
          receivedAt: '2031-05-06T07:08:09Z',
        }),
        '2031-05-06T07:08:09Z',
      ),
    );
    answers['library.list'] = { issues: [], submissions, trash: [], problems: [] };
    await act(refreshLibrary);
    const { result } = renderHook(useInboxRows);
    expect([result.current.all.length, result.current.shown.length]).toEqual([2, 2]);
    act(() => inbox.setState({ words: '惠民' }));
    expect(result.current.shown.map(({ title }) => title)).toEqual(['乙县抓实惠民']);
    act(() => inbox.setState({ words: '', standing: 'adopted' }));
    expect([result.current.shown, result.current.counts.new]).toEqual([[], 2]);
    act(() => inbox.setState({ standing: undefined }));
  });
});

describe('the place in the settings', () => {
  it('opens at the remembered subject, moves on, and remembers', () => {
    settingsStore.setState({ values: { 'settings.subject': 'fonts' } });
    const { result } = renderHook(useSettingsPlace);
    expect([result.current.subject, result.current.section]).toEqual(['fonts', 'faceSet']);
    act(() => result.current.show('interface', 'zoom'));
    expect([result.current.subject, result.current.section]).toEqual(['interface', 'zoom']);
    act(() => result.current.look('scheme'));
    expect(result.current.section).toBe('scheme');
    act(() => settingsStore.setState({ values: { 'settings.subject': 'gone' } }));
    expect(result.current.subject).toBe('page');
  });
});

describe('an export', () => {
  const plan = { folder: { handle: 'f', label: '桌面' }, baseName: '专报', files: [{ format: 'docx', name: '专报.docx', exists: false }] };

  it('is planned from what is saved first, and again once after typing a name', async () => {
    answers['export.plan'] = plan;
    issueSession.getState().edit((value) => setInstruction(value, '请阅'));
    const { result } = renderHook(() => useExportPlan(key));
    await settle(50);
    expect(calls.map(({ name }) => name).filter((name) => name !== 'settings.set')).toEqual([
      'issue.get',
      'undo.get',
      'issue.save',
      'undo.keep',
      'export.plan',
    ]);
    expect([result.current.plan, result.current.baseName]).toEqual([plan, '专报']);
    for (const name of ['甲', '甲乙', '甲乙丙']) act(() => result.current.setBaseName(name));
    await settle();
    expect(calls.filter(({ name }) => name === 'export.plan').map(({ request }) => request['baseName'])).toEqual([undefined, '甲乙丙']);
  });

  it('shows its own progress only, and what came of it', async () => {
    let finish: (json: string) => void = () => undefined;
    const { result } = renderHook(() => useExportRun(key));
    const { zhuanbao } = window;
    const whole = zhuanbao.call.bind(zhuanbao);
    Object.assign(window, {
      zhuanbao: {
        ...zhuanbao,
        call: (name: string, json: string) =>
          name === 'export.run' ? (void whole(name, json), new Promise<string>((resolve) => (finish = resolve))) : whole(name, json),
      },
    });
    act(() => void result.current.run(plan as never, ['docx']));
    await settle(10);
    const job = calls.find(({ name }) => name === 'export.run')?.request['job'];
    act(() => notify('job.progress', { job: 'another', step: '别的', done: 1, total: 2 }));
    expect(result.current.stage).toEqual({ kind: 'running', progress: undefined, isCancelling: false });
    act(() => notify('job.progress', { job, step: '生成 Word', done: 1, total: 2 }));
    expect(result.current.stage).toMatchObject({ progress: { step: '生成 Word' } });
    act(() => result.current.cancel());
    expect(calls.at(-1)).toEqual({ name: 'job.cancel', request: { job } });
    finish('{"ok":false,"code":"cancelled","message":"已取消。"}');
    await settle(10);
    expect(result.current.stage).toEqual({ kind: 'choosing', failure: '已取消，没有写出文件。' });
  });

  it('is not begun from an issue that cannot be saved', async () => {
    failures['issue.save'] = { code: 'disk-full', message: '磁盘已满。' };
    issueSession.getState().edit((value) => setInstruction(value, '请阅'));
    const { result } = renderHook(() => useExportRun(key));
    await act(() => result.current.run(plan as never, ['docx']));
    expect(result.current.stage).toMatchObject({ kind: 'choosing', failure: '本期还有修改没有保存，先处理保存问题再导出。' });
    expect(calls.map(({ name }) => name)).not.toContain('export.run');
  });
});
