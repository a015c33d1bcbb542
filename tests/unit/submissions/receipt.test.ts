import { describe, expect, it } from 'vitest';
import { newSubmission } from '../../../shared/submissions/new-submission.js';
import { composeReceipt } from '../../../shared/submissions/receipt.js';
import { itemFromSubmission } from '../../../shared/submissions/trace.js';
import { draftArticle } from '../../helpers/library-fixture.js';

const sent = newSubmission({ id: 's1', article: draftArticle('甲'), arrival: 'bundle', receivedAt: '2026-03-01T01:00:00.000Z' });
const item = itemFromSubmission({ ...sent, unit: sent.unitName }, 'article', () => 'p9');
const place = { issueKey: '2026-03', issue: '宣传信息专报 2026年第3期', date: '2026-03-02', column: '工作动态' };
const changed = { ...item, paragraphs: item.paragraphs.map((paragraph) => ({ ...paragraph, text: `${paragraph.text}编辑所加。` })) };

describe('composeReceipt', () => {
  it('tells nothing while a submission waits, is meant for an issue, or stands in one that is not printed', () => {
    expect(composeReceipt(sent, [], false)).toBeUndefined();
    expect(composeReceipt({ ...sent, decision: 'shortlisted' }, [], false)).toBeUndefined();
    expect(composeReceipt({ ...sent, decision: 'reserve' }, [], true)).toBeUndefined();
    expect(composeReceipt({ ...sent, decision: 'reserve' }, [], false)?.outcome).toBe('reserve');
  });

  it('tells of one that was printed whether a word of it was changed, and no reason', () => {
    const returned = { ...sent, decision: 'returned' as const, reason: '请补充' };
    expect(composeReceipt(returned, [{ ...place, item }], false)).toMatchObject({ outcome: 'adopted', printed: [place] });
    expect(composeReceipt(returned, [{ ...place, item: changed }], false)?.outcome).toBe('revised');
    expect(composeReceipt(returned, [{ ...place, item }], false)).not.toHaveProperty('reason');
    expect(composeReceipt(returned, [], false)).toMatchObject({ outcome: 'returned', reason: '请补充' });
  });
});
