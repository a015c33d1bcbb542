import { issueItems, plainTitle, type Issue, type Item } from '../../../shared/document/issue.js';
import { picturesOf } from '../../../shared/document/picture.js';
import { exchangePath, fileName, generationPath, journalFolder, trashFolder, undoFolder } from '../../../shared/library/library-layout.js';
import { parseKind, titleOfRecord, type KindName, type ValueOf } from '../../../shared/library/records/records.js';
import type { Job } from '../jobs.js';
import { recordLabel } from '../library/commit-deed.js';
import { errorCode } from '../library/disk-error.js';
import { decodeEnvelope, formatOf, type Content } from '../library/envelope.js';
import { findPlaces, type Place } from '../library/places.js';
import type { Shelf } from '../library/shelf.js';
import { generationCount } from '../library/stored-file.js';

/** An item of an issue with what it names. */
export interface LinkedItem {
  readonly id: string;
  readonly title: string;
  readonly submissions: readonly string[];
  readonly paragraphs: readonly { readonly submission: string; readonly paragraph: string }[];
}

/** A record's file as the survey found it. */
export interface Seen {
  readonly place: Place;
  readonly label: string;
  readonly state: 'good' | 'newer' | 'damaged' | 'missing' | 'unreadable';
  /** Why it cannot be read though it is whole. */
  readonly reason?: string;
}

/** What a reading of all records came to. */
export interface Survey {
  readonly seen: readonly Seen[];
  /** Good records by kind and key: `issue 2022-10`. */
  readonly records: ReadonlySet<string>;
  /** Ids in the trash by kind and key. */
  readonly trashed: ReadonlyMap<string, string>;
  readonly issues: readonly {
    readonly key: string;
    readonly label: string;
    readonly isLocked: boolean;
    readonly items: readonly LinkedItem[];
  }[];
  /** Ids of the paragraphs of each submission. */
  readonly submissions: ReadonlyMap<string, ReadonlySet<string>>;
  /** Attachments that records name, each with one that does. */
  readonly files: ReadonlyMap<string, string>;
  /** Pictures that articles show, each with the title of one. */
  readonly pictures: ReadonlyMap<string, string>;
  /** Every digest written anywhere: who names an attachment keeps it. */
  readonly digests: Set<string>;
  readonly strangers: readonly string[];
}

/** Name of a record in the survey's sets. */
export function nameOf(kind: KindName, key: string): string {
  return `${kind} ${key}`;
}

/** Reads every record, the trash, the exchange, the journal and the undo steps. Nothing is changed. @throws AppError `cancelled` */
export async function survey(shelf: Shelf, isLocked: (issue: Issue) => boolean, { report, signal }: Job): Promise<Survey> {
  const { places, strangers } = await findPlaces(shelf);
  const seen: Seen[] = [];
  const records = new Set<string>();
  const trashed = new Map<string, string>();
  const issues: Survey['issues'][number][] = [];
  const submissions = new Map<string, ReadonlySet<string>>();
  const files = new Map<string, string>();
  const pictures = new Map<string, string>();
  const digests = new Set<string>();
  const addPictures = ({ title, paragraphs }: Item): void => {
    for (const { sha256 } of picturesOf(paragraphs)) if (!pictures.has(sha256)) pictures.set(sha256, plainTitle(title));
  };
  for (const [done, place] of places.entries()) {
    signal.throwIfAborted();
    report('正在核对各期、来稿和回收站', done, places.length);
    const { content, bytes } = await readContent(shelf, place);
    collectDigests(bytes, digests);
    const plain = recordLabel(place.kind, place.key);
    const parsed = content.kind === 'good' ? parseKind(place.kind, content.data) : undefined;
    if (parsed?.ok !== true) {
      const state = content.kind === 'good' ? 'unreadable' : content.kind;
      seen.push({ place, label: `${plain} `, state, ...(parsed?.reason === undefined ? {} : { reason: parsed.reason }) });
      if (place.trashed === undefined) records.add(nameOf(place.kind, place.key));
      continue;
    }
    const label = recordLabel(place.kind, place.key, titleOfRecord(place.kind, parsed.value));
    seen.push({ place, label, state: 'good' });
    if (place.trashed !== undefined) {
      trashed.set(nameOf(place.kind, place.key), place.trashed.id);
      continue;
    }
    records.add(nameOf(place.kind, place.key));
    for (const digest of digestsIn(bytes, place.kind)) if (!files.has(digest)) files.set(digest, label);
    if (place.kind === 'issue') {
      const issue = parsed.value as Issue;
      for (const { item } of issueItems(issue)) addPictures(item);
      issues.push({ key: place.key, label, isLocked: isLocked(issue), items: linkedItems(issue) });
    }
    if (place.kind === 'submission') {
      const { article } = parsed.value as ValueOf<'submission'>;
      addPictures(article);
      submissions.set(place.key, new Set(article.paragraphs.map(({ id }) => id)));
    }
  }
  await collectElsewhere(shelf, digests);
  return { seen, records, trashed, issues, submissions, files, pictures, digests, strangers };
}

/** Digests of files that a good record of issues or submissions names; its own checksum is none. */
function digestsIn(bytes: Uint8Array, kind: KindName): readonly string[] {
  if (kind !== 'issue' && kind !== 'submission') return [];
  const text = Buffer.from(bytes).toString('latin1');
  return [...text.slice(text.indexOf('"data"')).matchAll(/"sha256": ?"([0-9a-f]{64})"/gu)].map(([, digest = '']) => digest);
}

/** Adds every digest that stands in bytes of any kind. */
export function collectDigests(bytes: Uint8Array, digests: Set<string>): void {
  for (const [digest] of Buffer.from(bytes)
    .toString('latin1')
    .matchAll(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/gu))
    digests.add(digest);
}

async function collectElsewhere(shelf: Shelf, digests: Set<string>): Promise<void> {
  const journals = (await shelf.disk.list(shelf.at(journalFolder))).map((name) => `${journalFolder}/${name}`);
  // A picture taken out of an issue comes back by undo.
  const undos = (await shelf.disk.list(shelf.at(undoFolder))).map((name) => `${undoFolder}/${name}`);
  for (const path of [exchangePath, generationPath(exchangePath, 1), ...journals, ...undos])
    collectDigests((await readBytes(shelf, path)) ?? new Uint8Array(), digests);
}

async function readContent(shelf: Shelf, { kind, path }: Place): Promise<{ content: Content | { kind: 'missing' }; bytes: Uint8Array }> {
  const bytes = await readBytes(shelf, path);
  if (bytes === undefined) return { content: { kind: 'missing' }, bytes: new Uint8Array() };
  return { content: decodeEnvelope(formatOf(kind), bytes), bytes };
}

/** Bytes of a file; undefined when it is not there, none where the disk cannot read them any more. */
export async function readBytes(shelf: Shelf, path: string): Promise<Uint8Array | undefined> {
  try {
    return await shelf.disk.readFile(shelf.at(path));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    if (errorCode(error) === 'EIO') return new Uint8Array();
    throw error;
  }
}

/** The newest generation of a file that is whole. */
export async function goodGeneration(
  shelf: Shelf,
  path: string,
  format: Parameters<typeof decodeEnvelope>[0],
): Promise<string | undefined> {
  for (let count = 1; count <= generationCount; count += 1) {
    const bytes = await readBytes(shelf, generationPath(path, count));
    const content = bytes && decodeEnvelope(format, bytes);
    if (content?.kind === 'good') return content.savedAt;
  }
  return undefined;
}

/** The name of a file for a sentence: “2022-10.json”. */
export function quoted(path: string): string {
  return `“${path.startsWith(`${trashFolder}/`) ? path : fileName(path)}”`;
}

function linkedItems(issue: Issue): readonly LinkedItem[] {
  return issueItems(issue).map(({ item }) => ({
    id: item.id,
    title: plainTitle(item.title),
    submissions: item.submissions ?? [],
    paragraphs: item.paragraphs.flatMap(({ from }) => (from === undefined ? [] : [from])),
  }));
}
