import { applyImport } from '../../electron/services/bundle/apply-import.js';
import { openIdentity } from '../../electron/services/bundle/identity.js';
import { keepOriginals } from '../../electron/services/bundle/keep-originals.js';
import { packForLibrary } from '../../electron/services/bundle/pack-for-library.js';
import { gatherFacts, verifyForLibrary } from '../../electron/services/bundle/receive-bundle.js';
import type { Library } from '../../electron/services/library/library.js';
import { recordName } from '../../shared/bundle/exchange-state.js';
import { newSubmission } from '../../shared/submissions/new-submission.js';
import { draftArticle } from './library-fixture.js';

export const carriedIds = ['s1', 's2', 's3'] as const;
const receivedAt = '2026-03-02T01:00:00.000Z';

/** Puts the manuscripts into a library, each with an original of some size. */
export async function addManuscripts(library: Library): Promise<void> {
  for (const id of carriedIds) {
    const bytes = Buffer.alloc(300_000, `${id}原件`);
    const original = { ...(await library.attach(bytes, `${id}.txt`)), bytes: bytes.length };
    await library.add('submission', newSubmission({ id, article: draftArticle(`稿件${id}`), arrival: 'paper', receivedAt, original }));
  }
}

/** @param watch called at every step of the export that the program is told of */
export async function exportManuscripts(library: Library, folder: string, file: string, watch: () => void): Promise<void> {
  const identity = await openIdentity(`${folder}/用户`);
  const renderer = { render: () => Promise.reject(new Error('no issue is exported')) };
  const request = { kind: 'submission', keys: carriedIds, to: '' } as const;
  await packForLibrary({ library, identity, renderer }, request, file, { writtenAt: new Date(receivedAt), onStep: watch });
}

/** Takes everything that a bundle brings. */
export async function importManuscripts(library: Library, folder: string, file: string): Promise<void> {
  const { publicKey } = await openIdentity(`${folder}/用户`);
  const { verdict, manifest, digest = '', signature } = await verifyForLibrary(file, library, publicKey);
  if (!verdict.valid || manifest === undefined) throw new Error(verdict.problems.map(({ message }) => message).join(''));
  const facts = await gatherFacts(file, manifest, library);
  await keepOriginals(file, manifest, library);
  const { to, sequence } = manifest;
  const received = { publicKey: signature?.publicKey ?? '', to, sequence, digest, importedAt: receivedAt };
  await applyImport(library, { facts, selected: new Set(facts.map(recordName)), answers: {}, id: digest, title: '来稿', received });
}

/** All that an import or an export can change in a library. */
export async function stateOf(library: Library): Promise<string> {
  const { submissions, problems, trash } = await library.list();
  const { imports, received, lineages } = await library.getExchange();
  const files = await Promise.all(
    submissions.map(async ({ id }) => {
      const { original } = (await library.get('submission', id)).value;
      return original !== undefined && (await library.getAttachment(original.sha256)) !== undefined;
    }),
  );
  const exchange = [imports.length, received.length, Object.keys(lineages).sort()];
  return JSON.stringify({ ids: submissions.map(({ id }) => id).sort(), files, problems, trash, exchange });
}
