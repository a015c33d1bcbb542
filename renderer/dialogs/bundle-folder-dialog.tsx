import { call } from '../bridge.js';
import { closeDialog } from '../state/desk.js';
import { exchange } from '../state/exchange.js';
import { tellFailure } from '../state/messages.js';
import { PickFolder } from './pick-folder.js';

/** 看文件夹: lists the bundles of a folder beside those of the sticks. */
export function BundleFolderDialog({ canPickFolder }: { readonly canPickFolder: boolean }) {
  const show = (handle: string): void => {
    call('bundle.list', { folder: handle })
      .then(({ place }) => exchange.setState({ folder: place }), tellFailure)
      .finally(closeDialog);
  };
  return <PickFolder canPickFolder={canPickFolder} onTake={({ handle }) => show(handle)} onCancel={closeDialog} />;
}
