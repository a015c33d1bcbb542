import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { issueLines } from '../../../shared/compare/compare-issues.js';
import { redlineRows, type RedlineRow } from '../../../shared/compare/redline.js';
import type { Issue } from '../../../shared/document/issue.js';
import { article, column, issue, p } from '../../helpers/build-issue.js';
import { editedBy } from '../../helpers/edited-issues.js';

/** The lines of the rows without the parts of a kind. */
function without(rows: readonly RedlineRow[], kind: 'added' | 'removed'): readonly string[] {
  return rows
    .filter((row) => row.kind !== kind)
    .map(({ parts }) =>
      parts
        .filter((part) => part.kind !== kind)
        .map(({ text }) => text)
        .join(''),
    );
}

const textsOf = (value: Issue): readonly string[] => issueLines(value).map(({ text }) => text);

describe('the rows of a 花脸稿', () => {
  it('hold both states whole and in their orders, whatever was changed, moved, added or removed', () => {
    fc.assert(
      fc.property(editedBy('a'), editedBy('b'), (before, after) => {
        const rows = redlineRows(before, after);
        expect(without(rows, 'added')).toEqual(textsOf(before));
        expect(without(rows, 'removed')).toEqual(textsOf(after));
      }),
      { numRuns: 200 },
    );
  });

  it('tie the two places of a paragraph that moved as it was, and no other', () => {
    const [first, second, third] = [p('会议甲，示例区部署。'), p('会议乙，示例县落实。'), p('会议丙，示例市总结。')];
    const before = issue(column('工作动态', article('示例', first, second, third)));
    const item = before.columns[0]?.items[0];
    if (item === undefined) throw new Error('the issue has an item');
    const [a, b, c] = item.paragraphs;
    if (a === undefined || b === undefined || c === undefined) throw new Error('the item has paragraphs');
    const moved = (last: typeof a): Issue => ({
      ...before,
      columns: before.columns.map((each) => ({ ...each, items: [{ ...item, paragraphs: [b, c, last] }] })),
    });
    const rows = redlineRows(before, moved(a)).filter(({ move }) => move !== undefined);
    expect(rows.map(({ kind, move, parts }) => [kind, move, parts[0]?.text])).toEqual([
      ['removed', 1, a.text],
      ['added', 1, a.text],
    ]);
    const changed = redlineRows(before, moved({ ...a, text: `${a.text}改` }));
    expect(changed.filter(({ move }) => move !== undefined)).toEqual([]);
    expect(changed.filter(({ kind }) => kind !== 'kept').map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});
