/** Words of an earlier state brought back into the present issue, as `issue → issue`. */
import { addColumn, addItem, convertItem, findItem, updateItem } from './edit-issue.js';
import type { Issue } from './issue.js';
import { normalizeIssue } from './normalize-issue.js';

/** The earlier state, under the number and date the issue has now: restoring text neither renumbers an issue nor signs it. */
export function restoreIssue(issue: Issue, earlier: Issue): Issue {
  const { number, date, supplement } = issue.masthead;
  const { supplement: _supplement, ...masthead } = earlier.masthead;
  return normalizeIssue({
    ...earlier,
    state: issue.state,
    masthead: { ...masthead, number, date, ...(supplement === undefined ? {} : { supplement }) },
  });
}

/**
 * One article or brief as it was: in the place it has now, or, when it is gone, in the column it stood in, which comes
 * back with it if need be.
 */
export function restoreItem(issue: Issue, earlier: Issue, itemId: string): Issue {
  const found = findItem(earlier, itemId);
  if (found === undefined) return issue;
  const present = findItem(issue, itemId);
  if (present !== undefined) return normalizeIssue(updateItem(issue, itemId, () => convertItem(found.item, present.column.form)));
  const { column, item, index } = found;
  const home = issue.columns.find(({ id }) => id === column.id) ?? issue.columns.find(({ name }) => name === column.name);
  const ready = home === undefined ? addColumn(issue, { ...column, items: [] }, earlier.columns.indexOf(column)) : issue;
  return normalizeIssue(addItem(ready, home?.id ?? column.id, item, index));
}
