import { execFileSync } from 'node:child_process';

/** Whether the words of PDF files can be read here. */
export const hasPdftotext = answers();
if (!hasPdftotext) console.warn('pdftotext absent: the text of PDF files is not compared');

function answers(): boolean {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Words of every page without blanks (a reader of PDF puts some between digits and 汉字) and page numbers. */
export function pdfPages(pdf: Uint8Array): readonly string[] {
  return pdfText(pdf).map((page) => page.replace(/\s/gu, '').replace(/—\d+—$/u, ''));
}

/** The text of every page as it is, by a way of pdftotext's. */
export function pdfText(pdf: Uint8Array, ...options: readonly string[]): readonly string[] {
  const text = execFileSync('pdftotext', [...options, '-', '-'], { input: pdf, encoding: 'utf8', maxBuffer: 1 << 26 });
  return text.split('\f').slice(0, -1);
}
