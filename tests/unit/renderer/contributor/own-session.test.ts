import { describe, expect, it } from 'vitest';
import { CallFailure } from '../../../../renderer/bridge.js';
import { createOwnSession, type Manuscript } from '../../../../renderer/state/own-session.js';
import type { SessionPorts } from '../../../../renderer/state/session-parts.js';
import type { Article } from '../../../../shared/document/issue.js';
import { newSubmission } from '../../../../shared/submissions/new-submission.js';

const article: Article = { type: 'article', id: 'a1', title: '初稿', sources: ['示例区'], paragraphs: [{ id: 'p1', text: '甲。' }] };
const facts = { unitName: '示例区', kind: 'news' as const, signedBy: '乙部长' };

/** A disk of two manuscripts and a clock that moves only when told. */
function bench(isReadOnly = false) {
  let nowMs = 0;
  let failure: CallFailure | undefined;
  let timers: { at: number; action: () => void }[] = [];
  const saves: (Manuscript & { readonly id: string })[] = [];
  const answer = async (name: string, request: Manuscript & { readonly id: string }): Promise<unknown> => {
    const { id } = request;
    if (name === 'submission.get')
      return { submission: newSubmission({ id, article, arrival: 'own', receivedAt: '2026-03-01T00:00:00.000Z', facts }) };
    if (failure) throw failure;
    saves.push(request);
    return { id, savedAt: '2026-03-01T01:00:00.000Z' };
  };
  const session = createOwnSession({
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
    saves,
    now: session.getState,
    retitle: (title: string, merge?: string) =>
      session.getState().edit((before) => ({ ...before, article: { ...before.article, title } }), merge),
    title: () => session.getState().manuscript?.article.title,
    failWith: (next: CallFailure | undefined) => (failure = next),
    wait: async (ms: number) => {
      nowMs += ms;
      const due = timers.filter(({ at }) => at <= nowMs);
      timers = timers.filter(({ at }) => at > nowMs);
      for (const { action } of due) action();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

describe('the manuscript a unit is writing', () => {
  it('opens with its words and what is said of it, and saves what was changed soon', async () => {
    const { now, retitle, saves, wait } = bench();
    await now().open('m1');
    expect(now().manuscript).toEqual({ article, facts: { kind: 'news', signedBy: '乙部长' } });
    retitle('二稿');
    expect(now().saveState).toEqual({ kind: 'waiting' });
    await wait(400);
    expect(saves.map(({ id, article: { title }, facts: said }) => [id, title, said])).toEqual([
      ['m1', '二稿', { kind: 'news', signedBy: '乙部长' }],
    ]);
    expect(now().saveState).toEqual({ kind: 'saved', at: '2026-03-01T01:00:00.000Z' });
  });

  it('goes back and forth, steps of one key together', async () => {
    const { now, retitle, title, wait } = bench();
    await now().open('m1');
    retitle('甲', 'text:p1');
    retitle('甲乙', 'text:p1');
    await wait(2000);
    retitle('丙', 'text:p1');
    now().undo();
    expect(title()).toBe('甲乙');
    now().undo();
    expect(title()).toBe('初稿');
    now().undo();
    expect(title()).toBe('初稿');
    now().redo();
    now().redo();
    expect(title()).toBe('丙');
  });

  it('begins a new step where the cursor jumped', async () => {
    const { now, retitle, title } = bench();
    await now().open('m1');
    retitle('甲', 'text:p1');
    now().setCaret({ itemId: 'a1', field: 'title', offset: 1 });
    now().setCaret({ itemId: 'a1', field: 'source', offset: 0 });
    retitle('乙', 'text:p1');
    now().undo();
    expect(title()).toBe('甲');
  });

  it('saves before it opens another, and stays where that fails', async () => {
    const { now, retitle, saves, failWith, title } = bench();
    await now().open('m1');
    retitle('二稿');
    failWith(new CallFailure('disk-full', '磁盘已满。'));
    expect(await now().open('m2')).toBe(false);
    expect([now().id, title(), now().saveState.kind]).toEqual(['m1', '二稿', 'failed']);
    failWith(undefined);
    expect(await now().open('m2')).toBe(true);
    expect(saves.map(({ id, article: { title: saved } }) => [id, saved])).toEqual([['m1', '二稿']]);
    expect([now().id, title(), now().history.past]).toEqual(['m2', '初稿', []]);
  });

  it('is read once, whoever asks for it twice, and keeps what is typed while another is read', async () => {
    const { now, retitle, saves, title } = bench();
    const [first, second] = [now().open('m1'), now().open('m1')];
    await first;
    retitle('二稿');
    await second;
    expect(title()).toBe('二稿');
    const other = now().open('m2');
    retitle('三稿');
    expect(await other).toBe(true);
    expect(saves.map(({ id, article: { title: saved } }) => [id, saved])).toEqual([['m1', '三稿']]);
    expect([now().id, title()]).toEqual(['m2', '初稿']);
  });

  it('takes out what no file can hold, and takes nothing where it can only be read', async () => {
    const { now, retitle, title } = bench();
    await now().open('m1');
    retitle('甲\u{7}县\u{D800}');
    expect(title()).toBe('甲县');
    const locked = bench(true);
    await locked.now().open('m1');
    locked.retitle('乙');
    expect(locked.title()).toBe('初稿');
  });

  it('lets go of what is open once it is saved, and keeps it where that fails', async () => {
    const { now, retitle, saves, failWith, title } = bench();
    await now().open('m1');
    retitle('二稿');
    failWith(new CallFailure('disk-full', '磁盘已满。'));
    expect(await now().leave()).toBe(false);
    expect([now().id, title()]).toEqual(['m1', '二稿']);
    failWith(undefined);
    expect(await now().leave()).toBe(true);
    expect([saves.map(({ id }) => id), now().id, now().manuscript]).toEqual([['m1'], undefined, undefined]);
    expect(await now().flush()).toBe(true);
  });

  it('opens and leaves in the order it was told to, though the first takes longer', async () => {
    const { now } = bench();
    const told = [now().open('m1'), now().leave(), now().open('m2'), now().leave(), now().open('m1')];
    await Promise.all(told);
    expect(now().id).toBe('m1');
    const left = [now().open('m2'), now().leave()];
    await Promise.all(left);
    expect(now().id).toBeUndefined();
  });
});
