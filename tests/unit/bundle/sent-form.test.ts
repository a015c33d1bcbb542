import { describe, expect, it } from 'vitest';
import { receivedForm, sentForm } from '../../../shared/bundle/sent-form.js';
import { newSubmission } from '../../../shared/submissions/new-submission.js';
import { draftArticle } from '../../helpers/library-fixture.js';

const plain = newSubmission({ id: 's1', article: draftArticle('甲'), arrival: 'paper', receivedAt: '2026-03-01T01:00:00.000Z' });
const reception = { receivedAt: '2026-03-02T01:00:00.000Z', unitIdOf: (name: string) => (name === '示例区委宣传部' ? 'u7' : undefined) };

describe('a submission that crosses', () => {
  it('brings no decision, note or unit of the sender’s, even where a stranger put some in', () => {
    const at = '2026-03-01T01:00:00.000Z';
    const forged = {
      ...plain,
      decision: 'refused' as const,
      reason: '替你们定了',
      log: [{ at, decision: 'refused' as const }],
      unitId: 'u1',
    };
    for (const sent of [forged, sentForm(forged)])
      expect(receivedForm(sent, undefined, reception)).toEqual({
        ...plain,
        arrival: 'bundle',
        receivedAt: reception.receivedAt,
        unitId: 'u7',
      });
    expect(receivedForm({ ...forged, unitName: '外区' }, undefined, reception)).not.toHaveProperty('unitId');
  });

  it('leaves the house without what only that house knows', () => {
    expect(sentForm({ ...plain, unitId: 'u1' })).not.toHaveProperty('unitId');
    expect(sentForm(plain)).not.toHaveProperty('receivedAt');
  });
});
