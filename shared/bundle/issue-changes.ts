import { itemLabel } from '../document/edit-issue.js';
import type { Issue } from '../document/issue.js';
import { canonicalJson } from '../library/canonical-json.js';

/** What differs between two states of an issue, one Chinese phrase each: 改动《示例区开展宣讲》. */
export function issueChanges(from: Issue, to: Issue): readonly string[] {
  const [before, after] = [itemsById(from), itemsById(to)];
  const added = [...after].filter(([id]) => !before.has(id)).map(([, item]) => `增加《${itemLabel(item)}》`);
  const gone = [...before].filter(([id]) => !after.has(id)).map(([, item]) => `删去《${itemLabel(item)}》`);
  const changed = [...after].filter(([id, item]) => before.has(id) && canonicalJson(before.get(id)) !== canonicalJson(item));
  const { columns: _before, ...partsBefore } = from;
  const { columns: _after, ...partsAfter } = to;
  const parts = canonicalJson(partsBefore) === canonicalJson(partsAfter) ? [] : ['改动报头、报送发或版记'];
  const found = [...added, ...gone, ...changed.map(([, item]) => `改动《${itemLabel(item)}》`), ...parts];
  return found.length === 0 ? ['稿件次序不同'] : found;
}

function itemsById({ columns }: Issue) {
  return new Map(columns.flatMap(({ items }) => items.map((item) => [item.id, item] as const)));
}
