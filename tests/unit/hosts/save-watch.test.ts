import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { watchSaves } from '../../../electron/hosts/save-watch.js';

const done = '{"ok":true,"value":{}}';
const refused = '{"ok":false,"code":"disk-full","message":"磁盘已满。"}';
const never = (): Promise<string> => new Promise(() => undefined);
const quick = { idleMs: 40, maxMs: 400 };

/** A dispatch whose answers come after the given milliseconds. */
function answering(answer: string, afterMs: number) {
  return watchSaves(() => new Promise((resolve) => setTimeout(() => resolve(answer), afterMs)));
}

describe('watchSaves', () => {
  it('passes calls and answers through', async () => {
    const { dispatch } = watchSaves((name, request) => Promise.resolve(`${name} ${request}`));
    expect(await dispatch('app.info', '{}')).toBe('app.info {}');
  });

  it('waits for a save that is on its way', async () => {
    let answer: (resultJson: string) => void = () => undefined;
    const { dispatch, untilSaved } = watchSaves(() => new Promise((resolve) => (answer = resolve)));
    void dispatch('issue.save', '{}');
    let outcome: string | undefined;
    const waiting = untilSaved({ idleMs: 1, maxMs: 60_000 }).then((each) => (outcome = each));
    await delay(60);
    expect(outcome).toBeUndefined();
    answer(done);
    expect(await waiting).toBe('saved');
  });

  it('waits for a save the window sends after it was told to close', async () => {
    const { dispatch, untilSaved } = answering(refused, 30);
    setTimeout(() => void dispatch('issue.save', '{}'), 15);
    expect(await untilSaved(quick)).toBe('unsaved');
  });

  it('does not wait for its limit when there is nothing to save', async () => {
    expect(await watchSaves(never).untilSaved({ idleMs: 1, maxMs: Infinity })).toBe('saved');
  });

  it('gives up at the limit and says that something is not saved', async () => {
    const { dispatch, untilSaved } = watchSaves(never);
    void dispatch('submission.save', '{}');
    expect(await untilSaved(quick)).toBe('unsaved');
  });

  it('forgets a failed save once a later one succeeded', async () => {
    const answers = [refused, done];
    const { dispatch, untilSaved } = watchSaves(() => Promise.resolve(answers.shift() ?? done));
    await dispatch('issue.save', '{}');
    expect(await untilSaved(quick)).toBe('unsaved');
    await dispatch('issue.save', '{}');
    expect(await untilSaved(quick)).toBe('saved');
  });

  it('does not wait for long work', async () => {
    const { dispatch, untilSaved } = watchSaves(never);
    for (const name of ['export.run', 'print.run', 'library.check']) void dispatch(name, '{}');
    expect(await untilSaved({ idleMs: 1, maxMs: Infinity })).toBe('saved');
  });

  it('hears what a closing window says of its words', async () => {
    const { dispatch, untilAnswered } = watchSaves(() => Promise.resolve(done));
    for (const [request, answer] of [
      ['{"saved":true}', 'saved'],
      ['{"saved":false}', 'unsaved'],
      ['{', 'unsaved'],
    ]) {
      const heard = untilAnswered();
      await dispatch('window.flushed', request ?? '');
      expect(await heard).toBe(answer);
    }
  });

  it('takes no silence for an answer', async () => {
    expect(await watchSaves(() => Promise.resolve(done)).untilAnswered(10)).toBe('silent');
  });

  it('counts a call that rejects as ended', async () => {
    const { dispatch, untilSaved } = watchSaves(() => Promise.reject(new Error('gone')));
    await expect(dispatch('issue.get', '{}')).rejects.toThrow('gone');
    expect(await untilSaved(quick)).toBe('saved');
  });
});
