import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignIds } from '../../../../shared/bundle/merge/align-ids.js';
import type { Answers, Choice, Conflict } from '../../../../shared/bundle/merge/conflict.js';
import { mergeIssue } from '../../../../shared/bundle/merge/merge-issue.js';
import { issueSchema } from '../../../../shared/document/issue-schema.js';
import type { Issue } from '../../../../shared/document/issue.js';
import { canonicalJson } from '../../../../shared/library/canonical-json.js';
import { editedBy, startingIssue, wordsOf } from '../../../helpers/edited-issues.js';

const base = startingIssue;
const runs = { numRuns: 400 };

function paragraph(issue: Issue, at: number, text: string): Issue {
  return JSON.parse(JSON.stringify(issue).replace(`"text":"会议${'甲乙丙'[at]}。"`, `"text":"${text}"`)) as Issue;
}

function mirrored(answers: Answers): Answers {
  const other: Readonly<Record<Choice, Choice>> = { ours: 'theirs', theirs: 'ours', both: 'both' };
  return Object.fromEntries(Object.entries(answers).map(([id, choice]) => [id, other[choice]]));
}

function answered(conflicts: readonly Conflict[], picks: readonly number[]): Answers {
  return Object.fromEntries(
    conflicts.map(({ id, choices }, index) => [id, choices[(picks[index % picks.length] ?? 0) % choices.length] ?? 'ours']),
  );
}

describe('mergeIssue', () => {
  it('takes what one side changed without asking', () => {
    const ours = paragraph(base, 0, '会议甲，我方。');
    const theirs = paragraph(base, 2, '会议丙，对方。');
    const { value, conflicts } = mergeIssue({ base, ours, theirs }, {});
    expect(conflicts).toEqual([]);
    expect(wordsOf(value)).toEqual(expect.arrayContaining(['会议甲，我方。', '会议乙。', '会议丙，对方。']));
  });

  it('shows a paragraph that both changed with all three texts, and keeps both until told otherwise', () => {
    const ours = paragraph(base, 1, '会议乙，我方。');
    const theirs = paragraph(base, 1, '会议乙，对方。');
    const { value, conflicts } = mergeIssue({ base, ours, theirs }, {});
    expect(conflicts).toMatchObject([
      { label: '《示例区召开会议》第2段', base: '会议乙。', ours: '会议乙，我方。', theirs: '会议乙，对方。', proposal: 'both' },
    ]);
    expect(wordsOf(value)).toEqual(expect.arrayContaining(['会议乙，我方。', '会议乙，对方。']));
    const taken = mergeIssue({ base, ours, theirs }, { [conflicts[0]?.id ?? '']: 'theirs' });
    expect(wordsOf(taken.value)).not.toContain('会议乙，我方。');
  });

  it('keeps two articles when both changed the title, each with its own ids', () => {
    const retitle = (title: string) => JSON.parse(JSON.stringify(base).replace('示例区召开会议', title)) as Issue;
    const { value, conflicts } = mergeIssue({ base, ours: retitle('我方题'), theirs: retitle('对方题') }, {});
    expect(conflicts.map(({ proposal }) => proposal)).toEqual(['both']);
    expect(wordsOf(value)).toEqual(expect.arrayContaining(['我方题', '对方题']));
  });

  it('keeps what one side changed and the other deleted', () => {
    const without = { ...base, columns: base.columns.slice(1) };
    const { value, conflicts } = mergeIssue({ base, ours: without, theirs: paragraph(base, 0, '会议甲，对方。') }, {});
    expect(conflicts).toMatchObject([{ label: '《示例区召开会议》：我方已删去，对方改过', proposal: 'theirs' }]);
    expect(wordsOf(value)).toContain('会议甲，对方。');
  });

  it('asks about a part of the issue that both changed', () => {
    const phone = (number: string): Issue => ({ ...base, imprint: { ...base.imprint, phone: number } });
    const { value, conflicts } = mergeIssue({ base, ours: phone('1'), theirs: phone('2') }, {});
    expect(conflicts).toMatchObject([{ id: 'part:imprint', label: '版记两边都改过', proposal: 'ours' }]);
    expect(value.imprint.phone).toBe('1');
    expect(mergeIssue({ base, ours: phone('1'), theirs: phone('2') }, { 'part:imprint': 'theirs' }).value.imprint.phone).toBe('2');
  });

  it('does not ask about two readings of one printed issue', () => {
    const json = JSON.stringify(base).replace(/"id":"([acp]\d+)"/gu, '"id":"x$1"');
    const other = alignIds(JSON.parse(json) as Issue, base);
    expect(other).toEqual(base);
  });
});

describe('any two edited issues', () => {
  const pair = fc.record({ ours: editedBy('a'), theirs: editedBy('b') });

  it('merge to a valid issue with every id once', () => {
    fc.assert(
      fc.property(pair, ({ ours, theirs }) => {
        const { value } = mergeIssue({ base, ours, theirs }, {});
        expect(issueSchema.safeParse(value).success).toBe(true);
        const ids = value.columns.flatMap(({ id, items }) => [
          id,
          ...items.flatMap((item) => [item.id, ...item.paragraphs.map((p) => p.id)]),
        ]);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      runs,
    );
  });

  it('merge to the same issue from either side once conflicts are answered alike', () => {
    fc.assert(
      fc.property(pair, fc.array(fc.nat(5), { minLength: 1, maxLength: 6 }), ({ ours, theirs }, picks) => {
        const { conflicts } = mergeIssue({ base, ours, theirs }, {});
        const answers = answered(conflicts, picks);
        const here = mergeIssue({ base, ours, theirs }, answers).value;
        const there = mergeIssue({ base, ours: theirs, theirs: ours }, mirrored(answers)).value;
        expect(canonicalJson(there)).toBe(canonicalJson(here));
      }),
      runs,
    );
  });

  it('lose no text that somebody wrote', () => {
    fc.assert(
      fc.property(pair, ({ ours, theirs }) => {
        const merged = new Set(wordsOf(mergeIssue({ base, ours, theirs }, {}).value));
        const old = new Set(wordsOf(base));
        const [left, right] = [new Set(wordsOf(ours)), new Set(wordsOf(theirs))];
        const written = [...left, ...right].filter((text) => !old.has(text));
        const kept = [...left].filter((text) => right.has(text));
        expect([...written, ...kept].filter((text) => !merged.has(text))).toEqual([]);
      }),
      runs,
    );
  });

  it('are taken as they are when the other side did nothing or the same', () => {
    fc.assert(
      fc.property(editedBy('a'), (changed) => {
        for (const sides of [
          { base, ours: changed, theirs: base },
          { base, ours: base, theirs: changed },
          { base, ours: changed, theirs: changed },
        ]) {
          const { value, conflicts } = mergeIssue(sides, {});
          expect([conflicts, canonicalJson(value)]).toEqual([[], canonicalJson(changed)]);
        }
      }),
      runs,
    );
  });

  it('without a common base keep the words of both', () => {
    fc.assert(
      fc.property(pair, ({ ours, theirs }) => {
        const merged = new Set(wordsOf(mergeIssue({ base: undefined, ours, theirs }, {}).value));
        expect([...wordsOf(ours), ...wordsOf(theirs)].filter((text) => !merged.has(text))).toEqual([]);
      }),
      runs,
    );
  });
});
