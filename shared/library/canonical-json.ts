type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * The one spelling of a JSON value that its checksum is taken of: keys sorted by code unit, no blanks, and members
 * holding `undefined` left out as `JSON.stringify` does.
 *
 * @throws TypeError for values that JSON cannot hold (functions, bigint, cycles are the caller's mistake)
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value === 'object' && value !== null) return canonicalObject(value as { readonly [key: string]: Json | undefined });
  const text = JSON.stringify(value);
  if (text === undefined) throw new TypeError('value has no JSON spelling');
  return text;
}

function canonicalObject(value: { readonly [key: string]: Json | undefined }): string {
  const members: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member !== undefined) members.push(`${JSON.stringify(key)}:${canonicalJson(member)}`);
  }
  return `{${members.join(',')}}`;
}
