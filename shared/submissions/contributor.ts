/** Contributor mode (投稿端): the program started for a unit that sends manuscripts in. */
import type { z } from 'zod';
import type { DeepReadonly } from '../document/issue.js';
import type { contributorSchema } from './contributor-schema.js';
import type { SubmissionFacts } from './submission.js';

/** Who writes here: kept once for the whole library. */
export type Contributor = DeepReadonly<z.infer<typeof contributorSchema>>;

/** Name of the library's setting that holds it. */
export const contributorSetting = 'contributor';

/** What a manuscript of the unit begins with beside its words: what its file says of it, else who usually writes and signs. */
export function ownFacts({ unitName, person, phone, signedBy }: Contributor, said: Partial<SubmissionFacts> = {}): SubmissionFacts {
  const { unitId: _unit, ...known } = said;
  return { kind: 'news', author: person, phone, ...(signedBy === undefined ? {} : { signedBy }), ...known, unitName };
}
