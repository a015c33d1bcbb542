import { useDeferredValue } from 'react';
import { issueCharacters } from '../../shared/document/count-item.js';
import { useIssueSession } from '../state/issue-session.js';
import { useLatestPages } from '../state/use-pages.js';
import { countLabel } from '../ui/count-label.js';

/** 结构, with pages and 字数 of the whole issue. */
export function OutlineTotals() {
  const pages = useLatestPages();
  const characters = useDeferredValue(useIssueSession(({ issue }) => (issue ? issueCharacters(issue) : 0)));
  return (
    <h2 className="outline-heading">
      结构
      <span className="row-page num">
        {pages.length === 0 ? '' : `${pages.length} 页 · `}
        {countLabel(characters)} 字
      </span>
    </h2>
  );
}
