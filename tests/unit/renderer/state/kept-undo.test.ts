import { describe, expect, it } from 'vitest';
import type { Issue } from '../../../../shared/document/issue.js';
import type { CallName, CallRequest, CallResponse } from '../../../../shared/ipc.js';
import { createIssueSession } from '../../../../renderer/state/issue-session.js';
import { numbered } from '../../../helpers/library-fixture.js';

/** A disk with one issue and its undo file, and sessions over it; nothing is scheduled, saves are asked for. */
function disk() {
  const file = { issue: numbered(6, '零'), revision: 'r0', undo: undefined as { revision: string; steps: string } | undefined };
  let saves = 0;
  const answer = (name: CallName, request: { issue?: Issue; revision?: string; steps?: string }): object => {
    if (name === 'issue.get') return { issue: structuredClone(file.issue), revision: file.revision };
    if (name === 'issue.save') {
      file.issue = request.issue ?? file.issue;
      file.revision = `r${(saves += 1)}`;
      return { key: '2023-06', revision: file.revision, savedAt: '2026-03-02T01:00:00.000Z' };
    }
    if (name === 'undo.keep') file.undo = { revision: request.revision ?? '', steps: request.steps ?? '' };
    return name === 'undo.get' && file.undo?.revision === request.revision ? { steps: file.undo?.steps } : {};
  };
  const openSession = async () => {
    const session = createIssueSession({
      call: async <Name extends CallName>(name: Name, request: CallRequest<Name>) => answer(name, request as object) as CallResponse<Name>,
      nowMs: () => 0,
      isReadOnly: () => false,
      schedule: () => () => undefined,
    });
    await session.getState().open('2023-06');
    return session;
  };
  return { file, openSession };
}

const titled = (title: string) => () => numbered(6, title);
const titleNow = (session: Awaited<ReturnType<ReturnType<typeof disk>['openSession']>>) =>
  session.getState().issue?.columns[0]?.items[0]?.title;

describe('undo over the closing of an issue', () => {
  it('goes back and forth through the steps of before', async () => {
    const { file, openSession } = disk();
    const first = await openSession();
    for (const title of ['一', '二', '三']) first.getState().edit(titled(title));
    first.getState().undo();
    await first.getState().flush();
    const again = await openSession();
    expect(titleNow(again)).toBe('二');
    again.getState().undo();
    again.getState().undo();
    expect(titleNow(again)).toBe('零');
    expect(again.getState().history.past).toEqual([]);
    for (let count = 0; count < 3; count += 1) again.getState().redo();
    expect(titleNow(again)).toBe('三');
    expect(file.undo?.steps).toContain('一');
  });

  it('ends where something was done beside the issue', async () => {
    const { openSession } = disk();
    const first = await openSession();
    const beside = { undo: () => undefined, redo: () => undefined };
    first.getState().edit(titled('一'));
    first.getState().edit(titled('二'), { beside });
    first.getState().edit(titled('三'));
    await first.getState().flush();
    const again = await openSession();
    again.getState().undo();
    expect(titleNow(again)).toBe('二');
    expect(again.getState().history.past).toEqual([]);
  });

  it.each([
    ['of another state', (file: ReturnType<typeof disk>['file']) => (file.undo = { revision: 'r9', steps: file.undo?.steps ?? '' })],
    ['that is no JSON', (file: ReturnType<typeof disk>['file']) => (file.undo = { revision: file.revision, steps: '{' })],
    ['that does not fit', (file: ReturnType<typeof disk>['file']) => (file.issue = { ...file.issue, columns: [] })],
  ])('passes over a file %s, and the text is as on disk', async (_name, spoil) => {
    const { file, openSession } = disk();
    const first = await openSession();
    first.getState().edit(titled('一'));
    await first.getState().flush();
    spoil(file);
    const again = await openSession();
    expect(again.getState().history.past).toEqual([]);
    expect(again.getState().issue).toEqual(file.issue);
  });

  it('keeps a bounded number of steps', async () => {
    const { file, openSession } = disk();
    const first = await openSession();
    for (let count = 0; count < 300; count += 1) first.getState().edit(titled(`第${count}`));
    await first.getState().flush();
    expect((JSON.parse(file.undo?.steps ?? '') as { past: readonly unknown[] }).past).toHaveLength(200);
  });
});
