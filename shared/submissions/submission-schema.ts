import { z } from 'zod';
import { idSchema, sha256Schema } from '../document/id-schema.js';
import { linePattern } from '../document/plain-characters.js';
import { articleSchema } from '../document/issue-schema.js';
import { submissionVersion, arrivals, decisions, submissionKinds, unitEvidence } from './submission-states.js';

const lineSchema = z.string().max(400).regex(linePattern);
/** ISO instant with zone. */
const instantSchema = z.iso.datetime({ offset: true });

/** How a submission reached the office: on a stick as a bundle, as a file, typed in from paper, or taken out of an issue. */
export const arrivalSchema = z.enum(arrivals);

/** What it was sent in as. */
export const submissionKindSchema = z.enum(submissionKinds);

/** What the editor decided of it. That an issue holds it, or has printed it, is not kept here: the issues say so. */
export const decisionSchema = z.enum(decisions);

/** A file kept byte for byte: name as received, SHA-256 in lower-case hex, size in bytes. */
export const keptFileSchema = z.strictObject({
  file: z.string().min(1).max(255),
  sha256: sha256Schema,
  bytes: z.int().min(0),
});

/** What of a file is not in what was made of it. */
export const leftAsideSchema = z.strictObject({
  /** 1-based line in the source; for Word files, the paragraph. */
  line: z.int().min(1),
  text: z.string(),
  /** Why it is not in there, in Chinese. */
  reason: z.string(),
});

/** One decision on it. */
export const decisionEventSchema = z.strictObject({
  at: instantSchema,
  decision: decisionSchema,
  /** Why, for 不采用 and 退改. */
  reason: lineSchema.optional(),
});

/** What the office may correct of a submission: never its words. */
export const submissionFactsSchema = z.strictObject({
  /** Id in the list of units; absent while the unit is not known. */
  unitId: idSchema.optional(),
  /** The unit as the manuscript or the editor wrote it; may be empty. */
  unitName: lineSchema,
  kind: submissionKindSchema,
  /** 签发领导 */
  signedBy: lineSchema.optional(),
  /** 作者 */
  author: lineSchema.optional(),
  /** 电话 */
  phone: lineSchema.optional(),
});

export const submissionSchema = z.strictObject({
  ...submissionFactsSchema.shape,
  version: z.literal(submissionVersion),
  id: idSchema,
  /** `unitId` was guessed on import, from this; gone once an editor said which unit it is. */
  unitGuess: z.enum(unitEvidence).optional(),
  /** Absent for what earlier programs kept without it. */
  receivedAt: instantSchema.optional(),
  arrival: arrivalSchema,
  decision: decisionSchema,
  /** Why it was refused or sent back. */
  reason: lineSchema.optional(),
  /** Id of the first submission of a manuscript that was sent again; its own id for the first. */
  thread: idSchema,
  /** 1 for the first, 2 for the first revision … */
  round: z.int().min(1).max(99),
  /** The manuscript as recognised. It is never changed by what an issue makes of it. */
  article: articleSchema,
  /** The file it was read from. */
  original: keptFileSchema.optional(),
  attachments: z.array(keptFileSchema).max(200),
  /** Plain sentences on what was not found, guessed or not taken over on import. */
  notes: z.array(z.string()),
  /** What of its file is not among its words, with the place: pictures, footnotes, comments, lines that say who sent it … */
  leftAside: z.array(leftAsideSchema),
  /** Oldest first. */
  log: z.array(decisionEventSchema).max(1000),
});
