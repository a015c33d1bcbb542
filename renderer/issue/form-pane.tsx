import type { Item } from '../../shared/document/issue.js';
import { findItem, updateItem } from '../../shared/document/edit-issue.js';
import { ArticleEditor } from '../editor/article-editor.js';
import { issueSession, useIssueSession } from '../state/issue-session.js';
import { ColumnForm } from './column-form.js';
import { ContentsForm } from './contents-form.js';
import { DistributionForm } from './distribution-form.js';
import { SubmissionView } from './submission-view.js';
import { MastheadForm } from './masthead-form.js';
import { ImprintForm, InstructionForm } from './part-forms.js';

/** The middle sheet: the form or the text of the selected row. */
export function FormPane({ isReadOnly }: { readonly isReadOnly: boolean }) {
  const current = useIssueSession((session) => session.current);
  return (
    <div inert={isReadOnly && current.kind !== 'item'} className="form-parts">
      {current.kind === 'masthead' && <MastheadForm />}
      {current.kind === 'instruction' && <InstructionForm />}
      {current.kind === 'contents' && <ContentsForm />}
      {current.kind === 'distribution' && <DistributionForm />}
      {current.kind === 'imprint' && <ImprintForm />}
      {current.kind === 'column' && <ColumnForm key={current.columnId} columnId={current.columnId} />}
      {current.kind === 'item' && <ItemPane key={current.itemId} itemId={current.itemId} isReadOnly={isReadOnly} />}
      {current.kind === 'submission' && <SubmissionView key={current.submissionId} submissionId={current.submissionId} />}
    </div>
  );
}

function ItemPane({ itemId, isReadOnly }: { readonly itemId: string; readonly isReadOnly: boolean }) {
  const found = useIssueSession(({ issue }) => issue && findItem(issue, itemId)?.item);
  const columnForm = found?.type;
  const focus = useIssueSession((session) => (session.focus?.caret.itemId === itemId ? session.focus : undefined));
  if (!found || !columnForm) return null;
  const change = (item: Item, merge: string): void =>
    issueSession.getState().edit((issue) => updateItem(issue, itemId, () => item), { merge });
  return (
    <ArticleEditor
      columnForm={columnForm}
      item={found}
      isReadOnly={isReadOnly}
      onChange={change}
      onCaret={issueSession.getState().setCaret}
      focus={focus}
    />
  );
}
