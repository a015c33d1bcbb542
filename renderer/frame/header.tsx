import { Button, Dropdown } from 'antd';
import { stateLabels } from '../../shared/course/state-labels.js';
import type { IssueState } from '../../shared/document/issue.js';
import { nextStates, stageOf } from '../../shared/document/issue-states.js';
import { mastheadLabel } from '../library/issue-label.js';
import { openDialog } from '../state/desk.js';
import { useIssueSession } from '../state/issue-session.js';
import { useLibrary } from '../state/library-store.js';
import { isReadOnly } from '../state/read-only.js';
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

/** What the menu says where the name of the state does not say what is done. */
const stateActions: Readonly<Partial<Record<IssueState, string>>> = { printed: '印发（锁定）', correcting: '更正…' };

/** Where the issue stands; the menu names the states it can go to, and the dialog asks who takes it there. */
function StateTag({ state }: { readonly state: IssueState }) {
  const ways = nextStates(state).map((key) => ({ key, label: stateActions[key] ?? stateLabels[key] }));
  const items = [
    ...ways,
    { type: 'divider' as const },
    ...(stageOf(state) === undefined ? [] : [{ key: 'item-stages', label: '各篇状态…' }]),
    { key: 'people', label: '人员…' },
  ];
  const run = (key: string): void => {
    if (key === 'item-stages' || key === 'people') openDialog({ kind: key });
    else openDialog({ kind: 'go-to-state', to: key as IssueState });
  };
  return (
    <Dropdown trigger={['click']} autoFocus disabled={isReadOnly()} menu={{ items, onClick: ({ key }) => run(key) }}>
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
