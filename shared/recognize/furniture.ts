import type { Ledger } from './ledger.js';
import type { Line } from './line.js';
import { isMastheadLike } from './masthead.js';

const folio = /^[—–\-－─―•·]\s*(?:\d{1,4}\s*)?[—–\-－─―•·]$|^第\s*\d{1,3}\s*页(?:\s*[，,]?\s*[共/]\s*\d{1,3}\s*页)?$/u;

/**
 * The lines without page numbers and running heads, which are booked as left aside. A masthead set as a page head goes
 * to the front, where mastheads stand.
 */
export function setFurnitureAside(lines: readonly Line[], ledger: Ledger): readonly Line[] {
  const heads: Line[] = [];
  const rest: Line[] = [];
  for (const line of lines) {
    if (folio.test(line.text)) ledger.leave(line.rich, '页码');
    else if (line.role !== 'furniture') rest.push(line);
    else if (isMastheadLike(line)) heads.push(line);
    else ledger.leave(line.rich, '页眉、页脚');
  }
  return heads.length === 0 ? rest : [...heads, ...rest];
}

/** Whether a line is a bare number: a page number where it stands between paragraphs of an issue. */
export function isBareNumber(line: Line): boolean {
  return /^\d{1,3}$/u.test(line.text) && line.heading === undefined;
}
