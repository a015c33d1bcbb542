import { plainColumnName, plainTitle, type Issue, type Paragraph } from '../../document/issue.js';

/**
 * The other issue with the ids of ours where both plainly mean the same: columns by name, items by title, paragraphs
 * by their words. Two machines that read one printed issue each give it ids of their own.
 */
export function alignIds(other: Issue, ours: Issue): Issue {
  const columnIds = matching(other.columns, ours.columns, ({ name }) => plainColumnName(name));
  const itemIds = matching(itemsOf(other), itemsOf(ours), ({ title }) => plainTitle(title));
  const paragraphIds = matching(paragraphsOf(other), paragraphsOf(ours), ({ lead, text }) => `${lead ?? ''}\n${text}`);
  return {
    ...other,
    columns: other.columns.map((column) => ({
      ...renamed(column, columnIds),
      items: column.items.map((item) => ({
        ...renamed(item, itemIds),
        paragraphs: item.paragraphs.map((paragraph) => renamed(paragraph, paragraphIds)),
      })),
    })),
  };
}

interface Part {
  readonly id: string;
}

/** Id of ours by the id of the other's part, for parts whose key is there once on each side and whose id we do not have. */
function matching<One extends Part>(
  other: readonly One[],
  ours: readonly One[],
  keyOf: (part: One) => string,
): ReadonlyMap<string, string> {
  const known = new Set(ours.map(({ id }) => id));
  const theirIds = new Set(other.map(({ id }) => id));
  const ourIds = onceByKey(ours, keyOf);
  const pairs = [...onceByKey(other, keyOf)].flatMap(([key, id]) => {
    const ourId = ourIds.get(key);
    return ourId === undefined || known.has(id) || theirIds.has(ourId) ? [] : [[id, ourId] as const];
  });
  return new Map(pairs);
}

function onceByKey<One extends Part>(parts: readonly One[], keyOf: (part: One) => string): ReadonlyMap<string, string> {
  const ids = new Map<string, string | undefined>();
  for (const part of parts) ids.set(keyOf(part), ids.has(keyOf(part)) ? undefined : part.id);
  return new Map([...ids].flatMap(([key, id]) => (id === undefined ? [] : [[key, id] as const])));
}

function renamed<One extends Part>(part: One, ids: ReadonlyMap<string, string>): One {
  return { ...part, id: ids.get(part.id) ?? part.id };
}

function itemsOf(issue: Issue) {
  return issue.columns.flatMap(({ items }) => items);
}

function paragraphsOf(issue: Issue): readonly Paragraph[] {
  return itemsOf(issue).flatMap(({ paragraphs }) => paragraphs);
}
