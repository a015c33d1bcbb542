/** Characters of a manuscript that is typed in from paper, at most. */
export const typedLimit = 100_000;
