// @vitest-environment window
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeServices } from '../../helpers/fake-services.js';
import { article, column, issue, p } from '../../helpers/build-issue.js';

const services = fakeServices();
services.answers.set('history.keep', () => ({ id: 'kept' }));
const { issueSession } = await import('../../../renderer/state/issue-session.js');
const { changeQuery, changeScope, closeFind, findStore, lookAgain, openFind, setReplacement, toggleHit } = await import(
  '../../../renderer/find/find-store.js'
);
const { replaceAll, replaceCurrent, stepHit } = await import('../../../renderer/find/find-steps.js');
const { dismiss, messagesNow } = await import('../../../renderer/state/messages.js');
const { hitId } = await import('../../../shared/find/find-hits.js');
const { updateItem } = await import('../../../shared/document/edit-issue.js');

const value = issue(column('栏', article('题', p('甲一甲二甲三甲'), p('甲'))));
const text = (): string => issueSession.getState().issue?.columns[0]?.items[0]?.paragraphs[0]?.text ?? '';
const ids = (): readonly string[] => findStore.getState().hits.map(hitId);
const offs = (): readonly string[] => [...findStore.getState().off];

beforeEach(() => {
  issueSession.setState({
    key: '2023-06',
    issue: value,
    current: { kind: 'item', itemId: 'a1' },
    history: { past: [], future: [], grewAtMs: 0 },
  });
  openFind(true, '甲');
});
afterEach(() => {
  closeFind();
  issueSession.getState().close();
});

describe('replacing in the open issue', () => {
  it('leaves out what is ticked off, again and again, wherever it moves to', async () => {
    toggleHit('a1.text.p1@4');
    setReplacement('甲甲甲');
    await replaceAll();
    expect(text()).toBe('甲甲甲一甲甲甲二甲三甲甲甲');
    expect(offs()).toEqual(['a1.text.p1@8']);
    setReplacement('');
    await replaceAll();
    expect(text()).toBe('一二甲三');
    issueSession.getState().undo();
    issueSession.getState().undo();
    expect(text()).toBe('甲一甲二甲三甲');
  });

  it('keeps a version of what was before, and changes nothing where that cannot be kept', async () => {
    const before = services.calls.length;
    setReplacement('乙');
    services.beforeAnswer = (name) => {
      if (name === 'history.keep') expect(text()).toBe('甲一甲二甲三甲');
    };
    await replaceAll();
    services.beforeAnswer = () => undefined;
    expect([services.calls.slice(before).includes('history.keep'), text()]).toEqual([true, '乙一乙二乙三乙']);
    issueSession.getState().undo();
    services.fail('history.keep', true);
    await expect(replaceAll()).rejects.toThrow();
    services.fail('history.keep', false);
    expect(text()).toBe('甲一甲二甲三甲');
  });

  it('keeps to the article that is shown when that is the range', async () => {
    const two = issue(column('栏', article('题', p('甲一')), article('另题', p('甲二'))));
    issueSession.setState({ issue: two });
    changeScope('item');
    expect(ids()).toEqual(['a1.text.p1@0']);
    setReplacement('乙');
    await replaceAll();
    changeScope('issue');
    expect([text(), ids()]).toEqual(['乙一', [expect.stringMatching(/^a2\.text\.p\d@0$/u)]]);
  });

  it('touches nothing of a printed issue, and says nothing of having done so', async () => {
    issueSession.setState({ issue: { ...value, state: 'printed' } });
    for (const { id } of messagesNow()) dismiss(id);
    setReplacement('乙');
    stepHit(1);
    replaceCurrent();
    await replaceAll();
    expect([text(), messagesNow()]).toEqual(['甲一甲二甲三甲', []]);
  });

  it('keeps what is ticked off while words are typed before it', () => {
    toggleHit('a1.text.p1@2');
    issueSession.getState().edit((now) =>
      updateItem(now, 'a1', (item) => ({
        ...item,
        paragraphs: item.paragraphs.map((each, at) => (at === 0 ? { ...each, text: `新${each.text}` } : each)),
      })),
    );
    lookAgain();
    expect([offs(), ids().length]).toEqual([['a1.text.p1@3'], 5]);
  });

  it('forgets what was ticked off when the question is another', () => {
    toggleHit('a1.text.p1@2');
    changeQuery({ words: '甲二' });
    expect([offs(), ids()]).toEqual([[], ['a1.text.p1@2']]);
  });

  it('goes from hit to hit, round and back, and replaces the one shown', () => {
    stepHit(-1);
    expect(findStore.getState().current).toBe('a1.text.p2@0');
    stepHit(1);
    stepHit(1);
    expect(findStore.getState().current).toBe('a1.text.p1@2');
    setReplacement('乙');
    replaceCurrent();
    expect([text(), findStore.getState().current]).toEqual(['甲一乙二甲三甲', 'a1.text.p1@4']);
  });
});
