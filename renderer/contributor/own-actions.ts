/** What a unit does with its manuscripts; each tells what happened and how to take it back. */
import { newItem } from '../../shared/document/edit-issue.js';
import type { Article } from '../../shared/document/issue.js';
import { checkBeforeSending, type SendFinding, type SendPlace } from '../../shared/submissions/check-submission.js';
import { ownFacts, type Contributor } from '../../shared/submissions/contributor.js';
import { call } from '../bridge.js';
import { attempt, restore } from '../library/library-actions.js';
import { contributorNow } from '../state/contributor.js';
import { openDialog, showView } from '../state/desk.js';
import { refreshLibrary } from '../state/library-store.js';
import { tell } from '../state/messages.js';
import { newId } from '../state/new-id.js';
import { ownRowsStore, refreshOwnRows, showOwn, type OwnRow } from '../state/own-rows.js';
import { ownSession, type Manuscript } from '../state/own-session.js';
import { confirm } from '../ui/confirm.js';

/** What is to be seen to in a manuscript before it goes out. */
export function findingsOf({ article, facts }: Manuscript, { unitName }: Contributor): readonly SendFinding[] {
  return checkBeforeSending({ ...facts, article, unitName });
}

/** Begins a manuscript; one that is empty still is taken up again. @throws CallFailure */
export async function startManuscript(): Promise<void> {
  const contributor = contributorNow();
  if (contributor === undefined) return showView('contributor');
  if (!(await ownSession.getState().flush())) return;
  await refreshOwnRows();
  const empty = ownRowsStore
    .getState()
    .rows.find(({ standing, characters, round }) => standing === 'draft' && characters === 0 && round === 1);
  const id = empty?.id ?? (await addEmpty(contributor));
  await takeUp(id);
}

async function addEmpty(contributor: Contributor): Promise<string> {
  const article: Article = { ...newItem('article', newId(), newId()), type: 'article', sources: [contributor.unitName] };
  const { unitName: _unit, unitId: _id, ...facts } = ownFacts(contributor);
  const { id } = await call('own.save', { article, facts });
  await refreshLibrary();
  return id;
}

/** Shows a draft with the cursor in its title. */
async function takeUp(id: string): Promise<void> {
  await refreshOwnRows();
  showOwn(id);
  showView('contributor');
  if (!(await ownSession.getState().open(id))) return;
  const { manuscript, goTo } = ownSession.getState();
  if (manuscript !== undefined) goTo({ itemId: manuscript.article.id, field: 'title', offset: 0 });
}

/** 报送: what must be seen to is asked about, then the way onto the stick. @throws CallFailure */
export async function sendManuscript(id: string): Promise<void> {
  const { id: open, manuscript, flush } = ownSession.getState();
  const contributor = contributorNow();
  if (!(await flush())) return;
  if (open === id && manuscript && contributor) {
    const musts = findingsOf(manuscript, contributor).filter(({ level }) => level === 'must');
    if (musts.length > 0 && !(await maySend(musts))) return;
  }
  openDialog({ kind: 'pack', keys: [id] });
}

function maySend(musts: readonly SendFinding[]): Promise<boolean> {
  const named = musts.slice(0, 3).map(({ message }) => message);
  return confirm({
    title: `还有 ${musts.length} 处要处理`,
    text: `${named.join('；')}${musts.length > named.length ? '……' : '。'}这样报送，编辑部多半会退改。`,
    danger: '仍然报送',
    stay: '回去处理',
  });
}

/** The next round of a manuscript that was sent. @throws CallFailure */
export async function reviseManuscript(id: string): Promise<void> {
  const { rows } = ownRowsStore.getState();
  const thread = rows.find((row) => row.id === id)?.thread;
  const begun = rows.find((row) => row.thread === thread && row.standing === 'draft');
  await takeUp(begun?.id ?? (await call('own.revise', { id })).id);
  await refreshLibrary();
}

/**
 * Puts a draft into the trash; nothing is lost, so nothing is asked: what could not be saved does not go.
 * @throws CallFailure; then the draft is open as it was
 */
export async function removeManuscript({ id, title }: Pick<OwnRow, 'id' | 'title'>): Promise<void> {
  const { id: before, leave, open } = ownSession.getState();
  if (before === id && !(await leave())) return;
  const { trashId } = await call('submission.delete', { id }).catch(async (failure: unknown) => {
    if (before === id) await open(id);
    throw failure;
  });
  await refreshOwnRows();
  await refreshLibrary();
  tell('success', `“${title === '' ? '无题' : title}”已移入回收站。`, [
    { label: '撤销', run: () => attempt(() => restore(trashId).then(refreshOwnRows)) },
  ]);
}

/** Takes the keyboard to where something is to be seen to. */
export function goToPlace(place: SendPlace): void {
  if ('fact' in place) return void document.querySelector<HTMLElement>(`[data-fact="${place.fact}"] input`)?.focus();
  const { manuscript, goTo } = ownSession.getState();
  if (manuscript !== undefined) goTo({ itemId: manuscript.article.id, ...place });
}
