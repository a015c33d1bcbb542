import { Progress } from 'antd';

export interface JobProgressBarProps {
  /** Undefined until the first step is told. */
  readonly progress: { readonly step: string; readonly done: number; readonly total: number } | undefined;
  readonly isCancelling: boolean;
}

/** How far long work is: a bar, and in words what is being done now. */
export function JobProgressBar({ progress, isCancelling }: JobProgressBarProps) {
  const percent = progress ? Math.round((progress.done / Math.max(1, progress.total)) * 100) : 0;
  return (
    <div className="job-progress" role="status">
      <Progress percent={percent} showInfo={false} size="small" />
      <span className="soft">{isCancelling ? '正在取消' : (progress?.step ?? '准备中')}</span>
    </div>
  );
}
