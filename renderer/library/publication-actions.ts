/** Publications made and deleted by hand. */
import type { Publication } from '../../shared/document/publication.js';
import { call } from '../bridge.js';
import { attempt, restore } from './library-actions.js';
import { refreshLibrary } from '../state/library-store.js';
import { tell } from '../state/messages.js';
import { publicationSession } from '../state/publication.js';

/** Adds a publication of a name with the template of another, and shows it. @throws CallFailure */
export async function addPublication({ id: _id, ...template }: Publication, name: string): Promise<void> {
  if (!(await publicationSession.getState().flush())) return;
  const { publication } = await call('publication.add', { publication: { ...template, name } });
  await publicationSession.getState().load();
  await publicationSession.getState().choose(publication.id);
  tell('success', `已新建刊物《${name}》，下面就是它的设置。`);
}

/** Moves a publication without issues to 回收站. @throws CallFailure that says why it stays */
export async function removePublication(id: string, name: string): Promise<void> {
  if (!(await publicationSession.getState().flush())) return;
  const { trashId } = await call('publication.remove', { id });
  await publicationSession.getState().load();
  await refreshLibrary();
  tell('success', `刊物《${name}》已移入回收站。`, [{ label: '撤销', run: () => attempt(() => restore(trashId)) }]);
}
