/** The page style of a Word file, to be looked at and taken over line by line. */
import { z } from 'zod';
import { handleSchema, type CallRow } from '../call-row.js';
import { learntStyleSchema } from './learnt-style-schema.js';

export const learnCalls = {
  /** Reads a file that was sent over. Nothing is changed: what is taken over is saved with the publication. */
  'style.learn': {
    effect: 'runs',
    isSaving: false,
    request: z.strictObject({ upload: handleSchema }),
    response: z.strictObject({ file: z.string(), learnt: learntStyleSchema }),
  },
} as const satisfies Record<string, CallRow>;
