import { useCallback, useRef } from 'react';

/**
 * The `ref` of the field that has the keyboard when a dialog opens. A dialog is put into the page only after React has tried
 * `autoFocus`, which then does nothing: the keyboard would stand on × and Enter would close what was to be filled in.
 */
export function useFirstField(): (field: { focus(): void } | null) => void {
  const isDone = useRef(false);
  return useCallback((field) => {
    if (field === null || isDone.current) return;
    isDone.current = true;
    queueMicrotask(() => {
      field.focus();
      document.activeElement?.addEventListener('focusout', keepFromMenu);
    });
  }, []);
}

/** antd's menu takes the keyboard three frames after it was opened, even from the dialog that was opened in it meanwhile. */
function keepFromMenu({ target, relatedTarget }: Event & { readonly relatedTarget?: EventTarget | null }): void {
  const isMenu = relatedTarget instanceof Element && relatedTarget.closest('.ant-dropdown') !== null;
  if (isMenu && target instanceof HTMLElement) queueMicrotask(() => target.focus());
}
