import { createHeadlessPrinter } from '../../electron/hosts/chromium/headless-printer.js';
import { assetsFolder } from '../../electron/services/default-folders.js';
import { createRenderer } from '../../electron/services/render-issue.js';
import { defaultPageStyle } from '../../shared/layout/page-style.js';
import { medianMs, type Figure } from './figure.js';
import { realIssueFile, recognizedIssue } from './real-issue.js';

/** How long an issue takes to become Word and PDF; every PDF starts a browser of its own. */
export async function bench(): Promise<readonly Figure[]> {
  const { name, bytes } = realIssueFile();
  const issue = recognizedIssue(bytes);
  const renderer = createRenderer(defaultPageStyle, createHeadlessPrinter({ assetsFolder: assetsFolder() }));
  const { signal } = new AbortController();
  let pdf = new Uint8Array();
  const print = async (): Promise<void> => {
    pdf = new Uint8Array(await renderer.render(issue, 'pdf', signal));
  };
  return [
    {
      name: `${name} → docx`,
      value: await medianMs(() => renderer.render(issue, 'docx', signal)),
      unit: 'ms',
      target: 300,
      how: 'Issue to the bytes of the file; median of 9 after one run',
    },
    {
      name: `${name} → PDF, browser start included`,
      value: await medianMs(print, 3),
      unit: 'ms',
      target: 3000,
      how: 'Issue to the bytes of the file; each run starts a browser and ends it; median of 3 after one run',
    },
    { name: `${name} as PDF, size of the file`, value: pdf.length / 1e6, unit: 'MB', target: 1 },
  ];
}
