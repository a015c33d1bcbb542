/** Saves the newest state of one open issue: debounced, one save at a time, and truthful about what is on disk. */

/** What the status bar says about the open issue; `at` is an ISO instant. */
export type SaveState =
  | { readonly kind: 'saved'; readonly at?: string }
  | { readonly kind: 'saving' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string };

export interface SaveQueuePorts {
  /** Sends the newest state and takes in the answer; rejects with `code` and `message` when it was not saved. */
  send(): Promise<{ readonly savedAt: string }>;
  report(state: SaveState): void;
  failure(reason: unknown): { readonly code: string; readonly message: string };
  /** Runs `action` after a while; returns what stops it. */
  schedule(action: () => void, delayMs: number): () => void;
}

export const saveDelayMs = 400;
/** While the editor types without pause a save still starts at least this often: what is two seconds old is on the disk, a slow save included. */
export const longestWaitMs = 1000;
const retryMs = 5000;
/** Failures that can pass by themselves. */
const passingFailures = new Set(['disk-busy', 'disk-full', 'disk-failed', 'library-read-only', 'internal']);

export class SaveQueue {
  #dirty = false;
  #closed = false;
  #stopTimer: (() => void) | undefined;
  #stopDeadline: (() => void) | undefined;
  #running: Promise<boolean> | undefined;

  constructor(private readonly ports: SaveQueuePorts) {}

  /** The state changed: save it soon. */
  touch(): void {
    this.#dirty = true;
    if (this.#closed) return;
    if (!this.#running) this.ports.report({ kind: 'waiting' });
    this.#stopTimer?.();
    this.#stopTimer = this.ports.schedule(() => void this.flush(), saveDelayMs);
    this.#stopDeadline ??= this.ports.schedule(() => void this.flush(), longestWaitMs);
  }

  /** Saves what is not saved yet; false when it could not be saved. */
  async flush(): Promise<boolean> {
    this.#stopTimers();
    while (this.#dirty || this.#running) {
      this.#running ??= this.#save();
      if (!(await this.#running)) return false;
    }
    return true;
  }

  /** Gives up whatever is not saved: nothing is sent or reported from here on. */
  close(): void {
    this.#closed = true;
    this.#dirty = false;
    this.#stopTimers();
  }

  async #save(): Promise<boolean> {
    this.#dirty = false;
    this.ports.report({ kind: 'saving' });
    try {
      const { savedAt } = await this.ports.send();
      this.#running = undefined;
      if (!this.#closed) this.ports.report(this.#dirty ? { kind: 'waiting' } : { kind: 'saved', at: savedAt });
      return true;
    } catch (reason) {
      this.#running = undefined;
      if (!this.#closed) this.#fail(this.ports.failure(reason));
      return false;
    }
  }

  #fail(failure: { readonly code: string; readonly message: string }): void {
    this.#dirty = true;
    this.ports.report({ kind: 'failed', ...failure });
    if (passingFailures.has(failure.code)) this.#stopTimer ??= this.ports.schedule(() => void this.flush(), retryMs);
  }

  #stopTimers(): void {
    this.#stopTimer?.();
    this.#stopDeadline?.();
    this.#stopTimer = undefined;
    this.#stopDeadline = undefined;
  }
}
