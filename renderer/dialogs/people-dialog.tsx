import { Input, Modal } from 'antd';
import { useState } from 'react';
import { attempt } from '../library/library-actions.js';
import { closeDialog, openDialog, type Dialog } from '../state/desk.js';
import { publicationSession, usePublication } from '../state/publication.js';
import { isReadOnly } from '../state/read-only.js';
import { useFirstField } from '../ui/first-field.js';
import { peopleIn } from './people-text.js';

/** 人员: who takes issues and articles from state to state, a name a line; the first are offered first. */
export function PeopleDialog({ back }: { readonly back: Dialog | undefined }) {
  const people = usePublication(({ publication }) => publication.people);
  const [text, setText] = useState(() => (people ?? []).join('\n'));
  const first = useFirstField();
  const leave = (): void => (back === undefined ? closeDialog() : openDialog(back));
  const save = async (): Promise<void> => {
    const { edit, flush } = publicationSession.getState();
    edit((publication) => ({ ...publication, people: [...peopleIn(text)] }));
    await flush();
    leave();
  };
  return (
    <Modal
      open
      title="人员"
      okText="确定"
      cancelText="取消"
      width={420}
      okButtonProps={{ disabled: isReadOnly() }}
      onOk={() => attempt(save)}
      onCancel={leave}
    >
      <Input.TextArea
        ref={first}
        aria-label="人员，每行一人"
        autoSize={{ minRows: 6, maxRows: 14 }}
        placeholder={'每行一人，如：\n张示例'}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <p className="soft">转状态时从这里选经手人，排在前面的先列出；没有列在这里的也可以直接写。</p>
    </Modal>
  );
}
