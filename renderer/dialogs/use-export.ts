/** Planning and running one export. */
import { useCallback, useEffect, useState } from 'react';
import type { ExportFormat } from '../../shared/export-formats.js';
import type { ProofChoice } from '../../shared/document/proof.js';
import type { CallResponse, Folder, JobProgress } from '../../shared/ipc.js';
import { call, CallFailure, failureSentence } from '../bridge.js';
import { issueSession } from '../state/issue-session.js';
import { useJob } from '../state/use-job.js';
import { confirm } from '../ui/confirm.js';

export type ExportPlan = CallResponse<'export.plan'>;
export type ExportedFiles = CallResponse<'export.run'>['files'];

export type ExportStage =
  | { readonly kind: 'choosing'; readonly failure?: string }
  | { readonly kind: 'running'; readonly progress: JobProgress | undefined; readonly isCancelling: boolean }
  | { readonly kind: 'done'; readonly files: ExportedFiles };

const replanAfterMs = 250;

/** Where an export of the issue would go, kept in step with the chosen folder and name. */
export function useExportPlan(key: string) {
  const [plan, setPlan] = useState<ExportPlan>();
  const [folder, setFolder] = useState<Folder>();
  const [baseName, setBaseName] = useState<string>();
  const [failure, setFailure] = useState<string>();
  useEffect(() => {
    let isWanted = true;
    const timer = setTimeout(
      () => {
        const request = { key, ...(folder ? { folder: folder.handle } : {}), ...(baseName === undefined ? {} : { baseName }) };
        planExport(request).then(
          (next) => isWanted && (setPlan(next), setFailure(undefined)),
          (reason: unknown) => isWanted && setFailure(failureSentence(reason)),
        );
      },
      baseName === undefined ? 0 : replanAfterMs,
    );
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [key, folder, baseName]);
  return { plan, failure, baseName: baseName ?? plan?.baseName ?? '', setFolder, setBaseName };
}

/** What is on screen is what is exported: the issue is saved before the services read it. */
async function planExport(request: Parameters<typeof call<'export.plan'>>[1]): Promise<ExportPlan> {
  await issueSession.getState().flush();
  return call('export.plan', request);
}

/** Runs an export with progress, a way to cancel, and a question before anything is overwritten. */
export function useExportRun(key: string) {
  const [before, setStage] = useState<Exclude<ExportStage, { kind: 'running' }>>({ kind: 'choosing' });
  const job = useJob('export.run');
  const { start } = job;
  const run = useCallback(
    async (plan: ExportPlan, formats: readonly ExportFormat[], proof?: ProofChoice) => {
      const files = plan.files.filter(({ format, exists }) => exists && formats.includes(format));
      if (files.length > 0 && !(await mayOverwrite(files.map(({ name }) => name)))) return;
      if (!(await issueSession.getState().flush()))
        return setStage({ kind: 'choosing', failure: '本期还有修改没有保存，先处理保存问题再导出。' });
      const request = {
        key,
        formats: [...formats],
        folder: plan.folder.handle,
        baseName: plan.baseName,
        overwrite: files.length > 0,
        ...(proof ? { proof } : {}),
      };
      setStage(await start(request).then(({ files: written }) => ({ kind: 'done', files: written }) as const, failedStage));
    },
    [key, start],
  );
  const stage: ExportStage = job.isRunning ? { kind: 'running', progress: job.progress, isCancelling: job.isCancelling } : before;
  return { stage, run, cancel: job.cancel };
}

function failedStage(reason: unknown): Extract<ExportStage, { kind: 'choosing' }> {
  const isCancelled = reason instanceof CallFailure && reason.code === 'cancelled';
  return { kind: 'choosing', failure: isCancelled ? '已取消，没有写出文件。' : failureSentence(reason) };
}

function mayOverwrite(names: readonly string[]): Promise<boolean> {
  return confirm({ title: '文件已存在', text: `${names.join('、')} 已在这个文件夹里，导出会覆盖。`, danger: '覆盖', stay: '不覆盖' });
}
