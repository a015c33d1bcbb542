import { Button, Dropdown, Select } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { compareIssues, countChanges, type LineChange } from '../../shared/compare/compare-issues.js';
import type { Issue } from '../../shared/document/issue.js';
import { redlineFormats } from '../../shared/library/redline-formats.js';
import { attempt } from '../library/library-actions.js';
import { openDialog } from '../state/desk.js';
import { isReadOnly } from '../state/read-only.js';
import { bringBack, compareWith, now, printRedline, useHistory, useVersion } from './history-state.js';
import { shownChanges } from './shown-changes.js';
import { versionLabel } from './version-label.js';

/** What changed from the version looked at to another one, or to what is there now; the older of the two is the base. */
export function ChangesPane({ issue }: { readonly issue: Issue }) {
  const chosen = useHistory((state) => state.chosen);
  const against = useHistory((state) => state.against);
  const other = useVersion(against);
  const [isWhole, setWhole] = useState(false);
  const isOlder = against === now || (chosen !== now && chosen <= against);
  const changes = useChanges(isOlder ? issue : other, isOlder ? other : issue);
  const rows = useMemo(() => shownChanges(changes, isWhole), [changes, isWhole]);
  const count = countChanges(changes);
  return (
    <div className="history-changes">
      <div className="history-compare">
        <label>
          与
          <AgainstSelect />
          对比
        </label>
        <span className="soft num">{count === 0 ? '文字完全相同' : `${count} 处不同`}</span>
        <label>
          <input type="checkbox" checked={isWhole} onChange={({ target }) => setWhole(target.checked)} /> 显示未改动的
        </label>
        <RedlineMenu isEmpty={count === 0} {...(isOlder ? { before: chosen, after: against } : { before: against, after: chosen })} />
        <span className="soft">
          <del>删去</del> <ins>增加</ins>
        </span>
      </div>
      <div className="history-text" tabIndex={0} data-pane-focus aria-label="对比">
        {rows.map((row, index) =>
          row.kind === 'gap' ? (
            <p key={index} className="change-gap num">
              {row.count} 段相同
            </p>
          ) : (
            <ChangeLine key={index} change={row.change} versionId={chosen} />
          ),
        )}
      </div>
    </div>
  );
}

interface RedlineMenuProps {
  readonly isEmpty: boolean;
  readonly before: string;
  readonly after: string;
}

/** What the comparison can be written as, and printing it. */
function RedlineMenu({ isEmpty, before, after }: RedlineMenuProps) {
  const items = [
    { key: 'docx', label: '导出 Word（修订）…' },
    { key: 'pdf', label: '导出 PDF…' },
    { key: 'print', label: '打印（用 PDF 阅读器）' },
  ] as const;
  const run = (key: string): void => {
    const format = redlineFormats.find((each) => each === key);
    if (format === undefined) attempt(() => printRedline(before, after));
    else openDialog({ kind: 'redline-folder', format, before, after });
  };
  return (
    <Dropdown trigger={['click']} autoFocus disabled={isEmpty} menu={{ items: [...items], onClick: ({ key }) => run(key) }}>
      <Button size="small" disabled={isEmpty}>
        花脸稿 ▾
      </Button>
    </Dropdown>
  );
}

function useChanges(before: Issue | undefined, after: Issue | undefined): readonly LineChange[] {
  const old = useDeferredValue(before);
  const present = useDeferredValue(after);
  return useMemo(() => (old && present ? compareIssues(old, present) : []), [old, present]);
}

function AgainstSelect() {
  const versions = useHistory((state) => state.versions);
  const against = useHistory((state) => state.against);
  const options = [{ value: now, label: '现在' }, ...versions.map((version) => ({ value: version.id, label: versionLabel(version) }))];
  return (
    <Select
      aria-label="与哪一版对比"
      className="history-against"
      popupMatchSelectWidth={false}
      options={options}
      value={against}
      onChange={(id) => attempt(() => compareWith(id))}
    />
  );
}

const words: Readonly<Record<LineChange['kind'], string>> = { same: '', changed: '改', moved: '移', removed: '删', added: '增' };

function ChangeLine({ change, versionId }: { readonly change: LineChange; readonly versionId: string }) {
  const { kind, line, parts, movedFrom, isSetOtherwise } = change;
  return (
    <div className={`change change-${kind} change-${line.role}`} data-kind={kind}>
      <span className="change-kind" aria-hidden>
        {words[kind]}
      </span>
      <p>
        {kind === 'removed' && <del>{line.text}</del>}
        {kind === 'added' && <ins>{line.text}</ins>}
        {kind === 'same' && line.text}
        {parts.map((part, index) =>
          part.kind === 'removed' ? (
            <del key={index}>{part.text}</del>
          ) : part.kind === 'added' ? (
            <ins key={index}>{part.text}</ins>
          ) : (
            <span key={index}>{part.text}</span>
          ),
        )}
        {isSetOtherwise && (
          <span className="change-note">{line.table ? '（表头、列宽、加粗或楷体有改动）' : '（加粗、楷体或字距有改动）'}</span>
        )}
        {kind === 'moved' && <span className="change-note">{movedFrom ? `（由《${movedFrom}》移来）` : '（次序有变）'}</span>}
      </p>
      {line.role === 'title' && line.itemId !== undefined && <RestoreItem versionId={versionId} itemId={line.itemId} title={line.text} />}
    </div>
  );
}

function RestoreItem({ versionId, itemId, title }: { readonly versionId: string; readonly itemId: string; readonly title: string }) {
  const version = useHistory(({ versions }) => versions.find(({ id }) => id === versionId));
  const isIn = useHistory(({ read }) => read.get(versionId)?.columns.some(({ items }) => items.some(({ id }) => id === itemId)) ?? false);
  if (version === undefined || !isIn || isReadOnly()) return null;
  return (
    <button
      type="button"
      className="row-action change-restore"
      aria-label={`恢复这一篇 ${title}`}
      onClick={() => attempt(() => bringBack(version.id, versionLabel(version), itemId))}
    >
      恢复这一篇
    </button>
  );
}
