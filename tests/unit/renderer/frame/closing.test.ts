// @vitest-environment window
import { beforeEach, describe, expect, it } from 'vitest';
import { followClosing } from '../../../../renderer/frame/closing.js';
import { desk, closeDialog } from '../../../../renderer/state/desk.js';
import { issueSession } from '../../../../renderer/state/issue-session.js';
import { setInstruction } from '../../../../shared/document/edit-issue.js';
import { issueKey } from '../../../../shared/document/issue.js';
import { article, column, issue, p } from '../../../helpers/build-issue.js';

const opened = issue(column('经验交流', article('甲县抓实工作', p('甲县开展活动。'))));
const key = issueKey(opened.masthead);
const calls: (readonly [string, string])[] = [];
let isBroken = false;
let tellNotice: (name: string, bodyJson: string) => void = () => undefined;

function answer(name: string): unknown {
  if (name === 'issue.get') return { ok: true, value: { issue: opened, revision: '1' } };
  if (name !== 'issue.save') return { ok: true, value: {} };
  return isBroken
    ? { ok: false, code: 'disk-full', message: '磁盘已满。' }
    : { ok: true, value: { key, revision: '2', savedAt: '2031-05-06T07:08:09Z' } };
}

Object.defineProperty(window, 'zhuanbao', {
  configurable: true,
  value: {
    call: (name: string, requestJson: string) => {
      calls.push([name, requestJson]);
      return Promise.resolve(JSON.stringify(answer(name)));
    },
    onNotice: (listener: typeof tellNotice) => {
      tellNotice = listener;
      return () => undefined;
    },
  },
});

const flushed = () => calls.find(([name]) => name === 'window.flushed')?.[1];

/** Lets all that is under way without waiting for a clock run to its end. */
async function untilFlushed(): Promise<void> {
  while (flushed() === undefined) await new Promise((resolve) => setImmediate(resolve));
}

function leaves(): boolean {
  return window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
}

beforeEach(async () => {
  isBroken = false;
  issueSession.getState().close();
  closeDialog();
  await issueSession.getState().open(key);
  calls.length = 0;
});
followClosing();

describe('a window that is told to close', () => {
  it('saves at once what waits to be saved, and says so', async () => {
    issueSession.getState().edit((value) => setInstruction(value, '请阅'));
    expect(leaves()).toBe(true);
    tellNotice('app.closing', '{}');
    await untilFlushed();
    expect(calls.map(([name]) => name)).toEqual(['issue.save', 'undo.keep', 'window.flushed']);
    expect(calls[0]?.[1]).toContain('请阅');
    expect([flushed(), desk.getState().dialog]).toEqual(['{"saved":true}', undefined]);
  });

  it('says that its words are not saved, and asks', async () => {
    isBroken = true;
    issueSession.getState().edit((value) => setInstruction(value, '请阅'));
    tellNotice('app.closing', '{}');
    await untilFlushed();
    expect([flushed(), desk.getState().dialog]).toEqual(['{"saved":false}', { kind: 'closing' }]);
  });

  it('stays while a save has failed, and goes once it is mended', async () => {
    isBroken = true;
    issueSession.getState().edit((value) => setInstruction(value, '请阅'));
    await issueSession.getState().flush();
    expect([leaves(), desk.getState().dialog]).toEqual([false, { kind: 'closing' }]);
    isBroken = false;
    await issueSession.getState().flush();
    expect(leaves()).toBe(true);
  });
});
