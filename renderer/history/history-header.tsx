import { Button } from 'antd';
import { mastheadLabel } from '../library/issue-label.js';
import { useIssueSession } from '../state/issue-session.js';
import { isReadOnly } from '../state/read-only.js';
import { runCommand } from '../ui/command-registry.js';
import { useHistory } from './history-state.js';

export function HistoryHeader() {
  const masthead = useIssueSession(({ issue }) => issue?.masthead);
  const count = useHistory(({ versions }) => versions.length);
  return (
    <>
      <h1 className="header-title">{masthead ? `历史：${mastheadLabel(masthead)}` : '没有打开的期'}</h1>
      <span className="soft num">{count} 个版本</span>
      <div className="header-actions">
        <Button onClick={() => runCommand('show.issue')}>回到本期</Button>
        <Button type="primary" disabled={isReadOnly()} onClick={() => runCommand('file.keepVersion')}>
          存为版本
        </Button>
      </div>
    </>
  );
}

/** When versions come about and which of them stay. */
export function HistoryStatus() {
  return (
    <span>每次打开后第一次改动前、此后每 10 分钟、替换和恢复前自动留一个版本；起了名的一直保留，其余的最近 20 个和每天最后一个保留</span>
  );
}
