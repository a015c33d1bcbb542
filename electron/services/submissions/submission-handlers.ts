import { decide, describe } from '../../../shared/submissions/edit-submission.js';
import { decisionFacts } from '../../../shared/submissions/submission-labels.js';
import { newSubmission } from '../../../shared/submissions/new-submission.js';
import type { Handlers } from '../call-handlers.js';
import type { AppOptions } from '../app-options.js';
import { EarlierTexts } from './earlier-texts.js';
import type { Library } from '../library/library.js';
import { Originals } from './original-file.js';
import { typeIn } from './type-in.js';
import { unjoin } from './unjoin.js';

/** Calls on manuscripts that units sent in. */
export function createSubmissionHandlers(library: Library, { clock, ids, recognition }: Pick<AppOptions, 'clock' | 'ids' | 'recognition'>) {
  const now = (): string => clock.now().toISOString();
  const earlier = new EarlierTexts(library);
  const originals = new Originals(library, recognition);
  return {
    'similar.find': async ({ ids: chosen }) => ({ found: [...(await earlier.find(chosen))] }),
    'similar.show': ({ id, textId }) => earlier.show(id, textId),
    'submission.get': async ({ id }) => ({ submission: (await library.get('submission', id)).value }),
    'submission.add': async ({ article }) => {
      const submission = newSubmission({ id: ids.next(), article, arrival: 'issue', receivedAt: now() });
      await library.add('submission', submission);
      return { id: submission.id };
    },
    'submission.type': async ({ text }) => ({ id: await typeIn(library, { clock, ids }, text) }),
    'submission.decide': async ({ ids: chosen, decision, reason }) => {
      for (const id of chosen)
        await library.update('submission', id, (submission) => decide(submission, decision, reason, now()), decisionFacts[decision].label);
      return {};
    },
    'submission.describe': async ({ id, facts, isUnitSaid }) => {
      await library.update('submission', id, (submission) => describe(submission, facts, isUnitSaid));
      return {};
    },
    'submission.original': ({ id, offset }) => originals.chunk(id, offset),
    'submission.unjoin': async ({ id }) => {
      await unjoin(library, recognition, id);
      return {};
    },
    'submission.delete': async ({ id }) => ({ trashId: await library.remove('submission', id) }),
  } satisfies Partial<Handlers>;
}
