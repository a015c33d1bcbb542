const prefixes = { article: 'a_', paragraph: 'p_' } as const;

/** Longest id that is used as it stands: Word cuts bookmark names at 40 characters. */
const plainIdPattern = /^[a-z0-9_]{1,36}$/u;

/** FNV-1a over UTF-16 units, 64 bits, as 16 hex digits: spreads ids, protects nothing. */
function hashId(id: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const unit of id) hash = BigInt.asUintN(64, (hash ^ BigInt(unit.codePointAt(0) ?? 0)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}

/**
 * Name of the bookmark that marks an article or paragraph in a Word file, made from its id. Word allows 40 letters,
 * digits and underscores and does not tell A from a, so other ids are hashed: to go back, name every id of the base
 * issue and compare.
 */
export function bookmarkName(kind: 'article' | 'paragraph', id: string): string {
  return plainIdPattern.test(id) ? prefixes[kind] + id : `${prefixes[kind]}x${hashId(id)}`;
}
