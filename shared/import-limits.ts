/** Largest file the importer takes, in bytes; larger ones are refused before they are read. */
export const importLimitBytes = 64 * 1024 * 1024;

/** Most files that are imported at once. */
export const importMostFiles = 500;

/** What a file may hold at most; every printed issue and manuscript stays far below. */
export const readLimits = {
  /** Lines of a text, paragraphs of a Word file. */
  lines: 100_000,
  /** Characters of one of them. */
  lineCharacters: 200_000,
  /** Characters of all of them. */
  characters: 5_000_000,
} as const;

/** What a ZIP package may hold at most, counted while it is unpacked, whatever the package says of itself. */
export const packageLimits = {
  entries: 10_000,
  /** Unpacked bytes of one part. */
  partBytes: 32 * 1024 * 1024,
  /** Unpacked bytes of all parts that are read. */
  bytes: 96 * 1024 * 1024,
  /** XML elements of all parts that are read. */
  elements: 600_000,
  /** Headers and footers. */
  furniture: 400,
} as const;

/** What reading one file may cost. */
export const recognitionLimits = { memoryBytes: 400 * 1024 * 1024, timeMs: 20_000 } as const;

/** Files of the window on their way to the services. */
export const uploadLimits = {
  /** Most bytes that cross at once. */
  chunkBytes: 1024 * 1024,
  /** Most bytes of one file. */
  bytes: 4 * 1024 ** 3,
} as const;
