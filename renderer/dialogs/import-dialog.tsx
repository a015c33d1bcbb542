import { Button, Modal } from 'antd';
import type { KeyboardEvent } from 'react';
import { shortcutOf } from '../../shared/commands.js';
import type { ImportReport } from '../../shared/ipc.js';
import { unjoinKey } from '../../shared/submissions/joined-lines.js';
import { attempt, openIssue } from '../library/library-actions.js';
import { ImportChoices } from './import-choices.js';
import { cancelImport, keepLines, keepPresent, replaceWithImport } from '../library/import-files.js';
import { checksLabel, outcomeSentence, outcomeState, tally, unjoinLabel } from '../library/import-outcomes.js';
import { useLibrary } from '../state/library-store.js';
import { LeftAsideList } from '../issue/left-aside-list.js';
import { purposeNow } from '../state/contributor.js';
import { closeDialog, showView, type ImportOutcome, type ImportRun } from '../state/desk.js';
import { issueSession } from '../state/issue-session.js';
import { refreshOwnRows, showOwn } from '../state/own-rows.js';
import { countLabel } from '../ui/count-label.js';
import { useFirstField } from '../ui/first-field.js';
import { JobProgressBar } from '../ui/job-progress-bar.js';
import { issueName } from '../state/publication.js';

export interface ImportDialogProps {
  /** Undefined once every file has been dealt with. */
  readonly running: ImportRun | undefined;
  readonly outcomes: readonly ImportOutcome[];
}

/** What came of an import: recognised, guessed, left aside, refused. */
export function ImportDialog({ running, outcomes }: ImportDialogProps) {
  const isBusy = running !== undefined;
  const first = useFirstField();
  const isUnit = purposeNow() === 'unit';
  const last = outcomes.findLast(({ report }) => report !== undefined && report.outcome !== 'exists' && report.outcome !== 'asks')?.report;
  const dialog = (
    <Modal
      open
      title="导入"
      width={outcomes.length > 1 ? 'min(1040px, 92vw)' : 680}
      centered
      closable={!isBusy}
      mask={{ closable: false }}
      keyboard={!isBusy}
      onCancel={closeDialog}
      footer={[
        running ? (
          <Button key="cancel" disabled={running.isCancelling} onClick={cancelImport}>
            取消导入
          </Button>
        ) : (
          <Button key="done" autoFocus={last === undefined} onClick={closeDialog}>
            完成
          </Button>
        ),
        last?.kind === 'issue' && (
          <Button key="open" type="primary" autoFocus onClick={() => openImported(last)}>
            打开 {issueName(last.key ?? '')}
          </Button>
        ),
        last?.kind === 'article' && (isUnit || issueSession.getState().key !== undefined) && (
          <Button key="submission" type="primary" autoFocus onClick={() => openImported(last)}>
            {isUnit ? '打开这篇稿件' : '查看来稿'}
          </Button>
        ),
      ]}
    >
      {running && (
        // Has the keyboard, which else stands on 取消导入: Enter, pressed while waiting, would end the import.
        <div ref={first} tabIndex={-1} className="import-running">
          <JobProgressBar progress={running.progress} isCancelling={running.isCancelling} />
        </div>
      )}
      <div className="import-list">
        {outcomes.length > 1 && <p className="import-tally">{tally(outcomes)}</p>}
        {outcomes.length === 1 ? outcomes.map((outcome) => <OnlyFile key={outcome.name} outcome={outcome} />) : outcomes.map(toLine)}
      </div>
    </Modal>
  );
  const [only] = outcomes.length === 1 ? outcomes : [];
  // What is pressed in a dialog comes to what holds it in the tree of components, wherever the dialog stands in the page.
  return <div onKeyDown={(event) => only && press(event, only)}>{dialog}</div>;
}

/** Leaves the lines of a file as they stand at one key. */
function press(event: KeyboardEvent, outcome: ImportOutcome): void {
  if (shortcutOf(event) !== unjoinKey || unjoinLabel(outcome) === undefined) return;
  event.preventDefault();
  void keepLines(outcome);
}

function openImported(report: ImportReport): void {
  closeDialog();
  if (report.key !== undefined) return attempt(() => openIssue(report.key as string));
  if (report.submissionId === undefined) return;
  if (purposeNow() === 'unit') return attempt(() => openOwn(report.submissionId as string));
  issueSession.getState().select({ kind: 'submission', submissionId: report.submissionId });
  showView('issue');
}

async function openOwn(id: string): Promise<void> {
  await refreshOwnRows();
  showOwn(id);
  showView('contributor');
}

/** The only file of an import, with all there is to say of it. */
function OnlyFile({ outcome }: { readonly outcome: ImportOutcome }) {
  return (
    <section className="import-file">
      <h2>{outcome.name}</h2>
      <p className="import-title" data-state={outcomeState(outcome)} role={outcome.report ? undefined : 'alert'}>
        {outcomeSentence(outcome)}
      </p>
      <Details outcome={outcome} isAlone />
    </section>
  );
}

function toLine(outcome: ImportOutcome, index: number) {
  return <Line key={index} outcome={outcome} />;
}

/** One file of several in one line, which unfolds to its whole name and sentence and to all there is to say of it; what waits for a decision is unfolded. */
function Line({ outcome }: { readonly outcome: ImportOutcome }) {
  const state = outcomeState(outcome);
  const sentence = outcomeSentence(outcome);
  const checks = checksLabel(outcome);
  return (
    <details className="import-line" open={state === 'decide'} onKeyDown={(event) => press(event, outcome)}>
      <summary data-state={state}>
        <span className="import-name" title={outcome.name}>
          {outcome.name}
        </span>
        <span className="import-sentence" title={sentence}>
          {outcomeSentence(outcome, 'beside its name')}
        </span>
        {checks !== undefined && <span className="import-checks">{checks}</span>}
      </summary>
      <div className="import-details">
        <Details outcome={outcome} isAlone={false} />
      </div>
    </details>
  );
}

function Details({ outcome, isAlone }: { readonly outcome: ImportOutcome; readonly isAlone: boolean }) {
  const { report } = outcome;
  if (!report) return null;
  return (
    <>
      <Extent issueKey={report.outcome === 'exists' ? undefined : report.key} />
      {outcome.mayReplace === true && <ExistsChoice outcome={outcome} />}
      <ImportChoices outcome={outcome} />
      {report.inferredLeads > 0 && <p className="soft">{report.inferredLeads} 处段首句是推断的，正文里用黄线标出，待确认。</p>}
      {report.warnings.map((warning) => (
        <p key={warning} className="soft">
          {warning}
        </p>
      ))}
      <LeftAsideList lines={report.leftAside} isUnfolded={isAlone} />
    </>
  );
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
  return (
    <p className="import-choice">
      <Button type="primary" onClick={() => keepPresent(outcome)}>
        保留现有
      </Button>
      <Button onClick={() => void replaceWithImport(outcome)}>替换（旧版留在历史）</Button>
    </p>
  );
}
