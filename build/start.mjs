// npm start: installs what is missing, builds, opens the app; without a display it writes the sample issue instead.
// `npm start -- --library DIR` opens another library.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePackages, ensurePrograms, failedToday, hasDisplay, root } from './ensure.mjs';

const downloadLimitMs = 60_000;
const electronFolder = join(root, 'node_modules', 'electron');

ensurePackages();
const { build } = await import('./build.mjs');
await build({ ifStale: true, quiet: true });
process.exitCode = hasDisplay() ? await openApp(process.argv.slice(2)) : await writeSample();

async function openApp(words) {
  const electron = electronBinary() ?? fetchElectron();
  if (electron) return run(electron, [...rootFlags(), root, ...words]);
  ensurePrograms(['chromium', 'fonts']);
  console.log('本机没有 Electron，改用已安装的浏览器打开。 Opening in the installed browser.');
  return run(process.execPath, [join(root, 'dist', 'electron', 'chromium-main.mjs'), ...words]);
}

/** Chromium refuses its sandbox to root. */
function rootFlags() {
  return process.platform === 'linux' && process.getuid() === 0 ? ['--no-sandbox'] : [];
}

function electronBinary() {
  const note = join(electronFolder, 'path.txt');
  if (!existsSync(note)) return undefined;
  const path = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(electronFolder, 'dist'), readFileSync(note, 'utf8').trim());
  return existsSync(path) ? path : undefined;
}

/** Tries Electron's own installer once a day; it downloads from outside the npm registry and may not get there. */
function fetchElectron() {
  const failed = failedToday('electron');
  if (failed.isSet() || !existsSync(join(electronFolder, 'install.js'))) return undefined;
  console.log('正在下载 Electron（至多一分钟）…… Fetching Electron (one minute at most) …');
  const { ELECTRON_SKIP_BINARY_DOWNLOAD: _skip, ...env } = process.env;
  spawnSync(process.execPath, [join(electronFolder, 'install.js')], {
    stdio: 'ignore',
    timeout: downloadLimitMs,
    killSignal: 'SIGKILL',
    env,
  });
  const binary = electronBinary();
  if (binary) failed.clear();
  else failed.set();
  return binary;
}

async function writeSample() {
  const { writeSampleFiles } = await import('./sample.mjs');
  return writeSampleFiles();
}

function run(program, words) {
  return new Promise((resolve) => {
    const child = spawn(program, words, { cwd: root, stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    child.on('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}
