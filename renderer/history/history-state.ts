/** What 历史 shows of the open issue: its versions, the one looked at, and what that one is compared with. */
import { createStore, useStore } from 'zustand';
import { issueItems, plainTitle, type Issue } from '../../shared/document/issue.js';
import { restoreIssue, restoreItem } from '../../shared/document/restore-issue.js';
import type { Version } from '../../shared/ipc.js';
import type { RedlineFormat } from '../../shared/library/redline-formats.js';
import { call } from '../bridge.js';
import { issueSession } from '../state/issue-session.js';
import { keepVersion } from '../state/keep-version.js';
import { tell, tellFailure } from '../state/messages.js';

/** The state of the issue on screen, as if it were a version. */
export const now = 'now';

interface HistoryState {
  /** Whose versions these are. */
  readonly key: string | undefined;
  readonly versions: readonly Version[];
  /** Ids of a version, or `now`. */
  readonly chosen: string;
  readonly against: string;
  readonly tab: 'pages' | 'changes';
  /** Versions read so far, by their ids. */
  readonly read: ReadonlyMap<string, Issue>;
}

const empty = { key: undefined, versions: [], chosen: now, against: now, tab: 'pages', read: new Map() } as const satisfies HistoryState;

export const historyStore = createStore<HistoryState>(() => empty);

export function useHistory<Part>(select: (state: HistoryState) => Part): Part {
  return useStore(historyStore, select);
}

/** Lists the versions of the open issue, everything typed so far saved first. @throws CallFailure */
export async function listVersions(): Promise<void> {
  await issueSession.getState().flush();
  const { key } = issueSession.getState();
  if (key === undefined) return historyStore.setState(empty);
  if (historyStore.getState().key !== key) historyStore.setState({ ...empty, key });
  const { versions } = await call('history.list', { key });
  const { chosen, against } = historyStore.getState();
  const known = (id: string): string => (versions.some((version) => version.id === id) ? id : now);
  historyStore.setState({ versions, chosen: known(chosen), against: known(against) });
  if (historyStore.getState().chosen === now && versions[0]) await chooseVersion(versions[0].id);
}

/** Looks at a version, or at what is there now. @throws CallFailure */
export async function chooseVersion(id: string): Promise<void> {
  historyStore.setState({ chosen: id });
  await readVersion(id);
}

/** @throws CallFailure */
export async function compareWith(id: string): Promise<void> {
  historyStore.setState({ against: id });
  await readVersion(id);
}

export function showTab(tab: HistoryState['tab']): void {
  historyStore.setState({ tab });
}

async function readVersion(id: string): Promise<void> {
  const { key, read } = historyStore.getState();
  if (key === undefined || id === now || read.has(id)) return;
  const { issue } = await call('history.get', { key, id });
  if (historyStore.getState().key === key) historyStore.setState({ read: new Map(historyStore.getState().read).set(id, issue) });
}

/** The issue under an id, once it is read. */
export function useVersion(id: string): Issue | undefined {
  const version = useHistory(({ read }) => read.get(id));
  const present = useStore(issueSession, ({ issue }) => issue);
  return id === now ? present : version;
}

/** @throws CallFailure */
export async function nameVersion(id: string, name: string): Promise<void> {
  const { key } = historyStore.getState();
  if (key === undefined) return;
  await call('history.name', { key, id, name });
  await listVersions();
}

const redlineNotes: Readonly<Record<RedlineFormat, string>> = {
  docx: '；在 Word 里接受全部修订即新稿，拒绝全部即原稿。',
  pdf: '，删去的划掉，增加的加线。',
};

/** Writes the changes between two versions into a folder: as a Word file with tracked changes, or as a PDF. @throws CallFailure */
export async function exportRedline(before: string, after: string, format: RedlineFormat, folder: string): Promise<void> {
  // What could not be saved is told by the saving itself; a comparison without it would be of something else.
  if (!(await issueSession.getState().flush())) return;
  const { key } = issueSession.getState();
  if (key === undefined) return;
  const { handle, path } = await call('history.redline', { key, before, after, format, folder });
  tell('success', `花脸稿已写到 ${path}${redlineNotes[format]}`, [
    { label: '打开', run: () => void call('file.open', { handle }).catch(tellFailure) },
    { label: '打开所在文件夹', run: () => void call('file.reveal', { handle }).catch(tellFailure) },
  ]);
}

/** Opens the changes between two versions in the system's reader of PDF files, to be printed there. @throws CallFailure */
export async function printRedline(before: string, after: string): Promise<void> {
  if (!(await issueSession.getState().flush())) return;
  const { key } = issueSession.getState();
  if (key === undefined) return;
  await call('history.printRedline', { key, before, after });
  tell('success', '花脸稿已用系统的 PDF 阅读器打开，请在那里打印。');
}

/** Brings the whole issue, or one article of it, back to a version; the state before is kept, and undo takes it back. @throws CallFailure */
export async function bringBack(id: string, label: string, itemId?: string): Promise<void> {
  const earlier = historyStore.getState().read.get(id);
  if (earlier === undefined || !(await keepVersion(''))) return;
  const session = issueSession.getState();
  const before = session.issue;
  session.edit((issue) => (itemId === undefined ? restoreIssue(issue, earlier) : restoreItem(issue, earlier, itemId)));
  if (issueSession.getState().issue === before) return tell('info', '这部分与现在相同，没有改动。');
  const title = itemId === undefined ? undefined : titleOfItem(earlier, itemId);
  tell('success', `${itemId === undefined ? '整期' : '这一篇'}已恢复到${label}；恢复前的样子也留在历史里。`, [
    { label: '撤销', run: () => issueSession.getState().undo() },
  ]);
  await call('history.restored', { key: session.key ?? '', id, ...(title === undefined ? {} : { title }) });
  await listVersions();
}

function titleOfItem(issue: Issue, itemId: string): string | undefined {
  const found = issueItems(issue).find(({ item }) => item.id === itemId);
  return found && plainTitle(found.item.title);
}
