import type { Issue } from '../../document/issue.js';

/** The issue with every id there once: of two versions that were both kept, the second gets a new one, the same on any machine. */
export function tellApart(issue: Issue): Issue {
  const taken = new Set(issue.columns.map(({ id }) => id));
  const free = <Part extends { readonly id: string }>(part: Part): Part => {
    let id = part.id;
    for (let count = 2; taken.has(id); count += 1) id = `${part.id.slice(0, 58)}-${count}`;
    taken.add(id);
    return id === part.id ? part : { ...part, id };
  };
  const columns = issue.columns.map((column) => ({
    ...column,
    items: column.items.map((item) => ({ ...free(item), paragraphs: item.paragraphs.map(free) })),
  }));
  return { ...issue, columns };
}
