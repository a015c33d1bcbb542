import { resolve } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

/** The options the terminal program is built with. */
const { terminalOptions } = (await import(resolve(root, 'build/bundle.mjs'))) as {
  terminalOptions: (root: string) => Parameters<typeof build>[0];
};

/** Sources of all pieces that are loaded with the pieces of some sources. */
function loadedWith({ outputs }: Metafile, sources: readonly string[]): { readonly bytes: number; readonly inputs: readonly string[] } {
  const loaded = new Set<string>();
  const load = (piece: string): void => {
    const output = outputs[piece];
    if (output === undefined || loaded.has(piece)) return;
    loaded.add(piece);
    for (const { kind, path } of output.imports) if (kind === 'import-statement') load(path);
  };
  for (const [piece, { entryPoint }] of Object.entries(outputs)) if (entryPoint && sources.includes(entryPoint)) load(piece);
  const found = [...loaded].flatMap((piece) => outputs[piece] ?? []);
  return { bytes: found.reduce((sum, { bytes }) => sum + bytes, 0), inputs: found.flatMap(({ inputs }) => Object.keys(inputs)) };
}

it('a PDF is exported without loading what other commands need', async () => {
  const options = {
    ...terminalOptions(root),
    absWorkingDir: root,
    outdir: 'dist/electron',
    metafile: true,
    write: false,
    sourcemap: false,
  };
  const { metafile } = await build(options as Parameters<typeof build>[0] & { metafile: true });
  if (metafile === undefined) throw new Error('nothing was built');
  const { bytes, inputs } = loadedWith(metafile, ['electron/cli.ts', 'shared/writers/pdf/write-pdf.ts']);
  expect(inputs.some((input) => input.endsWith('shared/layout/layout-issue.ts'))).toBe(true);
  expect(
    inputs.filter((input) =>
      /node_modules\/(?:docx|pinyin-pro|sm-crypto-v2|papaparse|yauzl|yazl)\/|zod\/v4\/locales\/(?!en|index)/u.test(input),
    ),
  ).toEqual([]);
  expect(bytes).toBeLessThan(700_000);
}, 60_000);
