import type { Issue } from '../../shared/document/issue.js';
import type { BlockPlace } from '../../shared/layout/block.js';
import type { TextPlace } from '../../shared/document/text-place.js';

/** Asks the editor to take the cursor to a place; a new `serial` repeats the request. */
export interface FocusRequest {
  readonly caret: TextPlace;
  /** Where the selection ends; absent, nothing is selected. */
  readonly to?: TextPlace;
  readonly serial: number;
}

/** The row of the outline whose form or editor is shown. */
export type Selection =
  | { readonly kind: 'masthead' | 'instruction' | 'contents' | 'distribution' | 'imprint' }
  | { readonly kind: 'column'; readonly columnId: string }
  | { readonly kind: 'item'; readonly itemId: string }
  | { readonly kind: 'submission'; readonly submissionId: string };

/** The outline row a printed place belongs to. */
export function placeSelection(place: BlockPlace): Selection | undefined {
  if (place.itemId !== undefined && place.part !== 'contents') return { kind: 'item', itemId: place.itemId };
  if (place.part === 'column') return place.columnId === undefined ? undefined : { kind: 'column', columnId: place.columnId };
  const { part } = place;
  const isRow = part === 'masthead' || part === 'instruction' || part === 'contents' || part === 'distribution' || part === 'imprint';
  return isRow ? { kind: part } : undefined;
}

/** One string for each selectable row, for keys and comparisons. */
export function selectionKey(selection: Selection): string {
  if (selection.kind === 'column') return `column:${selection.columnId}`;
  if (selection.kind === 'item') return `item:${selection.itemId}`;
  if (selection.kind === 'submission') return `submission:${selection.submissionId}`;
  return selection.kind;
}

/** The selection that a key stands for; undefined for any other words. */
export function readSelectionKey(key: string): Selection | undefined {
  const [kind = '', id] = key.split(':', 2);
  if (id !== undefined) {
    if (kind === 'column') return { kind, columnId: id };
    if (kind === 'item') return { kind, itemId: id };
    return kind === 'submission' ? { kind, submissionId: id } : undefined;
  }
  const forms = ['masthead', 'instruction', 'contents', 'distribution', 'imprint'] as const;
  const form = forms.find((each) => each === kind);
  return form && { kind: form };
}

/** The selection if the issue still has its row, else 报头. */
export function existingSelection(issue: Issue, selection: Selection): Selection {
  if (selection.kind === 'column') return issue.columns.some(({ id }) => id === selection.columnId) ? selection : { kind: 'masthead' };
  if (selection.kind !== 'item') return selection;
  return issue.columns.some(({ items }) => items.some(({ id }) => id === selection.itemId)) ? selection : { kind: 'masthead' };
}

/** What an issue opens with: its first article, or 报头 when it has none. */
export function openingSelection(issue: Issue): Selection {
  const item = issue.columns.flatMap(({ items }) => items)[0];
  return item ? { kind: 'item', itemId: item.id } : { kind: 'masthead' };
}
