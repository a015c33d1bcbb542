/** What a comparison (花脸稿) can be written as. */
export const redlineFormats = ['docx', 'pdf'] as const;
export type RedlineFormat = (typeof redlineFormats)[number];
