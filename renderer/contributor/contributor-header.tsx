import { Button } from 'antd';
import { SaveWords } from '../library/save-words.js';
import { useContributor } from '../state/contributor.js';
import { isReadOnly } from '../state/read-only.js';
import { useOwnRows } from '../state/own-rows.js';
import { useOwnSession } from '../state/own-session.js';
import { runCommand } from '../ui/command-registry.js';

/** Who writes here and how much of it was printed; the way to a new manuscript. */
export function ContributorHeader() {
  const contributor = useContributor();
  const figures = useOwnRows((state) => state.figures);
  return (
    <>
      <h1 className="header-title">投稿</h1>
      {contributor !== undefined && (
        <span className="soft num">
          {contributor.unitName}
          {figures.sent > 0 &&
            ` · 报送 ${figures.sent} 篇，已答复 ${figures.answered} 篇，采用 ${figures.printed} 篇，采用率 ${figures.rate}%`}
        </span>
      )}
      {contributor !== undefined && (
        <div className="header-actions">
          <Button disabled={isReadOnly()} onClick={() => runCommand('file.import')}>
            打开文件…
          </Button>
          <Button type="primary" disabled={isReadOnly()} onClick={() => runCommand('file.newManuscript')}>
            新写一篇
          </Button>
        </div>
      )}
    </>
  );
}

/** Whether the manuscript is saved, and what the keys do. */
export function ContributorStatus() {
  const contributor = useContributor();
  const saveState = useOwnSession((session) => session.saveState);
  const isOpen = useOwnSession(({ id }) => id !== undefined);
  return (
    <>
      {isOpen && <SaveWords state={saveState} />}
      {contributor !== undefined && (
        <span className="status-right">↑↓ 选稿 · 回车 进入 · F6 换栏 · Ctrl+N 新写 · Ctrl+E 报送 · Delete 删除未报送的</span>
      )}
    </>
  );
}
