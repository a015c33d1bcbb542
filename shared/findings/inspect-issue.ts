import type { Issue } from '../document/issue.js';
import { sameSpot } from '../document/text-place.js';
import type { Block } from '../layout/block.js';
import { composeIssue } from '../layout/compose-issue.js';
import { layoutIssue } from '../layout/layout-issue.js';
import { lineNumber, type Page } from '../layout/page.js';
import type { PageStyle } from '../layout/page-style.js';
import { findInPages } from '../layout/printed-place.js';
import type { Found, Mend, OtherIssue, Rule, Subject } from './finding.js';
import { ruleIds, ruleOf, type Finding, type RuleId } from './rules.js';

/** Everything that is wrong with an issue laid out on `pages`: what must be mended first, then in printed order. */
export function inspectIssue(issue: Issue, pages: readonly Page[], others: readonly OtherIssue[]): readonly Finding[] {
  const subject: Subject = { issue, pages, others, blocks: composeIssue(issue) };
  return ruleIds.flatMap((id) => findingsOf(id, subject)).sort(inOrder);
}

/** What one rule finds. */
export function findingsOf(id: RuleId, subject: Subject): readonly Finding[] {
  const { level, check } = ruleOf(id);
  return check(subject).map((found) => ({ ...withLine(found, subject), rule: id, level }));
}

function withLine(found: Found, { issue, pages }: Subject): Found {
  const at = found.printed === undefined ? findInPages(issue, pages, found.place) : undefined;
  const page = at && pages[at.pageIndex];
  return page ? { ...found, printed: { page: page.number, line: lineNumber(page, at.line) } } : found;
}

/** What cannot be printed stands last among its like. */
function inOrder(left: Finding, right: Finding): number {
  const isLast = Number(right.level === 'error') - Number(left.level === 'error');
  const place = ({ printed }: Finding): number => (printed ? printed.page * 1000 + printed.line : Number.MAX_SAFE_INTEGER);
  return isLast || place(left) - place(right);
}

/** What the program can do about a finding, tried out to take it away; undefined where only the editor can help. */
export function mendFor(finding: Finding, issue: Issue, style: PageStyle): Mend | undefined {
  const rule = ruleOf(finding.rule);
  return rule.mends?.(finding, issue).find((mend) => helps(finding, rule, mend.change(issue), style));
}

function helps(finding: Finding, rule: Rule, changed: Issue, style: PageStyle): boolean {
  const blocks = composeIssue(changed).filter((block) => isWithinReach(finding, rule, block));
  const left = rule.check({ issue: changed, blocks, pages: layoutIssue(blocks, style), others: [] });
  return rule.reach === 'item' ? !left.some(({ place }) => sameSpot(place, finding.place)) : left.length === 0;
}

function isWithinReach({ place }: Finding, { reach }: Rule, block: Block): boolean {
  if (reach === undefined) return true;
  if (reach === 'cover' || ('part' in place && place.part === 'contents'))
    return block.kind === 'contents' || (reach === 'cover' && (block.kind === 'masthead' || block.kind === 'instruction'));
  return block.kind !== 'contents' && block.place.itemId === place.itemId;
}
