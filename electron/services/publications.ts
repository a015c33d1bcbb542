import { AppError } from '../../shared/app-error.js';
import {
  defaultPublication,
  isSamePublicationName,
  publicationIdFor,
  type OtherPublication,
  type Publication,
} from '../../shared/document/publication.js';
import type { KnownPublication } from '../../shared/document/known-publications.js';
import { publicationOfKey } from '../../shared/document/issue-key-label.js';
import type { Issue } from '../../shared/document/issue.js';
import { readTrashId } from '../../shared/library/trash.js';
import type { Library } from './library/library.js';
import { expectPublication } from './library/library-papers.js';

/** The library's own publication, then the others by their names. */
export async function listPublications(library: Library): Promise<readonly Publication[]> {
  const others = await library.listOf('publication');
  const read = others.map(async ({ id }) => (await library.get('publication', id)).value);
  return [await library.getPublication(), ...(await Promise.all(read))];
}

/** A publication by its id, the library's own without one. One that is gone or cannot be read, which the list tells, goes by the own one's template. */
export async function publicationOf(library: Library, id: string | undefined): Promise<Publication> {
  if (id === undefined) return library.getPublication();
  try {
    return (await library.get('publication', id)).value;
  } catch (error) {
    if (error instanceof AppError && ['publication-missing', 'issue-unreadable'].includes(error.code)) return library.getPublication();
    throw error;
  }
}

/** The publication that each issue is set by. */
export function publicationsOf(library: Library): (issue: Issue) => Promise<Publication> {
  return ({ masthead }) => publicationOf(library, masthead.publication);
}

/**
 * The publications with all names they go by: their own, and those printed on their issues. The name that every library
 * begins with is nobody's: while there is nothing else, whatever comes first is the library's own.
 */
export async function knownPublications(library: Library): Promise<readonly KnownPublication[]> {
  const [own, others] = [await library.getPublication(), await library.listOf('publication')];
  const { issues } = await library.list();
  const printedBy = (id: string | undefined): readonly string[] => [
    ...new Set(issues.filter(({ publicationId }) => publicationId === id).map(({ publication }) => publication)),
  ];
  const printed = printedBy(undefined);
  const isUnnamed = own.name === defaultPublication.name && others.length === 0;
  return [
    { name: isUnnamed ? (printed[0] ?? own.name) : own.name, names: isUnnamed ? printed : [...new Set([own.name, ...printed])] },
    ...others.map(({ id, name }) => ({ id, name, names: [...new Set([name, ...printedBy(id)])] })),
  ];
}

/** @throws AppError bad-request for a value that does not hold or a name that is another's, publication-missing, and as `Library.commit` */
export async function savePublication(library: Library, publication: Publication): Promise<void> {
  await expectOwnName(library, publication);
  if (!isOther(publication)) {
    await library.savePublication(publication);
    return library.note({ action: '改刊物设置', what: publication.name });
  }
  expectPublication(publication);
  await library.update('publication', publication.id, () => publication, '改刊物设置');
}

/** Adds a publication under an id of its own. @throws AppError bad-request when its name is another's */
export async function addPublication(library: Library, template: Publication): Promise<OtherPublication> {
  const publication = await withId(library, template);
  expectPublication(publication);
  await nameOwn(library);
  await expectOwnName(library, publication);
  await library.add('publication', publication, '新建刊物');
  return publication;
}

/** From now on the library's own is told from others by its name: the one its issues print, where nobody gave it one. */
async function nameOwn(library: Library): Promise<void> {
  const [own, name] = [await library.getPublication(), (await knownPublications(library))[0]?.name];
  if (name !== undefined && name !== own.name) await library.savePublication({ ...own, name });
}

/** A template with the id it would have in this library. */
export async function withId(library: Library, template: Publication): Promise<OtherPublication> {
  const taken = (await library.listOf('publication')).map(({ id }) => id);
  return { ...template, id: publicationIdFor(template.name, new Set(taken)) };
}

/** Takes a publication without issues away, into the trash; comes back with the id that `restore` takes. @throws AppError bad-request when it has some, in the trash too */
export async function removePublication(library: Library, id: string): Promise<string> {
  const { value } = await library.get('publication', id);
  const { issues, trash } = await library.list();
  const own = issues.filter(({ publicationId }) => publicationId === id).length;
  if (own > 0) throw new AppError('bad-request', `《${value.name}》还有 ${own} 期，没有删除。请先删除这些期。`);
  if (trash.some((entry) => entry.kind === 'issue' && publicationOfKey(readTrashId(entry.id)?.key ?? '') === id))
    throw new AppError('bad-request', `回收站里还有《${value.name}》的期，没有删除：恢复它们时要用这个刊物。`);
  return library.remove('publication', id);
}

function isOther(publication: Publication): publication is OtherPublication {
  return publication.id !== undefined;
}

/** Two publications of one name could not be told apart when an issue comes in. */
async function expectOwnName(library: Library, { id, name }: Publication): Promise<void> {
  const others = (await listPublications(library)).filter((each) => each.id !== id);
  const same = others.find((each) => isSamePublicationName(each.name, name));
  if (same !== undefined) throw new AppError('bad-request', `已有刊物《${same.name}》，没有保存。请换一个刊名。`);
}
