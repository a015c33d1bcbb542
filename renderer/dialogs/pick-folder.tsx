import { useEffect, useRef } from 'react';
import type { Folder } from '../../shared/ipc.js';
import { call } from '../bridge.js';
import { tellFailure } from '../state/messages.js';
import { FolderBrowser } from './folder-browser.js';

export interface PickFolderProps {
  readonly canPickFolder: boolean;
  readonly onTake: (folder: Folder) => void;
  readonly onCancel: () => void;
}

/** Asks for a folder once: by the system's own dialog, or ours where the host has none. */
export function PickFolder({ canPickFolder, onTake, onCancel }: PickFolderProps) {
  const hasAsked = useRef(false);
  const answer = useRef({ onTake, onCancel });
  useEffect(() => {
    if (!canPickFolder || hasAsked.current) return;
    hasAsked.current = true;
    const { onTake: take, onCancel: cancel } = answer.current;
    call('folder.pick', {}).then(
      ({ folder }) => (folder ? take(folder) : cancel()),
      (failure: unknown) => {
        tellFailure(failure);
        cancel();
      },
    );
  }, [canPickFolder]);
  if (canPickFolder) return null;
  return <FolderBrowser start={undefined} onTake={onTake} onCancel={onCancel} />;
}
