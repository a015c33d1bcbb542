// Brings in what is missing: npm packages, and on Debian as root the programs a step needs. Runs on bare Node: nothing but node:*.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, 'node_modules', '.cache', 'zhuanbao');
const oldest = [20, 19];

/** What each Debian package is asked for: a program on the path, or a file whose presence shows it. */
const programs = {
  chromium: {
    packages: ['chromium', 'chromium-l10n'],
    isThere: () =>
      hasProgram('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable') ||
      hasDesktopBrowser(),
  },
  fonts: { packages: ['fonts-noto-cjk'], isThere: hasChineseFont },
  display: { packages: ['xvfb', 'xauth'], isThere: () => hasProgram('Xvfb') && hasProgram('xvfb-run') },
  poppler: { packages: ['poppler-utils'], isThere: () => hasProgram('pdftotext') && hasProgram('pdffonts') },
  writer: { packages: ['libreoffice-writer'], isThere: () => hasProgram('soffice') },
  jdk: { packages: ['default-jdk-headless'], isThere: () => hasProgram('javac') },
};

/** Stops with a sentence when Node is older than the packages stand. */
export function ensureNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return;
  console.error(
    `需要 Node.js ${oldest.join('.')} 或更新的版本，现在是 ${process.versions.node}。\nNode.js ${oldest.join('.')} or newer is needed; this is ${process.versions.node}.`,
  );
  process.exit(1);
}

/** Installs node_modules as the lockfile says, when they are missing or the lockfile changed since. */
export function ensurePackages() {
  ensureNode();
  const digest = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (isInstalled(digest)) return;
  console.log('正在安装依赖…… Installing npm packages …');
  // Electron's own download is tried later, by `npm start`, and only once.
  const environment = { ...process.env, ELECTRON_SKIP_BINARY_DOWNLOAD: '1', PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' };
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: environment,
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('依赖没有装上，请检查网络或 npm 源后重试。\nnpm ci failed; check the network or the npm registry and try again.');
    process.exit(1);
  }
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, 'lock'), digest);
}

/** A tree installed by hand counts too: npm notes in it which lockfile it followed. */
function isInstalled(digest) {
  const stamp = join(cache, 'lock');
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === digest;
  if (!isSameTree()) return false;
  mkdirSync(cache, { recursive: true });
  writeFileSync(stamp, digest);
  return true;
}

function isSameTree() {
  try {
    const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
    const present = JSON.parse(readFileSync(join(root, 'node_modules', '.package-lock.json'), 'utf8')).packages;
    return Object.entries(wanted).every(([path, { version, optional }]) => path === '' || optional || present[path]?.version === version);
  } catch {
    return false;
  }
}

/**
 * Makes programs available, by name of the table above; installs Debian packages when run as root.
 * Returns the names still missing; what to install was printed.
 */
export function ensurePrograms(names) {
  const missing = names.filter((name) => !programs[name].isThere());
  if (missing.length === 0) return [];
  const packages = missing.flatMap((name) => programs[name].packages);
  if (process.platform === 'linux' && process.getuid() === 0 && hasProgram('apt-get')) installDebian(packages);
  const still = missing.filter((name) => !programs[name].isThere());
  if (still.length > 0) {
    const list = still.flatMap((name) => programs[name].packages).join(' ');
    const hint = process.platform === 'linux' ? `sudo apt-get install ${list}` : list;
    console.error(`本机还缺少：${hint}\nStill missing on this machine: ${hint}`);
  }
  return still;
}

function installDebian(packages) {
  console.log(`正在安装系统程序…… Installing Debian packages: ${packages.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (words) =>
    spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...words], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
      timeout: 900_000,
    }).status === 0;
  apt(['update']);
  if (apt(['install', '-y', '--no-install-recommends', ...packages])) return;
  for (const name of packages) apt(['install', '-y', '--no-install-recommends', name]);
}

/** Whether one of the programs is on the path. */
export function hasProgram(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.some((name) => folders.some((folder) => existsSync(join(folder, process.platform === 'win32' ? `${name}.exe` : name))));
}

function hasDesktopBrowser() {
  if (process.env.ZHUANBAO_BROWSER) return existsSync(process.env.ZHUANBAO_BROWSER);
  if (process.platform === 'win32') {
    const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(Boolean);
    return roots.some((folder) =>
      ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].some((name) => existsSync(join(folder, name))),
    );
  }
  return [
    '/Applications/Google Chrome.app',
    '/Applications/Chromium.app',
    '/Applications/Microsoft Edge.app',
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
    '/snap/bin/chromium',
  ].some((path) => existsSync(path));
}

function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  const { stdout, status } = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '';
}

/** Whether a window can be shown. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Remembers for a day that something failed, so that it is not tried at every start. */
export function failedToday(name) {
  const path = join(cache, `failed-${name}`);
  return {
    isSet: () => existsSync(path) && Date.now() - Number(readFileSync(path, 'utf8')) < 24 * 3600 * 1000,
    set() {
      mkdirSync(cache, { recursive: true });
      writeFileSync(path, String(Date.now()));
    },
    clear: () => rmSync(path, { force: true }),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensurePackages();
