/** What an issue can be exported as, in the order it is offered. */
export const exportFormats = ['docx', 'pdf', 'ofd', 'txt', 'html'] as const;
export type ExportFormat = (typeof exportFormats)[number];
