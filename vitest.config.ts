import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const folder = 'tests/unit';
const inWindow = (text: string): boolean => text.includes('// @vitest-environment window');

/** A test file as its kind is told: its path below the tests' folder, and its text. */
interface TestFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Kinds of test files, in the order they run; a file is of the first that fits it. Files of a kind share a process, because
 * a start loads for seconds what it tests for moments; what one of them leaves behind must not reach the next.
 */
const kinds: readonly { name: string; fits: (file: TestFile) => boolean; isolate: boolean; setupFiles: string[] }[] = [
  // A module that is stood in for stays so as long as the process lives, and so does what a file says it leaves behind.
  { name: 'alone', fits: ({ text }) => text.includes('vi.mock(') || text.includes('// Alone: '), isolate: true, setupFiles: [] },
  { name: 'node', fits: ({ path, text }) => !path.startsWith('renderer/') && !inWindow(text), isolate: false, setupFiles: [] },
  // The window's stores are modules with a state; those of the other layers have none.
  { name: 'stores', fits: ({ text }) => !inWindow(text), isolate: false, setupFiles: ['tests/helpers/fresh-modules.ts'] },
  { name: 'window', fits: () => true, isolate: false, setupFiles: ['tests/helpers/fresh-window.ts'] },
];

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.test\.tsx?$/u.test(path))
  .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(folder, path), 'utf8') }))
  .map((file) => ({ path: `${folder}/${file.path}`, kind: kinds.find(({ fits }) => fits(file)) }));

/** The longest first as ever, but kind by kind: a process goes on with the next file only where that is of its kind. */
class KindByKind extends BaseSequencer {
  override async sort(specs: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(specs);
    return kinds.flatMap(({ name }) => sorted.filter(({ project }) => project.name === name));
  }
}

const inFolder = (path: string): string => join(import.meta.dirname, path);

export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: KindByKind },
    projects: kinds.map((kind) => ({
      resolve: {
        alias: {
          'vitest-environment-window': inFolder('tests/helpers/window-environment.ts'),
          // As modules of ours, loaded anew for each file: what they look for they look for in the window they were loaded in.
          '@testing-library/react': inFolder('node_modules/@testing-library/react/dist/@testing-library/react.esm.js'),
          '@testing-library/dom': inFolder('node_modules/@testing-library/dom/dist/@testing-library/dom.esm.js'),
        },
      },
      test: {
        name: kind.name,
        include: files.filter((file) => file.kind === kind).map(({ path }) => path),
        isolate: kind.isolate,
        setupFiles: kind.setupFiles,
        testTimeout: 60_000,
        hookTimeout: 60_000,
        server: { deps: { inline: [/@testing-library/u] } },
      },
    })),
  },
});
