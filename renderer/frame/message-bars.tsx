import { dismiss, useMessages } from '../state/messages.js';
import { Bar } from '../ui/bar.js';

/** The bars that say what happened, newest last. */
export function MessageBars() {
  const messages = useMessages();
  return (
    <div className="message-bars" aria-live="polite">
      {messages.map(({ id, ...message }) => (
        <Bar key={id} {...message} onClose={() => dismiss(id)} />
      ))}
    </div>
  );
}
