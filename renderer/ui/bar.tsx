import { CheckCircleOutlined, CloseOutlined, ExclamationCircleOutlined, InfoCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';

export interface BarProps {
  readonly tone: 'info' | 'success' | 'warning' | 'error';
  readonly text: string;
  readonly actions: readonly { readonly label: string; readonly run: () => void }[];
  /** Shows the messages that stand behind this one. */
  readonly more?: { readonly label: string; readonly run: () => void };
  readonly onClose?: () => void;
}

const icons: Record<BarProps['tone'], typeof InfoCircleOutlined> = {
  info: InfoCircleOutlined,
  success: CheckCircleOutlined,
  warning: WarningOutlined,
  error: ExclamationCircleOutlined,
};

/** One calm bar: a sentence and what can be done. Without `onClose` it stays. */
export function Bar({ tone, text, actions, more, onClose }: BarProps) {
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
      {more && (
        <Button type="text" onClick={more.run}>
          {more.label}
        </Button>
      )}
      {onClose && (
        <Button type="text" icon={<CloseOutlined />} onClick={onClose}>
          关闭
        </Button>
      )}
    </div>
  );
}
