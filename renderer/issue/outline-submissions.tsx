import { Dropdown } from 'antd';
import type { Column } from '../../shared/document/issue.js';
import type { Standing } from '../../shared/submissions/submission-labels.js';
import type { SubmissionSummary } from '../../shared/submissions/list-submissions.js';
import { attempt, deleteSubmission } from '../library/library-actions.js';
import { issueSession, useIssueSession } from '../state/issue-session.js';
import { useSubmissionRows } from '../inbox/use-rows.js';
import { submissionsToIssue } from './issue-edits.js';
import { countLabel } from '../ui/count-label.js';

/** Those an issue can still take; refused, returned and used ones stand in the inbox alone. */
const waiting: ReadonlySet<Standing> = new Set(['new', 'shortlisted', 'reserve']);
const noColumns: readonly Column[] = [];

/** 来稿 under the outline: a click shows one, its menu takes it into a column. */
export function OutlineSubmissions() {
  const submissions = useSubmissionRows().filter(({ standing }) => waiting.has(standing));
  if (submissions.length === 0) return null;
  return (
    <section className="outline-submissions" aria-label="来稿">
      <h2 className="outline-heading">
        来稿 <span className="row-page num">{submissions.length}</span>
      </h2>
      {submissions.map((submission) => (
        <SubmissionRow key={submission.id} submission={submission} />
      ))}
    </section>
  );
}

function SubmissionRow({ submission: { id, title, characters } }: { readonly submission: SubmissionSummary }) {
  const columns = useIssueSession(({ issue }) => issue?.columns ?? noColumns);
  const isCurrent = useIssueSession(({ current }) => current.kind === 'submission' && current.submissionId === id);
  const items = [
    ...columns.map((column) => ({ key: column.id, label: `编入〔${column.name}〕` })),
    { type: 'divider' as const },
    { key: 'delete', label: '删除' },
  ];
  const run = ({ key }: { key: string }): void => {
    const column = columns.find((each) => each.id === key);
    if (column) attempt(() => submissionsToIssue([id], column));
    else attempt(() => deleteSubmission(id, title));
  };
  return (
    <Dropdown trigger={['contextMenu']} menu={{ items, onClick: run }}>
      <button
        type="button"
        className="row row-item row-submission"
        data-row
        tabIndex={isCurrent ? 0 : -1}
        aria-current={isCurrent}
        title={title}
        onClick={() => issueSession.getState().select({ kind: 'submission', submissionId: id })}
      >
        <span className="row-label">{title}</span>
        <span className="row-page num">{countLabel(characters)}字</span>
      </button>
    </Dropdown>
  );
}
