import { Button } from 'antd';
import { dismiss, useMessages } from '../state/messages.js';
import { useShownJobs, type ShownJob } from '../state/shown-jobs.js';
import { Bar } from '../ui/bar.js';
import { JobProgressBar } from '../ui/job-progress-bar.js';

/** The bars that say what is being done and what happened, newest last. */
export function MessageBars() {
  const messages = useMessages();
  const jobs = useShownJobs();
  return (
    <div className="message-bars" aria-live="polite">
      {jobs.map((job) => (
        <JobBar key={job.id} job={job} />
      ))}
      {messages.map(({ id, ...message }) => (
        <Bar key={id} {...message} onClose={() => dismiss(id)} />
      ))}
    </div>
  );
}

function JobBar({ job: { label, progress, isCancelling, cancel } }: { readonly job: ShownJob }) {
  return (
    <div className="message-bar message-info">
      <span>{label}</span>
      <JobProgressBar progress={progress} isCancelling={isCancelling} />
      <Button disabled={isCancelling} onClick={cancel}>
        取消
      </Button>
    </div>
  );
}
