/** What one picture may be at most; a photograph of 40 million dots fits. */
export const pictureLimits = {
  /** Bytes of the file. */
  bytes: 10 * 1024 * 1024,
  /** Dots of one side. */
  side: 20_000,
  /** Dots of a JPEG, which is handed on as it is. */
  jpegDots: 60_000_000,
  /** Dots of a PNG, which is unpacked to be drawn. */
  pngDots: 25_000_000,
  /** Pictures of one Word file, and their bytes together. */
  perFile: 60,
  perFileBytes: 40 * 1024 * 1024,
} as const;

/** Least and most share of the measure, in per cent, that a picture may be set at. */
export const pictureShares = { least: 10, most: 100 } as const;
