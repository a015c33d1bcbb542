/** Raised and lowered figures as characters of their own: m², CO₂. */
const forms = { superscript: '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻', subscript: '₀₁₂₃₄₅₆₇₈₉₊₋' } as const;
const plain = '0123456789+-';

/** The same figures raised or lowered, one for one; undefined where a character has no such form. */
export function raisedDigits(text: string, how: keyof typeof forms): string | undefined {
  const all = [...text].map((each) => forms[how][plain.indexOf(each === '−' || each === '–' ? '-' : each)]);
  return text !== '' && all.every((each) => each !== undefined) ? all.join('') : undefined;
}
