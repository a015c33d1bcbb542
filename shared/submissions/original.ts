/** Largest original that is shown beside its text, in bytes; larger ones are still kept and exported. */
export const shownOriginalBytes = 24 * 1024 * 1024;

/** Bytes of an original that cross to the window at once. */
export const originalChunkBytes = 768 * 1024;

/** How an original is shown: as Word sets it, or as plain text. */
export const originalForms = ['word', 'text'] as const;
export type OriginalForm = (typeof originalForms)[number];
