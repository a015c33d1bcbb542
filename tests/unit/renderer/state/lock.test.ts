import { describe, expect, it } from 'vitest';
import type { IssueState } from '../../../../shared/document/issue.js';
import type { CallName, CallRequest, CallResponse } from '../../../../shared/ipc.js';
import { createIssueSession } from '../../../../renderer/state/issue-session.js';
import { numbered } from '../../../helpers/library-fixture.js';

async function opened(state: IssueState) {
  const issue = { ...numbered(6, '零'), state, instruction: '' };
  const session = createIssueSession({
    call: async <Name extends CallName>(name: Name, _request: CallRequest<Name>) =>
      (name === 'issue.get' ? { issue, revision: 'r0' } : {}) as CallResponse<Name>,
    nowMs: () => 0,
    isReadOnly: () => false,
    schedule: () => () => undefined,
  });
  await session.getState().open('2023-06');
  return session;
}

const type = (session: Awaited<ReturnType<typeof opened>>) =>
  session.getState().edit((issue) => ({ ...issue, instruction: `${issue.instruction}阅` }));

describe('the open issue', () => {
  it.each(['printed', 'archived'] as const)('takes no edits while it is %s', async (state) => {
    const session = await opened(state);
    type(session);
    expect(session.getState().issue?.instruction).toBe('');
  });

  it('is not taken back by undo once it is printed, and keeps its way back for a 更正', async () => {
    const session = await opened('final');
    type(session);
    session.getState().adoptState('printed', 'r1');
    session.getState().undo();
    expect(session.getState().issue).toMatchObject({ state: 'printed', instruction: '阅' });
    session.getState().adoptState('correcting', 'r2');
    session.getState().undo();
    expect(session.getState()).toMatchObject({ issue: { state: 'correcting', instruction: '' }, revision: 'r2' });
  });
});
