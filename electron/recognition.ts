/**
 * The program that reads one file and says what it holds. It runs apart from the library: the reading itself in a thread
 * with a bounded heap, while this one stays awake to watch the memory of both and to end with whoever asked.
 */
import { readFileSync } from 'node:fs';
import { isMainThread, parentPort as asker, Worker, workerData } from 'node:worker_threads';
import type { AppError } from '../shared/app-error.js';
import { recognitionLimits } from '../shared/import-limits.js';
import type { RecognitionAnswer, RecognitionRequest } from './services/recognition/messages.js';
import { assetsFolder } from './services/default-folders.js';
import { namingFile } from './services/recognition/naming-file.js';
import { learnStyleIn } from './services/recognition/learn-style.js';
import { recognizeBytes } from './services/recognition/read-file.js';
import { tooHungry } from './services/recognition/recognition.js';
import { randomIds } from './services/system-ports.js';

/** The line to the services: Electron's for a utility process, else Node's for a forked one. */
interface Line {
  say(answer: RecognitionAnswer): void;
  onRequest(listener: (request: RecognitionRequest) => void): void;
}

interface UtilityPort {
  postMessage(message: unknown): void;
  on(name: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

function openLine(): Line {
  const port = (process as { readonly parentPort?: UtilityPort }).parentPort;
  if (port) {
    return {
      say: (answer) => port.postMessage(answer),
      onRequest: (listener) => port.on('message', ({ data }) => listener(data as RecognitionRequest)),
    };
  }
  process.once('disconnect', () => process.exit());
  return {
    say: (answer) => void process.send?.(answer),
    onRequest: (listener) => process.on('message', (request) => listener(request as RecognitionRequest)),
  };
}

/** What the thread is told: it does not know where the program lies. */
interface ReaderTask extends RecognitionRequest {
  readonly assets: string;
}

/** A thread reads no Electron archive either; what it needs lies beside it. */
function unpackedAssets(): string {
  return assetsFolder().replace(/app\.asar(?=[\\/])/u, 'app.asar.unpacked');
}

const heapMb = 300;
const lookAgainMs = 50;

function serve(line: Line, { path, name, reading, task }: RecognitionRequest): void {
  const failed = ({ code, message }: AppError): void => line.say({ kind: 'failed', code, message });
  // The text of this very program: a path into an Electron archive is nothing a thread can be started from.
  const reader = new Worker(readFileSync(import.meta.filename, 'utf8'), {
    eval: true,
    workerData: { path, name, reading, ...(task && { task }), assets: unpackedAssets() } satisfies ReaderTask,
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 32 },
  });
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() <= recognitionLimits.memoryBytes) return;
    clearInterval(watch);
    void reader.terminate();
    failed(tooHungry(name));
  }, lookAgainMs);
  reader.on('message', (answer: RecognitionAnswer) => line.say(answer));
  reader.on('error', (error: NodeJS.ErrnoException) =>
    failed(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooHungry(name) : namingFile(error, name)),
  );
}

async function read({ path, name, reading, task, assets }: ReaderTask): Promise<void> {
  const say = (answer: RecognitionAnswer): void => asker?.postMessage(answer);
  try {
    say({ kind: 'step', step: '正在打开' });
    const bytes = readFileSync(path);
    say({ kind: 'step', step: '正在识别' });
    if (task === 'style') {
      say({ kind: 'learnt', style: learnStyleIn(name, bytes, randomIds) });
      return;
    }
    say({ kind: 'done', file: await recognizeBytes(name, bytes, randomIds, reading, assets) });
  } catch (error) {
    const { code, message } = namingFile(error, name);
    say({ kind: 'failed', code, message });
  }
}

if (isMainThread) {
  const line = openLine();
  line.onRequest((request) => serve(line, request));
} else void read(workerData as ReaderTask);
