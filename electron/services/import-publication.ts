import { AppError } from '../../shared/app-error.js';
import type { Issue } from '../../shared/document/issue.js';
import { findPublication } from '../../shared/document/known-publications.js';
import { isSamePublicationName, publicationOfIssue, type Publication } from '../../shared/document/publication.js';
import { defaultPageStyle } from '../../shared/layout/page-style.js';
import type { PageStyleChanges } from '../../shared/layout/page-style-settings.js';
import { styleProposals, takeProposals } from '../../shared/learn-style/proposals.js';
import type { RecognizedIssue } from '../../shared/recognize/recognized.js';
import type { Library } from './library/library.js';
import type { NamedFile, Recognition, RecognizeWatch } from './ports.js';
import { addPublication, knownPublications } from './publications.js';

/** What an editor says of the publication of an issue: the library's own, a new one, or the id of another one. */
export type PublicationChoice = 'own' | 'new' | (string & {});

/** Where an issue that comes in belongs. */
export interface Home {
  /** Absent: the library's own, or one that is yet to be made. */
  readonly id?: string | undefined;
  readonly name: string;
  readonly isNew: boolean;
}

/**
 * The publication that an issue names on its masthead, or that the editor chose; undefined when neither says it. A file
 * without a name is the library's own where there is no other.
 * @throws AppError publication-missing for a choice that is no longer there
 */
export async function findHome(
  library: Library,
  { issue, guessed }: Pick<RecognizedIssue, 'issue' | 'guessed'>,
  choice: PublicationChoice | undefined,
): Promise<Home | undefined> {
  const known = await knownPublications(library);
  const { name } = issue.masthead;
  const isNameless = guessed.includes('name');
  if (choice !== undefined && choice !== 'new') {
    const chosen = known.find(({ id }) => id === (choice === 'own' ? undefined : choice));
    if (chosen === undefined) throw new AppError('publication-missing', '选的刊物已不在资料库中，没有导入。请重新选择。');
    return { id: chosen.id, name: chosen.name, isNew: false };
  }
  const found = isNameless ? (known.length === 1 ? known[0] : undefined) : findPublication(known, name);
  if (found !== undefined && (choice === undefined || isSamePublicationName(found.name, name)))
    return { id: found.id, name: found.names.length === 0 ? name : found.name, isNew: false };
  return choice === 'new' && !isNameless ? { name, isNew: true } : undefined;
}

/** The issue as one of its publication; a name it does not print is the publication's. */
export function movedHome(issue: Issue, { id, name }: Pick<Home, 'id' | 'name'>, isNameless: boolean): Issue {
  const { publication: _none, ...masthead } = issue.masthead;
  return {
    ...issue,
    masthead: { ...masthead, ...(id === undefined ? {} : { publication: id }), ...(isNameless ? { name } : {}) },
  };
}

/** Makes the publication that an issue is the first of: all it says of it, and the page style its file is set in, where that can be read. */
export async function makePublication(
  library: Library,
  recognition: Recognition,
  issue: Issue,
  file: NamedFile,
  watch: RecognizeWatch,
): Promise<Publication> {
  return addPublication(library, { ...publicationOfIssue(issue), pageStyle: await pageStyleOf(recognition, file, watch) });
}

/** Only what the file says outright or mostly: what is worked out waits for an editor. */
async function pageStyleOf(recognition: Recognition, file: NamedFile, watch: RecognizeWatch): Promise<PageStyleChanges> {
  try {
    const proposals = styleProposals(await recognition.learnStyle(file, watch), defaultPageStyle);
    return takeProposals(
      {},
      proposals.filter(({ confidence }) => confidence !== 'derived'),
    );
  } catch (error) {
    // A text, or a Word file that shows no style: the default one then.
    if (error instanceof AppError && error.code !== 'cancelled') return {};
    throw error;
  }
}
