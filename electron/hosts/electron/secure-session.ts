import type { Protocol, Session, WebContents } from 'electron';
import { answerFromDisk, electronOrigin, type ServedFolders } from '../serve-files.js';

/** Scheme of the app's own pages, without the colon. */
export const appScheme = 'app';

/** Makes the scheme behave like https: own origin, fetch, CSP. Must run before the app is ready. */
export function registerAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true } },
  ]);
}

/** Answers the app's own origin from disk and refuses everything else a page of the session could ask for. */
export function secureSession(session: Session, folders: ServedFolders): void {
  session.protocol.handle(appScheme, (request) => answer(request, folders));
  session.setPermissionRequestHandler((_contents, permission, decide, { requestingUrl }) => decide(isGranted(permission, requestingUrl)));
  session.setPermissionCheckHandler((_contents, permission, origin) => isGranted(permission, origin));
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !isOwn(details.url) }));
  session.on('will-download', (event) => event.preventDefault());
}

/** 粘贴 and 复制 chosen in a menu need the clipboard; pages of the app may have it, and nothing else. */
function isGranted(permission: string, url: string): boolean {
  return (permission === 'clipboard-read' || permission === 'clipboard-sanitized-write') && isOwnPage(url);
}

async function answer(request: Request, folders: ServedFolders): Promise<Response> {
  if (!isOwnPage(request.url)) return new Response(null, { status: 404 });
  const { status, headers, body } = await answerFromDisk(request.method, request.url, folders);
  return new Response(status === 200 ? body : null, { status, headers });
}

/** Requests that may go through: own pages, and what a page makes in its own memory. Development tools bring their own files. */
function isOwn(url: string): boolean {
  return isOwnPage(url) || /^(blob:app:\/\/zhuanbao\/|data:|devtools:)/.test(url);
}

/** Whether an address is a page or file of the app. */
export function isOwnPage(url: string): boolean {
  try {
    const { protocol, host } = new URL(url);
    return `${protocol}//${host}` === electronOrigin;
  } catch {
    return false;
  }
}

/** Keeps contents on their page: no navigation, no new windows, no guests, no way around the closed network. */
export function secureContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  const stay = (event: { readonly url: string; preventDefault(): void }): void => {
    if (!isOwnPage(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault();
    choose('');
  });
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
