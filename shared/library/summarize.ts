import { issueCharacters, itemCharacters } from '../document/count-item.js';
import { issueItems, issueKey, plainTitle } from '../document/issue.js';
import type { Draft, Issue } from '../document/issue.js';
import type { DraftSummary, IssueSummary } from './entry-schema.js';

/** What the list of issues shows of one; `savedAt` is an ISO instant. */
export function summarizeIssue(issue: Issue, savedAt: string): IssueSummary {
  const items = issueItems(issue).map(({ item }) => item);
  return {
    key: issueKey(issue.masthead),
    publication: issue.masthead.name,
    number: issue.masthead.number,
    supplement: issue.masthead.supplement === true,
    date: issue.masthead.date,
    state: issue.state,
    titles: items.map((item) => plainTitle(item.title)),
    characters: issueCharacters(issue),
    savedAt,
  };
}

/** What the list of drafts shows of one; `savedAt` is an ISO instant. */
export function summarizeDraft(draft: Draft, savedAt: string): DraftSummary {
  return {
    id: draft.id,
    title: plainTitle(draft.article.title),
    characters: itemCharacters(draft.article),
    file: draft.article.origin?.file ?? '',
    savedAt,
  };
}
