// npm test: installs what is missing, then format check, typecheck, lint, unit tests, build and end-to-end tests in the real window.
// Format, typecheck, lint and build count as one test each. The last line is `N passed, N failed`.
// `npm test -- unit` (or format, typecheck, lint, build, e2e) runs only those steps.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensurePackages, ensurePrograms, hasDisplay, hasProgram, root } from './ensure.mjs';

const results = join(root, 'test-results');
const bin = (name) => join(root, 'node_modules', ...name.split('/'));

const isWindows = process.platform === 'win32';
const scratchBytes = 6 * 2 ** 30;

/** The folder of the tests' own files: in memory where there is room, because the library waits for the disk at every save. */
function scratchFolder() {
  const memory = '/dev/shm';
  const roomOf = (path) => Number(statfsSync(path).bavail) * Number(statfsSync(path).bsize);
  const hasRoom = existsSync(memory) && Math.min(roomOf(memory), freemem()) > scratchBytes;
  return mkdtempSync(join(hasRoom ? memory : tmpdir(), 'zhuanbao-test-'));
}

const scratch = scratchFolder();
process.on('exit', () => rmSync(scratch, { recursive: true, force: true, maxRetries: 3 }));

const limitMs = 2_700_000;

/** Ends a step with everything it started. */
function endGroup(child) {
  try {
    if (isWindows) child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** Runs a Node program; resolves to its exit code, 1 when it could not be started or took longer than the limit. */
function runNode(words, prefix = []) {
  const [program, ...rest] = [...prefix, process.execPath, ...words];
  return new Promise((resolve) => {
    const child = spawn(program, rest, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, FORCE_COLOR: '0', TMPDIR: scratch },
      detached: !isWindows,
    });
    const timer = setTimeout(() => {
      console.error(`ended after ${limitMs / 60_000} minutes`);
      endGroup(child);
    }, limitMs);
    const stop = () => {
      endGroup(child);
      process.exit(1);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
    const finish = (code) => {
      clearTimeout(timer);
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, stop);
      resolve(code);
    };
    child.on('error', (error) => {
      console.error(error.message);
      finish(1);
    });
    child.on('close', (code) => finish(code ?? 1));
  });
}

const counted = (code) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: [] });

async function typecheck() {
  return counted(await runNode(['build/typecheck.mjs']));
}

async function format() {
  return counted(await runNode([bin('@biomejs/biome/bin/biome'), 'format', '.']));
}

async function lint() {
  return counted(await runNode([bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0']));
}

async function buildAll() {
  return counted(await runNode(['build/build.mjs']));
}

async function unit() {
  ensurePrograms(['chromium', 'fonts', 'poppler', 'writer', 'jdk']);
  const report = freshReport('unit.json');
  const code = await runNode([bin('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  return withCrash(code, readUnit(report));
}

/** Two journeys side by side, each on a display of its own; on the editor's one display, where windows would take each other's focus, all in a row. */
async function e2e() {
  ensurePrograms(['chromium', 'fonts', ...(hasDisplay() ? [] : ['display'])]);
  const report = freshReport('e2e.json');
  const displays = hasDisplay() || !hasProgram('xvfb-run') ? [] : twoDisplays;
  return withCrash(await runNode([bin('@playwright/test/cli.js'), 'test'], displays), readE2e(report));
}

// Numbers far apart, so that the two never ask for the same display at once.
const ownDisplay = (number) => ['xvfb-run', '-a', '-n', String(number), '-s', '-screen 0 1920x1080x24'];

/** Starts a program on a display, with a second one named in its environment. */
const twoDisplays = [
  ...ownDisplay(100),
  ...['sh', '-c', 'ZHUANBAO_E2E_DISPLAY="$DISPLAY" ZHUANBAO_E2E_XAUTHORITY="$XAUTHORITY" exec "$@"', 'sh'],
  ...ownDisplay(200),
];

const sum = (counts) => ({
  passed: counts.reduce((all, { passed }) => all + passed, 0),
  failed: counts.reduce((all, { failed }) => all + failed, 0),
  skipped: counts.flatMap(({ skipped }) => skipped),
});

function freshReport(name) {
  mkdirSync(results, { recursive: true });
  const path = join(results, name);
  rmSync(path, { force: true });
  return path;
}

/** A runner that failed without a failed test (or without a report) crashed: that is a failure of its own. */
function withCrash(code, { passed, failed, skipped }) {
  const hasCrashed = code !== 0 && failed === 0;
  return { passed, failed: failed + (hasCrashed ? 1 : 0), skipped };
}

function readUnit(path) {
  const none = { passed: 0, failed: 1, skipped: [] };
  if (!existsSync(path)) return none;
  const { testResults } = JSON.parse(readFileSync(path, 'utf8'));
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  const of = (...states) => tests.filter(({ status }) => states.includes(status));
  return {
    passed: of('passed').length,
    failed: of('failed').length + brokenFiles.length,
    skipped: of('skipped', 'pending', 'todo', 'disabled').map(({ fullName }) => fullName),
  };
}

function readE2e(path) {
  if (!existsSync(path)) return { passed: 0, failed: 1, skipped: [] };
  const { suites, errors } = JSON.parse(readFileSync(path, 'utf8'));
  const specs = suites.flatMap(specsOf);
  const of = (status) =>
    specs.flatMap(({ title, tests }) => tests.filter((test) => test.status === status).map((test) => ({ title, test })));
  for (const { title } of of('flaky')) console.log(`   passed at the second try, a defect of the program or of the journey: ${title}`);
  return {
    passed: of('expected').length + of('flaky').length,
    failed: of('unexpected').length + (errors?.length ?? 0),
    skipped: of('skipped').map(({ title, test }) =>
      `${title} ${test.annotations.map(({ description }) => description ?? '').join(' ')}`.trim(),
    ),
  };
}

function specsOf(suite) {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
}

const steps = { format, typecheck, lint, unit, build: buildAll, e2e };

/** What reads the sources side by side; then one after the other what takes both cores for itself. */
const rounds = [['format', 'typecheck', 'lint'], ['unit'], ['build'], ['e2e']];

async function main(asked) {
  ensurePackages();
  const all = [];
  for (const round of rounds) all.push(...(await Promise.all(round.filter((name) => asked.length === 0 || asked.includes(name)).map(run))));
  const { passed, failed } = sum(all);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
  console.log(`\n${passed} passed, ${failed} failed`);
}

async function run(name) {
  const startedMs = Date.now();
  console.log(`\n== ${name}`);
  const counts = await steps[name]().catch((error) => (console.error(error), { passed: 0, failed: 1, skipped: [] }));
  const seconds = ((Date.now() - startedMs) / 1000).toFixed(0);
  console.log(`== ${name}: ${counts.passed} ok, ${counts.failed} not ok, ${counts.skipped.length} skipped, ${seconds} s`);
  for (const text of counts.skipped) console.log(`   skipped: ${text}`);
  return counts;
}

await main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exitCode = 1;
  console.log('\n0 passed, 1 failed');
});
