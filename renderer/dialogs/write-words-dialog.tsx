import type { Folder } from '../../shared/ipc.js';
import { call } from '../bridge.js';
import { closeDialog, openDialog } from '../state/desk.js';
import { issueSession } from '../state/issue-session.js';
import { tell, tellFailure } from '../state/messages.js';
import { PickFolder } from './pick-folder.js';

export interface WriteWordsProps {
  readonly canPickFolder: boolean;
  /** The window is about to close: the question of that goes on afterwards. */
  readonly isClosing: boolean;
}

/** 把现在的文字存到别处: a folder, then the open issue as it stands in the window, written there. */
export function WriteWordsDialog({ canPickFolder, isClosing }: WriteWordsProps) {
  return <PickFolder canPickFolder={canPickFolder} onTake={(folder) => write(folder, isClosing)} onCancel={() => leave(isClosing)} />;
}

function write(folder: Folder, isClosing: boolean): void {
  const { issue } = issueSession.getState();
  if (!issue) return leave(isClosing);
  call('words.write', { issue, folder: folder.handle }).then(
    (written) => {
      tell('success', `现在的文字已存到 ${written.folder}：${namesOf(written.files)}`);
      leave(isClosing, written.folder);
    },
    (failure: unknown) => {
      tellFailure(failure);
      leave(isClosing);
    },
  );
}

/** 宣传信息专报….txt、.json、.docx: the files share one name. */
function namesOf(paths: readonly string[]): string {
  const [first = '', ...rest] = paths.map((path) => /[^\\/]+$/u.exec(path)?.[0] ?? path);
  return [first, ...rest.map((name) => name.slice(name.lastIndexOf('.')))].join('、');
}

function leave(isClosing: boolean, writtenTo?: string): void {
  if (isClosing) openDialog({ kind: 'closing', ...(writtenTo === undefined ? {} : { writtenTo }) });
  else closeDialog();
}
