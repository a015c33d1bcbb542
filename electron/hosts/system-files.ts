import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const limitMs = 10_000;

/** Command that opens a file with the program this system has for it. */
export function openCommand(platform: NodeJS.Platform, path: string): readonly [string, readonly string[]] {
  if (platform === 'win32') return ['explorer.exe', [path]];
  return [platform === 'darwin' ? 'open' : 'xdg-open', [path]];
}

/** Starts a program and leaves it to itself; rejects when it cannot be started. */
export function startProgram([program, words]: readonly [string, readonly string[]]): Promise<void> {
  const child = spawn(program, words, { detached: true, stdio: 'ignore' });
  child.unref();
  return new Promise((resolve, reject) => {
    child.once('spawn', () => resolve());
    child.once('error', reject);
  });
}

/** Printers that take a PDF directly, the default one first: those of CUPS. Elsewhere the program for PDF files prints. */
export async function systemPrinters(platform: NodeJS.Platform = process.platform): Promise<readonly string[]> {
  if (platform === 'win32') return [];
  try {
    const [all, chosen] = await Promise.all([answer('lpstat', ['-e']), answer('lpstat', ['-d'])]);
    const names = all.split('\n').filter((name) => name !== '');
    const first = names.find((name) => chosen.trim().endsWith(` ${name}`));
    return first === undefined ? names : [first, ...names.filter((name) => name !== first)];
  } catch {
    return [];
  }
}

async function answer(program: string, words: readonly string[]): Promise<string> {
  const { stdout } = await run(program, [...words], { timeout: limitMs, env: { ...process.env, LC_ALL: 'C' } });
  return stdout;
}

/** Words of the command that hands a PDF to a printer: as it is, in whole sets. */
export function printWords(path: string, printer: string, copies: number): readonly string[] {
  return ['-d', printer, '-n', String(copies), '-o', 'collate=true', '-o', 'print-scaling=none', path];
}

/** Hands a PDF over to a printer of `systemPrinters`; rejects when the printer does not take it. */
export async function printFile(path: string, printer: string, copies: number): Promise<void> {
  await run('lp', [...printWords(path, printer, copies)], { timeout: limitMs });
}
