/** Wrong usage: exit code 2 and one Chinese sentence. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
