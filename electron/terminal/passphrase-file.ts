import { readFile } from 'node:fs/promises';
import { AppError } from '../../shared/app-error.js';
import { refusePassphrase } from '../../shared/bundle/passphrase.js';
import type { Problem } from '../../shared/bundle/problems.js';
import { openSealed } from '../services/bundle/quarantine.js';
import { examineSeal } from '../services/bundle/seal-head.js';

/**
 * The passphrase in a file of one line: on the command line everybody on the machine could read it.
 * @throws AppError `bad-request` when the file cannot be read or holds none
 */
export async function readPassphrase(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new AppError('bad-request', `口令文件“${file}”打不开。请检查路径。`, { cause: error });
  });
  const lines = text
    .replace(/^\ufeff/u, '')
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== '');
  const [line] = lines;
  if (line === undefined || lines.length > 1) throw new AppError('bad-request', `口令文件“${file}”里应当只有一行，就是口令。`);
  return line;
}

/** The passphrase that a new bundle is to get. @throws AppError `bad-request` when it is none, or too short */
export async function readNewPassphrase(file: string): Promise<string> {
  const passphrase = await readPassphrase(file);
  const refusal = refusePassphrase(passphrase);
  if (refusal !== undefined) throw new AppError('bad-request', `没有导出：${refusal}`);
  return passphrase;
}

/**
 * Lets `use` look at a bundle. A sealed one is opened for it when there is a passphrase, and gone afterwards; `refused`
 * is why it could not be opened.
 */
export async function withUnsealed<Value>(
  path: string,
  passphraseFile: string | undefined,
  userFolder: string,
  use: (path: string, refused?: Problem) => Promise<Value>,
): Promise<Value> {
  const isSealed = await examineSeal(path).then(
    ({ kind }) => kind === 'sealed',
    () => false,
  );
  if (passphraseFile === undefined || !isSealed) return use(path);
  const opened = await openSealed(path, userFolder, await readPassphrase(passphraseFile), {});
  if ('code' in opened) return use(path, opened);
  try {
    return await use(opened.path);
  } finally {
    await opened.discard();
  }
}
