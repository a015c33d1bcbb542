/** Findings the editor chose to leave as they are: kept in the issue, so that they move, undo and travel with it. */
import type { Issue } from '../document/issue.js';
import type { Finding } from './rules.js';

type Ignored = NonNullable<Issue['ignored']>[number];

/** Leaves a finding out from now on; one in other words or of another article is told again. */
export function ignoreFinding(issue: Issue, finding: Finding): Issue {
  return isIgnored(issue, finding) ? issue : { ...issue, ignored: [...(issue.ignored ?? []), keyOf(finding)] };
}

/** Lists everything again. */
export function restoreIgnored(issue: Issue): Issue {
  if (issue.ignored === undefined) return issue;
  const { ignored: _ignored, ...rest } = issue;
  return rest;
}

export function isIgnored({ ignored = [] }: Pick<Issue, 'ignored'>, finding: Finding): boolean {
  const { rule, itemId, quote } = keyOf(finding);
  return ignored.some((each) => each.rule === rule && each.itemId === itemId && each.quote === quote);
}

function keyOf({ rule, place, quote }: Finding): Ignored {
  return { rule, ...(place.itemId === undefined ? {} : { itemId: place.itemId }), quote };
}
