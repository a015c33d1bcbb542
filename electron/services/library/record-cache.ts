import type { Stored } from './read-record.js';
import type { Shelf } from './shelf.js';

/** Records held; a window has one open, an import touches a few. */
const most = 8;

interface Held {
  readonly stored: Stored<unknown>;
  readonly size: number;
  readonly mtimeMs: number;
}

/** The records read or written last, as long as their files have not changed since. */
export class RecordCache {
  readonly #shelf: Shelf;
  readonly #held = new Map<string, Held>();

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
  }

  async get<Value>(path: string): Promise<Stored<Value> | undefined> {
    const held = this.#held.get(path);
    if (held === undefined) return undefined;
    const facts = await this.#shelf.disk.stat(this.#shelf.at(path));
    if (facts?.size === held.size && facts.mtimeMs === held.mtimeMs) return held.stored as Stored<Value>;
    this.#held.delete(path);
    return undefined;
  }

  async put(path: string, stored: Stored<unknown>): Promise<void> {
    this.#held.delete(path);
    const facts = await this.#shelf.disk.stat(this.#shelf.at(path));
    if (facts === undefined) return;
    this.#held.set(path, { stored, ...facts });
    const [oldest] = this.#held.keys();
    if (this.#held.size > most && oldest !== undefined) this.#held.delete(oldest);
  }

  drop(path: string): void {
    this.#held.delete(path);
  }
}
