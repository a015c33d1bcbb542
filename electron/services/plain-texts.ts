import { composeIssue } from '../../shared/layout/compose-issue.js';
import { recordPath } from '../../shared/library/records/records.js';
import { writeText } from '../../shared/writers/text/write-text.js';
import type { Library } from './library/library.js';

/** A text follows its record after this quiet time: an editor who types has it written once. */
const quietMs = 5_000;
/** Texts that are missing or old are looked for when the program has been open this long. */
const firstLookMs = 30_000;

/** Calls back once after a while; the function returned stops that. */
export type Schedule = (action: () => void, delayMs: number) => () => void;

/**
 * Keeps beside the record of each issue its printed words as plain text, so that the folder can be read without the
 * program. Nothing ever reads them back: they are written after the record, and anew when missing or older than it.
 */
export class PlainTexts {
  readonly #library: Library;
  readonly #schedule: Schedule;
  readonly #waiting = new Set<string>();
  readonly #unwatch: () => void;
  #unschedule: () => void = () => undefined;
  #last: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(library: Library, schedule: Schedule) {
    this.#library = library;
    this.#schedule = schedule;
    this.#unwatch = library.watch((changes) => {
      for (const { kind, key } of changes) if (kind === 'issue') this.#waiting.add(key);
      if (this.#waiting.size > 0) this.#writeIn(quietMs);
    });
    if (library.readOnlyReason === undefined) this.#unschedule = schedule(() => void this.renew().catch(() => undefined), firstLookMs);
  }

  /** Writes the texts that are missing or older than their records, one after another. */
  async renew(): Promise<void> {
    const { issues } = await this.#library.list();
    for (const { key } of issues) if (await this.#isOld(key)) this.#waiting.add(key);
    await this.write();
  }

  /** Writes what waits. A text that cannot be written is written another time: no word is in it alone. */
  write(): Promise<void> {
    this.#unschedule();
    this.#last = this.#last.then(async () => {
      for (const key of [...this.#waiting]) {
        if (this.#isClosed) return;
        this.#waiting.delete(key);
        await this.#writeOne(key).catch(() => undefined);
      }
    });
    return this.#last;
  }

  /** Writes what the last changes left to be written. */
  async close(): Promise<void> {
    this.#unwatch();
    await this.write();
    this.#isClosed = true;
  }

  #writeIn(delayMs: number): void {
    this.#unschedule();
    this.#unschedule = this.#schedule(() => void this.write(), delayMs);
  }

  async #isOld(key: string): Promise<boolean> {
    const { disk } = this.#library.shelf;
    const [record, text] = await Promise.all([disk.stat(this.#recordAt(key)), disk.stat(this.#textAt(key))]);
    return record !== undefined && (text === undefined || text.mtimeMs < record.mtimeMs);
  }

  /** An issue that is gone from its place takes its text along. */
  async #writeOne(key: string): Promise<void> {
    const { disk } = this.#library.shelf;
    const target = this.#textAt(key);
    if ((await disk.stat(this.#recordAt(key))) === undefined) return disk.remove(target);
    const { issue } = await this.#library.getIssue(key);
    const next = `${target}.新`;
    await disk.remove(next);
    await disk.writeNew(next, Buffer.from(writeText(composeIssue(issue)), 'utf8'));
    await disk.rename(next, target);
  }

  #recordAt(key: string): string {
    return this.#library.shelf.at(recordPath('issue', key));
  }

  #textAt(key: string): string {
    return this.#recordAt(key).replace(/\.json$/u, '.txt');
  }
}
