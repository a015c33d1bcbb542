// npm run fuzz: 10,000 damaged and hostile files against the reader, bombs among them through its own process, as many bundles,
// 200 cuts of an exchange, then every bomb here and in that process, and the program killed 200 times while an editor types;
// `npm run fuzz -- COUNT SEED` tries others.
// A bounded share of both runs in npm test.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensurePackages, root } from './ensure.mjs';

ensurePackages();
const [inputs = '10000', seed = '1'] = process.argv.slice(2);
const words = [
  'run',
  'tests/unit/fuzz',
  'tests/unit/services/recognition',
  'tests/unit/hosts/fork-recognition.test.ts',
  '--reporter=verbose',
];
const { status } = spawnSync(process.execPath, [join(root, 'node_modules', 'vitest', 'vitest.mjs'), ...words], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, ZHUANBAO_FUZZ: inputs, ZHUANBAO_FUZZ_SEED: seed, ZHUANBAO_KILLS: '200' },
});
process.exitCode = status ?? 1;
