// Without a display: writes the sample issue as Word and PDF through the terminal program and says where they are.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { root } from './ensure.mjs';

const cli = join(root, 'dist', 'electron', 'cli.mjs');

/** Returns the exit code: 0 when at least the Word file was written. The user's own library is not touched. */
export function writeSampleFiles() {
  const library = mkdtempSync(join(tmpdir(), 'zhuanbao-sample-'));
  try {
    return writeFrom(library);
  } finally {
    rmSync(library, { recursive: true, force: true });
  }
}

function writeFrom(library) {
  const folder = join(root, 'assets', 'sample');
  const file = readdirSync(folder).find((name) => name.endsWith('.txt'));
  const imported = runCli(['--library', library, 'import', join(folder, file)]);
  if (imported === undefined) return 1;
  const { key } = JSON.parse(imported.split('\n')[0]);
  const output = outputFolder();
  const written = ['docx', 'pdf'].map((format) => write(library, key, format, output)).filter((path) => path !== undefined);
  console.log('没有可用的显示器，已把样例写成文件：\nNo display here; the sample issue was written instead:');
  for (const path of written) console.log(`  ${path}`);
  return written.some((path) => path.endsWith('.docx')) ? 0 : 1;
}

function write(library, key, format, output) {
  const path = join(output, `宣传信息专报-样例.${format}`);
  rmSync(path, { force: true });
  return runCli(['--library', library, 'export', key, `--${format}`, path]) === undefined ? undefined : path;
}

/** Where the user keeps documents, else where the command was given. */
function outputFolder() {
  const documents = ['文档', 'Documents'].map((name) => join(homedir(), name)).find((path) => existsSync(path));
  const folder = resolve(documents ?? process.env.INIT_CWD ?? process.cwd(), '专报样例输出');
  mkdirSync(folder, { recursive: true });
  return folder;
}

function runCli(words) {
  const { status, stdout } = spawnSync(process.execPath, [cli, ...words], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  return status === 0 ? stdout : undefined;
}
