/** A window for test files that share a process: loaded once, and each file gets a new one that knows nothing of those before it. */
import { GlobalWindow } from 'happy-dom';
import { populateGlobal, type Environment } from 'vitest/runtime';

declare global {
  /** Puts a new window in the place of the one before, whose timers end. */
  var openFreshWindow: () => void;
}

/** What Node has as well: the window's own is taken. */
const shared = [
  'Request',
  'Response',
  'MessagePort',
  'fetch',
  'Headers',
  'AbortController',
  'AbortSignal',
  'URL',
  'URLSearchParams',
  'FormData',
];

/** Keeps every timer that is started from now on; gives back what ends them all. */
function keepTimers(): () => void {
  const timers = new Set<NodeJS.Timeout>();
  const kept = <Start extends typeof setTimeout | typeof setInterval>(start: Start): Start =>
    new Proxy(start, {
      apply(target, self, words: unknown[]) {
        const timer = Reflect.apply(target, self, words) as NodeJS.Timeout;
        timers.add(timer);
        return timer;
      },
    });
  globalThis.setTimeout = kept(setTimeout);
  globalThis.setInterval = kept(setInterval);
  return () => {
    for (const timer of timers) clearTimeout(timer);
    timers.clear();
  };
}

/** Lays a window over Node's globals; gives back what takes it away again, with what was put beside it. */
function fill(window: GlobalWindow): () => void {
  const { keys, originals } = populateGlobal(globalThis, window, { bindFunctions: true, additionalKeys: shared });
  const known = new Set(Object.getOwnPropertyNames(globalThis));
  return () => {
    const added = Object.getOwnPropertyNames(globalThis).filter((key) => !known.has(key) && !key.startsWith('__vitest'));
    for (const key of [...keys, ...added])
      if (!Reflect.deleteProperty(globalThis, key))
        throw new Error(`${key} of the window cannot be taken away again: define it configurable`);
    for (const [key, value] of originals) Reflect.set(globalThis, key, value);
    void window.happyDOM.abort();
  };
}

export default {
  name: 'window',
  viteEnvironment: 'client',
  setup() {
    const endTimers = keepTimers();
    const open = () => fill(new GlobalWindow({ console, url: 'http://localhost:3000', settings: { disableErrorCapturing: true } }));
    let close = (): void => undefined;
    globalThis.openFreshWindow = () => {
      endTimers();
      close();
      close = open();
    };
    openFreshWindow();
    // The last window goes with the process.
    return { teardown: () => undefined };
  },
} satisfies Environment;
