// @vitest-environment window
import { beforeEach, describe, expect, it } from 'vitest';
import { removeManuscript } from '../../../../renderer/contributor/own-actions.js';
import { ownSession } from '../../../../renderer/state/own-session.js';
import type { Article } from '../../../../shared/document/issue.js';
import { newSubmission } from '../../../../shared/submissions/new-submission.js';
import { fakeServices, type FakeServices } from '../../../helpers/fake-services.js';

const article: Article = { type: 'article', id: 'a1', title: '初稿', sources: ['示例区'], paragraphs: [{ id: 'p1', text: '甲。' }] };
const row = { id: 'm1', title: '初稿' };
const session = ownSession.getState;

let services: FakeServices;
beforeEach(async () => {
  services = fakeServices();
  for (const id of ['m1', 'm2'])
    services.submissions.set(id, newSubmission({ id, article, arrival: 'own', receivedAt: '2026-03-01T00:00:00.000Z' }));
  await session().leave();
  await session().open('m1');
  services.calls.length = 0;
});

const type = (title: string): void => session().edit((before) => ({ ...before, article: { ...before.article, title } }));

describe('a draft that is removed', () => {
  it('goes to the trash with its last words', async () => {
    type('二稿');
    await removeManuscript(row);
    expect(services.calls.filter((name) => /own\.save|delete/u.test(name))).toEqual(['own.save', 'submission.delete']);
    expect([services.submissions.has('m1'), session().id]).toEqual([false, undefined]);
  });

  it('stays where its last words could not be saved', async () => {
    services.fail('own.save', true);
    type('二稿');
    await removeManuscript(row);
    expect([services.submissions.has('m1'), session().id, session().manuscript?.article.title]).toEqual([true, 'm1', '二稿']);
    services.fail('own.save', false);
    await session().flush();
  });

  it('is open to be written again where it could not be put away', async () => {
    services.fail('submission.delete', true);
    await expect(removeManuscript(row)).rejects.toMatchObject({ code: 'disk-full' });
    expect(session().id).toBe('m1');
  });

  it('leaves another that is open alone', async () => {
    type('二稿');
    await removeManuscript({ ...row, id: 'm2' });
    expect([services.submissions.has('m2'), session().id, session().manuscript?.article.title]).toEqual([false, 'm1', '二稿']);
    await session().flush();
  });
});
