/** 剪切 复制 粘贴 全选 chosen in a menu; their keys are the system's own and work in every field by themselves. */
import { tell } from '../state/messages.js';
import { giveKeyboard, writingSurface } from '../state/writing-surface.js';
import { readClipboard } from '../ui/clipboard.js';
import type { CommandBehaviours } from '../ui/command-registry.js';
import { refuseLength } from '../ui/field-limits.js';
import { isInput, textTarget } from '../ui/text-target.js';

export const clipboardCommands = {
  'edit.cut': {
    run: () => giveToTarget('cut'),
    isEnabled: () => textTarget.getState().canChange && textTarget.getState().hasSelection,
  },
  'edit.copy': { run: () => giveToTarget('copy'), isEnabled: () => textTarget.getState().hasSelection },
  'edit.paste': { run: () => void paste('formatted'), isEnabled: () => textTarget.getState().canChange },
  'edit.pasteText': { run: () => void paste('plain'), isEnabled: () => textTarget.getState().canChange },
  'edit.selectAll': { run: selectAll, isEnabled: () => textTarget.getState().element !== undefined },
} satisfies Partial<CommandBehaviours>;

/** The browser's own command, so that the field's own handlers see the same event as for the key. */
function giveToTarget(command: 'cut' | 'copy' | 'selectAll'): void {
  focusTarget();
  document.execCommand(command);
}

function selectAll(): void {
  const { element } = textTarget.getState();
  if (isInput(element)) {
    element.focus();
    element.select();
  } else giveToTarget('selectAll');
}

/** Puts what the clipboard holds where the cursor is. */
async function paste(kind: 'formatted' | 'plain'): Promise<void> {
  focusTarget();
  const data = await readClipboard(kind);
  if (data === undefined) return tell('info', '剪贴板读不出来，请按 Ctrl+V 粘贴。');
  const { element } = textTarget.getState();
  const surface = writingSurface();
  if (surface && element !== undefined && element === surface.element()) surface.paste(data);
  // The browser's own command: the field can undo it, and its listeners hear of it.
  else if (isInput(element)) pasteIntoField(element, data.getData('text/plain'));
}

function pasteIntoField(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  const refusal = refuseLength(field, text);
  if (refusal === undefined) document.execCommand('insertText', false, text);
  else tell('info', refusal);
}

function focusTarget(): void {
  const { element } = textTarget.getState();
  if (element !== undefined) giveKeyboard(element);
}
