import { attachmentsFolder } from '../../../shared/bundle/format.js';
import type { Manifest } from '../../../shared/bundle/manifest.js';
import type { Library } from '../library/library.js';
import { openZip } from './zip-reader.js';

/** Keeps the originals a verified bundle carries, one at a time. They are named by their digests: none can replace another. */
export async function keepOriginals(path: string, { entries }: Manifest, library: Library): Promise<void> {
  const listed = new Set(entries.map(({ name }) => name).filter((name) => name.startsWith(`${attachmentsFolder}/`)));
  const zip = await openZip(path);
  try {
    for (const entry of zip.entries) {
      if (listed.has(entry.name)) await library.attach(await zip.read(entry), entry.name);
    }
  } finally {
    zip.close();
  }
}
