/** Bounds of every text field: what is longer is refused before the browser lays it out. Far above what is printed or looked for. */

/** Longest text of a field that names no bound of its own, in UTF-16 units. */
export const longestLine = 500;
export const longestText = 5000;

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Refuses what would make a field too long, however it comes; what fits goes on its way. @param refused is told why */
export function followFieldLimits(refused: (sentence: string) => void): () => void {
  const look = (event: InputEvent): void => {
    if (!isTextField(event.target)) return;
    const sentence = refuseLength(event.target, event.data ?? event.dataTransfer?.getData('text/plain') ?? '');
    if (sentence === undefined) return;
    event.preventDefault();
    refused(sentence);
  };
  document.addEventListener('beforeinput', look, { capture: true });
  return () => document.removeEventListener('beforeinput', look, { capture: true });
}

/** Why a text may not go where the cursor stands in a field; a field that is too long already may be made shorter. */
export function refuseLength(field: Field, added: string): string | undefined {
  const replaced = (field.selectionEnd ?? 0) - (field.selectionStart ?? 0);
  const length = field.value.length - replaced + added.length;
  const most = field.maxLength > 0 ? field.maxLength : field instanceof HTMLTextAreaElement ? longestText : longestLine;
  if (length <= most || added.length <= replaced) return undefined;
  return `这里最多填 ${most.toLocaleString('zh-CN')} 字，加上这些会有 ${length.toLocaleString('zh-CN')} 字，没有填入。`;
}

function isTextField(target: EventTarget | null): target is Field {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
}
