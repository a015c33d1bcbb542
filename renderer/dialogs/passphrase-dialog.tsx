import { Button, Modal, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { CallFailure, failureSentence } from '../bridge.js';
import { closeDialog } from '../state/desk.js';
import { takeOpened, useExchange } from '../state/exchange.js';
import { useJob } from '../state/use-job.js';
import { useFirstField } from '../ui/first-field.js';
import { JobProgressBar } from '../ui/job-progress-bar.js';
import { PassphraseInput } from './passphrase-input.js';

/** Asks for the passphrase of the bundle that is looked at, as often as it takes. */
export function PassphraseDialog() {
  const opened = useExchange((state) => state.opened);
  const job = useJob('bundle.unseal');
  const [typed, setTyped] = useState('');
  const [tries, setTries] = useState(0);
  const [failure, setFailure] = useState<string>();
  const first = useFirstField();
  const field = useRef<InputRef>(null);
  if (opened === undefined) return null;
  const open = async (): Promise<void> => {
    if (typed === '' || job.isRunning) return;
    setFailure(undefined);
    try {
      const seen = await job.start({ id: opened.id, passphrase: typed });
      const wrong = seen.problems.find(({ code }) => code === 'passphrase-wrong');
      if (wrong === undefined) {
        closeDialog();
        takeOpened(seen);
        return;
      }
      setTries((count) => count + 1);
      setFailure(wrong.message);
      field.current?.focus({ cursor: 'all' });
    } catch (reason) {
      if (!(reason instanceof CallFailure && reason.code === 'cancelled')) setFailure(failureSentence(reason));
    }
  };
  return (
    <Modal
      open
      title="输入口令"
      width={460}
      centered
      mask={{ closable: false }}
      keyboard={!job.isRunning}
      closable={!job.isRunning}
      onCancel={closeDialog}
      footer={
        <>
          <Button onClick={job.isRunning ? job.cancel : closeDialog}>取消</Button>
          <Button type="primary" disabled={typed === ''} loading={job.isRunning} onClick={() => void open()}>
            打开
          </Button>
        </>
      }
    >
      <p className="passphrase-about">“{opened.file}”加了口令，输入对方告诉您的口令。</p>
      <PassphraseInput
        ref={(input) => {
          field.current = input;
          first(input);
        }}
        label="口令"
        value={typed}
        maxLength={400}
        onChange={setTyped}
        onEnter={() => void open()}
      />
      {failure === undefined ? (
        <p className="soft passphrase-hint">口令里有汉字的，先按右边的眼睛显示出来再输入；全角半角不区分。</p>
      ) : (
        <p className="passphrase-trouble" role="alert">
          {failure}
          {tries > 1 && `（已试 ${tries} 次）`}
        </p>
      )}
      {job.isRunning && <JobProgressBar progress={job.progress} isCancelling={job.isCancelling} />}
    </Modal>
  );
}
