import { join } from 'node:path';
import { stampOf } from '../../../shared/library/library-layout.js';
import type { AppOptions } from '../app-options.js';
import type { Handlers } from '../call-handlers.js';
import type { Handles } from '../handles.js';
import { readTrail } from '../library/audit-trail.js';
import type { Library } from '../library/library.js';
import { writeExportFile } from '../write-export-file.js';
import { createRecall } from '../backup/recall.js';
import { LibraryCheck } from './check-library.js';

/** Calls of 自检 and of the audit trail. */
export function createCheckHandlers(library: Library, handles: Handles, { clock }: Pick<AppOptions, 'clock'>) {
  const check = new LibraryCheck(library, clock, createRecall(library));
  return {
    'check.run': (_request, job) => check.run(job),
    'check.repair': ({ ids }, job) => check.repair(ids, job),
    'check.undo': async ({ undoId }) => {
      await check.undo(undoId);
      return {};
    },
    'audit.list': () =>
      library.still(async () => {
        const { entries, breaks } = await readTrail(library.shelf);
        return { entries: entries.toReversed(), breaks: breaks.map(({ file, message }) => `${file}：${message}`) };
      }),
    'audit.export': async ({ folder, numbers }) => {
      const chosen = new Set(numbers);
      const entries = (await library.still(() => readTrail(library.shelf))).entries.filter(({ number }) => chosen.has(number));
      const lines = entries.map(({ number, at, who, action, what }) =>
        [number, at.replace('T', ' ').slice(0, 19), who, action, what].join('\t'),
      );
      const path = join(handles.resolve(folder), `操作记录-${stampOf(clock.now()).slice(0, 15)}.txt`);
      await writeExportFile(path, Buffer.from(`\uFEFF${['编号\t时间\t何人\t做了什么\t对什么', ...lines].join('\r\n')}\r\n`, 'utf8'), false);
      return { handle: handles.issue(path), name: path };
    },
  } satisfies Partial<Handlers>;
}
