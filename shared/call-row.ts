/** What a row of the contract in `ipc.ts` says of a call. */
import type { z } from 'zod';

/**
 * `reads` leaves the library as it is; `saves` changes it, and is refused where it can only be read; `runs` takes its
 * time, tells how far it is and can be cancelled. Long work says by itself whether it changes the library.
 */
export type Effect = { readonly effect: 'reads' | 'saves' } | { readonly effect: 'runs'; readonly isSaving: boolean };

export type CallRow = { readonly request: z.ZodType; readonly response: z.ZodType } & Effect;
