/** Passages that a text shares word for word with earlier texts: a manuscript sent twice, or printed before. */

/** Passages of this many letters (汉字, Latin letters, digits; marks and blanks do not count) are told. */
export const passageLetters = 30;

/** Letters hashed together; with `step` chosen so that every passage of `passageLetters` holds one sampled group whole. */
const group = 15;
const step = passageLetters - group + 1;
/** Places kept of one group of letters: stock phrases stand in hundreds of texts, and looking each up would not end. */
const mostPlaces = 32;

/** A text that new ones are compared with. `id` is the caller's own. */
export interface KnownText {
  readonly id: string;
  readonly text: string;
}

/** One passage both texts hold, as offsets into the texts as given; letters alone are compared. */
export interface SharedPassage {
  readonly start: number;
  readonly end: number;
  readonly otherStart: number;
  readonly otherEnd: number;
  /** Letters in the passage. */
  readonly letters: number;
}

export interface SharedText {
  readonly id: string;
  /** In the order of the new text; they do not overlap. */
  readonly passages: readonly SharedPassage[];
  /** Part of the new text's letters that the passages hold, 0 to 1. */
  readonly share: number;
}

interface Letters {
  readonly codes: Uint32Array;
  /** Offset in the text of each letter, and after the last one the text's length. */
  readonly offsets: Uint32Array;
}

const isLetter = /[\p{L}\p{N}]/u;

/** Letters of a text, full-width forms and capitals made alike, with where each stands. */
function lettersOf(text: string): Letters {
  const codes = new Uint32Array(text.length);
  const offsets = new Uint32Array(text.length + 1);
  let count = 0;
  for (let offset = 0; offset < text.length; offset += 1) {
    const code = plainCode(text.charCodeAt(offset));
    if (code < 0x80 ? !isAsciiLetter(code) : code < 0x3400 && !isLetter.test(String.fromCharCode(code))) continue;
    if (code >= 0xff00) continue;
    codes[count] = code;
    offsets[count] = offset;
    count += 1;
  }
  offsets[count] = text.length;
  return { codes: codes.subarray(0, count), offsets: offsets.subarray(0, count + 1) };
}

/** Full-width forms as their plain ones, capitals as small letters. */
function plainCode(code: number): number {
  const plain = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
  return plain >= 0x41 && plain <= 0x5a ? plain + 0x20 : plain;
}

function isAsciiLetter(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a);
}

const factor = 0x01000193;
const topFactor = Array.from({ length: group - 1 }).reduce<number>((power) => Math.imul(power, factor), 1);

/** Hashes of all groups of letters, one for each place a group can start at. */
function* groupHashes(codes: Uint32Array): Generator<readonly [at: number, hash: number]> {
  let hash = 0;
  for (let end = 0; end < codes.length; end += 1) {
    if (end >= group) hash = (hash - Math.imul(codes[end - group] ?? 0, topFactor)) | 0;
    hash = (Math.imul(hash, factor) + (codes[end] ?? 0)) | 0;
    if (end >= group - 1) yield [end - group + 1, hash];
  }
}

interface Sample {
  readonly entry: number;
  readonly at: number;
}

/**
 * Finds passages shared with any of the texts it knows. Kept in memory; a text of n letters adds n ÷ 16 samples, and a
 * look-up reads the new text once, however many texts are known.
 */
export class PassageFinder {
  readonly #entries: { readonly id: string; readonly letters: Letters }[] = [];
  readonly #entryById = new Map<string, number>();
  readonly #samples = new Map<number, Sample | Sample[]>();

  /** Adds a text, or takes a new one in the place of the text with its id. */
  put({ id, text }: KnownText): void {
    this.remove(id);
    const letters = lettersOf(text);
    const entry = this.#entries.push({ id, letters }) - 1;
    this.#entryById.set(id, entry);
    for (const [at, hash] of groupHashes(letters.codes)) if (at % step === 0) this.#note(hash, { entry, at });
  }

  /** Forgets a text; its samples are passed over from then on. */
  remove(id: string): void {
    this.#entryById.delete(id);
  }

  #note(hash: number, sample: Sample): void {
    const found = this.#samples.get(hash);
    if (found === undefined) this.#samples.set(hash, sample);
    else if (!Array.isArray(found)) this.#samples.set(hash, [found, sample]);
    else if (found.length < mostPlaces) found.push(sample);
  }

  /** Texts that share at least one passage with `text`, the largest share first. Ids in `except` are left out. */
  find(text: string, except: ReadonlySet<string> = new Set()): readonly SharedText[] {
    const letters = lettersOf(text);
    const runs = new Map<number, Run[]>();
    for (const [at, hash] of groupHashes(letters.codes)) {
      const found = this.#samples.get(hash);
      if (found === undefined) continue;
      for (const sample of Array.isArray(found) ? found : [found]) this.#grow(letters, at, sample, runs, except);
    }
    return [...runs]
      .map(([entry, found]) => this.#shared(entry, found, letters))
      .sort((left, right) => right.share - left.share || (left.id < right.id ? -1 : 1));
  }

  /** Extends a sampled group both ways to the whole run of equal letters, unless that run is known already. */
  #grow({ codes }: Letters, at: number, sample: Sample, runs: Map<number, Run[]>, except: ReadonlySet<string>): void {
    const known = this.#entries[sample.entry];
    if (known === undefined || except.has(known.id) || this.#entryById.get(known.id) !== sample.entry) return;
    const found = runs.get(sample.entry) ?? [];
    if (found.some(({ start, end, shift }) => at >= start && at < end && shift === sample.at - at)) return;
    const run = equalRun(codes, at, known.letters.codes, sample.at);
    if (run.end - run.start < passageLetters) return;
    runs.set(sample.entry, [...found, run]);
  }

  #shared(entry: number, runs: readonly Run[], letters: Letters): SharedText {
    const known = this.#entries[entry];
    if (known === undefined) throw new RangeError('no such text');
    const kept = withoutOverlaps(runs);
    const passages = kept.map(({ start, end, shift }) => ({
      start: letters.offsets[start] ?? 0,
      end: (letters.offsets[end - 1] ?? 0) + 1,
      otherStart: known.letters.offsets[start + shift] ?? 0,
      otherEnd: (known.letters.offsets[end + shift - 1] ?? 0) + 1,
      letters: end - start,
    }));
    const held = passages.reduce((sum, passage) => sum + passage.letters, 0);
    return { id: known.id, passages, share: held / Math.max(1, letters.codes.length) };
  }
}

/** Letters `start` to `end` of the new text equal those of the other one `shift` further on. */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly shift: number;
}

function equalRun(codes: Uint32Array, at: number, other: Uint32Array, otherAt: number): Run {
  const shift = otherAt - at;
  let start = at;
  let end = at;
  while (start > 0 && start + shift > 0 && codes[start - 1] === other[start + shift - 1]) start -= 1;
  while (end < codes.length && end + shift < other.length && codes[end] === other[end + shift]) end += 1;
  return { start, end, shift };
}

/** The longest runs first, each less what a longer one holds of the new text; rests too short to tell are dropped. */
function withoutOverlaps(runs: readonly Run[]): readonly Run[] {
  const kept: Run[] = [];
  for (const run of [...runs].sort((left, right) => right.end - right.start - (left.end - left.start))) {
    const start = Math.max(run.start, ...kept.filter((each) => each.start <= run.start && each.end > run.start).map(({ end }) => end));
    const end = Math.min(run.end, ...kept.filter((each) => each.start >= start && each.start < run.end).map((each) => each.start));
    if (end - start >= passageLetters) kept.push({ ...run, start, end });
  }
  return kept.sort((left, right) => left.start - right.start);
}
