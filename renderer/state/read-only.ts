/** Whether the library can only be read; known before the window is drawn and fixed from then on. */
let isLibraryReadOnly = false;

export function markReadOnly(): void {
  isLibraryReadOnly = true;
}

export function isReadOnly(): boolean {
  return isLibraryReadOnly;
}
