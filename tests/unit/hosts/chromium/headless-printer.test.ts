import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PDFDict, PDFDocument, PDFName } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findBrowser } from '../../../../electron/hosts/chromium/find-browser.js';
import { createHeadlessPrinter } from '../../../../electron/hosts/chromium/headless-printer.js';
import { composeIssue } from '../../../../shared/layout/compose-issue.js';
import { layoutIssue } from '../../../../shared/layout/layout-issue.js';
import { defaultPageStyle } from '../../../../shared/layout/page-style.js';
import { pagesAsText } from '../../../../shared/layout/pages-as-text.js';
import { writeHtml } from '../../../../shared/writers/html/write-html.js';
import { hasPdftotext, pdfPages } from '../../../helpers/pdf-text.js';
import { sampleIssue, sampleMeta } from '../../../helpers/sample-issue.js';

const assetsFolder = resolve(import.meta.dirname, '../../../../assets');
const hasBrowser = findBrowser() !== undefined;
if (!hasBrowser) console.warn('no Chromium, Chrome or Edge here: printing is not tested');

const pages = layoutIssue(composeIssue(sampleIssue), defaultPageStyle);
const html = writeHtml(pages, defaultPageStyle, sampleMeta);
const printer = createHeadlessPrinter({ assetsFolder });
const folder = mkdtempSync(join(tmpdir(), 'zhuanbao-print-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function live(): AbortSignal {
  return new AbortController().signal;
}

function outlineTitles(pdf: PDFDocument): readonly string[] {
  return pdf.context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (
      !(object instanceof PDFDict) ||
      (!object.has(PDFName.of('Dest')) && !object.has(PDFName.of('A'))) ||
      !object.has(PDFName.of('Title'))
    )
      return [];
    const title = object.lookup(PDFName.of('Title'));
    return title && 'decodeText' in title && typeof title.decodeText === 'function' ? [String(title.decodeText())] : [];
  });
}

function fontKinds(pdf: PDFDocument): ReadonlySet<string> {
  const kinds = pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('Font') ? [String(object.get(PDFName.of('Subtype')))] : [],
    );
  return new Set(kinds);
}

describe.skipIf(!hasBrowser)('printing an issue', () => {
  let bytes: Uint8Array;
  let pdf: PDFDocument;
  beforeAll(async () => {
    bytes = await printer.print(html, live());
    pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  });

  it('gives one A4 page for each page laid out', () => {
    expect(pdf.getPageCount()).toBe(pages.length);
    for (const page of pdf.getPages()) {
      expect(page.getWidth()).toBeCloseTo(595.28, 0);
      expect(page.getHeight()).toBeCloseTo(841.89, 0);
    }
  });

  it('fills the properties from the issue', () => {
    expect([pdf.getTitle(), pdf.getAuthor(), pdf.getSubject(), pdf.getCreator()]).toEqual([
      sampleMeta.title,
      sampleMeta.organ,
      sampleMeta.subject,
      '专报编辑台',
    ]);
    expect(pdf.getKeywords()).toBe(`sha256:${sampleMeta.digest}`);
    expect(pdf.getCreationDate()).toEqual(new Date('2023-08-09T00:00:00Z'));
  });

  it('is tagged and in Chinese', () => {
    expect(String(pdf.catalog.get(PDFName.of('Lang')))).toContain('zh-CN');
    expect(pdf.catalog.has(PDFName.of('StructTreeRoot'))).toBe(true);
    expect(String(pdf.catalog.lookup(PDFName.of('MarkInfo')))).toContain('/Marked true');
  });

  it('has an outline of columns and titles', () => {
    const titles = outlineTitles(pdf).map((title) => title.replace(/\s/gu, ''));
    expect(titles).toEqual(
      expect.arrayContaining([
        '〔工作动态〕',
        '全市宣传思想文化工作座谈会召开',
        '〔经验交流〕',
        '甲县“三聚焦三提升”推动网络安全工作开创新局面',
      ]),
    );
  });

  it('embeds its fonts as TrueType and none as Type 3', () => {
    expect([...fontKinds(pdf)].sort()).toEqual(['/CIDFontType2', '/Type0']);
  });

  it('is smaller than 1 MB', () => {
    expect(bytes.byteLength).toBeLessThan(1_000_000);
  });

  it.skipIf(!hasPdftotext)('gives its text back once, in reading order, page by page', () => {
    const laidOut = pagesAsText(pages).map(({ lines }) => lines.join('').replace(/\s/gu, ''));
    expect(pdfPages(bytes)).toEqual(laidOut);
  });

  it('gives the same bytes for the same issue', async () => {
    expect(Buffer.from(await printer.print(html, live())).equals(Buffer.from(bytes))).toBe(true);
  });
});

describe.skipIf(!hasBrowser)('the headless printer', () => {
  let server: Server;
  let requests = 0;
  let address = '';
  beforeAll(async () => {
    server = createServer((_request, response) => {
      requests += 1;
      response.end();
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const bound = server.address();
    address = typeof bound === 'object' && bound ? `http://127.0.0.1:${bound.port}` : '';
  });
  afterAll(() => server.close());

  it('lets a document reach nothing outside the program', async () => {
    const curious = html
      .replace('</head>', `<link rel="stylesheet" href="${address}/a.css"><link rel="preconnect" href="${address}"></head>`)
      .replace('</body>', `<img src="${address}/b.png"><iframe src="${address}/c"></iframe><script src="${address}/d.js"></script></body>`);
    expect((await printer.print(curious, live())).byteLength).toBeGreaterThan(1000);
    expect(requests).toBe(0);
  });

  it('stops at once when the editor cancels', async () => {
    const cancel = new AbortController();
    const printing = printer.print(html, cancel.signal);
    setTimeout(() => cancel.abort(), 100);
    await expect(printing).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('does not start when it is cancelled already', async () => {
    await expect(printer.print(html, AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('names the font file that is missing from the installation', async () => {
    const bare = join(folder, 'assets');
    cpSync(join(assetsFolder, 'fonts'), join(bare, 'fonts'), { recursive: true, filter: (path) => !path.endsWith('zhuanbao-hei.woff2') });
    await expect(createHeadlessPrinter({ assetsFolder: bare }).print(html, live())).rejects.toMatchObject({
      code: 'export-failed',
      message: expect.stringContaining('zhuanbao-hei.woff2') as string,
    });
  });
});

describe('a machine that cannot print', () => {
  it('is told what to install', async () => {
    vi.stubEnv('ZHUANBAO_BROWSER', join(folder, 'none'));
    await expect(printer.print(html, live())).rejects.toMatchObject({ code: 'printer-missing' });
    vi.unstubAllEnvs();
  });

  it('is told which browser does not start', async () => {
    const broken = createHeadlessPrinter({ assetsFolder, browserPath: process.execPath });
    await expect(broken.print(html, live())).rejects.toMatchObject({
      code: 'export-failed',
      message: expect.stringContaining(process.execPath) as string,
    });
  });
});

describe.skipIf(!hasBrowser || process.platform === 'win32')('a browser that does not finish', () => {
  it('is ended after the time allowed, with its profile removed', async () => {
    const { assets, pipe } = assetsWithEndlessFont();
    const { path, pidFile } = recordingBrowser();
    vi.stubEnv('TMPDIR', folder);
    const printing = createHeadlessPrinter({ assetsFolder: assets, browserPath: path, timeoutMs: 8_000 }).print(html, live());
    await expect(printing).rejects.toMatchObject({ code: 'export-failed', message: expect.stringContaining('超时') as string });
    vi.unstubAllEnvs();
    const pid = Number(readFileSync(pidFile, 'utf8'));
    expect(() => process.kill(pid, 0)).toThrow();
    expect(readdirSync(folder).filter((name) => name.startsWith('playwright'))).toEqual([]);
    // Lets go of the thread that still reads the font.
    writeFileSync(pipe, '');
  });
});

/** The bundled fonts, but one is a pipe that nobody writes to: the page waits for it for ever. */
function assetsWithEndlessFont(): { readonly assets: string; readonly pipe: string } {
  const assets = join(folder, 'endless');
  cpSync(join(assetsFolder, 'fonts'), join(assets, 'fonts'), { recursive: true, filter: (path) => !path.endsWith('zhuanbao-hei.woff2') });
  const pipe = join(assets, 'fonts', 'zhuanbao-hei.woff2');
  execFileSync('mkfifo', [pipe]);
  return { assets, pipe };
}

/** The browser of this machine, started through a script that notes its process id. */
function recordingBrowser(): { readonly path: string; readonly pidFile: string } {
  const path = join(folder, 'browser');
  const pidFile = join(folder, 'pid');
  writeFileSync(path, `#!/bin/sh\necho $$ > '${pidFile}'\nexec '${findBrowser() ?? ''}' "$@"\n`);
  chmodSync(path, 0o755);
  return { path, pidFile };
}
