import { createHash } from 'node:crypto';
import { z } from 'zod';
import { journalFolder, paperNames } from '../../../shared/library/library-layout.js';
import type { Patch } from '../../../shared/library/json-patch.js';
import { kindNameSchema } from '../../../shared/library/records/records.js';
import { errorCode } from './disk-error.js';
import type { Shelf } from './shelf.js';

/** A file is closed beyond this size, and the oldest are let go beyond this sum; history versions last longer. */
const segmentBytes = 4 * 1024 * 1024;
const allBytes = 64 * 1024 * 1024;

const segmentName = /^\d{10}\.jsonl$/u;

const patchSchema = z.array(z.looseObject({ at: z.array(z.union([z.string(), z.number()])) })) as unknown as z.ZodType<Patch>;

/** One thing a commit does to a file of the library. */
const stepSchema = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('write'),
    kind: kindNameSchema,
    key: z.string(),
    /** Key it had before, when the change gave it another. */
    from: z.string().optional(),
    /** Checksums of the record before and after; none before: it is new. */
    before: z.string().optional(),
    after: z.string(),
    /** What changed; absent for a new record. */
    patch: patchSchema.optional(),
    /** The whole record, where there is no patch. */
    value: z.unknown().optional(),
  }),
  z.strictObject({
    do: z.literal('move'),
    kind: kindNameSchema,
    key: z.string(),
    /** Checksum of the record that moves. */
    revision: z.string(),
    /** Paths below the library. */
    path: z.string(),
    to: z.string(),
  }),
  z.strictObject({
    do: z.literal('paper'),
    paper: z.enum(paperNames),
    /** Checksums before (none: it was not there) and after. */
    before: z.string().optional(),
    after: z.string(),
    /** What changed; absent for a new paper. */
    patch: patchSchema.optional(),
    /** The whole paper, where there is no patch. */
    value: z.unknown().optional(),
  }),
]);
export type CommitStep = z.infer<typeof stepSchema>;

const entrySchema = z.strictObject({
  seq: z.int().min(1),
  /** ISO instant. */
  at: z.iso.datetime({ offset: true }),
  reason: z.string(),
  steps: z.array(stepSchema),
});
/** One commit: all of its steps are done, or none. */
export type JournalEntry = z.infer<typeof entrySchema>;

const lineSchema = z.union([entrySchema, z.strictObject({ done: z.int().min(1) })]);

interface Segment {
  readonly number: number;
  /** Bytes of whole, good lines. */
  size: number;
}

interface Tail {
  readonly size: number;
  readonly lastSeq: number;
  readonly unfinished: JournalEntry | undefined;
  readonly entries: readonly JournalEntry[];
}

/**
 * The library's append-only journal: one line a commit, with its checksum, on the disk before any file of the library
 * is touched, and a line when all of them are. Of the last commit alone it may be open whether it was carried out.
 */
export class Journal {
  readonly #shelf: Shelf;
  #segments: Segment[] = [];
  #lastSeq = 0;
  /** A line that could not be taken back: the file is cut to its size before anything is added. */
  #isFrayed = false;

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
  }

  /**
   * Reads the end of the journal; a line cut short counts as not written. Comes back with a commit not known to be done,
   * and with the last commits, which the audit trail may not have yet.
   */
  async open(): Promise<{ readonly unfinished: JournalEntry | undefined; readonly last: readonly JournalEntry[] }> {
    const numbers = await this.#numbers();
    this.#segments = [];
    for (const number of numbers) {
      const size = (await this.#shelf.disk.stat(this.#at(number)))?.size ?? 0;
      this.#segments.push({ number, size });
    }
    const last = this.#segments.at(-1);
    if (last === undefined) return { unfinished: undefined, last: [] };
    const tail = readTail(await this.#shelf.disk.readFile(this.#at(last.number)));
    this.#isFrayed = tail.size < last.size;
    last.size = tail.size;
    this.#lastSeq = Math.max(tail.lastSeq, last.number);
    return { unfinished: tail.unfinished, last: tail.entries };
  }

  /** Puts a commit on the disk. @throws Node's own errors; the journal is then as it was */
  async begin(entry: Omit<JournalEntry, 'seq'>): Promise<JournalEntry> {
    const whole = { seq: this.#lastSeq + 1, ...entry };
    const segment = await this.#segmentForNext(whole.seq);
    await this.#mend(segment);
    const bytes = encodeLine(whole);
    try {
      await this.#shelf.disk.append(this.#at(segment.number), bytes);
    } catch (error) {
      this.#isFrayed = true;
      await this.#mend(segment).catch(() => undefined);
      throw error;
    }
    segment.size += bytes.length;
    this.#lastSeq = whole.seq;
    return whole;
  }

  /** Notes that a commit was carried out. A failure is no loss: what is done is seen when the library is opened. */
  async done({ seq }: JournalEntry): Promise<void> {
    const segment = this.#segments.at(-1);
    if (segment === undefined) return;
    const bytes = encodeLine({ done: seq });
    try {
      await this.#shelf.disk.append(this.#at(segment.number), bytes);
      segment.size += bytes.length;
    } catch {
      this.#isFrayed = true;
    }
  }

  /** Takes the last commit back: it never happened. @throws Node's own errors */
  async cancel(entry: JournalEntry): Promise<void> {
    const segment = this.#segments.at(-1);
    if (segment === undefined || entry.seq !== this.#lastSeq) return;
    segment.size -= encodeLine(entry).length;
    this.#isFrayed = true;
    await this.#mend(segment);
  }

  /** All commits that can be read, newest first; damaged lines are passed over. */
  async entries(): Promise<readonly JournalEntry[]> {
    const found: JournalEntry[] = [];
    for (const number of (await this.#numbers()).toReversed()) {
      const { lines } = readLines(await this.#read(number));
      found.push(...lines.flatMap((line) => ('done' in line ? [] : [line])).toReversed());
    }
    return found;
  }

  async #mend(segment: Segment): Promise<void> {
    if (!this.#isFrayed) return;
    await this.#shelf.disk.truncate(this.#at(segment.number), segment.size);
    this.#isFrayed = false;
  }

  /** Files are named by the number of their first commit. */
  async #segmentForNext(seq: number): Promise<Segment> {
    const last = this.#segments.at(-1);
    if (last !== undefined && last.size < segmentBytes) return last;
    if (last !== undefined) await this.#mend(last);
    await this.#shelf.disk.makeFolder(this.#shelf.at(journalFolder));
    await this.#shelf.disk.remove(this.#at(seq));
    await this.#shelf.disk.writeNew(this.#at(seq), new Uint8Array());
    await this.#shelf.disk.syncFolder(this.#shelf.at(journalFolder));
    const segment = { number: seq, size: 0 };
    this.#segments.push(segment);
    await this.#letGo();
    return segment;
  }

  async #letGo(): Promise<void> {
    const sum = (): number => this.#segments.reduce((bytes, { size }) => bytes + size, 0);
    while (this.#segments.length > 1 && sum() > allBytes) {
      const oldest = this.#segments.shift();
      if (oldest !== undefined) await this.#shelf.disk.remove(this.#at(oldest.number));
    }
  }

  async #numbers(): Promise<readonly number[]> {
    const names = await this.#shelf.disk.list(this.#shelf.at(journalFolder));
    return names.flatMap((name) => (segmentName.test(name) ? [Number(name.slice(0, 10))] : [])).sort((left, right) => left - right);
  }

  async #read(number: number): Promise<Uint8Array> {
    try {
      return await this.#shelf.disk.readFile(this.#at(number));
    } catch (error) {
      if (['ENOENT', 'EIO'].includes(errorCode(error))) return new Uint8Array();
      throw error;
    }
  }

  #at(number: number): string {
    return this.#shelf.at(`${journalFolder}/${String(number).padStart(10, '0')}.jsonl`);
  }
}

/** A line: SHA-256 of the JSON text, a blank, the JSON text. */
function encodeLine(line: z.infer<typeof lineSchema>): Uint8Array {
  const text = JSON.stringify(line);
  return Buffer.from(`${sha256(text)} ${text}\n`, 'utf8');
}

function readLines(bytes: Uint8Array): { readonly lines: readonly z.infer<typeof lineSchema>[]; readonly size: number } {
  const lines: z.infer<typeof lineSchema>[] = [];
  let size = 0;
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(10, start);
    if (end === -1) break;
    const line = decodeLine(Buffer.from(bytes.subarray(start, end)).toString('utf8'));
    start = end + 1;
    if (line === undefined) continue;
    lines.push(line);
    size = start;
  }
  return { lines, size };
}

/** Segments of the journal with lines that are not what was written; half a last line counts as not written. */
export async function verifyJournal(shelf: Shelf): Promise<readonly { readonly file: string; readonly message: string }[]> {
  const damaged: { file: string; message: string }[] = [];
  for (const name of await shelf.disk.list(shelf.at(journalFolder))) {
    if (!segmentName.test(name)) continue;
    const text = new TextDecoder().decode(await shelf.disk.readFile(shelf.at(`${journalFolder}/${name}`)));
    const lines = text.split('\n').slice(0, -1);
    const bad = lines.flatMap((line, index) => (decodeLine(line) === undefined ? [index + 1] : []));
    if (bad.length > 0)
      damaged.push({
        file: `${journalFolder}/${name}`,
        message: `日志第 ${bad.slice(0, 5).join('、')} 行${bad.length > 5 ? '等' : ''}已损坏；各期和历史不受影响，只是这几次改动不能再逐步追溯。`,
      });
  }
  return damaged;
}

function readTail(bytes: Uint8Array): Tail {
  const { lines, size } = readLines(bytes);
  let unfinished: JournalEntry | undefined;
  let lastSeq = 0;
  for (const line of lines) {
    if ('done' in line) unfinished = unfinished?.seq === line.done ? undefined : unfinished;
    else [unfinished, lastSeq] = [line, line.seq];
  }
  return { size, lastSeq, unfinished, entries: lines.flatMap((line) => ('done' in line ? [] : [line])) };
}

function decodeLine(line: string): z.infer<typeof lineSchema> | undefined {
  const text = line.slice(65);
  if (line[64] !== ' ' || sha256(text) !== line.slice(0, 64)) return undefined;
  const parsed = lineSchema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : undefined;
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
