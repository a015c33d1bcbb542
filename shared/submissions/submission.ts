import type { z } from 'zod';
import type { DeepReadonly } from '../document/issue.js';
import type { keptFileSchema, leftAsideSchema, submissionFactsSchema, submissionSchema } from './submission-schema.js';

export type KeptFile = DeepReadonly<z.infer<typeof keptFileSchema>>;
export type LeftAside = DeepReadonly<z.infer<typeof leftAsideSchema>>;
export type SubmissionFacts = DeepReadonly<z.infer<typeof submissionFactsSchema>>;
export type Submission = DeepReadonly<z.infer<typeof submissionSchema>>;
