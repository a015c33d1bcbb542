import { Button } from 'antd';
import { imprintFields, normalizeImprint } from '../../shared/document/imprint-fields.js';
import type { Issue } from '../../shared/document/issue.js';
import { isSamePublicationName, type Publication } from '../../shared/document/publication.js';
import { attempt } from '../library/library-actions.js';
import { openDialog } from '../state/desk.js';
import { useIssueSession } from '../state/issue-session.js';
import { tell } from '../state/messages.js';
import { publicationSession, usePublication } from '../state/publication.js';
import { LineField } from '../ui/line-field.js';
import { ColumnRows, ReceiverRows } from './publication-rows.js';
import { removePublication } from '../library/publication-actions.js';
import { changePublication } from './setting-edits.js';
import { GroupTitle, SectionFrame } from './settings-frame.js';

/** 刊物: what a new issue starts from. */
export function PublicationForm() {
  const publication = usePublication((session) => session.publication);
  const issue = useIssueSession((session) => session.issue);
  const { id, name, organ, columns, distribution, imprint } = publication;
  const others = usePublication(({ publications }) => publications).filter((each) => each.id !== id);
  return (
    <>
      <GroupTitle
        title="刊物"
        note="新的一期从这里取刊名、栏目、报送范围和承办人。"
        changed={0}
        actions={
          <>
            {issue?.masthead.publication === id && issue && <Button onClick={() => takeFrom(issue)}>取自本期</Button>}
            <Button onClick={() => openDialog({ kind: 'new-publication' })}>新建刊物…</Button>
            {id !== undefined && <Button onClick={() => attempt(() => removePublication(id, name))}>删除这个刊物</Button>}
          </>
        }
      />
      <SectionFrame id="newIssue" label="新建下一期">
        <NewIssueChoice />
      </SectionFrame>
      <SectionFrame id="name" label="刊名和编发单位">
        <LineField
          label="刊名"
          value={name}
          onChange={(text) => changePublication({ name: text })}
          check={(text) => refuseName(text, others)}
        />
        <LineField
          label="编发单位"
          value={organ}
          onChange={(text) => changePublication({ organ: text })}
          remark={organ === '' ? '未填，首页上将空缺' : undefined}
        />
      </SectionFrame>
      <SectionFrame id="columns" label="栏目">
        <ColumnRows columns={columns} />
      </SectionFrame>
      <SectionFrame id="receivers" label="报 送 发">
        <ReceiverRows lines={distribution} />
      </SectionFrame>
      <SectionFrame id="people" label="承办 审核 编辑 电话">
        <div className="settings-people">
          {imprintFields.map(({ name: field, label, isOptional }) => (
            <LineField
              key={field}
              label={label}
              value={imprint[field] ?? ''}
              {...(isOptional ? { hint: '选填，不填则不印' } : {})}
              onChange={(text) => changePublication({ imprint: normalizeImprint({ ...imprint, [field]: text }) })}
            />
          ))}
        </div>
      </SectionFrame>
    </>
  );
}

/** Two publications of one name could not be told apart when an issue comes in. */
function refuseName(name: string, others: readonly Publication[]): string | undefined {
  if (name.trim() === '') return '刊名不能为空';
  const same = others.find((each) => isSamePublicationName(each.name, name));
  return same && `已有刊物《${same.name}》`;
}

const origins: readonly { readonly from: NonNullable<Publication['newIssueFrom']>; readonly label: string; readonly hint: string }[] = [
  { from: 'last', label: '沿用上一期', hint: '刊名、栏目、报送范围和承办人照上一期；库里还没有期时用下面的设置' },
  { from: 'template', label: '用下面的设置', hint: '期号仍接着上一期' },
];

function NewIssueChoice() {
  const current = usePublication(({ publication }) => publication.newIssueFrom ?? 'last');
  return (
    <div className="settings-radios" role="radiogroup" aria-label="新建下一期">
      {origins.map(({ from, label, hint }) => (
        <label key={from} className="settings-radio">
          <input type="radio" name="new-issue" checked={current === from} onChange={() => changePublication({ newIssueFrom: from })} />
          <span>{label}</span>
          <span className="soft">{hint}</span>
        </label>
      ))}
    </div>
  );
}

/** Makes the template what the open issue has; a bar takes it back. */
function takeFrom({ masthead, columns, distribution, imprint }: Issue): void {
  const before = publicationSession.getState().publication;
  changePublication({
    name: masthead.name,
    organ: masthead.organ,
    distribution,
    imprint,
    columns: columns.filter((column) => column.name !== '').map((column) => ({ name: column.name, form: column.form })),
  });
  const undo = (): void =>
    changePublication({
      name: before.name,
      organ: before.organ,
      columns: before.columns,
      distribution: before.distribution,
      imprint: before.imprint,
    });
  tell('info', '刊物设置已取自本期。', [{ label: '撤销', run: undo }]);
}
