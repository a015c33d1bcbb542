// npm run bench: installs what is missing, builds, runs every tests/bench/*.bench.ts and prints the figures as a table and as JSON
// (also in test-results/bench.json). Without a display the window is measured under Xvfb.
// A module exports `bench()`, which resolves to the figures of tests/bench/figure.ts; a figure above its target is marked
// and makes the run fail, as does a module that failed. `npm run bench -- WORD` runs only the modules whose names hold the word.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensurePackages, ensurePrograms, hasDisplay, hasProgram, root } from './ensure.mjs';

const sources = join(root, 'tests', 'bench');
/** A folder of this run alone; below node_modules, so that the bundles find packages. */
const output = join(root, 'node_modules', '.cache', 'zhuanbao', `bench-${process.pid}`);
const moduleLimitMs = 200_000;

/** Sources find their neighbours on disk from where they lie, not from where they are bundled to. */
const placesOfSources = {
  name: 'places-of-sources',
  setup(build) {
    build.onLoad({ filter: /[\\/](tests|electron)[\\/].*\.ts$/ }, ({ path }) => {
      const places = { 'import.meta.dirname': dirname(path), 'import.meta.url': pathToFileURL(path).href };
      const contents = Object.entries(places).reduce(
        (text, [word, place]) => text.replaceAll(word, JSON.stringify(place)),
        readFileSync(path, 'utf8'),
      );
      return { contents, loader: 'ts' };
    });
  },
};

async function bundled(names) {
  const { build: esbuild } = await import('esbuild');
  const { moduleOptions } = await import('./bundle.mjs');
  await esbuild({
    ...moduleOptions,
    sourcemap: 'inline',
    external: [...moduleOptions.external, '@playwright/test'],
    plugins: [...moduleOptions.plugins, placesOfSources],
    entryPoints: names.map((name) => join(sources, name)),
    outdir: output,
    outExtension: { '.js': '.mjs' },
    entryNames: '[name]',
  });
  return names.map((name) => join(output, name.replace(/\.ts$/u, '.mjs')));
}

/** The figures of a module, or none and what went wrong. */
async function measure(path) {
  const { bench } = await import(pathToFileURL(path).href);
  const limit = new Promise((_resolve, reject) =>
    setTimeout(() => reject(new Error(`not done after ${moduleLimitMs / 1000} s`)), moduleLimitMs).unref(),
  );
  return Promise.race([bench(), limit]);
}

/** Pads to a width in columns, in which Chinese characters take two. */
function pad(text, width) {
  const columns = [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e7f ? 2 : 1), 0);
  return text + ' '.repeat(Math.max(1, width - columns));
}

function printTable(figures) {
  const notes = [...new Set(figures.flatMap(({ how }) => how ?? []))];
  const rows = figures.map(({ name, value, unit, target, how }) => [
    name,
    `${round(value)} ${unit}`,
    target === undefined ? '' : `≤ ${target} ${unit}`,
    isMet({ value, target }) ? '' : 'OVER',
    how === undefined ? '' : `[${notes.indexOf(how) + 1}]`,
  ]);
  for (const [name, value, target, mark, note] of [['figure', 'measured', 'target', '', ''], ...rows])
    console.log(pad(name, 58) + pad(value, 12) + pad(target, 12) + pad(mark, 6) + note);
  console.log('');
  for (const [index, note] of notes.entries()) console.log(`[${index + 1}] ${note}`);
}

const isMet = ({ value, target }) => target === undefined || value <= target;
const round = (value) => Number(value.toPrecision(3));

/** Runs this program again on a display of its own; its exit code. */
function runUnderXvfb(words) {
  ensurePrograms(['display']);
  if (!hasProgram('xvfb-run')) return 1;
  return (
    spawnSync('xvfb-run', ['-a', '-s', '-screen 0 1920x1080x24', process.execPath, fileURLToPath(import.meta.url), ...words], {
      cwd: root,
      stdio: 'inherit',
    }).status ?? 1
  );
}

async function run(words) {
  ensurePrograms(['chromium', 'fonts']);
  const { build } = await import('./build.mjs');
  await build({ ifStale: true, quiet: true });
  const names = readdirSync(sources).filter(
    (name) => name.endsWith('.bench.ts') && (words.length === 0 || words.some((word) => name.includes(word))),
  );
  const figures = [];
  const failures = [];
  const [loadBefore] = loadavg();
  for (const path of await bundled(names)) {
    const startedMs = Date.now();
    await measure(path).then(
      (found) => figures.push(...found),
      (error) => failures.push({ path, error }),
    );
    console.log(`${path.slice(output.length + 1)}: ${((Date.now() - startedMs) / 1000).toFixed(0)} s`);
  }
  console.log('');
  printTable(figures);
  const isBusy = loadBefore > cpus().length;
  console.log(
    `\n${cpus().length} processors, load average before the run ${loadBefore.toFixed(1)}${isBusy ? ': other programs held the figures up' : ''}.`,
  );
  for (const { path, error } of failures) console.error(`\n${path}:`, error);
  const json = JSON.stringify({
    node: process.versions.node,
    cpus: cpus().length,
    loadBefore: round(loadBefore),
    figures: figures.map((figure) => ({ ...figure, value: round(figure.value) })),
    failures: failures.map(({ path, error }) => ({ module: path.slice(output.length + 1), message: String(error) })),
  });
  mkdirSync(join(root, 'test-results'), { recursive: true });
  writeFileSync(join(root, 'test-results', 'bench.json'), json);
  console.log(`\n${json}`);
  return figures.length > 0 && failures.length === 0 && figures.every(isMet) ? 0 : 1;
}

const words = process.argv.slice(2);
ensurePackages();
process.once('exit', () => rmSync(output, { recursive: true, force: true }));
process.exit(hasDisplay() ? await run(words) : runUnderXvfb(words));
