import { join } from 'node:path';
import type { Clock } from '../ports.js';
import type { FileSystem } from './file-system.js';

/** One opened library folder: its disk, whether it may be changed, and what the editor is to be told. */
export class Shelf {
  /** False until the lock is held, and for good in a library opened for reading: then nothing on disk changes. */
  canWrite = false;
  readonly #notices = new Set<string>();

  constructor(
    readonly disk: FileSystem,
    readonly folder: string,
    readonly clock: Clock,
  ) {}

  /** Absolute path of a path of `library-layout.ts`. */
  at(path: string): string {
    return join(this.folder, ...path.split('/'));
  }

  /** Remembers a Chinese sentence for the editor; the same one is told once. */
  tell(notice: string): void {
    this.#notices.add(notice);
  }

  notices(): readonly string[] {
    return [...this.#notices];
  }
}

/** An instant as an editor reads it, in the machine's own time: 11月22日 17:20. */
export function clockTime(instant: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${instant.getMonth() + 1}月${instant.getDate()}日 ${two(instant.getHours())}:${two(instant.getMinutes())}`;
}
