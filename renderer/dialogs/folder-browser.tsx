import { FolderOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useEffect, useState } from 'react';
import type { CallResponse, Folder } from '../../shared/ipc.js';
import { call, failureSentence } from '../bridge.js';

export interface FolderBrowserProps {
  /** Where to begin, if it exists; else the usual places. */
  readonly start: Folder | undefined;
  readonly onTake: (folder: Folder) => void;
  readonly onCancel: () => void;
}

type Listing = CallResponse<'folder.list'>;

/** Chooses a folder where the host has no dialog of its own. */
export function FolderBrowser({ start, onTake, onCancel }: FolderBrowserProps) {
  const { listing, failure, go } = useFolders(start);
  const current = listing?.current;
  return (
    <Modal
      open
      title="选择文件夹"
      width={560}
      centered
      onCancel={onCancel}
      footer={[
        <Button key="back" onClick={onCancel}>
          返回
        </Button>,
        <Button key="take" type="primary" disabled={!current} onClick={() => current && onTake(current)}>
          选定此文件夹
        </Button>,
      ]}
    >
      <div className="folder-path">
        <Button disabled={!listing?.parent} onClick={() => go(listing?.parent)}>
          上一级
        </Button>
        <Button disabled={!current} onClick={() => go(undefined)}>
          常用位置
        </Button>
        <span title={current?.label}>{current?.label ?? '常用位置'}</span>
      </div>
      {failure !== undefined && (
        <p className="export-trouble" role="alert">
          {failure}
        </p>
      )}
      <ul className="folder-list">
        {listing?.folders.map((folder) => (
          <li key={folder.handle}>
            <button type="button" onClick={() => go(folder)}>
              <FolderOutlined aria-hidden /> {folder.label}
            </button>
          </li>
        ))}
        {listing?.folders.length === 0 && <li className="soft">里面没有下级文件夹。</li>}
      </ul>
    </Modal>
  );
}

/** The folders on show; a folder that cannot be opened leaves the list as it was. */
function useFolders(start: Folder | undefined) {
  const [listing, setListing] = useState<Listing>();
  const [failure, setFailure] = useState<string>();
  const go = (folder: Folder | undefined): void => {
    call('folder.list', folder ? { handle: folder.handle } : {}).then(
      (next) => {
        setListing(next);
        setFailure(undefined);
      },
      (reason: unknown) => setFailure(failureSentence(reason)),
    );
  };
  useEffect(() => {
    call('folder.list', start ? { handle: start.handle } : {}).then(setListing, () => go(undefined));
  }, [start]);
  return { listing, failure, go };
}
