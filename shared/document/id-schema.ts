import { z } from 'zod';

/** Stable id of a record or of a part of one. */
export const idSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/u);

/** Id of a publication other than the library's own; a part of the keys of its issues. */
export const publicationIdSchema = z.string().regex(/^[0-9a-f]{8}$/u);

/** SHA-256 of a file or a content, lower-case hex. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/u);
