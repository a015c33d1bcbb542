/** Pictures of articles: taken in from the window, and shown in it. */
import { z } from 'zod';
import { sha256Schema } from './document/id-schema.js';
import type { CallRow } from './call-row.js';
import { pictureSchema } from './document/issue-schema.js';

export const pictureCalls = {
  /** Keeps a picture that was sent over; it is among the attachments when this answers. */
  'picture.keep': {
    effect: 'saves',
    request: z.strictObject({ upload: z.string() }),
    response: pictureSchema.pick({ sha256: true, type: true, width: true, height: true }),
  },
  /** The bytes of a picture; absent where they are missing or damaged. */
  'picture.get': {
    effect: 'reads',
    request: z.strictObject({ sha256: sha256Schema }),
    response: z.strictObject({ bytes: z.base64().optional() }),
  },
} as const satisfies Record<string, CallRow>;
