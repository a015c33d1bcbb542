import { setFlagsFromString } from 'node:v8';
import { AppError } from '../shared/app-error.js';
import { assetsFolder, defaultLibraryFolder, recognitionProgram, userDataFolder } from './services/default-folders.js';
import { createFontShelf } from './services/fonts/font-shelf.js';
import type { Recognition } from './services/ports.js';
import { randomIds, systemClock } from './services/system-ports.js';
import { helpText, readArguments } from './terminal/arguments.js';
import { runCommand } from './terminal/run-command.js';
import { UsageError } from './terminal/usage-error.js';

// A command of seconds is over before code compiled anew for speed has earned its cost, a quarter of an export's time of the
// processor: only what runs some fifteen times longer than usual is worth it. Later engines weigh that themselves, and know no such flag.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=1000000');

/** Exit codes: 0 done, 1 failed, 2 wrong usage. */
async function main(words: readonly string[]): Promise<number> {
  const { command, json, library } = readArguments(words);
  if (command.kind === 'help') {
    process.stdout.write(helpText);
    return 0;
  }
  const allDone = await runCommand(command, json, {
    libraryFolder: library ?? defaultLibraryFolder(),
    assetsFolder: assetsFolder(),
    userFolder: userDataFolder(),
    clock: systemClock,
    ids: randomIds,
    fonts: createFontShelf(assetsFolder()),
    recognition,
    print: (line) => process.stdout.write(`${line}\n`),
    complain,
  });
  return allDone ? 0 : 1;
}

/** Reads strangers' files; loaded with the first one. */
const recognition: Recognition = {
  recognize: async (file, watch) => (await loadRecognition()).recognize(file, watch),
  learnStyle: async (file, watch) => (await loadRecognition()).learnStyle(file, watch),
};

async function loadRecognition(): Promise<Recognition> {
  const { createConvertingRecognition } = await import('./services/convert/converting-recognition.js');
  const { createRecognition } = await import('./services/recognition/recognition.js');
  const { forkRecognition } = await import('./hosts/fork-recognition.js');
  return createConvertingRecognition(createRecognition(() => forkRecognition(recognitionProgram())));
}

/** One Chinese sentence and a code on standard error. */
function complain(error: unknown): void {
  if (error instanceof AppError) process.stderr.write(`${error.message} [${error.code}]\n`);
  else process.stderr.write(`程序内部出错，操作没有完成：${error instanceof Error ? error.message : String(error)} [internal]\n`);
}

// A reader that has seen enough (head) goes away; what was begun is still finished.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof UsageError) process.stderr.write(`${error.message} [usage]\n`);
  else complain(error);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
