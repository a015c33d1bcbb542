/** What a row of the contract in `ipc.ts` says of a call. */
import { z } from 'zod';

/**
 * `reads` leaves the library as it is; `saves` changes it, and is refused where it can only be read; `runs` takes its
 * time, tells how far it is and can be cancelled. Long work says by itself whether it changes the library.
 */
export type Effect = { readonly effect: 'reads' | 'saves' } | { readonly effect: 'runs'; readonly isSaving: boolean };

export type CallRow = { readonly request: z.ZodType; readonly response: z.ZodType } & Effect;

/** Opaque handle of a folder or file, issued by the main side for this session. */
export const handleSchema = z.string().min(1).max(64);
