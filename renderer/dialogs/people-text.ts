import { plainLine } from '../../shared/document/plain-characters.js';

/** Longest name that is kept. */
const longestName = 40;

/** The names in a text of one a line, each once, in their order. */
export function peopleIn(text: string): readonly string[] {
  const names = text.split('\n').map((line) => plainLine(line).trim().slice(0, longestName));
  return [...new Set(names)].filter((name) => name !== '');
}
