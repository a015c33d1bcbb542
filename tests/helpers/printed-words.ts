import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether words of a PDF can be found on their pages here. */
export const hasPdftotext = spawnSync('pdftotext', ['-v']).error === undefined;

/** A word of a PDF with its box, in points from the paper's top left corner. */
export interface PrintedWord {
  readonly page: number;
  readonly text: string;
  readonly leftPt: number;
  readonly rightPt: number;
  readonly topPt: number;
  readonly bottomPt: number;
}

const word = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<\/word>/gu;

/** Every word of a PDF where it is printed, by pdftotext. */
export function printedWords(pdf: Uint8Array): readonly PrintedWord[] {
  const folder = mkdtempSync(join(tmpdir(), 'zhuanbao-words-'));
  try {
    const file = join(folder, 'printed.pdf');
    writeFileSync(file, pdf);
    const pages = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8' }).split('<page ').slice(1);
    return pages.flatMap((page, index) =>
      [...page.matchAll(word)].map(([, left, top, right, bottom, text = '']) => ({
        page: index + 1,
        text,
        leftPt: Number(left),
        rightPt: Number(right),
        topPt: Number(top),
        bottomPt: Number(bottom),
      })),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
