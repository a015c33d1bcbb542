import { join } from 'node:path';
import { AppError } from '../../shared/app-error.js';
import type { Handlers } from './call-handlers.js';
import type { AppOptions } from './app-options.js';
import { Backups } from './backup/backups.js';
import { OpenedBundles } from './bundle/opened-bundles.js';
import { clearQuarantine } from './bundle/quarantine.js';
import { createHandlers } from './handlers.js';
import { createKeptWords } from './kept-words.js';
import { importFile, type ImportPorts } from './import-file.js';
import { createJobs, type Jobs } from './jobs.js';
import { SearchIndex } from './search/search-index.js';
import { PlainTexts } from './plain-texts.js';
import { createPrintFiles } from './print-handlers.js';
import { openLibrary, type Library } from './library/library.js';
import { createUploads, type Uploads } from './uploads.js';

export interface App {
  readonly handlers: Handlers;
  readonly jobs: Jobs;
  readonly uploads: Uploads;
  /** Why the library can only be read, as a Chinese sentence. */
  readonly readOnlyReason: string | undefined;
  /** Whether every word the library did not take is in a file elsewhere. */
  hasSafeWords(): boolean;
  /** Stops long work, gives up files on their way in and gives the library's lock back; no call may follow. */
  close(): Promise<void>;
}

/**
 * The services behind one window. A library held by another program is opened for reading, with the reason told in
 * `app.info`; an office's library opened for the first time receives the sample issue.
 */
export async function createApp(options: AppOptions): Promise<App> {
  const library = await openForWindow(options);
  const keptWords = createKeptWords(options.keptWordsFolders, options.clock);
  if (options.forUnit !== true) await addSampleOnce(library, options).catch(options.onTrouble);
  void clearQuarantine(options.userFolder).catch(options.onTrouble);
  const printFiles = createPrintFiles();
  const bundles = new OpenedBundles(library, options);
  const stopWatching = library.watch(() => options.notify('library.changed', {}));
  const searchIndex = new SearchIndex(library);
  const jobs = createJobs(options.notify);
  const uploads = createUploads(options.ids);
  const backups = new Backups(library, {
    clock: options.clock,
    ids: options.ids,
    schedule,
    notify: (state) => options.notify('backup.changed', state),
  });
  void backups.begin().catch(options.onTrouble);
  const plainTexts = new PlainTexts(library, schedule);
  return {
    handlers: createHandlers({ library, keptWords, searchIndex, jobs, uploads, printFiles, bundles, backups }, options),
    jobs,
    uploads,
    readOnlyReason: library.readOnlyReason,
    hasSafeWords: () => keptWords.isSafe(),
    async close() {
      stopWatching();
      await jobs.close();
      await uploads.clear();
      searchIndex.close();
      await plainTexts.close();
      await backups.close();
      await printFiles.clear();
      await bundles.closeAll();
      await library.close();
    },
  };
}

/** The machine's own timer; one that waits keeps no program running. */
function schedule(action: () => void, delayMs: number): () => void {
  const timer = setTimeout(action, delayMs).unref();
  return () => clearTimeout(timer);
}

async function openForWindow({ libraryFolder, clock, ids }: AppOptions): Promise<Library> {
  try {
    return await openLibrary({ folder: libraryFolder, clock, ids });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'library-locked') throw error;
    return openLibrary({ folder: libraryFolder, clock, ids, mode: 'read', readOnlyReason: error.message });
  }
}

/** Puts the sample issue into a library that has never held anything. */
export async function addSampleOnce(library: Library, options: Pick<AppOptions, 'assetsFolder'> & ImportPorts): Promise<void> {
  if (library.readOnlyReason !== undefined) return;
  const settings = await library.getSettings();
  if (settings['sampleAdded'] === true) return;
  const { issues, submissions, trash, problems } = await library.list();
  if (issues.length + submissions.length + trash.length + problems.length === 0) {
    const name = '宣传信息专报-样例.txt';
    await importFile(library, options, { path: join(options.assetsFolder, 'sample', name), name }, { whenExists: 'leave' });
  }
  await library.setSetting('sampleAdded', true);
}
