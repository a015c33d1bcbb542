import { Modal } from 'antd';
import { useState } from 'react';
import type { Version } from '../../shared/ipc.js';
import { usualNames } from '../../shared/course/version-names.js';
import { historyStore, listVersions, nameVersion } from '../history/history-state.js';
import { keepVersion } from '../state/keep-version.js';
import { attempt } from '../library/library-actions.js';
import { closeDialog } from '../state/desk.js';
import { tell } from '../state/messages.js';
import { useFirstField } from '../ui/first-field.js';
import { OfferedInput } from '../ui/offered-input.js';

/** Gives a version its name; without one, keeps the present state as a version. */
export function NameVersionDialog({ version }: { readonly version: Version | undefined }) {
  const [name, setName] = useState(version?.name ?? '');
  const first = useFirstField();
  const isNew = version === undefined;
  const save = (): void => {
    closeDialog();
    attempt(() => (isNew ? keepAndTell(name.trim()) : nameVersion(version.id, name.trim())));
  };
  return (
    <Modal
      open
      title={isNew ? '存为版本' : '版本名称'}
      okText={isNew ? '存为版本' : '确定'}
      cancelText="取消"
      width={440}
      onOk={save}
      onCancel={closeDialog}
    >
      <OfferedInput
        ref={first}
        aria-label="版本名称"
        placeholder="选一个阶段或自己起名，如：送审"
        offers={usualNames}
        value={name}
        maxLength={40}
        onChange={setName}
        onEnter={save}
      />
      <p className="soft">起了名的版本一直保留，不会被清理；名称留空则按一般版本处理。</p>
    </Modal>
  );
}

async function keepAndTell(name: string): Promise<void> {
  if (!(await keepVersion(name))) return;
  if (historyStore.getState().key !== undefined) await listVersions();
  tell('success', name === '' ? '现在的样子已存为版本。' : `现在的样子已存为版本“${name}”。`);
}
