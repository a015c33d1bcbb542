import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { commandList, shortcutLabels } from '../../shared/commands.js';

const manual = readFileSync(fileURLToPath(new URL('../../assets/manual/index.html', import.meta.url)), 'utf8');

it('the manual tells how to reach every view by a key', () => {
  const table = manual.slice(manual.indexOf('<h2 id="keys">'), manual.indexOf('<h2 id="questions">'));
  const missing = commandList
    .filter(({ id }) => id.startsWith('show.'))
    .flatMap((command) => shortcutLabels(command).filter((label) => !table.includes(`<kbd>${label}</kbd>`)));
  expect(missing).toEqual([]);
});
