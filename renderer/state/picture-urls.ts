/** Addresses of pictures in the window: the bytes come once from the services and stay as long as the window. */
import { call } from '../bridge.js';

const known = new Map<string, Promise<string | undefined>>();

/** The address of a picture's bytes; undefined where they are missing. */
export function pictureUrl(sha256: string): Promise<string | undefined> {
  const before = known.get(sha256);
  if (before) return before;
  const loading = call('picture.get', { sha256 }).then(
    ({ bytes }) => (bytes === undefined ? undefined : addressOf(bytes)),
    () => undefined,
  );
  known.set(sha256, loading);
  // What was missing may come back, by a paste or from a backup.
  void loading.then((url) => url === undefined && known.delete(sha256));
  return loading;
}

function addressOf(base64: string): string {
  const bytes = Uint8Array.from(globalThis.atob(base64), (character) => character.charCodeAt(0));
  return URL.createObjectURL(new Blob([bytes]));
}

/** Gives the pictures below a node their addresses. */
export function fillPictures(root: ParentNode): void {
  for (const image of root.querySelectorAll<HTMLImageElement>('img[data-picture]:not([src])')) {
    void pictureUrl(image.dataset['picture'] ?? '').then((url) => {
      if (url !== undefined) image.src = url;
    });
  }
}
