import { Dropdown } from 'antd';
import type { Column } from '../../shared/document/issue.js';
import type { DraftSummary } from '../../shared/library/records/draft-kind.js';
import { attempt, deleteDraft } from '../library/library-actions.js';
import { issueSession, useIssueSession } from '../state/issue-session.js';
import { useLibrary } from '../state/library-store.js';
import { draftToIssue } from './issue-edits.js';
import { countLabel } from '../ui/count-label.js';

const noColumns: readonly Column[] = [];

/** 备用稿 under the outline: a click shows one, its menu takes it into a column. */
export function OutlineDrafts() {
  const drafts = useLibrary((library) => library.drafts);
  if (drafts.length === 0) return null;
  return (
    <section className="outline-drafts" aria-label="备用稿">
      <h2 className="outline-heading">
        备用稿 <span className="row-page num">{drafts.length}</span>
      </h2>
      {drafts.map((draft) => (
        <DraftRow key={draft.id} draft={draft} />
      ))}
    </section>
  );
}

function DraftRow({ draft: { id, title, characters } }: { readonly draft: DraftSummary }) {
  const columns = useIssueSession(({ issue }) => issue?.columns ?? noColumns);
  const isCurrent = useIssueSession(({ current }) => current.kind === 'draft' && current.draftId === id);
  const items = [
    ...columns.map((column) => ({ key: column.id, label: `编入〔${column.name}〕` })),
    { type: 'divider' as const },
    { key: 'delete', label: '删除' },
  ];
  const run = ({ key }: { key: string }): void => {
    const column = columns.find((each) => each.id === key);
    if (column) attempt(() => draftToIssue(id, column));
    else attempt(() => deleteDraft(id, title));
  };
  return (
    <Dropdown trigger={['contextMenu']} menu={{ items, onClick: run }}>
      <button
        type="button"
        className="row row-item row-draft"
        data-row
        tabIndex={isCurrent ? 0 : -1}
        aria-current={isCurrent}
        title={title}
        onClick={() => issueSession.getState().select({ kind: 'draft', draftId: id })}
      >
        <span className="row-label">{title}</span>
        <span className="row-page num">{countLabel(characters)}字</span>
      </button>
    </Dropdown>
  );
}
