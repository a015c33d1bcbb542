import { Button } from 'antd';
import { ArticleEditor } from '../editor/article-editor.js';
import { LineTable } from '../issue/left-aside-list.js';
import { ToldFactsFields, type ToldFacts } from '../issue/told-facts.js';
import { attempt } from '../library/library-actions.js';
import type { OwnRow } from '../state/own-rows.js';
import { ownSession, useOwnSession } from '../state/own-session.js';
import { isReadOnly } from '../state/read-only.js';
import { runCommand } from '../ui/command-registry.js';
import { removeManuscript } from './own-actions.js';

/** The draft that is written: what is said of it, and its words. */
export function ManuscriptPane({ row }: { readonly row: OwnRow }) {
  const manuscript = useOwnSession((session) => (session.id === row.id ? session.manuscript : undefined));
  const record = useOwnSession((session) => session.record);
  const focus = useOwnSession((session) => session.focus);
  if (manuscript === undefined) return <section className="own-main" aria-label="稿件" />;
  const { article, facts } = manuscript;
  const notes = record?.notes ?? [];
  const leftAside = record?.leftAside ?? [];
  return (
    <section className="own-main" aria-label="稿件" data-pane="own-text">
      <div className="sent-bar">
        <span className="soft">
          {row.round > 1 ? `第${row.round}稿，` : ''}未报送
          {record?.original === undefined ? '' : ` · ${record.original.file}`}
        </span>
        <span className="sent-actions">
          <Button disabled={isReadOnly()} onClick={() => attempt(() => removeManuscript(row))}>
            删除
          </Button>
          <Button type="primary" disabled={isReadOnly()} title="Ctrl+E" onClick={() => runCommand('file.send')}>
            报送…
          </Button>
        </span>
      </div>
      <ToldFactsFields facts={facts} width={132} onChange={describe} />
      {notes.length + leftAside.length > 0 && (
        <details className="sent-aside">
          <summary>从文件读入时的 {notes.length + leftAside.length} 处说明</summary>
          <ul className="sent-notes">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
          {leftAside.length > 0 && <LineTable lines={leftAside} />}
        </details>
      )}
      <div className="own-editor">
        <ArticleEditor
          key={row.id}
          columnForm="article"
          item={article}
          isReadOnly={isReadOnly()}
          focus={focus}
          onChange={(item, merge) =>
            item.type === 'article' && ownSession.getState().edit((before) => ({ ...before, article: item }), merge)
          }
          onCaret={ownSession.getState().setCaret}
        />
      </div>
    </section>
  );
}

/** What is empty is no longer known. */
function describe(change: Partial<ToldFacts>): void {
  ownSession.getState().edit(({ article, facts }) => {
    const { kind, ...others } = { ...facts, ...change };
    return { article, facts: { kind, ...Object.fromEntries(Object.entries(others).filter(([, value]) => value !== '')) } };
  });
}
