import { AutoComplete, Modal } from 'antd';
import { useState } from 'react';
import { decisionFacts, usualReasons } from '../../shared/submissions/submission-labels.js';

interface ReasonDialogProps {
  readonly decision: 'refused' | 'returned';
  readonly onReason: (reason: string) => void;
  readonly onCancel: () => void;
}

/** Asks why a submission is refused or sent back: the unit will read it. */
export function ReasonDialog({ decision, onReason, onCancel }: ReasonDialogProps) {
  const [reason, setReason] = useState('');
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
      <AutoComplete
        autoFocus
        aria-label="理由"
        className="reason-field"
        placeholder="选一条或自己写，报送单位会看到"
        options={usualReasons[decision].map((value) => ({ value }))}
        value={reason}
        onChange={setReason}
        onKeyDown={({ key, nativeEvent }) => {
          if (key === 'Enter' && !nativeEvent.isComposing && reason.trim() !== '') onReason(reason);
        }}
      />
    </Modal>
  );
}
