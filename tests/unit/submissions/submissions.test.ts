import { describe, expect, it } from 'vitest';
import { asNextRound, decide } from '../../../shared/submissions/edit-submission.js';
import {
  countStandings,
  filterSubmissions,
  joinUses,
  nextWaiting,
  sortSubmissions,
  summarizeSubmission,
  type SubmissionUse,
} from '../../../shared/submissions/list-submissions.js';
import { submissionSchema } from '../../../shared/submissions/submission-schema.js';
import { submissionVersion } from '../../../shared/submissions/submission-states.js';
import type { Submission } from '../../../shared/submissions/submission.js';

function submission(id: string, facts: Partial<Submission> = {}): Submission {
  return {
    version: submissionVersion,
    id,
    unitName: '示例区委宣传部',
    receivedAt: `2026-11-0${id.length}T08:00:00Z`,
    arrival: 'file',
    kind: 'news',
    decision: 'new',
    thread: id,
    round: 1,
    attachments: [],
    notes: [],
    leftAside: [],
    log: [],
    article: { type: 'article', id: 'a', title: `稿件\n${id}`, paragraphs: [{ id: 'p', text: '正文五个字' }], sources: [] },
    ...facts,
  };
}

const at = '2026-11-24T01:02:03Z';
const use = (submissionId: string, isPrinted: boolean): SubmissionUse => ({
  submissionId,
  issueKey: '2026-12',
  itemId: 'i',
  column: '工作动态',
  isPrinted,
});

describe('decisions', () => {
  it('are kept with their reason and logged', () => {
    const refused = decide(submission('a'), 'refused', ' 时效已过 ', at);
    expect(refused).toMatchObject({ decision: 'refused', reason: '时效已过', log: [{ at, decision: 'refused', reason: '时效已过' }] });
    const again = decide(refused, 'shortlisted', '不需要理由', at);
    expect(again.reason).toBeUndefined();
    expect(again.log).toHaveLength(2);
    expect(submissionSchema.safeParse(again).success).toBe(true);
  });

  it('change nothing when nothing changed', () => {
    const refused = decide(submission('a'), 'refused', '时效已过', at);
    expect(decide(refused, 'refused', '时效已过', at)).toBe(refused);
    expect(decide(refused, 'refused', '内容重复', at).log).toHaveLength(2);
  });

  it('lead a revision on as the next round of its thread', () => {
    const second = asNextRound(submission('b'), submission('a'));
    expect(asNextRound(submission('c'), second)).toMatchObject({ id: 'c', thread: 'a', round: 3 });
  });
});

describe('the list', () => {
  const rows = joinUses(
    [
      submission('a'),
      submission('bb', { decision: 'reserve', kind: 'brief', unitName: '示例市文明办' }),
      submission('ccc', { decision: 'refused' }),
    ].map((each) => summarizeSubmission(each, at)),
    [use('bb', false), use('ccc', true), use('gone', true)],
  );

  it('takes 已编入 and 已采用 from the issues, over what was decided', () => {
    expect(rows.map(({ standing }) => standing)).toEqual(['new', 'placed', 'adopted']);
    expect(countStandings(rows)).toMatchObject({ new: 1, placed: 1, adopted: 1, refused: 0, reserve: 0 });
  });

  it('says of one that was revised which round came after it, and nothing of the last round', () => {
    const rounds = [submission('a', { decision: 'returned' }), submission('bb', { thread: 'a', round: 2 }), submission('ccc')];
    const listed = joinUses(
      [...rounds, submission('dddd', { thread: 'a', round: 3 })].map((each) => summarizeSubmission(each, at)),
      [],
    );
    expect(listed.map(({ revisedAs }) => revisedAs)).toEqual([3, 3, undefined, undefined]);
  });

  it('is narrowed by standing, kind, unit and words', () => {
    const ids = (filter: Parameters<typeof filterSubmissions>[1]) => filterSubmissions(rows, filter).map(({ id }) => id);
    expect(ids({ standings: ['new', 'adopted'] })).toEqual(['a', 'ccc']);
    expect(ids({ kinds: ['brief'] })).toEqual(['bb']);
    expect(ids({ words: '稿件 文明' })).toEqual(['bb']);
    expect(ids({ words: '2026-12' })).toEqual(['bb', 'ccc']);
    expect(ids({ words: '第12期' })).toEqual(['bb', 'ccc']);
    expect(ids({ words: '简讯' })).toEqual(['bb']);
    expect(ids({ words: '文件' })).toHaveLength(3);
    expect(ids({ words: '交换包' })).toEqual([]);
    expect(ids({ unitId: 'none' })).toEqual([]);
  });

  it('is sorted by a column, the newest first among equals', () => {
    const ids = (order: Parameters<typeof sortSubmissions>[1]) => sortSubmissions(rows, order).map(({ id }) => id);
    expect(ids('received')).toEqual(['ccc', 'bb', 'a']);
    expect(ids('standing')).toEqual(['a', 'bb', 'ccc']);
    expect(ids('unit')).toEqual(['ccc', 'a', 'bb']);
  });

  it('leads on to the next one waiting, below first', () => {
    const waiting = joinUses(
      ['a', 'bb', 'ccc', 'dddd'].map((id) => summarizeSubmission(submission(id, id === 'bb' ? { decision: 'reserve' } : {}), at)),
      [],
    );
    expect(nextWaiting(waiting, 'a')).toBe('ccc');
    expect(nextWaiting(waiting, 'dddd')).toBe('a');
    expect(nextWaiting(waiting.slice(1, 2), 'bb')).toBeUndefined();
  });

  it('names a manuscript without a title by its file', () => {
    const untitled = submission('a', { original: { file: '材料.docx', sha256: 'a'.repeat(64), bytes: 1 } });
    expect(summarizeSubmission({ ...untitled, article: { ...untitled.article, title: '' } }, at).title).toBe('材料.docx');
  });
});
