/** Opens the test page of the writing surface in a browser without a window, over the built scripts in memory. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { build } from 'esbuild';
import { findBrowser } from '../../electron/hosts/chromium/find-browser.js';
import type { Issue } from '../../shared/document/issue.js';
import type { EditorProbe } from './editor-page/editor-page.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const origin = 'https://zhuanbao.invalid';

declare global {
  interface Window {
    editorProbe: EditorProbe;
  }
}

export interface EditorPage {
  readonly browser: Browser;
  readonly page: Page;
  readonly cdp: CDPSession;
}

/** @throws Error when the machine has no Chromium */
export async function openEditorPage(issue: Issue, viewport = { width: 1366, height: 768 }): Promise<EditorPage> {
  const files = await bundle();
  const browser = await chromium.launch({
    executablePath: findBrowser() ?? 'chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const page = await browser.newPage({ viewport });
  await page.route('**/*', (route) => {
    const path = new URL(route.request().url()).pathname;
    const file = path.startsWith('/assets/') ? readAsset(path) : files.get(path === '/' ? '/index.html' : path);
    return file ? route.fulfill({ body: file, contentType: contentType(path) }) : route.fulfill({ status: 404, body: '' });
  });
  await page.goto(`${origin}/`);
  await page.evaluate((value) => window.editorProbe.open(value), issue);
  await page.locator('.ae-surface').waitFor();
  return { browser, page, cdp: await page.context().newCDPSession(page) };
}

async function bundle(): Promise<ReadonlyMap<string, Buffer>> {
  const folder = join(root, 'tests/helpers/editor-page');
  const { outputFiles } = await build({
    entryPoints: [join(folder, 'editor-page.tsx'), join(folder, 'editor-page.css')],
    bundle: true,
    write: false,
    outdir: '/',
    jsx: 'automatic',
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"' },
    minify: true,
    target: 'chrome120',
    external: ['/assets/*'],
    logLevel: 'error',
  });
  const built = outputFiles.map(({ path, contents }) => [path, Buffer.from(contents)] as const);
  return new Map([['/index.html', readFileSync(join(folder, 'index.html'))], ...built]);
}

function readAsset(path: string): Buffer | undefined {
  const file = join(root, path);
  return existsSync(file) ? readFileSync(file) : undefined;
}

function contentType(path: string): string {
  if (path.endsWith('.js')) return 'text/javascript; charset=utf-8';
  if (path.endsWith('.css')) return 'text/css; charset=utf-8';
  return path.endsWith('.ttf') ? 'font/ttf' : 'text/html; charset=utf-8';
}
