/** .doc, .rtf and .odt as .docx, by an installed LibreOffice: headless, with a profile of its own, within a time limit. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AppError } from '../../../shared/app-error.js';
import type { OldFormat } from '../sniff-file.js';
import { findOffice } from './find-office.js';

export interface ConvertOptions {
  /** Path of soffice; looked for when absent. */
  readonly office?: string | undefined;
  /** Longest time one conversion may take, in milliseconds. */
  readonly limitMs?: number;
  readonly signal?: AbortSignal;
}

/** A first start with a new profile takes a while on an old PC. */
const defaultLimitMs = 120_000;
const how = '请在 Word 或 WPS 里打开，另存为 .docx 后再导入。';

/**
 * The bytes of the .docx. The file is copied into a folder of its own, which is gone afterwards; macros do not run.
 * @throws AppError file-kind where no LibreOffice is installed, file-broken when it cannot read the file or takes too long, cancelled
 */
export async function convertToDocx(bytes: Uint8Array, format: OldFormat, name: string, options: ConvertOptions = {}): Promise<Uint8Array> {
  const office = 'office' in options ? options.office : findOffice();
  if (office === undefined) throw new AppError('file-kind', `“${name}”是 .${format} 文件，本机没有安装 LibreOffice，无法转换。${how}`);
  const folder = await mkdtemp(join(tmpdir(), 'zhuanbao-convert-'));
  try {
    return await convertIn(folder, office, bytes, format, name, options);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function convertIn(
  folder: string,
  office: string,
  bytes: Uint8Array,
  format: OldFormat,
  name: string,
  options: ConvertOptions,
): Promise<Uint8Array> {
  const profile = join(folder, 'profile');
  await mkdir(join(profile, 'user'), { recursive: true });
  await writeFile(join(profile, 'user', 'registrymodifications.xcu'), withoutMacros);
  const source = join(folder, `source.${format}`);
  await writeFile(source, bytes);
  const words = [
    `-env:UserInstallation=${pathToFileURL(profile).href}`,
    '--headless',
    '--invisible',
    '--norestore',
    '--nologo',
    '--nodefault',
    '--nolockcheck',
    '--convert-to',
    'docx:MS Word 2007 XML',
    '--outdir',
    join(folder, 'out'),
    source,
  ];
  const outcome = await run(office, words, options);
  if (outcome === 'cancelled') throw new AppError('cancelled', '已取消。');
  if (outcome === 'late') throw new AppError('file-broken', `“${name}”转换超过时限，已放弃。${how}`);
  const converted = await readFile(join(folder, 'out', 'source.docx')).catch(() => undefined);
  if (converted === undefined || converted.length === 0)
    throw new AppError('file-broken', `“${name}”无法转换，可能已损坏或设了密码。${how}`);
  return converted;
}

/** Macro security at its highest, and no link or picture fetched from elsewhere. */
const withoutMacros = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
`;

type Outcome = 'done' | 'late' | 'cancelled';

/** Runs it to its end, or ends it with all it started. Its exit code says nothing reliable, so the result file decides. */
function run(program: string, words: readonly string[], { limitMs = defaultLimitMs, signal }: ConvertOptions): Promise<Outcome> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve('cancelled');
    const child = spawn(program, words, { stdio: 'ignore', detached: process.platform !== 'win32', windowsHide: true });
    let outcome: Outcome = 'done';
    const end = (why: Outcome): void => {
      outcome = why;
      endWithChildren(child);
    };
    const timer = setTimeout(() => end('late'), limitMs);
    const cancel = (): void => end('cancelled');
    signal?.addEventListener('abort', cancel, { once: true });
    const finish = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      resolve(outcome);
    };
    child.once('error', finish);
    child.once('close', finish);
  });
}

function endWithChildren(child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore', windowsHide: true });
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}
