/**
 * 字数 as Word counts it: every East Asian character or mark is one (curly quotes, dashes, … and signs as wide as a
 * character among them: ①, ℃, ★, ×), and every run of other characters between blanks is one (2022, 3.5%, Wi-Fi, don’t).
 */
export function countCharacters(text: string): number {
  return text.match(counted)?.length ?? 0;
}

const marks = '\\u2010-\\u2027\\u2030-\\u205e\\u3001-\\u33ff\\ufe10-\\ufe1f\\ufe30-\\ufe4f\\uff01-\\uffef';
/** Signs that Chinese faces draw as wide as a character. */
const signs = '\\u00a7\\u00a8\\u00b0\\u00b1\\u00b7\\u00d7\\u00f7\\u2100-\\u27bf';
const eastAsian = `\\p{Script=Han}\\u2e80-\\u2fff\\uf900-\\ufaff${marks}${signs}`;
const run = `[^\\s${eastAsian}]+`;
const counted = new RegExp(`${run}(?:’${run})*|[${eastAsian}]`, 'gu');
