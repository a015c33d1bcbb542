import { readFile, stat } from 'node:fs/promises';
import { AppError } from '../../shared/app-error.js';
import { pictureLimits } from '../../shared/document/picture-limits.js';
import type { Handlers } from './call-handlers.js';
import type { Library } from './library/library.js';
import { pictureFacts } from './pictures.js';
import type { Uploads } from './uploads.js';

/** Calls on pictures of articles. */
export function createPictureHandlers(library: Library, uploads: Uploads) {
  return {
    'picture.keep': ({ upload }) =>
      uploads.take(upload, async ({ path, name }) => {
        const { size } = await stat(path);
        if (size > pictureLimits.bytes) throw new AppError('file-too-large', `${name}：图片超过 10 MB，没有插入。请缩小后再插入。`);
        const bytes = new Uint8Array(await readFile(path));
        const facts = pictureFacts(bytes, name);
        return { ...facts, sha256: (await library.attach(bytes, name)).sha256 };
      }),
    'picture.get': async ({ sha256 }) => {
      const bytes = await library.getAttachment(sha256);
      return bytes === undefined ? {} : { bytes: Buffer.from(bytes).toString('base64') };
    },
  } satisfies Partial<Handlers>;
}
