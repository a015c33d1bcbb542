/** `2022-10` → 2022年第10期, `2022-Z01` → 2022年增刊第1期; of which publication is not said. */
export function keyLabel(key: string): string {
  const parts = /^(\d{4})-(Z?)(\d+)(?:-[0-9a-f]{8})?$/u.exec(key);
  return parts ? `${parts[1]}年${parts[2] ? '增刊' : ''}第${Number(parts[3])}期` : key;
}

/** Id of the publication a key's issue is of; undefined: the library's own. */
export function publicationOfKey(key: string): string | undefined {
  return /^\d{4}-Z?\d+-([0-9a-f]{8})$/u.exec(key)?.[1];
}
