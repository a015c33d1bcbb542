import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { assetsFolder } from '../../electron/services/default-folders.js';
import { createFontShelf } from '../../electron/services/fonts/font-shelf.js';
import { createRenderer } from '../../electron/services/render-issue.js';
import { defaultPageStyle } from '../../shared/layout/page-style.js';
import { hasLibreOffice, openLibreOffice } from '../helpers/libreoffice.js';
import { medianMs, percentile, timeMs, type Figure } from './figure.js';
import { madeIssue } from './made-issue.js';
import { realIssueFile, recognizedIssue } from './real-issue.js';

const program = resolve(import.meta.dirname, '../../dist/electron/cli.mjs');
const { signal } = new AbortController();

/** How long an issue takes to become Word and PDF, beside LibreOffice's conversion of the same Word file. */
export async function bench(): Promise<readonly Figure[]> {
  const { name, bytes } = realIssueFile();
  const issue = recognizedIssue(bytes);
  const renderer = createRenderer(defaultPageStyle, createFontShelf(assetsFolder()));
  const pdf = await renderer.render(issue, 'pdf', signal);
  const docx = await renderer.render(issue, 'docx', signal);
  const wholeMs = await wholeProcessMs(bytes);
  const long = madeIssue(1, 2023, { characters: 50_600 });
  return [
    {
      name: `${name} → docx`,
      value: await medianMs(() => renderer.render(issue, 'docx', signal)),
      unit: 'ms',
      target: 300,
      how: 'Issue to the bytes of the file; median of 9 after one run',
    },
    {
      name: `${name} → PDF`,
      value: await medianMs(() => renderer.render(issue, 'pdf', signal)),
      unit: 'ms',
      how: 'Issue to the bytes of the file; median of 9 after one run',
    },
    {
      name: `${name} → PDF, whole process`,
      value: wholeMs,
      unit: 'ms',
      target: 400,
      how: 'Start of the terminal program to its end, library and files included; median of 5 after one run',
    },
    ...(await besideLibreOffice(name, docx, wholeMs)),
    {
      name: '50 articles → PDF',
      value: await medianMs(() => renderer.render(long, 'pdf', signal), 3),
      unit: 'ms',
      target: 1000,
      how: 'An invented issue of 50,000 characters, issue to the bytes of the file; median of 3 after one run',
    },
    { name: `${name} as PDF, size of the file`, value: pdf.length / 1e6, unit: 'MB', target: 1 },
    { name: 'memory after all of this', value: process.memoryUsage().rss / 1e6, unit: 'MB', target: 300 },
  ];
}

/** The terminal program turns an issue of its library into a PDF. */
async function wholeProcessMs(text: Uint8Array): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'zhuanbao-bench-pdf-'));
  try {
    const run = (...words: readonly string[]): string =>
      execFileSync(process.execPath, [program, ...words, '--library', join(folder, '资料库')], { encoding: 'utf8' });
    writeFileSync(join(folder, 'issue.txt'), text);
    const { key } = JSON.parse(run('import', join(folder, 'issue.txt'), '--json').split('\n')[0] ?? '') as { key: string };
    const exported = (): unknown => run('export', key, '--pdf', join(folder, 'issue.pdf'));
    exported();
    const times: number[] = [];
    for (let turn = 0; turn < 5; turn += 1) times.push(await timeMs(exported));
    return percentile(times, 0.5);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function besideLibreOffice(name: string, docx: Uint8Array, wholeMs: number): Promise<readonly Figure[]> {
  if (!hasLibreOffice) return [];
  const office = await openLibreOffice();
  try {
    const officeMs = await medianMs(() => office.print(docx), 3);
    return [
      {
        name: `${name}.docx → PDF by LibreOffice`,
        value: officeMs,
        unit: 'ms',
        how: 'Whole process, its profile made before; median of 3 after one run',
      },
      { name: `${name} → PDF, ours by LibreOffice's`, value: wholeMs / officeMs, unit: '×', target: 0.4 },
    ];
  } finally {
    await office.close();
  }
}
