import { Button } from 'antd';
import { updateItem } from '../../shared/document/edit-issue.js';
import { plainTitle, type Item } from '../../shared/document/issue.js';
import { hasSameWording, withCoverTitle } from '../../shared/document/retitle.js';
import { issueSession, useIssueSession } from '../state/issue-session.js';
import { LineField } from '../ui/line-field.js';
import { FormPage } from './form-page.js';

/** 目录: each title as the cover words and breaks it. */
export function ContentsForm() {
  const columns = useIssueSession(({ issue }) => issue?.columns);
  if (!columns) return null;
  const printed = columns.filter(({ items }) => items.length > 0);
  return (
    <FormPage title="目录" note="封面目录由稿件标题生成。按回车在封面上换行；正文标题的换行在稿件里改，互不影响。">
      {printed.length === 0 && <p className="soft">本期还没有稿件。</p>}
      {printed.map(({ id, name, items }) => (
        <section key={id} className="contents-column">
          <h2 className="form-heading">〔{name}〕</h2>
          {items.map((item) => (
            <ContentsEntry key={item.id} item={item} />
          ))}
        </section>
      ))}
    </FormPage>
  );
}

function ContentsEntry({ item }: { readonly item: Item }) {
  const cover = item.coverTitle ?? plainTitle(item.title);
  const change = (coverTitle: string): void =>
    issueSession
      .getState()
      .edit((issue) => updateItem(issue, item.id, (value) => withCoverTitle(value, coverTitle)), { merge: `cover:${item.id}` });
  const isSame = hasSameWording(item);
  return (
    <div className="contents-entry">
      <LineField
        label={plainTitle(item.title) || '无标题'}
        isLabelHidden
        textKey={`contents.${item.id}`}
        kind="text"
        keepsBreaks
        value={cover}
        placeholder="无标题"
        onChange={change}
        remark={isSame ? undefined : `与正文标题不同，正文为：${plainTitle(item.title)}`}
      />
      {!isSame && (
        <Button type="text" onClick={() => change(plainTitle(item.title))}>
          改为与正文一致
        </Button>
      )}
    </div>
  );
}
