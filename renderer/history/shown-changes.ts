import type { LineChange } from '../../shared/compare/compare-issues.js';

/** A row of the comparison: a line, or how many unchanged lines were left out. */
export type ShownRow = { readonly kind: 'line'; readonly change: LineChange } | { readonly kind: 'gap'; readonly count: number };

/** The lines to show: all of them, or those that changed, each article's under its title. */
export function shownChanges(changes: readonly LineChange[], isWhole: boolean): readonly ShownRow[] {
  if (isWhole) return changes.map((change) => ({ kind: 'line', change }));
  const touched = new Set(changes.filter(({ kind }) => kind !== 'same').map(({ line }) => line.itemId));
  const rows: ShownRow[] = [];
  let skipped = 0;
  const settle = (): void => {
    if (skipped > 0) rows.push({ kind: 'gap', count: skipped });
    skipped = 0;
  };
  for (const change of changes) {
    const { role, itemId } = change.line;
    const isTitle = role === 'title' && itemId !== undefined && touched.has(itemId);
    if (change.kind === 'same' && !isTitle) {
      skipped += 1;
      continue;
    }
    settle();
    rows.push({ kind: 'line', change });
  }
  settle();
  return rows;
}
