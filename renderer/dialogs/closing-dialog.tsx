import { Button, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { call } from '../bridge.js';
import { closeDialog, openDialog } from '../state/desk.js';
import { flushWindow } from '../state/flush-window.js';
import { tellFailure } from '../state/messages.js';
import { useSaveFailures } from '../state/save-failure.js';

/** Asked when the window is to close and a save has failed; `writtenTo` says where the words were written meanwhile. */
export function ClosingDialog({ writtenTo }: { readonly writtenTo: string | undefined }) {
  const { issue, own } = useSaveFailures();
  const failure = issue ?? own;
  const [isTrying, setIsTrying] = useState(false);
  useEffect(() => {
    // Saved after all: the window goes, as the editor wished.
    if (failure === undefined) closeWindow();
  }, [failure]);
  const retry = async (): Promise<void> => {
    setIsTrying(true);
    await flushWindow();
    setIsTrying(false);
  };
  return (
    <Modal
      open
      title="还有修改没有存进资料库"
      width={560}
      centered
      mask={{ closable: false }}
      onCancel={closeDialog}
      footer={[
        <Button key="leave" danger={writtenTo === undefined} onClick={closeWindow}>
          {writtenTo === undefined ? '放弃并退出' : '退出'}
        </Button>,
        issue !== undefined && (
          <Button key="write" onClick={() => openDialog({ kind: 'write-words', isClosing: true })}>
            把现在的文字存到别处…
          </Button>
        ),
        <Button key="retry" type="primary" autoFocus loading={isTrying} onClick={() => void retry()}>
          再试一次
        </Button>,
      ]}
    >
      <p>{failure?.message}</p>
      {writtenTo === undefined ? (
        <p className="soft">放弃并退出，没有存进资料库的修改可能找不回来。</p>
      ) : (
        <p role="status">现在的文字已存到：{writtenTo}</p>
      )}
    </Modal>
  );
}

function closeWindow(): void {
  call('window.close', {}).catch(tellFailure);
}
