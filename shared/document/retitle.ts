import { plainTitle, type Item } from './issue.js';

/**
 * The item under a new title. A cover title with the same letters follows the change and keeps its own line breaks and
 * blanks where the letters around them are unchanged; one that was worded differently stays as it is.
 */
export function retitle<Kind extends Item>(item: Kind, title: string): Kind {
  if (item.coverTitle === undefined || letters(item.coverTitle) !== letters(item.title)) return { ...item, title };
  return { ...item, title, coverTitle: followTitle(item.coverTitle, item.title, title) };
}

/** Whether the cover words the title as the body does, blanks and breaks aside. */
export function hasSameWording(item: Item): boolean {
  return item.coverTitle === undefined || letters(item.coverTitle) === letters(item.title);
}

/** The item with a title for the cover; one that is the body's without its breaks needs no place of its own. */
export function withCoverTitle(item: Item, coverTitle: string): Item {
  if (coverTitle !== plainTitle(item.title)) return { ...item, coverTitle };
  const { coverTitle: _cover, ...rest } = item;
  return rest;
}

function letters(title: string): string {
  return title.replace(/\s/gu, '');
}

/** A blank or break and the number of letters before it. */
interface Separator {
  readonly at: number;
  readonly text: string;
}

function separators(title: string): readonly Separator[] {
  const found: Separator[] = [];
  let at = 0;
  for (const part of title.split(/(\s+)/u)) {
    if (/^\s+$/u.test(part)) found.push({ at, text: part });
    else at += part.length;
  }
  return found;
}

function followTitle(cover: string, before: string, after: string): string {
  const from = letters(before);
  const to = letters(after);
  const move = (separator: Separator): readonly Separator[] => moveSeparator(separator, from, to);
  const kept = separators(cover).flatMap(move);
  const known = new Set([...kept, ...separators(before).flatMap(move)].map(({ at }) => at));
  const added = separators(after).filter(({ at, text }) => !known.has(at) && !text.includes('\n'));
  return insertSeparators(
    to,
    [...kept, ...added].sort((left, right) => left.at - right.at),
  );
}

/** Where a separator stands after the letters changed; none when it stood inside the changed part. */
function moveSeparator(separator: Separator, from: string, to: string): readonly Separator[] {
  const prefix = commonPrefix(from, to);
  if (separator.at <= prefix) return [separator];
  const suffix = Math.min(commonSuffix(from, to), Math.min(from.length, to.length) - prefix);
  if (separator.at < from.length - suffix) return [];
  return [{ ...separator, at: separator.at + to.length - from.length }];
}

function insertSeparators(text: string, found: readonly Separator[]): string {
  let result = '';
  let at = 0;
  for (const separator of found) {
    result += text.slice(at, separator.at) + separator.text;
    at = separator.at;
  }
  return result + text.slice(at);
}

function commonPrefix(left: string, right: string): number {
  let length = 0;
  while (length < left.length && length < right.length && left[length] === right[length]) length += 1;
  return length;
}

function commonSuffix(left: string, right: string): number {
  let length = 0;
  while (length < left.length && length < right.length && left.at(-1 - length) === right.at(-1 - length)) length += 1;
  return length;
}
