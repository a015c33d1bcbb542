import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import type { Dispatch } from '../../dispatch.js';
import { callChannel } from './channels.js';
import { isOwnPage } from './secure-session.js';

/** Answers the one call channel, for the main frame of the given window on the app's own page and for nobody else. */
export function answerCalls(ipc: Pick<IpcMain, 'handle'>, contents: () => WebContents | undefined, dispatch: Dispatch): void {
  ipc.handle(callChannel, (event, name: unknown, requestJson: unknown) => {
    if (!isFromWindow(event, contents()) || typeof name !== 'string' || typeof requestJson !== 'string') throw new Error('refused');
    return dispatch(name, requestJson);
  });
}

function isFromWindow({ sender, senderFrame }: IpcMainInvokeEvent, contents: WebContents | undefined): boolean {
  if (contents === undefined || sender !== contents || senderFrame === null) return false;
  return senderFrame === contents.mainFrame && isOwnPage(senderFrame.url);
}
