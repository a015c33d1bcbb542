import { ownFigures } from '../../../shared/submissions/own-history.js';
import type { AppOptions } from '../app-options.js';
import type { Handlers } from '../call-handlers.js';
import type { Library } from '../library/library.js';
import { readContributor, saveContributor } from './contributor.js';
import { OwnSubmissions } from './own-submissions.js';
import { unitsToAnswer } from './receipts-for-unit.js';

/** Calls of contributor mode, and on receipts. */
export function createContributorHandlers(library: Library, options: Pick<AppOptions, 'clock' | 'ids'>) {
  const own = new OwnSubmissions(library, options);
  return {
    'contributor.get': async () => {
      const contributor = await readContributor(library);
      return contributor === undefined ? {} : { contributor };
    },
    'contributor.save': async ({ contributor }) => {
      await saveContributor(library, contributor);
      return {};
    },
    'own.list': async () => {
      const rows = await own.list();
      const { years, ...figures } = ownFigures(rows);
      return { rows: rows.map((row) => ({ ...row, printed: [...row.printed] })), figures: { ...figures, years: [...years] } };
    },
    'own.save': async ({ id, article, facts }) => ({
      id: await own.save(id, article, facts),
      savedAt: options.clock.now().toISOString(),
    }),
    'own.revise': async ({ id }) => ({ id: await own.revise(id) }),
    'receipt.get': async ({ id }) => ({ receipt: (await library.get('receipt', id)).value }),
    'receipts.waiting': async () => ({ units: (await unitsToAnswer(library)).map(({ unit, ids }) => ({ unit, ids: [...ids] })) }),
  } satisfies Partial<Handlers>;
}
