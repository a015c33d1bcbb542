/** The publications of a library, a part of the contract in `ipc.ts`. */
import { z } from 'zod';
import type { CallRow } from './call-row.js';
import { publicationIdSchema } from './document/id-schema.js';
import { publicationSchema } from './document/publication-schema.js';

const publicationRequestSchema = z.strictObject({ publication: publicationSchema });

export const publicationCalls = {
  /** All of them, the library's own first. */
  'publication.list': {
    effect: 'reads',
    request: z.strictObject({}),
    response: z.strictObject({ publications: z.array(publicationSchema).min(1) }),
  },
  /** A measure out of its range is refused with the range, a name that is another publication's with that one. The file was re-read and compared. */
  'publication.save': {
    effect: 'saves',
    request: publicationRequestSchema,
    response: z.strictObject({ savedAt: z.iso.datetime({ offset: true }) }),
  },
  /** A new one, from a template whose id does not count; comes back with its own. */
  'publication.add': { effect: 'saves', request: publicationRequestSchema, response: publicationRequestSchema },
  /** Into the trash; one with issues is refused. */
  'publication.remove': {
    effect: 'saves',
    request: z.strictObject({ id: publicationIdSchema }),
    response: z.strictObject({ trashId: z.string() }),
  },
} as const satisfies Record<string, CallRow>;
