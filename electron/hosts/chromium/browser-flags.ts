import type { WindowBounds } from '../window-bounds.js';
import { chromiumOrigin } from '../serve-files.js';

export interface BrowserFlagOptions {
  readonly bounds: WindowBounds;
  /** The browser refuses its sandbox to root; only then it is given up. */
  readonly isRoot: boolean;
  /** Opens a debugging port; end-to-end tests only. */
  readonly debugPort?: number;
  /** Writes what the browser's network stack does to a file; end-to-end tests only. */
  readonly netLogFile?: string;
}

/** Flags playwright-core sets that an editor would see or that open doors: the automation bar, free pop-ups. */
export const unwantedDefaultFlags: readonly string[] = [
  '--enable-automation',
  '--disable-popup-blocking',
  '--unsafely-disable-devtools-self-xss-warnings',
];

/** Nothing has a name or a way out: no host resolves, and the only proxy is a port nobody listens on. */
export const closedNetwork: readonly string[] = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-quic',
  '--dns-prefetch-disable',
  '--no-pings',
];

/** Services of the browser maker that have no place in an office program. */
export const quiet: readonly string[] = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-client-side-phishing-detection',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-notifications',
  '--disable-speech-api',
  '--disable-spell-checking',
  '--disable-pinch',
];

/** Flags of the one app window; the page itself is answered by the host. */
export function browserFlags({ bounds, isRoot, debugPort, netLogFile }: BrowserFlagOptions): readonly string[] {
  return [
    `--app=${chromiumOrigin}/`,
    '--lang=zh-CN',
    ...placement(bounds),
    ...closedNetwork,
    ...quiet,
    // Without --test-type root would see a bar warning about the missing sandbox.
    ...(isRoot ? ['--no-sandbox', '--test-type'] : []),
    ...(debugPort === undefined ? [] : [`--remote-debugging-port=${debugPort}`]),
    ...(netLogFile === undefined ? [] : [`--log-net-log=${netLogFile}`, '--net-log-capture-mode=Everything']),
  ];
}

function placement({ left, top, width, height, maximized }: WindowBounds): readonly string[] {
  return [
    `--window-size=${width},${height}`,
    ...(left === undefined || top === undefined ? [] : [`--window-position=${left},${top}`]),
    ...(maximized ? ['--start-maximized'] : []),
  ];
}
