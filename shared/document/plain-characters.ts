/**
 * Characters that no text of a document may hold: controls, half surrogates, noncharacters (XML 1.0 and its parsers
 * refuse them, so that Word could not open the file), line separators, and the marks that override the direction of
 * writing (what is read would not be what is stored). ZWSP, ZWJ and the plain direction marks stay.
 */
const unfitClass = '\\p{Cc}\\p{Cs}\\p{Noncharacter_Code_Point}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069';

/** A text on one line without any of them. */
export const linePattern = new RegExp(`^[^${unfitClass}]*$`, 'u');
/** The same, but for breaks set by hand. */
export const brokenLinePattern = new RegExp(`^(?:[^${unfitClass}]|\\n)*$`, 'u');
/** The caption and cells of a table (`table.ts`): tabs, breaks and line separators part them. */
export const cellsPattern = new RegExp(`^(?:[^${unfitClass}]|[\\n\\t\\u2028])*$`, 'u');
/** One character that may not stay, tab and line break among them. */
export const unfitCharacter = new RegExp(`[${unfitClass}]`, 'u');

const everyUnfit = new RegExp(`[${unfitClass}]`, 'gu');
const everyUnfitButBreaks = new RegExp(`(?!\\n)[${unfitClass}]`, 'gu');
const everyUnfitButCells = new RegExp(`(?![\\n\\t\\u2028])[${unfitClass}]`, 'gu');

/** Text as one line may hold it: a tab becomes a blank, what may not stay goes. */
export function plainLine(text: string): string {
  return unfitCharacter.test(text) ? text.replaceAll('\t', ' ').replace(everyUnfit, '') : text;
}

/** The same with its line breaks (`\n`) kept. */
export function plainLines(text: string): string {
  return unfitCharacter.test(text) ? text.replaceAll('\t', ' ').replace(everyUnfitButBreaks, '') : text;
}

/** The text of a table, with what parts its cells kept. */
export function plainCells(text: string): string {
  return unfitCharacter.test(text) ? text.replace(everyUnfitButCells, '') : text;
}

/** Parts known to be clean; values are never changed in place, so what was clean stays so. */
const clean = new WeakSet<object>();

/** A record with all its texts plain, however it came about. Parts that are so already come back as they are; breaks stay, and what parts the cells of a table. */
export function withPlainCharacters<Value>(value: Value): Value {
  return cleaned(value) as Value;
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return plainLines(value);
  if (typeof value !== 'object' || value === null || clean.has(value)) return value;
  const result = Array.isArray(value) ? cleanedList(value) : cleanedRecord(value);
  clean.add(result);
  return result;
}

function cleanedList(list: readonly unknown[]): readonly unknown[] {
  const changed = list.map(cleaned);
  return changed.every((each, index) => each === list[index]) ? list : changed;
}

function cleanedRecord(record: object): object {
  const entries = Object.entries(record);
  const isTable = 'table' in record;
  const changed = entries.map(
    ([name, value]) => [name, isTable && name === 'text' && typeof value === 'string' ? plainCells(value) : cleaned(value)] as const,
  );
  return changed.every(([, value], index) => value === entries[index]?.[1]) ? record : Object.fromEntries(changed);
}
