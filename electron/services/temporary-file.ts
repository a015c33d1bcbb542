import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { NamedFile } from './ports.js';

/** Lets the bytes lie in a file while `use` runs. */
export async function withTemporaryFile<Value>(name: string, bytes: Uint8Array, use: (file: NamedFile) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), 'zhuanbao-import-'));
  try {
    const path = join(folder, 'file');
    await writeFile(path, bytes);
    return await use({ path, name: basename(name) });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
