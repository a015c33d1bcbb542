import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { importFile } from '../../../../electron/services/import-file.js';
import { randomIds, systemClock } from '../../../../electron/services/system-ports.js';
import { AppError } from '../../../../shared/app-error.js';
import { getManuscript } from '../../../helpers/library-fixture.js';
import { openTestLibrary } from '../../../helpers/open-test-library.js';
import { recognizeHere } from '../../../helpers/recognize-here.js';
import { hasShared, sharedFile, sharedFiles } from '../../../helpers/shared-files.js';

const files = [
  ...['docx/chinese', 'docx/review'].flatMap((folder) => sharedFiles(folder).map((name) => ({ name, path: sharedFile(folder, name) }))),
  ...['press-zibo.txt', 'summary-gaoxin.txt'].map((name) => ({ name, path: sharedFile('seeds', name) })),
].filter(({ name }) => !name.endsWith('.md'));

it.skipIf(!hasShared)(
  'manuscripts that others wrote come into the inbox whole with their originals, or are refused in a sentence',
  async () => {
    const { library } = await openTestLibrary();
    try {
      let taken = 0;
      for (const file of files) {
        const ports = { recognition: recognizeHere, ids: randomIds, clock: systemClock };
        const named = { ...file, reading: { as: 'article' } as const };
        const report = await importFile(library, ports, named, { whenExists: 'leave', isOne: true }).catch((error: unknown) => error);
        if (report instanceof AppError) {
          expect(report.message, file.name).toMatch(/^.*[\u4e00-\u9fff].*。$/su);
          continue;
        }
        taken += 1;
        const { submissionId = '' } = report as { readonly submissionId?: string };
        const { original, article } = await getManuscript(library, submissionId);
        expect(original?.sha256, file.name).toBe(createHash('sha256').update(readFileSync(file.path)).digest('hex'));
        expect(article.title.length + article.paragraphs.length, file.name).toBeGreaterThan(0);
      }
      expect(taken).toBeGreaterThanOrEqual(files.length - 3);
      expect((await library.list()).submissions).toHaveLength(taken);
    } finally {
      await library.close();
    }
  },
);
