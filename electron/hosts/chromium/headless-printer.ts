import type { Browser, Page, Route } from 'playwright-core';
import { AppError } from '../../../shared/app-error.js';
import type { PdfPrinter } from '../../services/ports.js';
import { finishPdf } from '../finish-pdf.js';
import { answerFromDisk, chromiumOrigin } from '../serve-files.js';
import { closedNetwork, quiet } from './browser-flags.js';
import { findBrowser } from './find-browser.js';

export interface HeadlessPrinterOptions {
  /** Absolute folder that answers for `/assets/` of the program's origin. */
  readonly assetsFolder: string;
  /** Path of the browser; found on the machine when absent. */
  readonly browserPath?: string;
  /** A browser that has not printed by then is ended. */
  readonly timeoutMs?: number;
}

const printUrl = `${chromiumOrigin}/print.html`;
/** What the printed document may use: its own styles and the bundled fonts. */
const printPolicy = "default-src 'none'; style-src 'unsafe-inline'; font-src 'self'; img-src data:";
/**
 * A printer that starts an installed browser without a window for each document, over a pipe, with a profile of its
 * own that is removed afterwards. The document reaches nothing but itself and the files under `assetsFolder`.
 */
export function createHeadlessPrinter(options: HeadlessPrinterOptions): PdfPrinter {
  return { print: (html, signal) => print(html, signal, options) };
}

async function print(html: string, signal: AbortSignal, options: HeadlessPrinterOptions): Promise<Uint8Array> {
  refuseCancelled(signal);
  const browserPath = options.browserPath ?? findBrowser();
  if (browserPath === undefined)
    throw new AppError(
      'printer-missing',
      '本机没有找到 Chromium、Chrome 或 Edge，不能生成 PDF。请安装其中一种，或用环境变量 ZHUANBAO_BROWSER 指明位置。',
    );
  const timeoutMs = options.timeoutMs ?? 60_000;
  const running = start(browserPath, timeoutMs);
  const printing = running.then(({ browser }) => printWith(browser, html, options.assetsFolder));
  try {
    const printed = await unlessStopped(printing, signal, timeoutMs);
    return await finishPdf(printed, html);
  } catch (error) {
    throw error instanceof AppError
      ? error
      : new AppError('export-failed', '生成 PDF 失败：浏览器没有完成打印。请重试。', { cause: error });
  } finally {
    // One that is still starting ends as soon as it has started; nobody waits for it.
    const ended = running.then(end, () => undefined);
    if (!signal.aborted) await ended;
  }
}

interface RunningBrowser {
  readonly browser: Browser;
  /** Process id of the browser itself, to end it when it no longer answers. */
  readonly pid: number | undefined;
}

async function start(path: string, timeoutMs: number): Promise<RunningBrowser> {
  const browser = await launch(path, timeoutMs);
  return { browser, pid: await browserPid(browser) };
}

async function launch(executablePath: string, timeoutMs: number): Promise<Browser> {
  // Loaded on first use: a program that prints nothing does not pay for it.
  const { chromium } = await import('playwright-core');
  try {
    const isRoot = process.getuid?.() === 0;
    return await chromium.launch({
      executablePath,
      headless: true,
      timeout: timeoutMs,
      chromiumSandbox: !isRoot,
      args: [...closedNetwork, ...quiet, '--disable-gpu'],
    });
  } catch (error) {
    throw new AppError('export-failed', `浏览器不能启动，没有生成 PDF：${executablePath}`, { cause: error });
  }
}

async function printWith(browser: Browser, html: string, assetsFolder: string): Promise<Uint8Array> {
  const context = await browser.newContext({ serviceWorkers: 'block', offline: false, acceptDownloads: false });
  const missing: string[] = [];
  await context.route('**/*', (route) => answer(route, html, assetsFolder, missing));
  const page = await context.newPage();
  await page.goto(printUrl, { waitUntil: 'load' });
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  if (missing.length > 0) throw new AppError('export-failed', `程序自带的字体文件缺失：${missing.join('、')}。请重新安装。`);
  return printPage(page);
}

async function printPage(page: Page): Promise<Uint8Array> {
  return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true });
}

async function answer(route: Route, html: string, assetsFolder: string, missing: string[]): Promise<void> {
  const url = route.request().url();
  if (url === printUrl) {
    await route.fulfill({
      status: 200,
      contentType: 'text/html; charset=utf-8',
      headers: { 'Content-Security-Policy': printPolicy },
      body: html,
    });
    return;
  }
  if (!url.startsWith(`${chromiumOrigin}/assets/`)) {
    await route.abort('blockedbyclient');
    return;
  }
  const file = await answerFromDisk(route.request().method(), url, { renderer: assetsFolder, assets: assetsFolder });
  if (file.status !== 200) missing.push(url.slice(url.lastIndexOf('/') + 1));
  await route.fulfill({ status: file.status, headers: { ...file.headers }, body: Buffer.from(file.body) });
}

/** The work's result; a rejection as soon as the signal fires or the time is over. */
async function unlessStopped<Value>(work: Promise<Value>, signal: AbortSignal, timeoutMs: number): Promise<Value> {
  let stop = (): void => undefined;
  const stopped = new Promise<never>((_resolve, reject) => {
    const timer = setTimeout(() => reject(new AppError('export-failed', '生成 PDF 超时：浏览器没有响应，已将它关闭。请重试。')), timeoutMs);
    const cancel = (): void => reject(cancelled());
    signal.addEventListener('abort', cancel, { once: true });
    if (signal.aborted) cancel();
    stop = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
    };
  });
  // Once stopped, whatever the work still reports is of no interest.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, stopped]);
  } finally {
    stop();
  }
}

function refuseCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw cancelled();
}

function cancelled(): AppError {
  return new AppError('cancelled', '导出已取消，没有写入任何文件。');
}

async function browserPid(browser: Browser): Promise<number | undefined> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.find(({ type }) => type === 'browser')?.id;
}

/** Closes the browser; one that does not close within two seconds is killed. */
async function end({ browser, pid }: RunningBrowser): Promise<void> {
  const killer = setTimeout(() => kill(pid), 2_000);
  await browser.close().catch(() => undefined);
  clearTimeout(killer);
}

function kill(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself meanwhile.
  }
}
