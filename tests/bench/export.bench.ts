import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { assetsFolder } from '../../electron/services/default-folders.js';
import { createFontShelf } from '../../electron/services/fonts/font-shelf.js';
import { createRenderer } from '../../electron/services/render-issue.js';
import { composeIssue } from '../../shared/layout/compose-issue.js';
import { defaultPageStyle } from '../../shared/layout/page-style.js';
import { writeText } from '../../shared/writers/text/write-text.js';
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
  const long = madeIssue(1, 2023, { characters: 50_600 });
  const whole = await wholeProcess(bytes);
  const wholeLong = await wholeProcess(new TextEncoder().encode(writeText(composeIssue(long))));
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
      value: whole.ms,
      unit: 'ms',
      target: 400,
      how: 'Start of the terminal program to its end, library and files included; median of 5 after one run',
    },
    ...(await besideLibreOffice(name, docx, whole.ms)),
    {
      name: '50 articles → PDF',
      value: await medianMs(() => renderer.render(long, 'pdf', signal), 3),
      unit: 'ms',
      target: 1000,
      how: 'An invented issue of 50,000 characters, issue to the bytes of the file; median of 3 after one run',
    },
    { name: `${name} as PDF, size of the file`, value: pdf.length / 1e6, unit: 'MB', target: 1 },
    { name: `${name} → PDF, memory of the process`, value: whole.peakMb, unit: 'MB', target: 300, how: howMemory },
    { name: '50 articles → PDF, memory of the process', value: wholeLong.peakMb, unit: 'MB', target: 300, how: howMemory },
  ];
}

const howMemory = 'Most that the terminal program held at once, library and files included';

/** Lets a program say at its end how much memory it held at most, in kilobytes; `maxRSS` alone counts its parent's in Linux. */
const tellingPeak = `data:text/javascript,${encodeURIComponent(
  `import { readFileSync } from 'node:fs';
  process.on('exit', () => {
    let kilobytes = process.resourceUsage().maxRSS;
    try { kilobytes = /VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]; } catch {}
    process.stderr.write('peak ' + kilobytes);
  });`,
)}`;

/** The terminal program turns an issue of its library into a PDF. */
async function wholeProcess(text: Uint8Array): Promise<{ readonly ms: number; readonly peakMb: number }> {
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
    const { stderr } = spawnSync(
      process.execPath,
      ['--import', tellingPeak, program, 'export', key, '--pdf', join(folder, 'issue.pdf'), '--library', join(folder, '资料库')],
      { encoding: 'utf8' },
    );
    return { ms: percentile(times, 0.5), peakMb: (Number(/peak (\d+)/u.exec(stderr)?.[1]) * 1024) / 1e6 };
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
