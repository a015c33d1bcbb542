/** Pages as pictures: as the preview draws them, as a PDF prints them, and as an OFD has them. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser } from '@playwright/test';
import { findBrowser } from '../../electron/hosts/chromium/find-browser.js';
import type { Page } from '../../shared/layout/page.js';
import type { PageStyle } from '../../shared/layout/page-style.js';
import { dotsOf } from '../../shared/pictures/png-dots.js';
import { readPng } from '../../shared/pictures/read-png.js';
import { writeHtml } from '../../shared/writers/html/write-html.js';
import { assetsFolder } from './open-test-library.js';
import { ofdAsHtml } from './ofd-as-html.js';
import { sampleMeta } from './sample-issue.js';

/** One page in dots: 0 is paper, 255 is ink. */
export interface PagePicture {
  readonly width: number;
  readonly height: number;
  readonly ink: Uint8Array;
}

/** Whether pages can be drawn both ways here. */
export const canDrawPages = findBrowser() !== undefined && spawnSync('pdftoppm', ['-v']).error === undefined;

/** Says once why tests are skipped. */
if (!canDrawPages) console.warn('a browser or pdftoppm absent: screen and print are not compared');

/** Dots to the inch: half a dot, which programs round a baseline by, is a quarter of a point. */
export const dotsPerInch = 144;

/** The pages as the preview shows them, by the browser. */
export function pagesOnScreen(pages: readonly Page[], style: PageStyle): Promise<readonly PagePicture[]> {
  return drawnByBrowser(writeHtml(pages, style, sampleMeta, { fontBase: `${pathToFileURL(join(assetsFolder, 'fonts')).href}/` }));
}

/** The pages of an OFD, drawn from its own places and fonts by the browser. */
export function pagesInOfd(ofd: Uint8Array): Promise<readonly PagePicture[]> {
  return drawnByBrowser(ofdAsHtml(ofd));
}

/** One browser for all pictures: a start costs more than a picture. */
let opened: Promise<Browser> | undefined;

/** Every `.page` of a web page. */
async function drawnByBrowser(html: string): Promise<readonly PagePicture[]> {
  const folder = mkdtempSync(join(tmpdir(), 'zhuanbao-screen-'));
  const file = join(folder, 'pages.html');
  writeFileSync(file, html);
  opened ??= chromium.launch({
    executablePath: findBrowser() ?? 'chromium',
    args: ['--allow-file-access-from-files', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  const context = await (await opened).newContext({ deviceScaleFactor: dotsPerInch / 96, viewport: { width: 794, height: 1123 } });
  try {
    const page = await context.newPage();
    await page.goto(pathToFileURL(file).href);
    // One at a time, each at the window's own corner: a page's height is no whole number of dots.
    await page.addStyleTag({
      content: '.page{position:fixed!important;left:0;top:0;margin:0!important;visibility:hidden}.shown{visibility:visible}',
    });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const pictures: PagePicture[] = [];
    for (let index = 0; index < (await page.locator('.page').count()); index += 1) {
      await page.evaluate((at) => {
        for (const [each, sheet] of document.querySelectorAll('.page').entries()) sheet.classList.toggle('shown', each === at);
      }, index);
      pictures.push(pngInk(await page.screenshot()));
    }
    return pictures;
  } finally {
    await context.close();
    rmSync(folder, { recursive: true });
  }
}

/** Closes the browser that drew; the next picture starts another. */
export async function closeBrowser(): Promise<void> {
  const browser = await opened;
  opened = undefined;
  await browser?.close();
}

function pngInk(bytes: Uint8Array): PagePicture {
  const png = readPng(bytes);
  const { rgb } = dotsOf(png);
  return { width: png.width, height: png.height, ink: inkOf(rgb) };
}

/** How far each dot is from paper; it has red, green and blue. */
function inkOf(rgb: Uint8Array): Uint8Array {
  const ink = new Uint8Array(rgb.length / 3);
  for (let dot = 0; dot < ink.length; dot += 1)
    ink[dot] = 255 - Math.round(((rgb[dot * 3] ?? 0) + (rgb[dot * 3 + 1] ?? 0) + (rgb[dot * 3 + 2] ?? 0)) / 3);
  return ink;
}

/** The pages of a PDF as poppler prints them. */
export function pagesInPrint(pdf: Uint8Array): readonly PagePicture[] {
  const folder = mkdtempSync(join(tmpdir(), 'zhuanbao-print-'));
  try {
    writeFileSync(join(folder, 'pages.pdf'), pdf);
    execFileSync('pdftoppm', ['-r', String(dotsPerInch), join(folder, 'pages.pdf'), join(folder, 'page')]);
    const names = readdirSync(folder).filter((name) => name.endsWith('.ppm'));
    return names.sort().map((name) => ppmInk(readFileSync(join(folder, name))));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A plain picture of poppler's: `P6 width height 255`, then three bytes a dot. */
function ppmInk(bytes: Buffer): PagePicture {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/u.exec(bytes.subarray(0, 40).toString('latin1'));
  if (!head) throw new Error('no picture of poppler’s');
  const [width, height] = [Number(head[1]), Number(head[2])];
  return { width, height, ink: inkOf(bytes.subarray(head[0].length)) };
}

/** From here a dot is inked, whatever its edge; below the second it is paper. */
const inked = 160,
  faint = 80;

/** How many dots are inked in one picture while the other is paper there and all around: more than edges drawn softer or harder. */
export function strayDots(left: PagePicture, right: PagePicture): number {
  return strayIn(left, right) + strayIn(right, left);
}

function strayIn({ width, height, ink }: PagePicture, other: PagePicture): number {
  let count = 0;
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) if ((ink[y * width + x] ?? 0) >= inked && isPaperAround(other, x, y)) count += 1;
  return count;
}

/** Whether a dot and the eight around it are paper; mostly it is ink itself. */
function isPaperAround({ width, height, ink }: PagePicture, x: number, y: number): boolean {
  if (x < width && y < height && (ink[y * width + x] ?? 0) >= faint) return false;
  for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row += 1)
    for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column += 1)
      if ((ink[row * width + column] ?? 0) >= faint) return false;
  return true;
}
