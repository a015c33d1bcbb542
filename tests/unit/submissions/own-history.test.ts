import { describe, expect, it } from 'vitest';
import { ownFigures, ownRows } from '../../../shared/submissions/own-history.js';
import type { Outcome } from '../../../shared/submissions/receipt-outcomes.js';

const manuscript = (id: string, thread = id, round = 1) => ({
  id,
  thread,
  round,
  title: `《${id}》`,
  characters: 100,
  receivedAt: `2026-03-0${id.slice(-1)}T01:00:00.000Z`,
});
const place = { issueKey: '2026-02', issue: '宣传信息专报 2026年第2期', date: '2026-02-01', column: '经验交流' };
const answer = (id: string, outcome: Outcome, thread = id) => ({
  id,
  thread,
  round: 1,
  title: `《${id}》`,
  unitName: '示例区',
  outcome,
  printed: outcome === 'adopted' || outcome === 'revised' ? [place] : [],
});

describe('what a unit sent in', () => {
  it('stands as the office answered, as sent, or as a draft; the latest comes first', () => {
    const rows = ownRows(
      [manuscript('a1'), manuscript('a2'), manuscript('a3')],
      [{ ...answer('a1', 'refused'), reason: '时效已过' }, answer('old', 'adopted')],
      new Set(['a1', 'a2']),
    );
    expect(rows.map(({ id, standing, reason }) => [id, standing, reason])).toEqual([
      ['a3', 'draft', undefined],
      ['a2', 'sent', undefined],
      ['a1', 'refused', '时效已过'],
      ['old', 'adopted', undefined],
    ]);
    expect(rows.at(-1)?.printed).toEqual([place]);
  });

  it('is counted by manuscript, not by round; drafts are left out', () => {
    const manuscripts = [manuscript('a1'), manuscript('a2', 'a1', 2), manuscript('a3'), manuscript('a4'), manuscript('a5')];
    const receipts = [answer('a1', 'returned'), answer('a2', 'revised', 'a1'), answer('a3', 'reserve')];
    const figures = ownFigures(ownRows(manuscripts, receipts, new Set(['a1', 'a2', 'a3', 'a4'])));
    expect(figures).toEqual({ sent: 3, answered: 2, printed: 1, rate: 33, years: [{ year: '2026', printed: 1 }] });
    expect(ownFigures([])).toEqual({ sent: 0, answered: 0, printed: 0, rate: 0, years: [] });
  });
});
