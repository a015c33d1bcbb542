import type { Issue } from '../../shared/document/issue.js';
import { defaultPublication } from '../../shared/document/publication.js';
import type { Handlers } from './call-handlers.js';
import type { AppOptions } from './app-options.js';
import { moveCourse } from './course-handlers.js';
import type { Handles } from './handles.js';
import type { KeptIssue, KeptWords } from './kept-words.js';
import { revisionOf } from './library/envelope.js';
import type { Library } from './library/library.js';
import { publicationsOf } from './publications.js';
import { createPublicationRenderer } from './render-issue.js';
import { writeWords } from './write-words.js';

/** Calls that see to it that typed words end up somewhere: saving, what could not be saved, closing. */
export function createWordsHandlers(library: Library, keptWords: KeptWords, handles: Handles, options: AppOptions) {
  return {
    'issue.save': async ({ key, issue, baseRevision }) => {
      try {
        const saved = await library.saveIssue(key, issue, baseRevision);
        if (saved.key !== key) await moveCourse(library, key, saved.key);
        await keptWords.forget(key);
        return saved;
      } catch (error) {
        await keptWords.keep(key, issue);
        throw error;
      }
    },
    'words.kept': async () => ({ kept: await unsaved(library, keptWords) }),
    'words.drop': async (request) => {
      await ('id' in request ? keptWords.drop(request.id) : keptWords.forget(request.key));
      return {};
    },
    'words.write': async ({ issue, folder }) => {
      const path = handles.resolve(folder);
      const publication = await publicationsOf(library)(issue).catch(() => defaultPublication);
      const renderer = createPublicationRenderer(() => Promise.resolve(publication), options.fonts, library);
      const files = await writeWords(renderer, issue, path, options.clock.now());
      return { folder: path, files: [...files] };
    },
    // Hosts listen to these two calls themselves.
    'window.flushed': () => Promise.resolve({}),
    'window.commands': () => Promise.resolve({}),
    'window.close': () => {
      options.desktop.closeWindow();
      return Promise.resolve({});
    },
  } satisfies Partial<Handlers>;
}

/** What is kept and not in the library after all: a save may fail in its last step, with its words on disk. */
async function unsaved(library: Library, keptWords: KeptWords): Promise<KeptIssue[]> {
  const unsaved: KeptIssue[] = [];
  for (const kept of await keptWords.list()) {
    if (await isInLibrary(library, kept.key, kept.issue)) await keptWords.drop(kept.id);
    else unsaved.push({ id: kept.id, key: kept.key, keptAt: kept.keptAt, issue: kept.issue });
  }
  return unsaved;
}

async function isInLibrary(library: Library, key: string, issue: Issue): Promise<boolean> {
  const stored = await library.getIssue(key).catch(() => undefined);
  return stored?.revision === revisionOf(issue);
}
