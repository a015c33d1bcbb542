import { Button } from 'antd';
import { removeColumn, renameColumn } from '../../shared/document/edit-issue.js';
import { plainColumnName } from '../../shared/document/issue.js';
import { issueSession, useIssueSession } from '../state/issue-session.js';
import { runCommand } from '../ui/command-registry.js';
import { LineField } from '../ui/line-field.js';
import { FormPage } from './form-page.js';
import { insertItem, setColumnForm } from './issue-edits.js';

/** 栏目: name, what it holds, order; an empty one can be removed. */
export function ColumnForm({ columnId }: { readonly columnId: string }) {
  const columns = useIssueSession(({ issue }) => issue?.columns);
  const column = columns?.find(({ id }) => id === columnId);
  if (!columns || !column) return null;
  const index = columns.indexOf(column);
  const isTwice = columns.some((each) => each !== column && plainColumnName(each.name) === plainColumnName(column.name));
  const unit = column.form === 'brief' ? '简讯' : '稿件';
  const rename = (name: string): void =>
    issueSession.getState().edit((issue) => renameColumn(issue, columnId, name), { merge: `column:${columnId}` });
  const remove = (): void => {
    issueSession.getState().edit((issue) => removeColumn(issue, columnId));
    issueSession.getState().select({ kind: 'contents' });
  };
  return (
    <FormPage
      title={`栏目〔${column.name}〕`}
      note={column.items.length === 0 ? '栏目里没有稿件，本期不印这个栏目。' : `现有 ${column.items.length} 篇。`}
    >
      <LineField
        label="栏目名"
        textKey={`column.${columnId}`}
        width={260}
        value={column.name}
        check={(text) => (text.trim() === '' ? '栏目名不能为空' : undefined)}
        onChange={rename}
        hint="印在〔〕里，字间空格照印"
        remark={isTwice ? '与另一栏目同名' : undefined}
      />
      <div className="field">
        <span className="field-label">内容</span>
        <div className="field-control">
          <div className="choice" role="group" aria-label="内容">
            {(['article', 'brief'] as const).map((form) => (
              <button
                key={form}
                type="button"
                aria-pressed={column.form === form}
                disabled={column.items.length > 0 && column.form !== form}
                onClick={() => setColumnForm(columnId, form)}
              >
                {form === 'article' ? '稿件（标题单独成行）' : '简讯（标题接排正文）'}
              </button>
            ))}
          </div>
          <div className="field-note field-hint">{column.items.length > 0 ? '移走栏目里的稿件后可改' : ''}</div>
        </div>
      </div>
      <div className="form-buttons">
        <Button onClick={() => insertItem(column.form, columnId)}>添加{unit}</Button>
        <Button disabled={index === 0} onClick={() => runCommand('edit.moveUp')}>
          上移
        </Button>
        <Button disabled={index === columns.length - 1} onClick={() => runCommand('edit.moveDown')}>
          下移
        </Button>
        <Button disabled={column.items.length > 0} onClick={remove}>
          删除栏目
        </Button>
      </div>
    </FormPage>
  );
}
