import { contextBridge, ipcRenderer } from 'electron';
import { callChannel, chunkChannel, noticeChannel } from './hosts/electron/channels.js';
import type { Channel } from '../shared/ipc.js';

/** The only thing the window gets: strings and bytes of files in, strings out. */
const channel: Channel = {
  call: (name, requestJson) => ipcRenderer.invoke(callChannel, String(name), String(requestJson)) as Promise<string>,
  send: (upload, chunk) => ipcRenderer.invoke(chunkChannel, String(upload), chunk) as Promise<string>,
  onNotice(listener) {
    const pass = (_event: unknown, name: string, bodyJson: string): void => listener(name, bodyJson);
    ipcRenderer.on(noticeChannel, pass);
    return () => void ipcRenderer.off(noticeChannel, pass);
  },
};

contextBridge.exposeInMainWorld('zhuanbao', channel);
