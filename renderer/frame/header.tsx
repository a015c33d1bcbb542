import { Button, Dropdown } from 'antd';
import { setState } from '../../shared/document/edit-issue.js';
import type { IssueState } from '../../shared/document/issue.js';
import { issueStates } from '../../shared/document/issue-states.js';
import { mastheadLabel, stateLabels } from '../library/issue-label.js';
import { issueSession, useIssueSession } from '../state/issue-session.js';
import { useLibrary } from '../state/library-store.js';
import { runCommand } from '../ui/command-registry.js';

/** What is open, where it stands, and the one main action. */
export function IssueHeader() {
  const issue = useIssueSession((session) => session.issue);
  if (!issue) return <h1 className="header-title">没有打开的期</h1>;
  return (
    <>
      <h1 className="header-title">{mastheadLabel(issue.masthead)}</h1>
      <StateTag state={issue.state} />
      <div className="header-actions">
        <Button type="primary" onClick={() => runCommand('file.export')}>
          导出
        </Button>
      </div>
    </>
  );
}

function StateTag({ state }: { readonly state: IssueState }) {
  const items = issueStates.map((key) => ({ key, label: stateLabels[key] }));
  return (
    <Dropdown
      trigger={['click']}
      autoFocus
      menu={{
        items,
        selectable: true,
        selectedKeys: [state],
        onClick: ({ key }) => issueSession.getState().edit((issue) => setState(issue, key as IssueState)),
      }}
    >
      <button type="button" className={`tag tag-${state}`} aria-label={`本期状态：${stateLabels[state]}，点击更改`}>
        {stateLabels[state]} ▾
      </button>
    </Dropdown>
  );
}

/** How much the library holds, and what adds to it. */
export function LibraryHeader() {
  const issues = useLibrary((library) => library.issues.length);
  const submissions = useLibrary((library) => library.submissions.length);
  return (
    <>
      <h1 className="header-title">期刊库</h1>
      <span className="soft num">
        {issues} 期 · 来稿 {submissions} 篇
      </span>
      <div className="header-actions">
        <Button onClick={() => runCommand('file.import')}>导入</Button>
        <Button type="primary" onClick={() => runCommand('file.newIssue')}>
          新建下一期
        </Button>
      </div>
    </>
  );
}
