/** Contributor mode (投稿端): the program started for a unit that sends manuscripts in. */
import type { z } from 'zod';
import type { DeepReadonly } from '../document/issue.js';
import type { contributorSchema } from './contributor-schema.js';

/** Who writes here: kept once for the whole library. */
export type Contributor = DeepReadonly<z.infer<typeof contributorSchema>>;

/** Name of the library's setting that holds it. */
export const contributorSetting = 'contributor';
