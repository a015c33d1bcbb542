import { describe, expect, it } from 'vitest';
import type { Issue } from '../../../shared/document/issue.js';
import { composeIssue } from '../../../shared/layout/compose-issue.js';
import { inspectIssue, mendFor } from '../../../shared/findings/inspect-issue.js';
import type { Finding, RuleId } from '../../../shared/findings/rules.js';
import { layoutIssue } from '../../../shared/layout/layout-issue.js';
import { defaultPageStyle } from '../../../shared/layout/page-style.js';
import { article, brief, column, issue, p, withChanges } from '../../helpers/build-issue.js';

function find(value: Issue, rule: RuleId): Finding | undefined {
  return inspectIssue(value, layoutIssue(composeIssue(value), defaultPageStyle), []).find((found) => found.rule === rule);
}

function remedy(value: Issue, rule: RuleId) {
  const found = find(value, rule);
  if (!found) throw new Error(`${rule} is not found`);
  return mendFor(found, value, defaultPageStyle);
}

/** The words of an issue without blanks and breaks, empty paragraphs left out. */
function words(value: Issue): string {
  return JSON.stringify(
    value.columns.map(({ items }) =>
      items.map(({ title, coverTitle, paragraphs }) => [
        title,
        coverTitle ?? title,
        paragraphs.map(({ lead, text }) => [lead, text]).filter(([, text]) => text !== ''),
      ]),
    ),
  ).replace(/\\n|\s/gu, '');
}

const filler = (length: number) => p(`${'示'.repeat(length - 1)}。`);

describe('mendFor', () => {
  it('takes the breaks out of a title that splits a word, and nothing else', () => {
    const value = issue(column('经验交流', article('示例区推动网络安\n全工作', filler(60))));
    const found = remedy(value, 'titleSplitsWord');
    expect(found?.label).toBe('按词意断行');
    const changed = found?.change(value) ?? value;
    expect(changed.columns[0]?.items[0]?.title).toBe('示例区推动网络安全工作');
    expect(find(changed, 'titleSplitsWord')).toBeUndefined();
    expect(words(changed)).toBe(words(value));
  });

  it('takes the breaks out of a title on the cover without touching the body', () => {
    const value = issue(
      column('经验交流', withChanges(article('示例区推动\n网络安全工作', filler(60)), { coverTitle: '示例区推动网络安\n全工作' })),
    );
    const changed = remedy(value, 'titleSplitsWord')?.change(value);
    expect(changed?.columns[0]?.items[0]).toMatchObject({ title: '示例区推动\n网络安全工作' });
    expect(changed?.columns[0]?.items[0]).not.toHaveProperty('coverTitle');
  });

  it('offers nothing where it would not help', () => {
    const broken = issue(column('经验交流', article('示例区推动网络安\n全工作', filler(60))));
    const unbroken = issue(column('经验交流', article('示例区推动网络安全工作', filler(60))));
    const found = find(broken, 'titleSplitsWord');
    expect(found && mendFor(found, unbroken, defaultPageStyle)).toBeUndefined();
    // One line above can give one character, and two are wanted.
    expect(remedy(issue(column('经验交流', article('甲县抓实工作', filler(26 + 2)))), 'loneCharacter')).toBeUndefined();
  });

  it('closes blanks beside marks where that takes in a lone character', () => {
    const marks = [{ from: 22, to: 24, kind: 'kai' as const }];
    const value = issue(column('经验交流', article('甲县抓实工作', { ...p(`${'示'.repeat(20)}， ${'例'.repeat(32)}示。`), marks })));
    const changed = remedy(value, 'loneCharacter')?.change(value) ?? value;
    expect(changed.columns[0]?.items[0]?.paragraphs[0]).toMatchObject({
      text: `${'示'.repeat(20)}，${'例'.repeat(32)}示。`,
      marks: [{ from: 21, to: 23, kind: 'kai' }],
    });
    expect(find(changed, 'loneCharacter')).toBeUndefined();
  });

  it('leaves blanks between phrases alone', () => {
    const value = issue(column('经验交流', article('甲县抓实工作', p(`${'示'.repeat(20)} ${'例'.repeat(33)}示。`))));
    expect(remedy(value, 'loneCharacter')?.label).not.toBe('删去标点旁的空格');
  });

  it('sets a paragraph wider where its lines can give enough, and changes no word', () => {
    const value = issue(column('经验交流', article('甲县抓实工作', filler(26 + 28 + 3))));
    expect(find(value, 'loneCharacter')?.message).toBe('段末一行只有“示示”两个字');
    const found = remedy(value, 'loneCharacter');
    expect(found?.label).toBe('本段松排');
    const changed = found?.change(value) ?? value;
    expect(changed.columns[0]?.items[0]?.paragraphs[0]).toEqual({ ...value.columns[0]?.items[0]?.paragraphs[0], fit: 'loose' });
    expect(find(changed, 'loneCharacter')).toBeUndefined();
  });

  it('sets a paragraph closer where its lines can take the last characters in', () => {
    const value = issue(
      column('经验交流', article('甲县抓实工作', p(`${'示'.repeat(12)}e-mail${'例'.repeat(16)}e-mail${'例'.repeat(18)}地。`))),
    );
    expect(find(value, 'loneCharacter')?.message).toBe('段末一行只有“地”一个字');
    const found = remedy(value, 'loneCharacter');
    const changed = found?.change(value) ?? value;
    expect([found?.label, changed.columns[0]?.items[0]?.paragraphs[0]?.fit]).toEqual(['本段紧排', 'tight']);
    expect(find(changed, 'loneCharacter')).toBeUndefined();
    expect(words(changed)).toBe(words(value));
  });

  it('tries the other way where a paragraph is set closer already', () => {
    const plain = issue(column('经验交流', article('甲县抓实工作', { ...filler(26 + 28 + 3), fit: 'tight' })));
    expect(remedy(plain, 'loneCharacter')?.label).toBe('本段松排');
  });

  it('sets an overfull cover without hand-set breaks where that suffices', () => {
    const items = Array.from({ length: 12 }, () =>
      withChanges(article('甲县抓实工作走深走实', filler(60)), { coverTitle: '甲县抓实工作\n走深走实' }),
    );
    const value = issue(column('经验交流', ...items));
    const changed = remedy(value, 'overfullCover')?.change(value) ?? value;
    expect(find(changed, 'overfullCover')).toBeUndefined();
    expect(words(changed)).toBe(words(value));
    const tooMany = issue(column('经验交流', ...items, ...items));
    expect(remedy(tooMany, 'overfullCover')).toBeUndefined();
  });

  it('takes empty paragraphs out when a page could be saved, but not the one that carries a brief', () => {
    const value = issue(
      column('经验交流', article('甲县抓实工作', filler(26 + 28 * 14), p(''), p(' '))),
      column('简 讯', brief('乙区启动宣讲', '', '')),
    );
    const found = find(value, 'tailAlone') ?? find(value, 'nearlyEmptyPage');
    const made = mendFor({ ...(found ?? ({} as Finding)), rule: 'tailAlone' }, value, defaultPageStyle);
    expect(made?.label).toBe('删去3个空段');
    const changed = made?.change(value);
    expect(changed?.columns.map(({ items }) => items.map(({ paragraphs }) => paragraphs.length))).toEqual([[1], [1]]);
  });

  it('offers to take empty paragraphs out only where that saves the page', () => {
    const full = issue(column('经验交流', article('甲县抓实工作', p('示'.repeat(26 + 28 * 11)), p(''))));
    expect(remedy(full, 'tailAlone')?.label).toBe('删去1个空段');
    const fuller = issue(column('经验交流', article('甲县抓实工作', p('示'.repeat(26 + 28 * 14)), p(''))));
    expect(remedy(fuller, 'tailAlone')).toBeUndefined();
  });
});
