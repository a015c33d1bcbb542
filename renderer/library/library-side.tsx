import type { DraftSummary } from '../../shared/library/records/draft-kind.js';
import type { TrashEntry } from '../../shared/library/trash.js';
import { issueSession, useIssueSession } from '../state/issue-session.js';
import { useLibrary } from '../state/library-store.js';
import { showView } from '../state/desk.js';
import { instantLabel } from './issue-label.js';
import { attempt, deleteDraft, restore } from './library-actions.js';
import { countLabel } from '../ui/count-label.js';

/** 备用稿 and 回收站. */
export function LibrarySide() {
  const drafts = useLibrary((library) => library.drafts);
  const trash = useLibrary((library) => library.trash);
  return (
    <aside className="library-side" data-pane="library-shelf">
      <section aria-label="备用稿">
        <h2 className="side-heading">
          备用稿 <span className="faint num">{drafts.length}</span>
        </h2>
        {drafts.length === 0 && <p className="side-empty">单篇来稿导入后列在这里。</p>}
        <ul>
          {drafts.map((draft) => (
            <DraftRow key={draft.id} draft={draft} />
          ))}
        </ul>
      </section>
      <section aria-label="回收站">
        <h2 className="side-heading">
          回收站 <span className="faint num">{trash.length}</span>
        </h2>
        {trash.length === 0 && <p className="side-empty">删除的期和备用稿列在这里，可以恢复。</p>}
        <ul>
          {trash.map((entry) => (
            <TrashRow key={entry.id} entry={entry} />
          ))}
        </ul>
      </section>
    </aside>
  );
}

function DraftRow({ draft: { id, title, characters, file, savedAt } }: { readonly draft: DraftSummary }) {
  const hasIssue = useIssueSession(({ key }) => key !== undefined);
  const open = (): void => {
    issueSession.getState().select({ kind: 'draft', draftId: id });
    showView('issue');
  };
  return (
    <li className="side-row">
      <button
        type="button"
        className="side-title"
        disabled={!hasIssue}
        onClick={open}
        title={hasIssue ? title : '先打开一期，再编入备用稿'}
      >
        {title}
      </button>
      <span className="side-note num">
        {countLabel(characters)} 字 · {instantLabel(savedAt, new Date().getFullYear())}
        {file === '' ? '' : ` · ${file}`}
      </span>
      <span className="row-actions">
        <button
          type="button"
          className="row-action"
          aria-label={`删除备用稿 ${title}`}
          onClick={() => attempt(() => deleteDraft(id, title))}
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
        {kind === 'issue' ? '期' : '备用稿'} · {instantLabel(deletedAt, new Date().getFullYear())} 删除
      </span>
      <span className="row-actions">
        <button type="button" className="row-action" aria-label={`恢复 ${title}`} onClick={() => attempt(() => restore(id))}>
          恢复
        </button>
      </span>
    </li>
  );
}
