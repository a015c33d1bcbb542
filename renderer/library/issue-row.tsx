import { memo, useState } from 'react';
import type { IssueSummary } from '../../shared/library/records/issue-kind.js';
import { titlesForFilter } from './filter-issues.js';
import { stateLabels } from '../../shared/course/state-labels.js';
import { dayLabel } from './issue-label.js';
import { attempt, deleteIssue, duplicateIssue, openIssue, startNextIssue } from './library-actions.js';
import { countLabel } from '../ui/count-label.js';
import { issueName } from '../state/publication.js';

export interface IssueRowProps {
  readonly issue: IssueSummary;
  readonly filter: string;
  readonly isOpen: boolean;
  /** Issues of several publications are listed together. */
  readonly isMixed: boolean;
}

/** One issue: number, date, state, first titles; all titles when unfolded. */
export const IssueRow = memo(function IssueRow({ issue, filter, isOpen, isMixed }: IssueRowProps) {
  const [isUnfolded, setIsUnfolded] = useState(false);
  const titles = titlesForFilter(issue, filter);
  return (
    <li className="issue-row" data-open={isOpen}>
      <div className="issue-line">
        <button type="button" className="issue-open" onClick={() => attempt(() => openIssue(issue.key))} title={titles.join('\n')}>
          {isMixed && <span className="issue-publication">{issue.publication}</span>}
          <span className="issue-number num">
            {issue.supplement ? '增刊' : ''}第{issue.number}期
          </span>
          <span className="issue-date num">{dayLabel(issue.date)}</span>
          <span className={`tag tag-${issue.state}`}>{stateLabels[issue.state]}</span>
          <span className="issue-titles">{titles.length === 0 ? <span className="faint">还没有稿件</span> : titles.join('；')}</span>
        </button>
        <RowActions issue={issue} isUnfolded={isUnfolded} unfold={() => setIsUnfolded(!isUnfolded)} />
        <span className="issue-size num">
          {issue.titles.length} 篇 · {countLabel(issue.characters)} 字
        </span>
      </div>
      {isUnfolded && (
        <ol className="issue-all-titles">
          {issue.titles.map((title, index) => (
            <li key={index}>{title}</li>
          ))}
        </ol>
      )}
    </li>
  );
});

interface RowActionsProps {
  readonly issue: IssueSummary;
  readonly isUnfolded: boolean;
  readonly unfold: () => void;
}

function RowActions({ issue: { key, titles }, isUnfolded, unfold }: RowActionsProps) {
  const actions = [
    { label: isUnfolded ? '收起' : '标题', run: unfold, isShown: titles.length > 0 },
    { label: '由此新建', run: () => attempt(() => startNextIssue(key)), isShown: true },
    { label: '复制', run: () => attempt(() => duplicateIssue(key)), isShown: true },
    { label: '删除', run: () => attempt(() => deleteIssue(key)), isShown: true },
  ];
  return (
    <span className="row-actions">
      {actions
        .filter(({ isShown }) => isShown)
        .map(({ label, run }) => (
          <button key={label} type="button" className="row-action" aria-label={`${label} ${issueName(key)}`} onClick={run}>
            {label}
          </button>
        ))}
    </span>
  );
}
