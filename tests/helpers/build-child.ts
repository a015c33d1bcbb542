import { join } from 'node:path';
import { build } from 'esbuild';

/** A program of the helpers, `typing-child`, built into one file of a folder, so that a test can start and kill it. Gives the file. */
export async function buildChild(name: string, folder: string): Promise<string> {
  const outfile = join(folder, `${name}.mjs`);
  await build({
    entryPoints: [join(import.meta.dirname, `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
    // Packages that ask for their parts by `require` find none in a module.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  return outfile;
}
