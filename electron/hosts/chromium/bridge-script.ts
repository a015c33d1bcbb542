import type { Channel } from '../../../shared/ipc.js';

/** Name of the browser's binding; the script below takes it off the window before any other script runs. */
export const bindingName = '__zhuanbao';
/** Event by which the host's notices reach the page; `detail` is `[name, bodyJson]`. */
export const noticeEvent = 'zhuanbao-notice';

/** What the page tells the host: a call of the contract, bytes of a file in base64 (a binding takes no others), or where its window stands. */
export type BridgeMessage =
  | readonly ['call', string, string]
  | readonly ['chunk', string, string]
  | readonly ['placed', number, number, number, number];

export interface BridgeNames {
  readonly origin: string;
  readonly binding: string;
  readonly event: string;
}

/**
 * Runs in the page before its own scripts and puts `window.zhuanbao` there, as preload does in Electron. Sent to the
 * browser as text: it must not use anything from outside itself.
 */
export function bridgeScript({ origin, binding, event }: BridgeNames): void {
  type Send = (...message: BridgeMessage) => Promise<string>;
  const scope = globalThis as unknown as Record<string, unknown>;
  const send = scope[binding] as Send | undefined;
  delete scope[binding];
  if (send === undefined || window !== window.top || location.origin !== origin) return;

  const base64Of = (chunk: ArrayBuffer): Promise<string> =>
    new Promise((resolve, reject) => {
      const reader = new FileReader();
      reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
      reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
      reader.readAsDataURL(new Blob([chunk]));
    });

  const listeners = new Set<(name: string, bodyJson: string) => void>();
  const tell = (name: string, bodyJson: string): void => listeners.forEach((listener) => listener(name, bodyJson));
  const channel: Channel = {
    call: (name, requestJson) => send('call', String(name), String(requestJson)),
    send: async (upload, chunk) => send('chunk', String(upload), await base64Of(chunk)),
    onNotice(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  Object.defineProperty(window, 'zhuanbao', { value: Object.freeze(channel), enumerable: true });

  const tellPlace = (): void => void send('placed', window.screenX, window.screenY, window.outerWidth, window.outerHeight);
  let timer: ReturnType<typeof setTimeout> | undefined;
  window.addEventListener(event, (notice) => {
    const [name, bodyJson] = (notice as CustomEvent<readonly [string, string]>).detail;
    tell(name, bodyJson);
  });
  window.addEventListener('resize', () => {
    clearTimeout(timer);
    timer = setTimeout(tellPlace, 300);
  });
  // The window is gone right after this event: what listeners send at once still arrives, later calls would not.
  window.addEventListener('beforeunload', () => {
    tellPlace();
    tell('app.closing', '{}');
  });
  // A file dropped where nothing takes it must not replace the app.
  for (const kind of ['dragover', 'drop']) window.addEventListener(kind, (drag) => drag.preventDefault());
}
