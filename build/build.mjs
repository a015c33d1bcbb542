// Bundles the programs into dist/electron and the window into dist/renderer.
// `--if-stale` does nothing when neither sources nor installed packages changed since the last build; `--quiet` says nothing.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stampFile = join(root, 'dist', 'stamp');
const sources = [
  'shared',
  'electron',
  'renderer',
  'build/build.mjs',
  'build/bundle.mjs',
  'build/vite.config.mjs',
  'package.json',
  'package-lock.json',
];
const outputs = ['main.cjs', 'preload.cjs', 'recognition.cjs', 'chromium-main.mjs', 'cli.mjs'].map((name) =>
  join(root, 'dist', 'electron', name),
);

/** SHA-256 over names and contents of everything that goes into the output. */
export function sourceDigest(folder = root, entries = sources) {
  const hash = createHash('sha256');
  for (const entry of entries) digestInto(hash, folder, entry);
  return hash.digest('hex');
}

function digestInto(hash, folder, entry) {
  const path = join(folder, entry);
  const children = childrenOf(path);
  if (children) for (const name of children) digestInto(hash, folder, `${entry}/${name}`);
  else hash.update(`${entry}\0`).update(readFileSync(path)).update('\0');
}

function childrenOf(path) {
  try {
    return readdirSync(path).sort();
  } catch (error) {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}

function isFresh(digest) {
  try {
    for (const output of outputs) readFileSync(output);
    readFileSync(join(root, 'dist', 'renderer', 'index.html'));
    return readFileSync(stampFile, 'utf8') === digest;
  } catch {
    return false;
  }
}

/** Two programs started at once must not build into each other; a lock older than two minutes was left by a dead one. */
async function withLock(work) {
  const lock = join(root, 'dist', '.building');
  mkdirSync(join(root, 'dist'), { recursive: true });
  while (!isLocked(lock)) {
    const ageMs = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (ageMs > 120_000) unlock(lock);
    else await delay(100);
  }
  try {
    await work();
  } finally {
    unlock(lock);
  }
}

function isLocked(lock) {
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function unlock(lock) {
  try {
    rmdirSync(lock);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}

/** Builds everything; with `ifStale` only when something changed. */
export async function build({ ifStale = false, quiet = false } = {}) {
  if (ifStale && isFresh(sourceDigest())) return;
  await withLock(async () => {
    const digest = sourceDigest();
    if (ifStale && isFresh(digest)) return;
    const startedMs = Date.now();
    const { bundlePrograms, bundleWindow } = await import('./bundle.mjs');
    await Promise.all([bundlePrograms(root), bundleWindow(root)]);
    writeFileSync(stampFile, digest);
    if (!quiet) console.log(`built in ${((Date.now() - startedMs) / 1000).toFixed(1)} s`);
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await build({ ifStale: process.argv.includes('--if-stale'), quiet: process.argv.includes('--quiet') });
}
