import { types } from 'node:util';
import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import type { Doors } from '../start-app.js';
import { callChannel, chunkChannel } from './channels.js';
import { isOwnPage } from './secure-session.js';

/** Answers calls and takes bytes of files, for the main frame of the given window on the app's own page and for nobody else. */
export function answerCalls(ipc: Pick<IpcMain, 'handle'>, contents: () => WebContents | undefined, { dispatch, receive }: Doors): void {
  ipc.handle(callChannel, (event, name: unknown, requestJson: unknown) => {
    if (!isFromWindow(event, contents()) || typeof name !== 'string' || typeof requestJson !== 'string') throw new Error('refused');
    return dispatch(name, requestJson);
  });
  ipc.handle(chunkChannel, (event, upload: unknown, chunk: unknown) => {
    if (!isFromWindow(event, contents()) || typeof upload !== 'string' || !types.isArrayBuffer(chunk)) throw new Error('refused');
    return receive(upload, new Uint8Array(chunk));
  });
}

function isFromWindow({ sender, senderFrame }: IpcMainInvokeEvent, contents: WebContents | undefined): boolean {
  if (contents === undefined || sender !== contents || senderFrame === null) return false;
  return senderFrame === contents.mainFrame && isOwnPage(senderFrame.url);
}
