import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openLibrary, type Library } from '../../electron/services/library/library.js';
import { randomIds, systemClock } from '../../electron/services/system-ports.js';

export const assetsFolder = resolve(import.meta.dirname, '../../assets');

/** A fresh library in a real temporary folder. */
export async function openTestLibrary(): Promise<{ library: Library; folder: string }> {
  const folder = join(mkdtempSync(join(tmpdir(), 'library-')), '资料库');
  return { folder, library: await openLibrary({ folder, clock: systemClock, ids: randomIds }) };
}
