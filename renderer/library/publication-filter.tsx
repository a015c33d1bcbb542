import type { IssueSummary } from '../../shared/library/records/issue-kind.js';
import { publicationSession, usePublication } from '../state/publication.js';
import { setting, useSetting } from '../state/settings.js';

/** How a choice of publication is written: `own` is the library's own, else its id; empty: all. */
export function publicationValue(id: string | undefined): string {
  return id ?? 'own';
}

/** The publication whose issues the library shows; all where it is gone by now or the only one. */
function chosenAmong(publications: readonly { readonly id?: string | undefined }[], stored: string): string {
  return publications.length > 1 && publications.some(({ id }) => publicationValue(id) === stored) ? stored : '';
}

/** The publication whose issues are shown, as `publicationValue` writes it; empty: all. */
export function useShownPublication(): string {
  const [stored] = useSetting('library.publication');
  return chosenAmong(
    usePublication((session) => session.publications),
    stored,
  );
}

/** The same, for what is no component. */
export function shownPublicationNow(): string {
  return chosenAmong(publicationSession.getState().publications, setting('library.publication'));
}

/** Whether an issue is of the publication shown. */
export function isOfPublication({ publicationId }: Pick<IssueSummary, 'publicationId'>, shown: string): boolean {
  return shown === '' || publicationValue(publicationId) === shown;
}

/** 全部刊物, or one of them; nothing where there is but one. */
export function PublicationFilter() {
  const publications = usePublication((session) => session.publications);
  const [, choose] = useSetting('library.publication');
  const shown = useShownPublication();
  if (publications.length < 2) return null;
  return (
    <select className="setting-select" aria-label="刊物" value={shown} onChange={({ target }) => choose(target.value)}>
      <option value="">全部刊物</option>
      {publications.map(({ id, name }) => (
        <option key={publicationValue(id)} value={publicationValue(id)}>
          {name}
        </option>
      ))}
    </select>
  );
}
