import type { SubmissionSummary } from '../../shared/submissions/list-submissions.js';
import type { TrashEntry } from '../../shared/library/trash.js';
import { issueSession, useIssueSession } from '../state/issue-session.js';
import { useLibrary } from '../state/library-store.js';
import { showView } from '../state/desk.js';
import { instantLabel } from './issue-label.js';
import { attempt, deleteSubmission, restore } from './library-actions.js';
import { countLabel } from '../ui/count-label.js';

/** 来稿 and 回收站. */
export function LibrarySide() {
  const submissions = useLibrary((library) => library.submissions);
  const trash = useLibrary((library) => library.trash);
  return (
    <aside className="library-side" data-pane="library-shelf">
      <section aria-label="来稿">
        <h2 className="side-heading">
          来稿 <span className="faint num">{submissions.length}</span>
        </h2>
        {submissions.length === 0 && <p className="side-empty">单篇来稿导入后列在这里。</p>}
        <ul>
          {submissions.map((submission) => (
            <SubmissionRow key={submission.id} submission={submission} />
          ))}
        </ul>
      </section>
      <section aria-label="回收站">
        <h2 className="side-heading">
          回收站 <span className="faint num">{trash.length}</span>
        </h2>
        {trash.length === 0 && <p className="side-empty">删除的期和来稿列在这里，可以恢复。</p>}
        <ul>
          {trash.map((entry) => (
            <TrashRow key={entry.id} entry={entry} />
          ))}
        </ul>
      </section>
    </aside>
  );
}

function SubmissionRow({ submission: { id, title, characters, unitName, receivedAt } }: { readonly submission: SubmissionSummary }) {
  const hasIssue = useIssueSession(({ key }) => key !== undefined);
  const open = (): void => {
    issueSession.getState().select({ kind: 'submission', submissionId: id });
    showView('issue');
  };
  return (
    <li className="side-row">
      <button type="button" className="side-title" disabled={!hasIssue} onClick={open} title={hasIssue ? title : '先打开一期，再编入来稿'}>
        {title}
      </button>
      <span className="side-note num">
        {countLabel(characters)} 字 · {instantLabel(receivedAt, new Date().getFullYear())}
        {unitName === '' ? '' : ` · ${unitName}`}
      </span>
      <span className="row-actions">
        <button
          type="button"
          className="row-action"
          aria-label={`删除来稿 ${title}`}
          onClick={() => attempt(() => deleteSubmission(id, title))}
        >
          删除
        </button>
      </span>
    </li>
  );
}

function TrashRow({ entry: { id, kind, title, deletedAt } }: { readonly entry: TrashEntry }) {
  return (
    <li className="side-row">
      <span className="side-title">{title}</span>
      <span className="side-note num">
        {kind === 'issue' ? '期' : kind === 'publication' ? '刊物' : '来稿'} · {instantLabel(deletedAt, new Date().getFullYear())} 删除
      </span>
      <span className="row-actions">
        <button type="button" className="row-action" aria-label={`恢复 ${title}`} onClick={() => attempt(() => restore(id))}>
          恢复
        </button>
      </span>
    </li>
  );
}
