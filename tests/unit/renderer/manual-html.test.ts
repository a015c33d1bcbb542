import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../../electron/hosts/chromium/find-browser.js';
import { chapters } from '../../../renderer/state/desk.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const manual = readFileSync(join(root, 'assets/manual/index.html'), 'utf8');

/** A page with `cleanHtml` on it: the cleaning is the browser's own parsing, which no imitation has. */
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'renderer/ui/manual-html.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'cleaning',
  });
  browser = await chromium.launch({
    executablePath: findBrowser() ?? expect.fail('no browser'),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  page = await browser.newPage();
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
});
afterAll(() => browser.close());

function cleanHtml(html: string): Promise<string> {
  return page.evaluate((text) => (window as unknown as { cleaning: { cleanHtml(html: string): string } }).cleaning.cleanHtml(text), html);
}

describe('the cleaned manual', () => {
  it('keeps text, headings, lists, tables and links inside the page', async () => {
    const html =
      '<h2 id="a">导入</h2><ul><li>一</li></ul><table><tbody><tr><td colspan="2">二</td></tr></tbody></table><a href="#a">见上</a>';
    expect(await cleanHtml(html)).toBe(html);
  });

  it('drops scripts, styles, objects and handlers', async () => {
    const cleaned = await cleanHtml(
      '<p onclick="x()" style="color:red">甲</p><script>x()</script><style>p{}</style><object data="x"></object><svg onload="x()"></svg>',
    );
    expect(cleaned).toBe('<p>甲</p>');
  });

  it('takes away addresses outside the page', async () => {
    const cleaned = await cleanHtml(
      '<a href="https://example.invalid">甲</a><a href="javascript:x()">乙</a><img src="https://example.invalid/a.png"><img src="/assets/manual/a.png" alt="丙">',
    );
    expect(cleaned).not.toMatch(/example|javascript/u);
    expect(cleaned).toContain('src="/assets/manual/a.png"');
  });

  it('keeps the words of elements it does not know', async () => {
    expect(await cleanHtml('<article><p>甲</p><form>乙<button>丙</button></form></article>')).toBe('<p>甲</p>乙丙');
  });

  it('drops attributes that are not listed, those for data and for screen readers among them', async () => {
    expect(await cleanHtml('<p data-a="1" aria-label="b" class="c" id="d">甲</p>')).toBe('<p id="d">甲</p>');
  });

  it('has every chapter that F1 opens as a heading, in the order of the list', async () => {
    const headings = [...(await cleanHtml(manual)).matchAll(/<h2 id="([^"]+)">/gu)].map(([, id]) => id);
    expect(headings).toEqual([...chapters]);
  });

  it('has lost no word of the manual', async () => {
    const wordsOf = (html: string): Promise<string> =>
      page.evaluate((text) => new DOMParser().parseFromString(text, 'text/html').body.textContent.replace(/\s/gu, ''), html);
    expect(await wordsOf(await cleanHtml(manual))).toBe(await wordsOf(manual));
  });
});
