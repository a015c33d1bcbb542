/** The issue that is typed into until the program is killed. */
export const typedKey = '2023-06';

/** One character typed: how many there are then, and when, in milliseconds of the child's own clock. */
export interface Typed {
  readonly count: number;
  readonly atMs: number;
}

/** What the child said; a line cut by the kill is left out. */
export function readTyped(text: string): readonly Typed[] {
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const [count = 0, atMs = 0] = line.split(' ').map(Number);
      return { count, atMs };
    });
}
