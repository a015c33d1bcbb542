/** The whole number a text spells, if it lies in the range; full-width digits are not taken. */
export function numberIn(text: string, least: number, most: number): number | undefined {
  if (!/^\d{1,9}$/u.test(text)) return undefined;
  const value = Number(text);
  return value >= least && value <= most ? value : undefined;
}
