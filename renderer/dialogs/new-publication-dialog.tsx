import { Input, Modal } from 'antd';
import { useState } from 'react';
import { isSamePublicationName } from '../../shared/document/publication.js';
import { attempt } from '../library/library-actions.js';
import { closeDialog } from '../state/desk.js';
import { publicationSession, usePublication } from '../state/publication.js';
import { addPublication } from '../library/publication-actions.js';
import { useFirstField } from '../ui/first-field.js';

/** A publication made by hand: its name; all else begins as that of the one shown in 设置. */
export function NewPublicationDialog() {
  const [name, setName] = useState('');
  const first = useFirstField();
  const publications = usePublication((session) => session.publications);
  const shown = usePublication(({ publication }) => publication.name);
  const same = publications.find((each) => isSamePublicationName(each.name, name));
  const isReady = name.trim() !== '' && same === undefined;
  const make = (): void => {
    if (!isReady) return;
    closeDialog();
    attempt(() => addPublication(publicationSession.getState().publication, name.trim()));
  };
  return (
    <Modal
      open
      title="新建刊物"
      okText="新建"
      cancelText="取消"
      width={440}
      okButtonProps={{ disabled: !isReady }}
      onOk={make}
      onCancel={closeDialog}
    >
      <Input
        ref={first}
        aria-label="刊名"
        placeholder="刊名，如：内部参考"
        value={name}
        maxLength={40}
        onChange={({ target }) => setName(target.value)}
        onPressEnter={make}
      />
      {same && <p role="alert">已有刊物《{same.name}》，请换一个刊名。</p>}
      <p className="soft">编发单位、栏目、报送范围、承办人和版式先照《{shown}》的设置，再在这里改；期号从第1期算起。</p>
    </Modal>
  );
}
