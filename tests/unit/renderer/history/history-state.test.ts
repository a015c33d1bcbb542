// @vitest-environment window
import { beforeEach, describe, expect, it } from 'vitest';
import { bringBack, chooseVersion, exportRedline, listVersions, now } from '../../../../renderer/history/history-state.js';
import { issueSession } from '../../../../renderer/state/issue-session.js';
import { dismiss, messagesNow } from '../../../../renderer/state/messages.js';
import { updateMasthead } from '../../../../shared/document/edit-issue.js';
import { article, column, issue, p } from '../../../helpers/build-issue.js';
import { fakeServices, type FakeServices } from '../../../helpers/fake-services.js';

const session = issueSession.getState;
const numbered = (number: number, text: string) => issue(column('经验交流', article('题', p(text))), { masthead: { number } });
/** The fake takes the key of an issue for the id of a version. */
const version = '2023-04';

let services: FakeServices;
beforeEach(async () => {
  for (const { id } of messagesNow()) dismiss(id);
  session().close();
  services = fakeServices(numbered(4, '旧'), numbered(5, '新'));
  services.answers.set('history.list', () => ({ versions: [{ id: version, replacedAt: '2026-03-02T01:00:00.000Z' }] }));
  services.answers.set('history.keep', () => ({ id: 'kept' }));
  services.answers.set('history.restored', () => ({}));
  services.answers.set('history.redline', () => ({ handle: 'h', path: '/花脸稿.docx' }));
  await session().open('2023-05');
  await listVersions();
  await chooseVersion(version);
});

const texts = () => session().issue?.columns[0]?.items[0]?.paragraphs[0]?.text;
const type = (organ: string): void => session().edit((value) => updateMasthead(value, { organ }));

describe('the comparison', () => {
  it('is written of what is saved, and not at all where the last words could not be', async () => {
    services.fail('issue.save', true);
    type('乙市');
    await exportRedline(version, now, 'docx', 'h');
    expect(services.calls).not.toContain('history.redline');
    services.fail('issue.save', false);
    await exportRedline(version, now, 'docx', 'h');
    expect(services.calls.slice(-3)).toEqual(['issue.save', 'undo.keep', 'history.redline']);
    expect(messagesNow().at(-1)?.text).toContain('花脸稿');
  });
});

describe('bringing an earlier version back', () => {
  it('offers the way back even where the audit trail could not be told', async () => {
    services.fail('history.restored', true);
    await expect(bringBack(version, '昨天的版本', 'a1')).rejects.toThrow();
    expect(texts()).toBe('旧');
    const [told] = messagesNow();
    expect(told?.text).toContain('已恢复到昨天的版本');
    told?.actions[0]?.run();
    expect(texts()).toBe('新');
  });

  it('is not done where the state before could not be kept', async () => {
    services.fail('issue.save', true);
    type('乙市');
    await bringBack(version, '昨天的版本');
    expect(texts()).toBe('新');
  });
});
