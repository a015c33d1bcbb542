import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const require = createRequire(import.meta.url);
const builder = dirname(require.resolve('app-builder-lib/package.json'));

interface Filter {
  (file: string, stat: { isDirectory(): boolean }): boolean;
}
interface Matcher {
  isEmpty(): boolean;
  createFilter(): Filter;
  readonly patterns: string[];
}
interface Config {
  readonly files: readonly string[];
  readonly [name: string]: unknown;
}

const { validateConfiguration } = require(join(builder, 'out/util/config/config.js')) as {
  validateConfiguration(config: unknown, log: { readonly isEnabled: boolean; add(): void }): Promise<void>;
};
const { getMainFileMatchers } = require(join(builder, 'out/fileMatcher.js')) as {
  getMainFileMatchers(...words: unknown[]): Matcher[];
};
const { walk } = require(join(dirname(require.resolve('builder-util/package.json')), 'out/fs.js')) as {
  walk(folder: string, filter: Filter): Promise<string[]>;
};

const { load } = createRequire(join(builder, 'package.json'))('js-yaml') as { load(text: string): unknown };
const { getNodeModuleFileMatcher } = require(join(builder, 'out/fileMatcher.js')) as {
  getNodeModuleFileMatcher(...words: unknown[]): Matcher;
};

const config = load(readFileSync(join(root, 'electron-builder.yml'), 'utf8')) as Config;
const silent = { isEnabled: false, add: () => undefined };

/** A project as it lies on disk after a build, with everything that must stay at home. */
function builtTree(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhuanbao-packaging-'));
  const files = [
    'dist/electron/main.cjs',
    'dist/electron/main.cjs.map',
    'dist/electron/preload.cjs',
    'dist/electron/recognition.cjs',
    'dist/electron/cli.mjs',
    'dist/electron/chromium-main.mjs',
    'dist/renderer/index.html',
    'dist/renderer/bundle/index.js',
    'dist/renderer/bundle/index.css',
    'dist/stamp',
    'assets/icon.png',
    'assets/fonts/fang.ttf',
    'assets/sample/sample.txt',
    'package.json',
    'package-lock.json',
    'README.md',
    'LICENSE',
    'electron-builder.yml',
    'build/build.mjs',
    'build/icon.png',
    'electron/main.ts',
    'shared/ipc.ts',
    'renderer/main.tsx',
    'tests/unit/a.test.ts',
    'node_modules/zod/package.json',
    'node_modules/zod/index.js',
    '.ci/run',
    'release/old.exe',
  ];
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), '{}');
  }
  return folder;
}

/** What electron-builder's matchers want to know of a packager. */
function packagerFor(folder: string, platform: 'win' | 'linux') {
  const info = {
    isPrepackedAppAsar: false,
    projectDir: folder,
    buildResourcesDir: join(folder, 'build'),
    config,
    debugLogger: { isEnabled: false, add: () => undefined },
  };
  return { info, config, options: (config[platform] ?? {}) as object };
}

const asIs = (pattern: string): string => pattern;

/** The files electron-builder's own matchers take from a folder for one platform. */
async function packedFiles(folder: string, platform: 'win' | 'linux'): Promise<string[]> {
  const packager = packagerFor(folder, platform);
  const matchers = getMainFileMatchers(folder, '/app', asIs, packager.options, packager, join(folder, 'release'), false);
  const lists = await Promise.all(matchers.map((matcher) => walk(folder, matcher.createFilter())));
  return lists
    .flat()
    .map((path) => relative(folder, path).replaceAll('\\', '/'))
    .sort();
}

describe('packaging', () => {
  it('fits the schema of electron-builder', async () => {
    await expect(validateConfiguration(structuredClone(config), silent)).resolves.toBeUndefined();
  });

  it('would not fit with a misspelt option', async () => {
    await expect(validateConfiguration({ ...structuredClone(config), asarr: true }, silent)).rejects.toThrow(/asarr/);
  });

  it.each(['win', 'linux'] as const)('packs entry, preload, renderer and assets for %s, and nothing else', async (platform) => {
    expect(await packedFiles(builtTree(), platform)).toEqual([
      'assets/fonts/fang.ttf',
      'assets/icon.png',
      'assets/sample/sample.txt',
      'dist/electron/main.cjs',
      'dist/electron/preload.cjs',
      'dist/electron/recognition.cjs',
      'dist/renderer/bundle/index.css',
      'dist/renderer/bundle/index.js',
      'dist/renderer/index.html',
      'package.json',
    ]);
  });

  it.each(['win', 'linux'] as const)('takes no package along for %s', (platform) => {
    const folder = builtTree();
    const packager = packagerFor(folder, platform);
    const takes = getNodeModuleFileMatcher(folder, '/app', asIs, packager.options, packager.info).createFilter();
    expect(takes(join(folder, 'node_modules/zod/index.js'), { isDirectory: () => false })).toBe(false);
  });

  it('starts from the entry that package.json names', () => {
    const { main } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { main: string };
    expect(config.files).toContain(main);
  });

  it('installs for one user on Windows, as installer and as portable program', () => {
    expect(config['win']).toMatchObject({
      target: [
        { target: 'nsis', arch: ['x64'] },
        { target: 'portable', arch: ['x64'] },
      ],
    });
    expect(config['nsis']).toMatchObject({ oneClick: false, perMachine: false, allowElevation: false, installerLanguages: ['zh_CN'] });
  });

  it('makes Debian packages for both processors', () => {
    expect(config['linux']).toMatchObject({ target: [{ target: 'deb', arch: ['x64', 'arm64'] }] });
  });

  it('leaves no way to run the program as plain Node', () => {
    expect(config['electronFuses']).toMatchObject({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      onlyLoadAppFromAsar: true,
      enableEmbeddedAsarIntegrityValidation: true,
      grantFileProtocolExtraPrivileges: false,
    });
  });
});
