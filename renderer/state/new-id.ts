/** A new id for an article, paragraph or column. */
export function newId(): string {
  return globalThis.crypto.randomUUID();
}
