/** Services of one window in memory, behind the window's own channel; every call is noted, any can be made to fail. */
import { convertItem } from '../../shared/document/edit-issue.js';
import { issueKey, type Article, type Issue } from '../../shared/document/issue.js';
import { newSubmission } from '../../shared/submissions/new-submission.js';
import type { Submission } from '../../shared/submissions/submission.js';
import type { CallName, Channel } from '../../shared/ipc.js';

export interface FakeServices {
  /** Names of the calls made so far, in order. */
  readonly calls: string[];
  /** What is on disk. */
  readonly issues: Map<string, Issue>;
  readonly submissions: Map<string, Submission>;
  readonly trash: Map<string, Submission | Issue>;
  /** Makes a call answer with a failure until told otherwise. */
  fail(name: CallName, isFailing: boolean): void;
  /** Answers of calls that have none of their own here, or another one. */
  readonly answers: Map<CallName, (request: never) => object>;
  /** Runs before a call is answered, as if the disk took its time. */
  beforeAnswer: (name: string) => void;
}

/** Puts the services on `window.zhuanbao`; `library.list` is empty but for submissions and keys, for stores that list again. */
export function fakeServices(...issues: readonly Issue[]): FakeServices {
  const failing = new Set<string>();
  const services: FakeServices = {
    calls: [],
    issues: new Map(issues.map((issue) => [issueKey(issue.masthead), issue])),
    submissions: new Map(),
    trash: new Map(),
    answers: new Map(),
    fail: (name, isFailing) => void (isFailing ? failing.add(name) : failing.delete(name)),
    beforeAnswer: () => undefined,
  };
  const channel: Channel = {
    call: (name, requestJson) => {
      services.calls.push(name);
      services.beforeAnswer(name);
      const request: unknown = JSON.parse(requestJson);
      const own = services.answers.get(name as CallName)?.(request as never);
      const answer = failing.has(name) ? undefined : (own ?? answers[name]?.(services, request as Request));
      return Promise.resolve(
        JSON.stringify(answer === undefined ? { ok: false, code: 'disk-full', message: '磁盘已满。' } : { ok: true, value: answer }),
      );
    },
    send: () => Promise.resolve('{"ok":true,"value":{}}'),
    onNotice: () => () => undefined,
  };
  Object.assign(globalThis.window, { zhuanbao: channel });
  return services;
}

interface Request {
  readonly key: string;
  readonly id: string;
  readonly issue: Issue;
  readonly article: Article;
}

let serial = 0;

const answers: Readonly<Record<string, (services: FakeServices, request: Request) => object | undefined>> = {
  'library.list': () => ({ issues: [], submissions: [], trash: [], problems: [] }),
  'issue.get': ({ issues }, { key }) => (issues.has(key) ? { issue: issues.get(key), revision: '1' } : undefined),
  // A version goes by the key of one of the issues.
  'history.get': ({ issues }, { id }) => (issues.has(id) ? { issue: issues.get(id) } : undefined),
  'issue.save': ({ issues }, { key, issue }) => {
    issues.delete(key);
    issues.set(issueKey(issue.masthead), issue);
    return { key: issueKey(issue.masthead), revision: '1', savedAt: '2024-03-01T10:00:00.000Z' };
  },
  'issue.create': ({ issues }) => ({ key: [...issues.keys()].at(-1) }),
  'issue.duplicate': ({ issues }) => ({ key: [...issues.keys()].at(-1) }),
  'issue.delete': ({ issues, trash }, { key }) => putAway(issues, trash, key),
  'submission.get': ({ submissions }, { id }) => (submissions.has(id) ? { submission: submissions.get(id) } : undefined),
  'submission.add': ({ submissions }, { article }) => {
    const id = `submission${String((serial += 1))}`;
    const made = convertItem(article, 'article') as Article;
    submissions.set(id, newSubmission({ id, article: made, arrival: 'issue', receivedAt: '2024-03-01T10:00:00.000Z' }));
    return { id };
  },
  'own.list': () => ({ rows: [], figures: { sent: 0, answered: 0, printed: 0, rate: 0, years: [] } }),
  'own.save': ({ submissions }, { id, article }) => {
    const before = submissions.get(id);
    if (before === undefined) return undefined;
    submissions.set(id, { ...before, article });
    return { id, savedAt: '2024-03-01T10:00:00.000Z' };
  },
  'submission.delete': ({ submissions, trash }, { id }) => putAway(submissions, trash, id),
  'trash.restore': ({ submissions, issues, trash }, { id }) => {
    const value = trash.get(id);
    if (value === undefined) return undefined;
    trash.delete(id);
    if ('article' in value) {
      submissions.set(value.id, value);
      return { kind: 'submission', key: value.id };
    }
    const key = issueKey(value.masthead);
    issues.set(key, value);
    return { kind: 'issue', key };
  },
  'settings.set': () => ({}),
};

function putAway<Value extends Submission | Issue>(
  from: Map<string, Value>,
  trash: FakeServices['trash'],
  key: string,
): object | undefined {
  const value = from.get(key);
  if (value === undefined) return undefined;
  from.delete(key);
  const trashId = `trash${String((serial += 1))}`;
  trash.set(trashId, value);
  return { trashId };
}
