import { Button, Modal } from 'antd';
import type { ImportReport } from '../../shared/ipc.js';
import { attempt, openIssue } from '../library/library-actions.js';
import { ImportChoices } from './import-choices.js';
import { keepPresent, replaceWithImport } from '../library/import-files.js';
import { keyLabel } from '../library/issue-label.js';
import { useLibrary } from '../state/library-store.js';
import { LeftAsideList } from '../issue/left-aside-list.js';
import { closeDialog, showView, type ImportOutcome } from '../state/desk.js';
import { issueSession } from '../state/issue-session.js';
import { countLabel } from '../ui/count-label.js';

export interface ImportDialogProps {
  /** Names of the files not done yet, the one in work first. */
  readonly waiting: readonly string[];
  readonly outcomes: readonly ImportOutcome[];
}

/** What came of an import: recognised, guessed, left aside, refused. */
export function ImportDialog({ waiting, outcomes }: ImportDialogProps) {
  const isBusy = waiting.length > 0;
  const last = outcomes.findLast(({ report }) => report !== undefined && report.outcome !== 'exists' && report.outcome !== 'asks')?.report;
  return (
    <Modal
      open
      title="导入"
      width={680}
      centered
      closable={!isBusy}
      mask={{ closable: false }}
      keyboard={!isBusy}
      onCancel={closeDialog}
      footer={[
        <Button key="done" disabled={isBusy} onClick={closeDialog}>
          完成
        </Button>,
        last?.kind === 'issue' && (
          <Button key="open" type="primary" autoFocus disabled={isBusy} onClick={() => openImported(last)}>
            打开 {keyLabel(last.key ?? '')}
          </Button>
        ),
        last?.kind === 'article' && issueSession.getState().key !== undefined && (
          <Button key="submission" type="primary" autoFocus disabled={isBusy} onClick={() => openImported(last)}>
            查看来稿
          </Button>
        ),
      ]}
    >
      <div className="import-list">
        {outcomes.map((outcome, index) => (
          <Outcome key={index} outcome={outcome} isAlone={outcomes.length === 1} />
        ))}
        {isBusy && (
          <p className="soft" role="status">
            正在读取 {waiting[0]}
            {waiting.length > 1 ? `，还有 ${waiting.length - 1} 个` : ''}
          </p>
        )}
      </div>
    </Modal>
  );
}

function openImported(report: ImportReport): void {
  closeDialog();
  if (report.key !== undefined) return attempt(() => openIssue(report.key as string));
  if (report.submissionId === undefined) return;
  issueSession.getState().select({ kind: 'submission', submissionId: report.submissionId });
  showView('issue');
}

function Outcome({ outcome, isAlone }: { readonly outcome: ImportOutcome; readonly isAlone: boolean }) {
  const { name, report, failure } = outcome;
  if (!report) {
    return (
      <section className="import-file import-refused">
        <h2>{name}</h2>
        <p role="alert">没有导入：{failure}</p>
      </section>
    );
  }
  return (
    <section className="import-file">
      <h2>{name}</h2>
      <p className="import-title">{sentence(report)}</p>
      <Extent issueKey={report.outcome === 'exists' ? undefined : report.key} />
      {report.outcome === 'exists' && <ExistsChoice outcome={outcome} />}
      <ImportChoices outcome={outcome} />
      {report.inferredLeads > 0 && <p className="import-check">{report.inferredLeads} 处段首句是推断的，正文里用黄线标出，待确认。</p>}
      {report.warnings.map((warning) => (
        <p key={warning} className="import-check">
          {warning}
        </p>
      ))}
      <LeftAsideList lines={report.leftAside} isUnfolded={isAlone} />
    </section>
  );
}

function sentence({ kind, title, outcome, key, parts }: ImportReport): string {
  if (parts) return `识别为${parts.length}篇稿件，已分别列入来稿：${parts.map((part) => `“${part.title}”`).join('')}。`;
  if (outcome === 'asks') return `识别为一期《${title}》，但报头里没有期号或日期，还没有存入。请核对下面的推测。`;
  if (kind === 'article') return `识别为单篇稿件“${title}”，已列入来稿。`;
  if (outcome === 'added') return `识别为整期：${title}，已列入期刊库。`;
  if (outcome === 'replaced') return `${title}已替换，旧版留在历史里。`;
  if (outcome === 'unchanged') return `${title}与库中的内容相同，没有重复导入。`;
  return `识别为整期：${title}。库中已有${keyLabel(key ?? '')}，内容不同，尚未导入。`;
}

/** How much came in, once the library has listed it. */
function Extent({ issueKey }: { readonly issueKey: string | undefined }) {
  const summary = useLibrary(({ issues }) => issues.find(({ key }) => key === issueKey));
  return summary ? (
    <p className="num">
      {summary.titles.length} 篇稿件，{countLabel(summary.characters)} 字。
    </p>
  ) : null;
}

function ExistsChoice({ outcome }: { readonly outcome: ImportOutcome }) {
  if (!outcome.mayReplace) return <p className="soft">保留库中现有的，没有导入。</p>;
  return (
    <p className="import-choice">
      <Button type="primary" onClick={() => keepPresent(outcome)}>
        保留现有
      </Button>
      <Button onClick={() => void replaceWithImport(outcome)}>替换（旧版留在历史）</Button>
    </p>
  );
}
