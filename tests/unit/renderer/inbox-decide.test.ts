// @vitest-environment window
import { beforeEach, describe, expect, it } from 'vitest';
import { decideChosen } from '../../../renderer/inbox/decide.js';
import { inbox, readSubmission } from '../../../renderer/state/inbox-state.js';
import type { SubmissionRow } from '../../../shared/submissions/list-submissions.js';

const rows = ['甲', '乙', '丙'].map((id) => ({ id, title: id, standing: 'new', decision: 'new' }) as unknown as SubmissionRow);
let decided: [string, string][] = [];
let answers: ((answer: object) => void)[] = [];

beforeEach(() => {
  decided = [];
  answers = [];
  const call = (name: string, request: string): Promise<string> => {
    if (name !== 'submission.decide')
      return Promise.resolve(JSON.stringify({ ok: true, value: { issues: [], submissions: [], trash: [] } }));
    const { ids, decision } = JSON.parse(request) as { ids: string[]; decision: string };
    decided.push([ids.join(''), decision]);
    return new Promise((resolve) => answers.push((answer) => resolve(JSON.stringify(answer))));
  };
  Object.assign(window, { zhuanbao: { call, send: () => Promise.resolve('{"ok":true,"value":{}}'), onNotice: () => () => undefined } });
  readSubmission('甲');
});

describe('deciding by keys', () => {
  it('is on the next manuscript at once, before the decision is saved, and never on one twice', async () => {
    const all = [decideChosen('shortlisted', '', rows), decideChosen('reserve', '', rows), decideChosen('shortlisted', '', rows)];
    expect(decided.map(([id]) => id)).toEqual(['甲', '乙', '丙']);
    // Nothing waits any more, though the list shows the first two so until it is read again.
    expect(inbox.getState().current).toBe('丙');
    for (const answer of answers) answer({ ok: true, value: {} });
    await Promise.allSettled(all);
  });

  it('goes back to the manuscript whose decision was refused', async () => {
    const deciding = decideChosen('shortlisted', '', rows);
    expect(inbox.getState().current).toBe('乙');
    answers[0]?.({ ok: false, code: 'library-read-only', message: '资料库只读，没有保存。' });
    await expect(deciding).rejects.toThrow('只读');
    expect(inbox.getState().current).toBe('甲');
  });
});
