// npm run bench: runs every tests/bench/*.bench.ts and prints the figures as a table and as JSON.
// A module exports `bench()`, which resolves to `{ name, value, unit, target }[]`; a figure above its target is marked
// and makes the run fail. `npm run bench -- WORD` runs only the modules whose names hold the word.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensurePackages, root } from './ensure.mjs';

const sources = join(root, 'tests', 'bench');
const output = join(root, 'dist', 'bench');

async function bundled(names) {
  const { build: esbuild } = await import('esbuild');
  const { moduleOptions } = await import('./bundle.mjs');
  rmSync(output, { recursive: true, force: true });
  // Two folders below the root, as the programs: they find assets by that.
  await esbuild({ ...moduleOptions, external: [...moduleOptions.external, '@playwright/test'], entryPoints: names.map((name) => join(sources, name)), outdir: output, outExtension: { '.js': '.mjs' }, entryNames: '[name]' });
  return names.map((name) => join(output, name.replace(/\.ts$/, '.mjs')));
}

async function measure(path) {
  const { bench } = await import(pathToFileURL(path).href);
  return bench();
}

/** Pads to a width in columns, in which Chinese characters take two. */
function pad(text, width) {
  const columns = [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e7f ? 2 : 1), 0);
  return text + ' '.repeat(Math.max(1, width - columns));
}

function printTable(figures) {
  const rows = figures.map(({ name, value, unit, target }) => [name, `${round(value)} ${unit}`, target === undefined ? '' : `≤ ${target} ${unit}`, isMet({ value, target }) ? '' : '超出']);
  for (const [name, value, target, mark] of [['项目', '实测', '目标', ''], ...rows]) console.log(pad(name, 52) + pad(value, 16) + pad(target, 16) + mark);
}

const isMet = ({ value, target }) => target === undefined || value <= target;
const round = (value) => Number(value.toPrecision(3));

async function main(words) {
  ensurePackages();
  const { build } = await import('./build.mjs');
  await build({ ifStale: true, quiet: true });
  const names = readdirSync(sources).filter((name) => name.endsWith('.bench.ts') && words.every((word) => name.includes(word)));
  const figures = [];
  for (const path of await bundled(names)) figures.push(...(await measure(path)));
  printTable(figures);
  const json = JSON.stringify({ node: process.versions.node, cpus: cpus().length, figures });
  mkdirSync(join(root, 'test-results'), { recursive: true });
  writeFileSync(join(root, 'test-results', 'bench.json'), json);
  console.log(`\n${json}`);
  process.exitCode = figures.length > 0 && figures.every(isMet) ? 0 : 1;
}

await main(process.argv.slice(2));
