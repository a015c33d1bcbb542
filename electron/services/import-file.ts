import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { AppError } from '../../shared/app-error.js';
import { issueKey, plainTitle, type Article, type Issue, type Masthead } from '../../shared/document/issue.js';
import { importLimitBytes } from '../../shared/import-limits.js';
import type { ImportReport } from '../../shared/ipc.js';
import type { RecognizedDraft, RecognizedIssue } from '../../shared/recognize/recognized.js';
import { inspectPicture } from '../../shared/pictures/inspect-picture.js';
import { canonicalJson } from '../../shared/library/canonical-json.js';
import { ownFacts } from '../../shared/submissions/contributor.js';
import { newSubmission, type Received } from '../../shared/submissions/new-submission.js';
import { recordKinds } from '../../shared/library/records/records.js';
import { UnitFinder } from '../../shared/units/match-unit.js';
import type { AppOptions } from './app-options.js';
import { findHome, makePublication, movedHome, type PublicationChoice } from './import-publication.js';
import type { Library } from './library/library.js';
import type { NamedFile, RecognizedFile, RecognizeWatch } from './ports.js';
import { namingFile } from './recognition/naming-file.js';
import { tooLarge } from './sniff-file.js';
import { readContributor } from './submissions/contributor.js';
import { describeDraft } from './submissions/describe-draft.js';
import { joinThread } from './submissions/join-thread.js';
import { readUnits } from './units/units-on-disk.js';

/** What the editor decided on a file's way into the library. */
export interface ImportChoices {
  /** When another issue has the key: leave it, or keep it as an earlier version and take the new one. */
  readonly whenExists: 'leave' | 'replace';
  /** It is one manuscript, though it looks like several. */
  readonly isOne?: boolean | undefined;
  /** Number and date of an issue whose masthead does not say them. */
  readonly place?: Pick<Masthead, 'number' | 'date'> | undefined;
  /** The publication of an issue whose name is none's. */
  readonly publication?: PublicationChoice | undefined;
  /** Names of the folders it lay in, the nearest first: they may name the unit. */
  readonly folders?: readonly string[] | undefined;
}

/** What an import needs besides the library. */
export type ImportPorts = Pick<AppOptions, 'recognition' | 'ids' | 'clock'>;

/** A file as it was recognised, and its bytes. */
interface Original {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/**
 * Recognises a file and puts what it holds into the library: an issue under its key, or a manuscript among the submissions.
 * The original file is kept as an attachment. Nothing is written when reading or recognising fails, or the signal fires before.
 * @throws AppError naming the file and the remedy when it cannot be read
 */
export async function importFile(
  library: Library,
  ports: ImportPorts,
  file: NamedFile,
  choices: ImportChoices,
  watch: RecognizeWatch = {},
): Promise<ImportReport> {
  await refuseBySize(file);
  const recognized = await ports.recognition.recognize(file, watch);
  const bytes = await sameBytes(file, recognized.sha256);
  if (watch.signal?.aborted) throw new AppError('cancelled', `${file.name}：已取消，没有导入。`);
  const original = { file: file.name, bytes };
  const { warnings, leftAside, inferredLeads } = recognized;
  const shared = { file: file.name, leftAside, inferredLeads };
  const pictures = openPictures(recognized);
  if (recognized.kind === 'article') {
    return { ...shared, ...(await storeManuscripts(library, ports, recognized, { original, pictures, choices })) };
  }
  return {
    ...shared,
    warnings,
    ...(await placeIssue(library, ports, recognized, { file, watch, original: { ...original, pictures }, choices })),
  };
}

type Placed = Pick<ImportReport, 'kind' | 'key' | 'title' | 'guess' | 'publication' | 'unknownName' | 'outcome'>;

/** Puts an issue under its key into its publication, or asks for what neither its masthead nor the editor says. */
async function placeIssue(
  library: Library,
  ports: ImportPorts,
  recognized: RecognizedIssue,
  from: {
    readonly file: NamedFile;
    readonly watch: RecognizeWatch;
    readonly original: Original & { readonly pictures: PictureFiles };
    readonly choices: ImportChoices;
  },
): Promise<Placed> {
  const { file, original, choices } = from;
  const { issue: read, asks } = withPlace(recognized, choices);
  const isNameless = recognized.guessed.includes('name');
  const home = await findHome(library, recognized, choices.publication);
  if (asks || home === undefined) {
    const { name, number, date } = read.masthead;
    const asked = {
      ...(asks ? { guess: { number, date } } : {}),
      ...(home === undefined ? { unknownName: isNameless ? '' : name } : {}),
    };
    return { kind: 'issue', title: name, ...asked, outcome: 'asks' };
  }
  const id = home.isNew ? (await makePublication(library, ports.recognition, read, file, from.watch)).id : home.id;
  const issue = movedHome(read, { id, name: home.name }, isNameless);
  const outcome = await storeIssue(library, issue, original, choices.whenExists);
  const publication = { ...(id === undefined ? {} : { id }), name: home.name, ...(home.isNew ? { isNew: true as const } : {}) };
  return { kind: 'issue', key: issueKey(issue.masthead), title: recordKinds.issue.titleOf(issue), publication, outcome };
}

type PictureFiles = readonly Uint8Array[];

/** The files of pictures, looked at once more: they come from a process that read a stranger's file. */
function openPictures({ pictures = [] }: RecognizedFile): PictureFiles {
  return pictures.map(({ sha256, base64 }) => {
    const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new Error('a picture is not the one that was read');
    inspectPicture(bytes);
    return bytes;
  });
}

async function keepPictures(library: Library, pictures: PictureFiles): Promise<void> {
  for (const bytes of pictures) await library.attach(bytes, '');
}

/** The issue with what the editor said of its number and date; it asks as long as one of them is a guess. */
function withPlace({ issue, guessed }: RecognizedIssue, { place }: ImportChoices): { readonly issue: Issue; readonly asks: boolean } {
  if (place) return { issue: { ...issue, masthead: { ...issue.masthead, ...place } }, asks: false };
  return { issue, asks: guessed.includes('number') || guessed.includes('date') };
}

/** Puts the manuscripts of a file among the submissions: several where it holds several and nobody said it is one. */
async function storeManuscripts(
  library: Library,
  ports: ImportPorts,
  recognized: Extract<RecognizedFile, { readonly kind: 'article' }>,
  { original, pictures, choices }: { readonly original: Original; readonly pictures: PictureFiles; readonly choices: ImportChoices },
): Promise<Pick<ImportReport, 'kind' | 'submissionId' | 'parts' | 'title' | 'outcome' | 'warnings'>> {
  const drafts = recognized.parts && choices.isOne !== true ? recognized.parts : [recognized];
  await keepPictures(library, pictures);
  const finder = new UnitFinder((await readUnits(library)).list);
  const place = { file: original.file, folders: choices.folders ?? [] };
  const contributor = await readContributor(library);
  const parts: { submissionId: string; title: string }[] = [];
  for (const draft of drafts) {
    const { facts, notes = [], leftAside = [], ...guess } = describeDraft(draft, finder, place);
    const said = { notes, leftAside };
    const known: Known =
      contributor === undefined
        ? { ...said, ...guess, ...(facts && { facts }), arrival: 'file' }
        : { ...said, facts: ownFacts(contributor, facts), arrival: 'own' };
    parts.push(await storeManuscript(library, ports, draft, { original, known }));
  }
  const [first] = parts;
  const warnings = [...new Set([...recognized.warnings, ...drafts.flatMap(({ notes }) => notes)])];
  return {
    kind: 'article',
    ...(first && { submissionId: first.submissionId }),
    ...(parts.length > 1 ? { parts } : {}),
    title: first?.title ?? original.file,
    outcome: 'added',
    warnings,
  };
}

/** What is known of a manuscript beside its words: in a unit's own library it is the unit's. */
type Known = Pick<Received, 'arrival' | 'facts' | 'unitGuess' | 'notes' | 'leftAside'>;

/** A size known beforehand spares the reading. */
async function refuseBySize({ path, name }: NamedFile): Promise<void> {
  const { size } = await stat(path).catch((error: unknown) => Promise.reject(unreadable(name, error)));
  if (size > importLimitBytes) throw namingFile(tooLarge(size), name);
}

/** The bytes that were recognised: what changed meanwhile would be kept as the original of words it does not hold. */
async function sameBytes({ path, name }: NamedFile, sha256: string): Promise<Uint8Array> {
  const bytes = await readFile(path).catch((error: unknown) => Promise.reject(unreadable(name, error)));
  if (createHash('sha256').update(bytes).digest('hex') === sha256) return bytes;
  throw new AppError('file-broken', `${name}：读取期间文件被改动，没有导入。请等写它的程序结束后再导入。`);
}

function unreadable(name: string, cause: unknown): AppError {
  return new AppError('file-broken', `${name}：文件打不开，请检查它是否还在原处、有没有被其他程序占用。`, { cause });
}

async function storeManuscript(
  library: Library,
  { ids, clock }: ImportPorts,
  recognized: RecognizedDraft,
  { original: { file, bytes }, known }: { readonly original: Original; readonly known: Known },
): Promise<{ readonly submissionId: string; readonly title: string }> {
  const origin = await library.attach(bytes, file);
  const article: Article = { ...recognized.article, origin };
  const received = newSubmission({
    id: ids.next(),
    article,
    receivedAt: clock.now().toISOString(),
    original: { ...origin, bytes: bytes.length },
    ...known,
  });
  await library.add('submission', await joinThread(library, received), '导入');
  return { submissionId: received.id, title: plainTitle(article.title) || file };
}

async function storeIssue(
  library: Library,
  issue: Issue,
  { file, bytes, pictures }: Original & { readonly pictures: PictureFiles },
  whenExists: ImportChoices['whenExists'],
): Promise<ImportReport['outcome']> {
  const present = await findIssue(library, issueKey(issue.masthead));
  if (present && sameWords(present, issue)) return 'unchanged';
  if (present && whenExists === 'leave') return 'exists';
  await keepPictures(library, pictures);
  const imported: Issue = { ...issue, origin: await library.attach(bytes, file) };
  if (!present) {
    await library.add('issue', imported, '导入');
    return 'added';
  }
  await library.replace('issue', imported, '导入并替换');
  return 'replaced';
}

async function findIssue(library: Library, key: string): Promise<Issue | undefined> {
  try {
    return (await library.getIssue(key)).issue;
  } catch (error) {
    if (error instanceof AppError && error.code === 'issue-missing') return undefined;
    throw error;
  }
}

/** Equal but for ids, which every import makes anew, origins, and the state the editor has set since. */
function sameWords(left: Issue, right: Issue): boolean {
  return canonicalJson(wordsOf(left)) === canonicalJson(wordsOf(right));
}

function wordsOf({ state: _state, ...issue }: Issue): unknown {
  return JSON.parse(JSON.stringify(issue, (key: string, value: unknown) => (key === 'id' || key === 'origin' ? undefined : value)));
}
