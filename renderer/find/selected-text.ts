/** What is selected in a field or in the text, if it fits a search: one line of reasonable length. */
import { isInput } from '../ui/text-target.js';

const longest = 60;

export function selectedText(): string {
  const active = document.activeElement ?? undefined;
  const text = isInput(active) ? active.value.slice(active.selectionStart ?? 0, active.selectionEnd ?? 0) : String(document.getSelection());
  return text.length > longest || /\n/u.test(text.trim()) ? '' : text.trim();
}
