import { CheckCircleOutlined, CloseOutlined, ExclamationCircleOutlined, InfoCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { dismiss, useMessages, type Message, type MessageTone } from '../state/messages.js';

const icons: Record<MessageTone, typeof InfoCircleOutlined> = {
  info: InfoCircleOutlined,
  success: CheckCircleOutlined,
  warning: WarningOutlined,
  error: ExclamationCircleOutlined,
};

/** The bars that say what happened, newest last. */
export function MessageBars() {
  const messages = useMessages();
  return (
    <div className="message-bars" aria-live="polite">
      {messages.map((message) => (
        <Bar key={message.id} {...message} onClose={() => dismiss(message.id)} />
      ))}
    </div>
  );
}

/** One calm bar: a sentence and what can be done. Without `onClose` it stays. */
export function Bar({ tone, text, actions, onClose }: Omit<Message, 'id'> & { readonly onClose?: () => void }) {
  const Icon = icons[tone];
  return (
    <div className={`message-bar message-${tone}`} role={tone === 'error' ? 'alert' : 'status'}>
      <Icon aria-hidden />
      <span className="message-text">{text}</span>
      {actions.map(({ label, run }) => (
        <Button
          key={label}
          onClick={() => {
            onClose?.();
            run();
          }}
        >
          {label}
        </Button>
      ))}
      {onClose && (
        <Button type="text" icon={<CloseOutlined />} onClick={onClose}>
          关闭
        </Button>
      )}
    </div>
  );
}
