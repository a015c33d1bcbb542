/** 花脸稿: both states of an issue in one run of paragraphs, from which either can be had back whole. */
import type { Issue } from '../document/issue.js';
import { issueLines, type LineRole } from './compare-issues.js';
import { compareParagraphs, type ParagraphChange } from './compare-paragraphs.js';
import type { TextPart } from './compare-text.js';

/**
 * One paragraph: `kept` ones hold both wordings in their parts; the others are in one state only. The two places of a
 * paragraph that moved as it was have the same `move`.
 */
export interface RedlineRow {
  readonly kind: 'kept' | 'removed' | 'added';
  readonly role: LineRole;
  readonly parts: readonly TextPart[];
  readonly move?: number;
}

/** Without what was added the rows are the old state in its order, without what was removed the new one in its. */
export function redlineRows(before: Issue, after: Issue): readonly RedlineRow[] {
  const old = issueLines(before);
  const now = issueLines(after);
  const changes = compareParagraphs(old, now);
  const moved = changes.flatMap((change) => (change.kind === 'moved' ? [change] : []));
  const moveOf = (at: number): { readonly move?: number } => {
    const index = moved.findIndex((change) => change.before === at);
    const change = moved[index];
    return change !== undefined && old[change.before]?.text === now[change.after]?.text ? { move: index + 1 } : {};
  };
  const removal = (at: number): RedlineRow => ({
    kind: 'removed',
    role: old[at]?.role ?? 'paragraph',
    parts: whole('removed', old[at]?.text),
    ...moveOf(at),
  });
  const rows: RedlineRow[] = [];
  const waiting = moved.map((change) => change.before).sort((left, right) => left - right);
  for (const change of changes) {
    const place = placeOf(change);
    while (place !== undefined && (waiting[0] ?? place) < place) rows.push(removal(waiting.shift() ?? 0));
    if (change.kind === 'removed') {
      rows.push(removal(change.before));
      continue;
    }
    const { role = 'paragraph', text } = now[change.after] ?? {};
    if (change.kind === 'added') rows.push({ kind: 'added', role, parts: whole('added', text) });
    else if (change.kind === 'moved') rows.push({ kind: 'added', role, parts: whole('added', text), ...moveOf(change.before) });
    else rows.push({ kind: 'kept', role, parts: change.kind === 'same' ? whole('same', text) : change.parts });
  }
  return [...rows, ...waiting.map(removal)];
}

/** Where a row stands in the old state; nowhere what was added or has moved. */
function placeOf(change: ParagraphChange): number | undefined {
  return change.kind === 'added' || change.kind === 'moved' ? undefined : change.before;
}

function whole(kind: TextPart['kind'], text = ''): readonly TextPart[] {
  return text === '' ? [] : [{ kind, text }];
}
