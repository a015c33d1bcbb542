import { AppError } from '../../../shared/app-error.js';
import type { Issue } from '../../../shared/document/issue.js';
import { recordKinds } from '../../../shared/library/records/records.js';
import { readTrashId, type TrashEntry } from '../../../shared/library/trash.js';
import { issueDocs, submissionDoc, type Doc } from '../../../shared/search/docs.js';
import type { Readings } from '../../../shared/search/pinyin.js';
import { searchDocs } from '../../../shared/search/search-docs.js';
import type { KeptAnswer, SearchGroup } from '../../../shared/search/search-types.js';
import { parseTerms } from '../../../shared/search/terms.js';
import type { Job } from '../jobs.js';
import type { Library } from '../library/library.js';

/** Versions and things in the trash that are listed; nobody reads more. */
const mostListed = 100;
/** Articles listed of one. */
const mostOfOne = 8;

type Kept = NonNullable<SearchGroup['kept']>;

/**
 * Looks through the trash, then through the earlier versions of every issue, those of issues in the trash among them, the
 * newest first. Of versions only wordings that neither the issue nor a newer version listed before has any more: else each
 * would repeat what is there. Nothing is held in memory, so it takes its time. @throws AppError `cancelled`
 */
export async function searchKept(library: Library, words: string, { report, signal }: Job): Promise<KeptAnswer> {
  const readings = parseTerms(words).some(({ isPinyin }) => isPinyin)
    ? (await import('../../../shared/search/readings.js')).readings
    : undefined;
  const { issues, trash } = await library.list();
  const trashed = trashedIssues(trash, new Set(issues.map(({ key }) => key)));
  const groups: SearchGroup[] = [];
  const ask = (docs: readonly Doc[], label: string, kept: Kept, seen: ReadonlySet<string>): void => {
    const group = groupOf(docs, { words, label, kept, readings }, seen);
    if (group !== undefined) groups.push(group);
  };
  const total = trash.length + issues.length + trashed.size;
  let done = 0;
  const step = (): void => {
    signal.throwIfAborted();
    report('正在找旧版本和回收站', done, total);
    done += 1;
  };
  for (const { id, title } of trash) {
    step();
    const docs = await trashedDocs(library, id);
    const at = readTrashId(id)?.deletedAt ?? '';
    ask(docs, title, { kind: 'trash', id, at }, nothing);
  }
  for (const [key, trashId] of [...issues.map((each) => [each.key, undefined] as const), ...trashed]) {
    step();
    if (groups.length >= mostListed) return { groups, isCut: true };
    const present = trashId === undefined ? await presentDocs(library, key) : await trashedDocs(library, trashId);
    const seen = new Set(textsOf(present));
    for (const { id, replacedAt } of await library.versionsOf('issue', key)) {
      signal.throwIfAborted();
      const issue: Issue | undefined = await unlessDamaged(() => library.getVersion('issue', key, id));
      if (issue === undefined) continue;
      const docs = issueDocs(issue);
      const kept = { kind: 'version', id, at: replacedAt, ...(trashId === undefined ? {} : { trashId }) } as const;
      ask(docs, recordKinds.issue.titleOf(issue), kept, seen);
      for (const text of textsOf(docs)) seen.add(text);
    }
  }
  return { groups, isCut: false };
}

/** Issues that are in the trash alone, by key, with the id of the one deleted last: their versions stay where they were. */
function trashedIssues(trash: readonly TrashEntry[], present: ReadonlySet<string>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { id } of trash) {
    const name = readTrashId(id);
    if (name?.kind === 'issue' && !present.has(name.key) && !found.has(name.key)) found.set(name.key, id);
  }
  return found;
}

const nothing: ReadonlySet<string> = new Set();

interface Asked {
  readonly words: string;
  readonly label: string;
  readonly kept: Kept;
  readonly readings: Readings | undefined;
}

/** What of these documents holds the words in a text that was not seen; undefined when nothing does. */
function groupOf(docs: readonly Doc[], { words, label, kept, readings }: Asked, seen: ReadonlySet<string>): SearchGroup | undefined {
  const [group] = searchDocs({ docs, labelOf: () => label, readings }, { words, only: {}, most: mostOfOne }).groups;
  if (group === undefined) return undefined;
  const texts = new Map(docs.flatMap((doc) => doc.texts.map(({ key, text }) => [key, text] as const)));
  const fresh = group.docs.flatMap((doc) => {
    const places = doc.places.filter(({ key }) => !seen.has(texts.get(key) ?? ''));
    return places.length === 0 ? [] : [{ ...doc, places, count: places.length }];
  });
  return fresh.length === 0 ? undefined : { ...group, docs: fresh, kept };
}

function textsOf(docs: readonly Doc[]): readonly string[] {
  return docs.flatMap(({ texts }) => texts.map(({ text }) => text));
}

async function presentDocs(library: Library, key: string): Promise<readonly Doc[]> {
  const issue = await unlessDamaged(async () => (await library.getIssue(key)).issue);
  return issue === undefined ? [] : issueDocs(issue);
}

/** Words of an issue or a manuscript in the trash; none of anything else, and of what cannot be read. */
async function trashedDocs(library: Library, id: string): Promise<readonly Doc[]> {
  const trashed = await unlessDamaged(() => library.getTrashed(id));
  if (trashed === undefined) return [];
  if (trashed.kind === 'issue') return issueDocs(trashed.value);
  return trashed.kind === 'submission' ? [submissionDoc(trashed.value)] : [];
}

/** What 自检 tells of anyway is passed over here. */
async function unlessDamaged<Value>(read: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}
