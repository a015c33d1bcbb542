import type { Item } from '../../shared/document/issue.js';

/** A brief whose guessed title is taken as right; any other item as it is. */
export function itemWithoutGuess(item: Item): Item {
  if (item.type === 'article') return item;
  const { leadInferred: _inferred, ...rest } = item;
  return rest;
}
