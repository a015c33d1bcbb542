import { Button, Checkbox, Input, Modal } from 'antd';
import { useMemo, useRef, useState } from 'react';
import type { ExportFormat } from '../../shared/export-formats.js';
import type { Folder } from '../../shared/ipc.js';
import { call } from '../bridge.js';
import { closeDialog } from '../state/desk.js';
import { tellFailure } from '../state/messages.js';
import { useIssueSession } from '../state/issue-session.js';
import { useLibrary } from '../state/library-store.js';
import { usePageStyle } from '../state/page-style.js';
import { useSetting } from '../state/settings.js';
import { JobProgressBar } from '../ui/job-progress-bar.js';
import { ExportFindings, findingsBeforeExport, mayExportWith, type SortedFindings } from './export-findings.js';
import { ProofRow, useProofChoice } from './proof-row.js';
import { FolderBrowser } from './folder-browser.js';
import { StartButton } from './start-button.js';
import { useExportPlan, useExportRun, type ExportedFiles, type ExportPlan, type ExportStage } from './use-export.js';

const formatLabels: Readonly<Record<ExportFormat, string>> = {
  docx: 'Word 文件（.docx）',
  pdf: 'PDF 文件（.pdf）',
  ofd: 'OFD 版式文件（.ofd）',
  txt: '纯文本（.txt）',
  html: '网页（.html）',
};
const allFormats = Object.keys(formatLabels) as readonly ExportFormat[];

export interface ExportDialogProps {
  readonly issueKey: string;
  readonly canPickFolder: boolean;
}

/** 导出: formats, name, folder; then progress; then where the files are. */
export function ExportDialog({ issueKey, canPickFolder }: ExportDialogProps) {
  const [saved, keepFormats] = useSetting('exportFormats');
  const formats = allFormats.filter((format) => saved.split(' ').includes(format));
  const planning = useExportPlan(issueKey);
  const { stage, run, cancel } = useExportRun(issueKey);
  const { issue, findings, mayGoOn } = useFindings(issueKey);
  const proof = useProofChoice();
  const [isBrowsing, setIsBrowsing] = useState(false);
  const { plan } = planning;
  const isReady =
    plan !== undefined &&
    formats.length > 0 &&
    planning.baseName.trim() !== '' &&
    planning.failure === undefined &&
    plan.baseName === planning.baseName;
  const start = (): void => {
    if (isReady) void mayGoOn().then((goesOn) => (goesOn ? run(plan, formats, proof) : undefined));
  };
  const chooseFolder = (): void => {
    if (canPickFolder) call('folder.pick', {}).then(({ folder }) => folder && planning.setFolder(folder), tellFailure);
    else setIsBrowsing(true);
  };
  const take = (folder: Folder): void => {
    planning.setFolder(folder);
    setIsBrowsing(false);
  };
  if (isBrowsing) return <FolderBrowser start={plan?.folder} onTake={take} onCancel={() => setIsBrowsing(false)} />;
  return (
    <Modal
      open
      title="导出"
      width={600}
      centered
      mask={{ closable: false }}
      keyboard={stage.kind !== 'running'}
      closable={stage.kind !== 'running'}
      onCancel={closeDialog}
      footer={<Footer stage={stage} isReady={isReady} start={start} cancel={cancel} />}
    >
      {stage.kind === 'done' ? (
        <Done files={stage.files} />
      ) : (
        <fieldset className="export-form" disabled={stage.kind === 'running'}>
          <Formats plan={plan} formats={formats} onChange={(next) => keepFormats(next.join(' '))} />
          <label className="export-row">
            <span>文件名</span>
            <Input
              value={planning.baseName}
              maxLength={120}
              onChange={({ target }) => planning.setBaseName(target.value)}
              onPressEnter={start}
            />
          </label>
          {plan && planning.baseName !== plan.baseName && <p className="export-note soft">将写作 {plan.baseName}</p>}
          <div className="export-row">
            <span>文件夹</span>
            <span className="export-folder" title={plan?.folder.label}>
              {plan?.folder.label}
            </span>
            <Button onClick={chooseFolder}>更改</Button>
          </div>
          <ProofRow />
          {plan && <Digest digest={plan.digest} />}
          {plan && issue && findings && <ExportFindings issue={issue} findings={findings} formats={formats} />}
          <Trouble text={planning.failure ?? (stage.kind === 'choosing' ? stage.failure : undefined)} />
          {stage.kind === 'running' && <JobProgressBar progress={stage.progress} isCancelling={stage.isCancelling} />}
        </fieldset>
      )}
    </Modal>
  );
}

/** What is wrong with the open issue, and a question that is asked once while the dialog is open. */
function useFindings(issueKey: string) {
  const issue = useIssueSession((session) => session.issue);
  const issues = useLibrary((library) => library.issues);
  const style = usePageStyle(issue);
  const findings = useMemo(() => issue && findingsBeforeExport(issue, style, { issues }, issueKey), [issue, style, issues, issueKey]);
  const isAsked = useRef(false);
  const mayGoOn = async (): Promise<boolean> => {
    const errors: SortedFindings['errors'] = findings?.errors ?? [];
    if (isAsked.current || errors.length === 0) return true;
    isAsked.current = await mayExportWith(errors);
    return isAsked.current;
  };
  return { issue, findings, mayGoOn };
}

interface FormatsProps {
  readonly plan: ExportPlan | undefined;
  readonly formats: readonly ExportFormat[];
  readonly onChange: (formats: readonly ExportFormat[]) => void;
}

function Formats({ plan, formats, onChange }: FormatsProps) {
  const exists = (format: ExportFormat): boolean => plan?.files.some((file) => file.format === format && file.exists) ?? false;
  return (
    <div className="export-row export-formats">
      <span>格式</span>
      <div>
        {allFormats.map((format) => (
          <Checkbox
            key={format}
            checked={formats.includes(format)}
            onChange={({ target }) => onChange(target.checked ? [...formats, format] : formats.filter((each) => each !== format))}
          >
            {formatLabels[format]}
            {exists(format) && <span className="export-exists">已存在</span>}
          </Checkbox>
        ))}
      </div>
    </div>
  );
}

/** The start of the content's SHA-256, enough to compare two printouts by eye; whole on hover and in the files' properties. */
function Digest({ digest }: { readonly digest: string }) {
  return (
    <div className="export-row">
      <span>校验码</span>
      <span className="num" title={digest}>
        {digest.slice(0, 16).match(/.{4}/gu)?.join(' ')}
        <span className="soft">　内容不变则不变，写入 Word 和 PDF 的文件属性</span>
      </span>
    </div>
  );
}

function Trouble({ text }: { readonly text: string | undefined }) {
  return text === undefined ? null : (
    <p className="export-trouble" role="alert">
      {text}
    </p>
  );
}

function Done({ files }: { readonly files: ExportedFiles }) {
  return (
    <ul className="export-done">
      {files.map(({ format, handle, path, bytes }) => (
        <li key={format}>
          <span className="export-path" title={path}>
            {path}
          </span>
          <span className="soft num">{sizeLabel(bytes)}</span>
          <Button onClick={() => call('file.open', { handle }).catch(tellFailure)}>打开文件</Button>
          <Button onClick={() => call('file.reveal', { handle }).catch(tellFailure)}>打开所在文件夹</Button>
        </li>
      ))}
    </ul>
  );
}

function sizeLabel(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

interface FooterProps {
  readonly stage: ExportStage;
  readonly isReady: boolean;
  readonly start: () => void;
  readonly cancel: () => void;
}

function Footer({ stage, isReady, start, cancel }: FooterProps) {
  if (stage.kind === 'done')
    return (
      <Button type="primary" autoFocus onClick={closeDialog}>
        完成
      </Button>
    );
  if (stage.kind === 'running')
    return (
      <Button disabled={stage.isCancelling} onClick={cancel}>
        取消导出
      </Button>
    );
  return (
    <>
      <Button onClick={closeDialog}>取消</Button>
      <StartButton isReady={isReady} start={start} />
    </>
  );
}
