import { AppError } from '../../shared/app-error.js';
import { refuseWindowSetting } from '../../shared/window-settings.js';
import type { Handlers } from './call-handlers.js';
import type { AppOptions } from './app-options.js';
import { createBackupHandlers } from './backup/backup-handlers.js';
import type { Backups } from './backup/backups.js';
import { createCourseHandlers, deleteWithCourse, restoreWithCourse } from './course-handlers.js';
import { createBundleHandlers } from './bundle/bundle-handlers.js';
import type { OpenedBundles } from './bundle/opened-bundles.js';
import { createExportHandlers } from './export-handlers.js';
import { createPictureHandlers } from './picture-handlers.js';
import { createPrintHandlers, type PrintFiles } from './print-handlers.js';
import { createPublicationHandlers } from './publication-handlers.js';
import { createCheckHandlers } from './check/check-handlers.js';
import { createHandles } from './handles.js';
import { createHistoryHandlers } from './history-handlers.js';
import { createImportHandlers } from './import-handlers.js';
import { createWordsHandlers } from './words-handlers.js';
import { duplicateIssue, startNextIssue } from './issue-lifecycle.js';
import type { KeptWords } from './kept-words.js';
import { createSearchHandlers } from './search/search-handlers.js';
import type { SearchIndex } from './search/search-index.js';
import { createContributorHandlers } from './submissions/contributor-handlers.js';
import { createSubmissionHandlers } from './submissions/submission-handlers.js';
import { createUndoHandlers } from './undo-files.js';
import { createUnitHandlers } from './units/unit-handlers.js';
import type { Jobs } from './jobs.js';
import type { Library } from './library/library.js';
import type { Uploads } from './uploads.js';

/** What the services of one window keep for its calls. */
export interface Keep {
  readonly library: Library;
  readonly keptWords: KeptWords;
  readonly searchIndex: SearchIndex;
  readonly jobs: Jobs;
  readonly uploads: Uploads;
  readonly printFiles: PrintFiles;
  readonly bundles: OpenedBundles;
  readonly backups: Backups;
}

/** The function behind every call of the contract. */
export function createHandlers(keep: Keep, options: AppOptions): Handlers {
  const { library, keptWords, searchIndex, jobs, uploads, printFiles, backups } = keep;
  const handles = createHandles();
  return {
    ...createLibraryHandlers(library, options),
    ...createImportHandlers(library, uploads, options),
    ...createPictureHandlers(library, uploads),
    ...createHistoryHandlers(library, handles, printFiles, options),
    ...createUndoHandlers(library),
    ...createCourseHandlers(library, options.clock),
    ...createPublicationHandlers(library, options.clock),
    ...createBackupHandlers(backups, handles),
    ...createCheckHandlers(library, handles, options),
    ...createSubmissionHandlers(library, options),
    ...createUnitHandlers(library, { handles, uploads }, options),
    ...createContributorHandlers(library, options),
    ...createBundleHandlers(keep, handles, options),
    ...createExportHandlers(library, handles, options),
    ...createSearchHandlers(library, searchIndex),
    ...createPrintHandlers(library, printFiles, options),
    ...createWordsHandlers(library, keptWords, handles, options),
    'job.cancel': async ({ job }) => {
      jobs.cancel(job);
      return {};
    },
  };
}

function createLibraryHandlers(library: Library, options: AppOptions) {
  const { clock, ids } = options;
  return {
    'app.info': async () => ({
      version: options.version,
      host: options.host,
      libraryPath: options.libraryFolder,
      ...(library.readOnlyReason === undefined ? {} : { readOnly: library.readOnlyReason }),
      notices: [...library.notices()],
      canPickFolder: options.desktop.canPickFolder,
      forUnit: options.forUnit ?? false,
    }),
    'library.list': async () => {
      const list = await library.list();
      // A course goes into the trash and back with its issue.
      return { ...list, trash: list.trash.filter(({ kind }) => kind !== 'course') };
    },
    'library.check': async (_request, job) => {
      const troubles = await library.check(job);
      if (troubles.length > 0) options.notify('library.changed', {});
      return { troubles: [...troubles] };
    },
    'issue.get': ({ key }) => library.getIssue(key),
    'issue.create': (next) => startNextIssue(library, clock, ids, next),
    'issue.duplicate': ({ key }) => duplicateIssue(library, key),
    'issue.delete': async ({ key }) => ({ trashId: await deleteWithCourse(library, key) }),
    'trash.get': async ({ id }) => {
      const { kind, value } = await library.getTrashed(id);
      if (kind === 'issue') return { issue: value };
      if (kind === 'submission') return { article: value.article };
      throw new AppError('bad-request', '这一项不能在这里看。');
    },
    'trash.restore': ({ id }) => restoreWithCourse(library, id),
    'settings.get': async () => ({ settings: await library.getSettings() }),
    'settings.set': async ({ name, value }) => {
      const refusal = refuseWindowSetting(name, value);
      if (refusal !== undefined) throw new AppError('bad-request', refusal);
      await library.setSetting(name, value);
      return {};
    },
  } satisfies Partial<Handlers>;
}
