import { Button } from 'antd';
import { openDialog } from '../state/desk.js';
import { isReadOnly } from '../state/read-only.js';
import { runCommand } from '../ui/command-registry.js';
import { useInbox } from '../state/inbox-state.js';
import { useSubmissionRows } from '../state/submission-rows.js';

/** How many manuscripts there are and how many wait. */
export function InboxHeader() {
  const rows = useSubmissionRows();
  const waiting = rows.filter(({ standing }) => standing === 'new').length;
  return (
    <>
      <h1 className="header-title">来稿</h1>
      <span className="soft num">
        {rows.length} 篇 · 待筛选 {waiting} 篇
      </span>
      <div className="header-actions">
        <Button disabled={isReadOnly()} onClick={() => openDialog({ kind: 'type-in' })}>
          录入纸质稿…
        </Button>
        <Button type="primary" onClick={() => runCommand('file.import')}>
          收稿
        </Button>
      </div>
    </>
  );
}

/** What the keys do. */
export function InboxStatus() {
  const chosen = useInbox((state) => state.chosen.size);
  return (
    <>
      <span>↑↓ 选稿 · 1 拟采用 · 2 备用 · 3 不采用 · 4 退改 · 0 待筛选 · 回车 编入本期</span>
      <span className="status-right num">{chosen > 1 ? `已选 ${chosen} 篇，Esc 取消` : 'Shift+↑↓、Ctrl+A 多选'}</span>
    </>
  );
}
