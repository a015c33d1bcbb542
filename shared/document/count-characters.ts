/**
 * 字数 as Word counts it: every East Asian character or mark is one (curly quotes, dashes and … among them), and every
 * run of other characters between blanks is one (2022, 3.5%, Wi-Fi).
 */
export function countCharacters(text: string): number {
  return text.match(counted)?.length ?? 0;
}

const eastAsian = '\\p{Script=Han}\\u2010-\\u2027\\u2030-\\u205e\\u2e80-\\u2fff\\u3001-\\u33ff\\uf900-\\ufaff\\ufe10-\\ufe1f\\ufe30-\\ufe4f\\uff01-\\uffef';
const counted = new RegExp(`[${eastAsian}]|[^\\s${eastAsian}]+`, 'gu');
