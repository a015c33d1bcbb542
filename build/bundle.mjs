// How sources become programs: esbuild for everything that runs in Node or Electron, vite for the window.
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build as esbuild } from 'esbuild';
import { build as vite } from 'vite';
import { windowConfig } from './vite.config.mjs';

/** Packages never bundled: Electron brings itself, playwright-core finds its own files beside it. */
const external = ['electron', 'playwright-core'];

/** The words zod has for its own errors in fifty languages; ours are our own, and a quarter of a megabyte is compiled at each start. */
const withoutLocales = {
  name: 'without-locales',
  setup(build) {
    build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({ contents: 'export {};' }));
  },
};

const shared = {
  bundle: true,
  plugins: [withoutLocales],
  platform: 'node',
  sourcemap: 'linked',
  external,
  logLevel: 'warning',
  legalComments: 'linked',
  charset: 'utf8',
};

/** Options of a program run by Node: a module, in which packages written for `require` still find it. */
export const moduleOptions = {
  ...shared,
  format: 'esm',
  target: 'node20.19',
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
};

/** Options of a program run by Electron; a sandboxed preload can only be CommonJS. */
const commonOptions = {
  ...shared,
  legalComments: 'inline',
  format: 'cjs',
  target: 'node20.19',
  define: { 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename' },
};

/** Writes the program that reads files, which Electron and Node run alike. */
export async function bundleRecognition(root, outfile) {
  await esbuild({ ...commonOptions, entryPoints: [join(root, 'electron', 'recognition.ts')], outfile, sourcemap: false });
}

/** Writes dist/electron. */
export async function bundlePrograms(root) {
  const source = (name) => join(root, 'electron', `${name}.ts`);
  const output = (name) => join(root, 'dist', 'electron', name);
  await Promise.all([
    esbuild({ ...commonOptions, entryPoints: [source('main')], outfile: output('main.cjs') }),
    esbuild({ ...commonOptions, entryPoints: [source('preload')], outfile: output('preload.cjs'), sourcemap: false }),
    bundleRecognition(root, output('recognition.cjs')),
    esbuild({ ...moduleOptions, entryPoints: [source('chromium-main')], outfile: output('chromium-main.mjs') }),
    bundleTerminal(root),
  ]);
}

/**
 * Writes the terminal program in pieces: it reads and compiles only what its command needs. The pieces lie beside it, since
 * sources find the program's folder from where they run.
 */
async function bundleTerminal(root) {
  const outdir = join(root, 'dist', 'electron');
  mkdirSync(outdir, { recursive: true });
  const isPiece = (name) => /^cli-.*\.mjs(\.map|\.LEGAL\.txt)?$/u.test(name);
  for (const name of readdirSync(outdir).filter(isPiece)) rmSync(join(outdir, name));
  await esbuild({ ...terminalOptions(root), outdir });
}

/** Options of the terminal program but where it is written. */
export function terminalOptions(root) {
  return {
    ...moduleOptions,
    splitting: true,
    minifyWhitespace: true,
    entryPoints: [join(root, 'electron', 'cli.ts')],
    outExtension: { '.js': '.mjs' },
    chunkNames: 'cli-[name]-[hash]',
  };
}

/** Writes dist/renderer. */
export async function bundleWindow(root) {
  await vite(windowConfig(root));
}
