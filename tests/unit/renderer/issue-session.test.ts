import { describe, expect, it } from 'vitest';
import { CallFailure } from '../../../renderer/bridge.js';
import { createIssueSession } from '../../../renderer/state/issue-session.js';
import type { SessionPorts } from '../../../renderer/state/session-parts.js';
import { newIssue, updateMasthead } from '../../../shared/document/edit-issue.js';
import { issueKey, type Issue } from '../../../shared/document/issue.js';
import { defaultPublication } from '../../../shared/document/publication.js';

function sampleIssue(): Issue {
  let count = 0;
  return newIssue(defaultPublication, 5, '2024-03-01', () => `id${(count += 1)}`);
}

/** A disk of one issue and a clock that moves only when told. */
function bench(isReadOnly = false) {
  let nowMs = 0;
  let revision = 1;
  let stored = sampleIssue();
  let failure: CallFailure | undefined;
  let timers: { at: number; action: () => void }[] = [];
  const saves: Issue[] = [];
  const answer = async (name: string, request: { issue?: Issue; baseRevision?: string }): Promise<unknown> => {
    if (name === 'issue.get') return { issue: stored, revision: String(revision) };
    if (failure) throw failure;
    if (request.baseRevision !== String(revision)) throw new CallFailure('issue-changed', '本期已被其他程序修改。');
    stored = request.issue as Issue;
    saves.push(stored);
    revision += 1;
    return { key: issueKey(stored.masthead), revision: String(revision), savedAt: '2024-03-01T10:00:00.000Z' };
  };
  const session = createIssueSession({
    call: answer as unknown as SessionPorts['call'],
    nowMs: () => nowMs,
    isReadOnly: () => isReadOnly,
    schedule: (action, delayMs) => {
      const timer = { at: nowMs + delayMs, action };
      timers.push(timer);
      return () => (timers = timers.filter((each) => each !== timer));
    },
  });
  return {
    session,
    saves,
    failWith: (next: CallFailure | undefined) => (failure = next),
    changeOnDisk: () => (revision += 1),
    wait: async (ms: number) => {
      nowMs += ms;
      const due = timers.filter(({ at }) => at <= nowMs);
      timers = timers.filter(({ at }) => at > nowMs);
      for (const { action } of due) action();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

const setOrgan = (organ: string) => (issue: Issue) => updateMasthead(issue, { organ });

describe('issue session', () => {
  it('saves 400 ms after the last edit and tells when', async () => {
    const { session, saves, wait } = bench();
    await session.getState().open('2024-05');
    session.getState().edit(setOrgan('甲'));
    await wait(300);
    session.getState().edit(setOrgan('甲县'));
    await wait(300);
    expect(saves).toHaveLength(0);
    expect(session.getState().saveState).toEqual({ kind: 'waiting' });
    await wait(100);
    expect(saves.map(({ masthead }) => masthead.organ)).toEqual(['甲县']);
    expect(session.getState().saveState).toEqual({ kind: 'saved', at: '2024-03-01T10:00:00.000Z' });
  });

  it('keeps what is typed while another issue is read', async () => {
    const { session, saves } = bench();
    await session.getState().open('2024-05');
    const other = session.getState().open('2024-06');
    await Promise.resolve();
    session.getState().edit(setOrgan('甲县'));
    expect(await other).toBe(true);
    expect(session.getState().key).toBe('2024-06');
    expect(saves.map(({ masthead }) => masthead.organ)).toEqual(['甲县']);
  });

  it('takes out of every edit what no file can hold: control characters, noncharacters, half of a pair', async () => {
    const { session, saves, wait } = bench();
    await session.getState().open('2024-05');
    session.getState().edit(setOrgan('甲\u{FFFF}县\u{7}委\u{D800}'));
    await wait(400);
    expect([session.getState().issue, saves[0]].map((issue) => issue?.masthead.organ)).toEqual(['甲县委', '甲县委']);
  });

  it('saves at least every two seconds while the editor goes on typing', async () => {
    const { session, saves, wait } = bench();
    await session.getState().open('2024-05');
    for (let round = 0; round < 8; round += 1) {
      session.getState().edit(setOrgan(`甲${round}`), { merge: 'organ' });
      await wait(300);
    }
    expect(saves.length).toBeGreaterThan(0);
  });

  it('joins edits of one merge key into one undo step until a pause', async () => {
    const { session, wait } = bench();
    await session.getState().open('2024-05');
    const organ = (): string | undefined => session.getState().issue?.masthead.organ;
    const first = organ();
    session.getState().edit(setOrgan('甲'), { merge: 'organ' });
    session.getState().edit(setOrgan('甲县'), { merge: 'organ' });
    await wait(1200);
    session.getState().edit(setOrgan('甲县委'), { merge: 'organ' });
    session.getState().undo();
    expect(organ()).toBe('甲县');
    session.getState().undo();
    expect(organ()).toBe(first);
    session.getState().undo();
    session.getState().redo();
    session.getState().redo();
    expect(organ()).toBe('甲县委');
  });

  it('saves what undo and redo bring back', async () => {
    const { session, saves, wait } = bench();
    await session.getState().open('2024-05');
    const first = session.getState().issue?.masthead.organ;
    session.getState().edit(setOrgan('甲县'));
    await wait(400);
    session.getState().undo();
    expect(session.getState().saveState).toEqual({ kind: 'waiting' });
    await wait(400);
    session.getState().redo();
    await wait(400);
    expect(saves.map(({ masthead }) => masthead.organ)).toEqual(['甲县', first, '甲县']);
  });

  it('takes back and makes again what an edit did beside the issue, once it is shown', async () => {
    const { session } = bench();
    await session.getState().open('2024-05');
    const done: string[] = [];
    const note = (what: string) => (): void => void done.push(`${what} ${session.getState().issue?.masthead.organ ?? ''}`);
    session.getState().edit(setOrgan('甲县'), { beside: { undo: note('undo'), redo: note('redo') } });
    session.getState().edit(setOrgan('乙县'));
    const first = defaultPublication.organ;
    for (const move of ['undo', 'undo', 'redo', 'redo', 'undo', 'undo'] as const) session.getState()[move]();
    expect(done).toEqual([`undo ${first}`, 'redo 甲县', `undo ${first}`]);
  });

  it('ends the step when the cursor jumps, not when it follows the typing', async () => {
    const { session } = bench();
    await session.getState().open('2024-05');
    const caret = { itemId: 'a', field: 'text', offset: 1 } as const;
    session.getState().edit(setOrgan('甲'), { merge: 't' });
    session.getState().setCaret(caret);
    session.getState().edit(setOrgan('甲县'), { merge: 't' });
    session.getState().setCaret({ ...caret, offset: 2 });
    expect(session.getState().history.past).toHaveLength(1);
    session.getState().setCaret({ ...caret, offset: 0 });
    session.getState().edit(setOrgan('乙县'), { merge: 't' });
    expect(session.getState().history.past).toHaveLength(2);
  });

  it('follows the key when the number changes', async () => {
    const { session, wait } = bench();
    await session.getState().open('2024-05');
    session.getState().edit((issue) => updateMasthead(issue, { number: 6 }));
    await wait(400);
    expect(session.getState().key).toBe('2024-06');
  });

  it('keeps the value and says why when saving fails, and tries again', async () => {
    const { session, saves, failWith, wait } = bench();
    await session.getState().open('2024-05');
    failWith(new CallFailure('disk-full', '磁盘已满。'));
    session.getState().edit(setOrgan('甲县'));
    await wait(400);
    expect(session.getState().saveState).toEqual({ kind: 'failed', code: 'disk-full', message: '磁盘已满。' });
    expect(session.getState().issue?.masthead.organ).toBe('甲县');
    failWith(undefined);
    await wait(5000);
    expect(saves).toHaveLength(1);
    expect(session.getState().saveState.kind).toBe('saved');
  });

  it('does not leave an issue that cannot be saved', async () => {
    const { session, failWith } = bench();
    await session.getState().open('2024-05');
    failWith(new CallFailure('disk-full', '磁盘已满。'));
    session.getState().edit(setOrgan('甲县'));
    expect(await session.getState().open('2024-04')).toBe(false);
    expect(session.getState().key).toBe('2024-05');
  });

  it('takes no edit of a library that can only be read', async () => {
    const { session, saves, wait } = bench(true);
    await session.getState().open('2024-05');
    session.getState().edit(setOrgan('甲县'));
    await wait(5000);
    expect(session.getState().issue).toEqual(sampleIssue());
    expect(saves).toEqual([]);
  });

  it('refuses to write over another program’s change until the editor decides', async () => {
    const { session, saves, changeOnDisk, wait } = bench();
    await session.getState().open('2024-05');
    changeOnDisk();
    session.getState().edit(setOrgan('甲县'));
    await wait(400);
    expect(session.getState().saveState).toMatchObject({ kind: 'failed', code: 'issue-changed' });
    expect(await session.getState().overwrite()).toBe(true);
    expect(saves.at(-1)?.masthead.organ).toBe('甲县');
  });
});
