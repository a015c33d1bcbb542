import { useMemo } from 'react';
import { countCharacters } from '../../shared/document/count-characters.js';
import { issueItems, plainTitle, type Issue } from '../../shared/document/issue.js';
import { useIssueSession } from '../state/issue-session.js';
import { useLatestPages } from '../state/use-pages.js';

/** 结构, with pages and 字数 of the whole issue. */
export function OutlineTotals() {
  const issue = useIssueSession((session) => session.issue);
  const pages = useLatestPages();
  const characters = useMemo(() => (issue ? issueCharacters(issue) : 0), [issue]);
  return (
    <h2 className="outline-heading">
      结构
      <span className="row-page num">{pages.length === 0 ? '' : `${pages.length} 页 · `}{characters.toLocaleString('zh-CN')} 字</span>
    </h2>
  );
}

/** 字数 of titles and paragraphs, as in the library's list. */
export function issueCharacters(issue: Issue): number {
  const texts = issueItems(issue).flatMap(({ item }) => [plainTitle(item.title), ...item.paragraphs.map(({ lead, text }) => `${lead ?? ''}${text}`)]);
  return texts.reduce((sum, text) => sum + countCharacters(text), 0);
}
