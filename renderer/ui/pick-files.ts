/** Opens the browser's own file dialog; empty when the editor cancels. */
export function pickFiles(endings: string, isOne = false): Promise<readonly File[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = !isOne;
  input.accept = endings;
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}
