// Checks every layer against its own tsconfig, two at a time, the longest first; prints each layer's errors and fails if any has one.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const layers = ['tests', 'renderer', 'electron', 'shared', 'shared/word/write'];

function check(layer) {
  return new Promise((resolve) => {
    // What the last check learned of unchanged files is kept, so that a check after a small change takes a second.
    const memory = ['--incremental', '--tsBuildInfoFile', `node_modules/.cache/zhuanbao/types-${layer.replaceAll('/', '-')}.tsbuildinfo`];
    const child = spawn(process.execPath, ['node_modules/typescript/bin/tsc', '--pretty', 'false', ...memory, '-p', layer], { cwd: root });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('close', (code) => {
      console.log(`typecheck ${layer}: ${code === 0 ? 'ok' : 'failed'}`);
      if (code !== 0) console.log(output.trim());
      resolve(code === 0);
    });
  });
}

const waiting = process.argv.length > 2 ? process.argv.slice(2) : [...layers];
const results = [];
async function work() {
  for (let layer = waiting.shift(); layer !== undefined; layer = waiting.shift()) results.push(await check(layer));
}
await Promise.all([work(), work()]);
process.exitCode = results.every(Boolean) ? 0 : 1;
