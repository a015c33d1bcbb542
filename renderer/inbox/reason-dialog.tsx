import { Modal } from 'antd';
import { useState } from 'react';
import { decisionFacts, usualReasons } from '../../shared/submissions/submission-labels.js';
import { useFirstField } from '../ui/first-field.js';
import { OfferedInput } from '../ui/offered-input.js';

interface ReasonDialogProps {
  readonly decision: 'refused' | 'returned';
  readonly onReason: (reason: string) => void;
  readonly onCancel: () => void;
}

/** Asks why a submission is refused or sent back: the unit will read it. */
export function ReasonDialog({ decision, onReason, onCancel }: ReasonDialogProps) {
  const [reason, setReason] = useState('');
  const first = useFirstField();
  const { label } = decisionFacts[decision];
  return (
    <Modal
      open
      title={`${label}的理由`}
      okText={label}
      cancelText="取消"
      width={440}
      okButtonProps={{ disabled: reason.trim() === '' }}
      onOk={() => onReason(reason)}
      onCancel={onCancel}
    >
      <OfferedInput
        ref={first}
        aria-label="理由"
        placeholder="选一条或自己写，报送单位会看到"
        offers={usualReasons[decision]}
        value={reason}
        onChange={setReason}
        onEnter={() => reason.trim() !== '' && onReason(reason)}
      />
    </Modal>
  );
}
