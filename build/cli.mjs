// npm run -s cli -- …: builds when stale, saying nothing, then runs the terminal program with its exit code.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensurePackages, root } from './ensure.mjs';

ensurePackages();
const { build } = await import('./build.mjs');
await build({ ifStale: true, quiet: true });
// npm runs this in the project's folder; files are named from where the user stands.
const cwd = process.env.INIT_CWD ?? process.cwd();
const child = spawn(process.execPath, [join(root, 'dist', 'electron', 'cli.mjs'), ...process.argv.slice(2)], { cwd, stdio: 'inherit' });
child.on('close', (code) => (process.exitCode = code ?? 1));
