/** Largest file the importer takes, in bytes; larger ones are refused before they are read. */
export const importLimitBytes = 64 * 1024 * 1024;
