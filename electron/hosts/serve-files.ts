import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

/** Absolute folders that a window may read: its own built files, and the fonts, manual and samples. */
export interface ServedFolders {
  readonly renderer: string;
  readonly assets: string;
}

/** What a request is answered with; the body of a refusal is empty. */
export interface FileAnswer {
  readonly status: 200 | 404 | 405;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** Origin of the window in the Chromium host; `.invalid` is never resolved (RFC 2606), so only the host can answer it. */
export const chromiumOrigin = 'https://zhuanbao.invalid';
/** Origin of the window in Electron. */
export const electronOrigin = 'app://zhuanbao';

/** No script but the built one, nothing from elsewhere; inline styles are what React and antd set on elements. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
};

const safetyHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), midi=(), display-capture=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-cache',
};

/**
 * Answers a request for the app's own origin: `/assets/…` from the assets, anything else from the renderer, `/` is its
 * page. Whatever leaves those folders (dots, backslashes, links) or is of an unknown kind is not found. Never rejects.
 */
export async function answerFromDisk(method: string, url: string, folders: ServedFolders): Promise<FileAnswer> {
  if (method !== 'GET' && method !== 'HEAD') return refusal(405);
  const place = placeOf(url);
  const type = place && mimeTypes[extname(place.path).toLowerCase()];
  if (place === undefined || type === undefined) return refusal(404);
  const bytes = await readInside(place.root === 'assets' ? folders.assets : folders.renderer, place.path);
  if (bytes === undefined) return refusal(404);
  return { status: 200, headers: { ...safetyHeaders, 'Content-Type': type }, body: method === 'HEAD' ? new Uint8Array() : bytes };
}

function refusal(status: 404 | 405): FileAnswer {
  return { status, headers: { ...safetyHeaders, 'Content-Type': 'text/plain; charset=utf-8' }, body: new Uint8Array() };
}

interface ServedFile {
  readonly root: 'renderer' | 'assets';
  /** Relative to the root, with `/` between names. */
  readonly path: string;
}

function placeOf(url: string): ServedFile | undefined {
  const path = decodedPath(url);
  if (path === undefined) return undefined;
  if (path === '/') return { root: 'renderer', path: 'index.html' };
  const names = path.slice(1).split('/');
  if (!names.every(isPlainName)) return undefined;
  return names[0] === 'assets' ? { root: 'assets', path: names.slice(1).join('/') } : { root: 'renderer', path: names.join('/') };
}

function decodedPath(url: string): string | undefined {
  try {
    return decodeURIComponent(new URL(url).pathname);
  } catch {
    return undefined;
  }
}

/** A name that means the same on every system: no dots alone, separators, drive letters, streams or control characters. */
function isPlainName(name: string): boolean {
  return name !== '' && !name.startsWith('.') && !name.endsWith('.') && !/[\\/:*?"<>|\p{Cc}]/u.test(name);
}

async function readInside(root: string, path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const realRoot = await realpath(root);
    const real = await realpath(join(realRoot, path));
    return real.startsWith(realRoot + sep) ? new Uint8Array(await readFile(real)) : undefined;
  } catch {
    return undefined;
  }
}
