import { Button } from 'antd';
import { useState } from 'react';
import { dismiss, useMessages, type Message } from '../state/messages.js';
import { useShownJobs, type ShownJob } from '../state/shown-jobs.js';
import { Bar } from '../ui/bar.js';
import { JobProgressBar } from '../ui/job-progress-bar.js';

/** The bars that say what is being done and what happened: the latest news and the latest trouble, the rest on request. */
export function MessageBars() {
  const messages = useMessages();
  const jobs = useShownJobs();
  const [isOpen, setIsOpen] = useState(false);
  const shown = isOpen ? messages : latestOfEach(messages);
  const hidden = messages.length - latestOfEach(messages).length;
  if (isOpen && hidden === 0) setIsOpen(false);
  const more = hidden === 0 ? undefined : { label: isOpen ? '收起' : `其余 ${hidden} 条`, run: () => setIsOpen(!isOpen) };
  return (
    <div className="message-bars" aria-live="polite">
      {jobs.map((job) => (
        <JobBar key={job.id} job={job} />
      ))}
      {shown.map(({ id, ...message }, at) => (
        <Bar key={id} {...message} {...(at === shown.length - 1 && more ? { more } : {})} onClose={() => dismiss(id)} />
      ))}
    </div>
  );
}

/** At most two: news passes by itself and must not push trouble out of sight. */
function latestOfEach(messages: readonly Message[]): readonly Message[] {
  const isTrouble = ({ tone }: Message): boolean => tone === 'warning' || tone === 'error';
  const latest = [messages.findLast(isTrouble), messages.findLast((message) => !isTrouble(message))];
  return messages.filter((message) => latest.includes(message));
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
