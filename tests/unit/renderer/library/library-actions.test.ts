// @vitest-environment window
import { cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  attempt,
  deleteIssue,
  deleteSubmission,
  duplicateIssue,
  openIssue,
  startNextIssue,
} from '../../../../renderer/library/library-actions.js';
import { desk } from '../../../../renderer/state/desk.js';
import { issueSession } from '../../../../renderer/state/issue-session.js';
import { useMessages } from '../../../../renderer/state/messages.js';
import { isAsking } from '../../../../renderer/ui/confirm.js';
import { updateMasthead } from '../../../../shared/document/edit-issue.js';
import type { Article } from '../../../../shared/document/issue.js';
import { newSubmission } from '../../../../shared/submissions/new-submission.js';
import { article, column, issue, p } from '../../../helpers/build-issue.js';
import { fakeServices, type FakeServices } from '../../../helpers/fake-services.js';

const numbered = (number: number) =>
  issue(column('经验交流', article(`第${String(number)}县抓实宣讲`, p('甲县开展活动。'))), { masthead: { number } });
const session = issueSession.getState;

let services: FakeServices;
beforeEach(async () => {
  session().close();
  services = fakeServices(numbered(5), numbered(6));
  await session().open('2023-05');
});
afterEach(cleanup);

const lastMessage = () => renderHook(useMessages).result.current.at(-1);
const type = (organ: string): void => session().edit((value) => updateMasthead(value, { organ }));

describe('opening an issue', () => {
  it('saves the one that was open first, then shows the other', async () => {
    type('乙市');
    await openIssue('2023-06');
    expect(services.issues.get('2023-05')?.masthead.organ).toBe('乙市');
    expect(session().key).toBe('2023-06');
    expect(desk.getState().view).toBe('issue');
  });

  it('asks before what could not be saved is given up, and stays until answered', async () => {
    services.fail('issue.save', true);
    type('乙市');
    const opening = openIssue('2023-06');
    await vi.waitFor(() => expect(isAsking()).toBe(true));
    expect(session().issue?.masthead.organ).toBe('乙市');
    expect(session().key).toBe('2023-05');
    // Another question answers the first one safely.
    attempt(() => openIssue('2023-06'));
    await opening;
    expect(session().key).toBe('2023-05');
  });
});

describe('issues of the library', () => {
  it('are carried on only from what is on disk: the open one is saved first', async () => {
    for (const action of [() => startNextIssue(), () => duplicateIssue('2023-05')]) {
      await openIssue('2023-05');
      type(`丙市${String(services.calls.length)}`);
      const from = services.calls.length;
      await action();
      const made = services.calls.findIndex((name, index) => index >= from && (name === 'issue.create' || name === 'issue.duplicate'));
      expect(services.calls.slice(from, made)).toContain('issue.save');
    }
  });

  it('that are deleted while open are saved, closed, and come back by 撤销', async () => {
    type('丁市');
    await deleteIssue('2023-05');
    expect(session().issue).toBeUndefined();
    expect([...services.trash.values()]).toMatchObject([{ masthead: { organ: '丁市' } }]);
    lastMessage()?.actions[0]?.run();
    await vi.waitFor(() => expect(services.issues.get('2023-05')?.masthead.organ).toBe('丁市'));
  });

  it('whose deletion fails are told of', async () => {
    services.fail('issue.delete', true);
    attempt(() => deleteIssue('2023-06'));
    await vi.waitFor(() => expect(lastMessage()).toMatchObject({ tone: 'error', text: '磁盘已满。' }));
    expect(services.issues.has('2023-06')).toBe(true);
  });

  it('that are copied are told of, with the way there', async () => {
    await duplicateIssue('2023-05');
    expect(lastMessage()).toMatchObject({ tone: 'success' });
    expect(session().key).toBe('2023-05');
    lastMessage()?.actions[0]?.run();
    await vi.waitFor(() => expect(session().key).not.toBe('2023-05'));
  });
});

describe('a submission', () => {
  it('that is deleted leaves the place where it was read, and comes back by 撤销', async () => {
    const { id, article: words } = newSubmission({
      id: 's1',
      article: numbered(7).columns[0]?.items[0] as Article,
      arrival: 'paper',
      receivedAt: '2023-05-06T07:08:09Z',
    });
    services.submissions.set(id, newSubmission({ id, article: words, arrival: 'paper', receivedAt: '2023-05-06T07:08:09Z' }));
    session().select({ kind: 'submission', submissionId: id });
    await deleteSubmission(id, words.title);
    expect([services.submissions.has(id), session().current]).toEqual([false, { kind: 'masthead' }]);
    expect(lastMessage()?.text).toBe(`来稿“${words.title}”已移入回收站。`);
    lastMessage()?.actions[0]?.run();
    await vi.waitFor(() => expect(services.submissions.has(id)).toBe(true));
    await vi.waitFor(() => expect(lastMessage()?.text).toBe('来稿已恢复。'));
  });
});
