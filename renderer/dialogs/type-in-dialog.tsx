import { Input, Modal } from 'antd';
import { useState } from 'react';
import { typedLimit } from '../../shared/submissions/typed-limit.js';
import { call } from '../bridge.js';
import { attempt } from '../library/library-actions.js';
import { closeDialog } from '../state/desk.js';
import { readSubmission } from '../state/inbox-state.js';
import { refreshLibrary } from '../state/library-store.js';
import { tell } from '../state/messages.js';
import { useFirstField } from '../ui/first-field.js';

/** What was typed and not taken in yet: closing the dialog loses none of it. */
let kept = '';

const example = '第一行写标题\n正文一段一行\n……\n（示例区委宣传部）\n作者：某某　签发：某某　电话：……';

/** 录入纸质稿: a manuscript that came on paper is typed in and lies in the inbox like any other. */
export function TypeInDialog() {
  const [text, setText] = useState(kept);
  const first = useFirstField();
  const type = (next: string): void => {
    kept = next;
    setText(next);
  };
  const take = async (): Promise<void> => {
    const { id } = await call('submission.type', { text });
    type('');
    closeDialog();
    await refreshLibrary();
    readSubmission(id);
    tell('success', '纸质稿已收入来稿，待筛选。');
  };
  return (
    <Modal
      open
      title="录入纸质稿"
      okText="收下"
      cancelText="取消"
      width={720}
      centered
      mask={{ closable: false }}
      okButtonProps={{ disabled: text.trim() === '' }}
      onOk={() => attempt(take)}
      onCancel={closeDialog}
    >
      <Input.TextArea
        ref={first}
        aria-label="纸质稿的文字"
        rows={16}
        value={text}
        maxLength={typedLimit}
        placeholder={example}
        onChange={({ target }) => type(target.value)}
      />
      <p className="soft type-in-note">
        照纸上录入，一段一行；标题、来源单位、作者、签发和电话会自动认出，收下后可以改。没录完可以先关上，再打开接着录；退出程序前请收下。
      </p>
    </Modal>
  );
}
