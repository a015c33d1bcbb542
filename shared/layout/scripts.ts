/** Scripts as word processors tell them. Marks that serve both scripts (“ ” — … ‰ ℃) go with what stands before them. */

export type Script = 'asian' | 'latin';

/** The script of a code point; undefined for marks of both. */
export function scriptOf(code: number): Script | undefined {
  if (code === 0x20 || code === 0xa0) return undefined;
  if (code < 0x530) return 'latin';
  if (code >= 0x1e00 && code <= 0x1fff) return 'latin';
  return code >= 0x2e80 ? 'asian' : undefined;
}
