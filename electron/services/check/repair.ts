import { AppError } from '../../../shared/app-error.js';
import type { Issue, Item } from '../../../shared/document/issue.js';
import { fileName } from '../../../shared/library/library-layout.js';
import type { Repaired } from '../../../shared/library/check-calls.js';
import type { Job } from '../jobs.js';
import { setAside, tidyAway } from '../library/aside.js';
import { auditAcknowledged } from '../library/audit-trail.js';
import { writeDurable } from '../library/durable-file.js';
import type { Library } from '../library/library.js';
import { StoredFile } from '../library/stored-file.js';
import type { Recall } from './find-damage.js';
import { repairLabels, type Repair } from './finding.js';

/** Takes a repair back. */
export type TakeBack = () => Promise<void>;

interface Chosen {
  readonly id: string;
  readonly file: string;
  readonly repair: Repair;
}

/** Files named in one line of the audit trail; the others are counted. */
const mostNamed = 5;

/** Does what was ticked: links in one commit, files one after another; what fails is told and stops none of the others. */
export async function repairAll(
  library: Library,
  chosen: readonly Chosen[],
  recall: Recall,
  { report, signal }: Job,
): Promise<Omit<Repaired, 'undoId'> & { readonly takeBack: TakeBack | undefined }> {
  const done: Chosen[] = [];
  const failed: { id: string; message: string }[] = [];
  const backs: TakeBack[] = [];
  const attempt = async (group: readonly Chosen[], work: () => Promise<TakeBack | undefined>): Promise<void> => {
    if (signal.aborted) return;
    try {
      const back = await work();
      if (back !== undefined) backs.unshift(back);
      done.push(...group);
    } catch (error) {
      const message = error instanceof AppError ? error.message : '程序内部出错，这一项没有修复。';
      for (const { id } of group) failed.push({ id, message });
    }
    report('正在修复', done.length + failed.length, chosen.length);
  };
  const links = chosen.filter(({ repair }) => repair.do === 'unlink');
  if (links.length > 0) await attempt(links, () => unlink(library, links));
  for (const one of chosen) {
    const { repair } = one;
    if (repair.do !== 'unlink') await attempt([one], () => repairOne(library, repair, recall));
  }
  if (done.length > 0) await library.lookAgain(new Set(done.map(({ file }) => file)));
  await note(library, done);
  const takeBack = async (): Promise<void> => {
    const failures: unknown[] = [];
    const count = backs.length;
    for (const back of [...backs]) {
      try {
        await back();
        backs.splice(backs.indexOf(back), 1);
      } catch (error) {
        failures.push(error);
      }
    }
    await library.lookAgain();
    if (backs.length < count) await library.note({ action: '撤销修复', what: `${count - backs.length} 项` });
    if (failures.length > 0) throw notTakenBack(failures, count);
  };
  return { done: done.map(({ id }) => id), failed, takeBack: backs.length === 0 ? undefined : takeBack };
}

/** @returns what to tell of steps of an undo that failed; the others are done, and it can be tried again. */
function notTakenBack([first]: readonly unknown[], count: number): unknown {
  if (!(first instanceof AppError) || count === 1) return first;
  return new AppError(first.code, `撤销没有做完，其余的已撤销，可以再试：${first.message}`, { cause: first });
}

async function repairOne(library: Library, repair: Exclude<Repair, { do: 'unlink' }>, recall: Recall): Promise<TakeBack | undefined> {
  const { shelf } = library;
  switch (repair.do) {
    case 'previous':
      await library.alter(() => new StoredFile(shelf, repair.path, repair.format).read());
      return undefined;
    case 'version':
      await library.replace(repair.kind, await library.getVersion(repair.kind, repair.key, repair.id), '用历史版本恢复');
      return undefined;
    case 'backup':
      await writeBack(library, repair, recall);
      return undefined;
    case 'aside':
      return movedBack(
        library,
        repair.path,
        await library.alter(() => setAside(shelf, repair.path, repair.path.replaceAll('/', '_'), '损坏')),
      );
    case 'tidy':
      return movedBack(library, repair.path, await library.alter(() => tidyAway(shelf, repair.path)));
    case 'untrash': {
      const { kind, key } = await library.restore(repair.trashId);
      return async () => void (await library.remove(kind, key));
    }
    case 'trash': {
      const trashId = await library.remove(repair.kind, repair.key);
      return async () => void (await library.restore(trashId));
    }
    case 'acknowledge':
      await library.note({ action: auditAcknowledged, what: repair.words });
      return undefined;
  }
}

/** Damaged bytes go to 损坏文件 before those of the backup take their place. */
async function writeBack(library: Library, { path, isGood }: Extract<Repair, { do: 'backup' }>, recall: Recall): Promise<void> {
  const bytes = await recall(path, isGood);
  if (bytes === undefined) throw new AppError('backup-missing', `备份里现在取不到“${path}”。请接上备份所在的盘再修。`);
  await library.alter(async () => {
    const { shelf } = library;
    if ((await shelf.disk.stat(shelf.at(path))) !== undefined) await setAside(shelf, path, fileName(path), '损坏');
    await writeDurable(shelf.disk, shelf.at(path), bytes, 0);
  });
}

/** A file that stands there again meanwhile is never written over. */
function movedBack(library: Library, from: string, to: string): TakeBack {
  const { shelf } = library;
  return () =>
    library.alter(async () => {
      if ((await shelf.disk.stat(shelf.at(from))) !== undefined)
        throw new AppError('issue-exists', `“${from}”又有了新的文件，没有移回；原来的在“${to}”。`);
      await shelf.disk.rename(shelf.at(to), shelf.at(from));
    });
}

/** Items give up links that lead nowhere: all issues in one commit, a version of each kept. */
async function unlink(library: Library, links: readonly Chosen[]): Promise<TakeBack | undefined> {
  const before = new Map<string, { readonly issue: Issue; readonly revision: string }>();
  const after = new Map<string, Issue>();
  for (const { repair } of links) {
    if (repair.do !== 'unlink') continue;
    const held = before.get(repair.key) ?? (await library.getIssue(repair.key));
    before.set(repair.key, held);
    after.set(repair.key, withoutLinks(after.get(repair.key) ?? held.issue, repair));
  }
  const { saved } = await library.commit(
    [...after].map(([key, value]) => ({ do: 'put', kind: 'issue', value, base: before.get(key)?.revision ?? '' })),
    '去掉断了的联系',
  );
  return async () => {
    await library.commit(
      [...before.values()].map(({ issue: value }, at) => ({ do: 'put', kind: 'issue', value, base: saved[at]?.revision ?? '' })),
      '撤销修复',
    );
  };
}

function withoutLinks(issue: Issue, { itemId, isBroken }: Extract<Repair, { do: 'unlink' }>): Issue {
  const change = <Kind extends Item>(item: Kind): Kind => {
    if (item.id !== itemId) return item;
    const { submissions = [], ...rest } = item;
    const kept = submissions.filter((id) => !isBroken(id));
    const paragraphs = item.paragraphs.map(({ from, ...paragraph }) =>
      from === undefined || isBroken(from.submission, from.paragraph) ? paragraph : { ...paragraph, from },
    );
    return { ...(rest as Kind), paragraphs, ...(kept.length === 0 ? {} : { submissions: kept }) };
  };
  return { ...issue, columns: issue.columns.map((column) => ({ ...column, items: column.items.map(change) })) };
}

/** Commits tell of themselves; files that were moved or brought back are told here, a line for each kind of repair. */
async function note(library: Library, done: readonly Chosen[]): Promise<void> {
  for (const kind of ['previous', 'backup', 'aside', 'tidy'] as const) {
    const files = done.flatMap(({ repair, file }) => (repair.do === kind ? [file] : []));
    if (files.length === 0) continue;
    const more = files.length > mostNamed ? `等 ${files.length} 个` : '';
    await library.note({ action: '自检修复', what: `${repairLabels[kind]}：${files.slice(0, mostNamed).join('、')}${more}` });
  }
}
